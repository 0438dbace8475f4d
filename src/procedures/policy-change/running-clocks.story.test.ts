/** A limit is tightened while parcels wait: what it would do is said first, and what moves is what was signed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../../test/toy/toy.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { readTimeline } from '../../kernel/timeline.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { moveClocksDue } from '../../server/jobs/move-clocks.ts'
import type { PolicyEffect } from './effect.ts'
import { policyChange } from './procedure.ts'

const changes: Procedure = policyChange(() => [parcels, changes])
const key = 'parcel.pack_h'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes, changes], { schema: TOY_SCHEMA, now: '2026-11-19T01:00:00.000Z' })
})
afterAll(() => world.drop())

const open = async (title: string) => (await world.does('warehouse', 'parcel.open', { input: { title } })).record
const dueOf = async (recordId: string) => {
  const { rows } = await world.kernel.pool.query(
    `SELECT due_at, policy_version, explanation FROM deadline WHERE record_id = $1 AND name = 'packing'`,
    [recordId],
  )
  return rows[0] as { due_at: string; policy_version: number; explanation: { moved?: { from: string; by: string } } }
}
const effect = async (value: unknown, after?: string) => {
  const now = world.clock.now()
  const { policies } = await world.kernel.settings()
  const context = { actor: world.as('quality'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const params = { key, value: JSON.stringify(value), after }
  return (await changes.queries.reads.effect?.run(world.kernel.db, params, context)) as PolicyEffect
}
const propose = (username: string, value: number, effectiveOn: string, moveOpen = false) =>
  world.does(username, 'policy-change.propose', {
    input: { key, value, effectiveOn, reason: '重点医院要求更快', moveOpen },
  })

test('what a shorter limit would do is said before anybody signs', async () => {
  const parcel = await open('甲')
  await open('乙')
  const { summary, clocks, named, next } = await effect(12)
  expect(summary).toMatchObject({ open: 2, counted: 2, earlier: 2, later: 0, past: 0 })
  expect(clocks.find(clock => clock.number === parcel.number)).toMatchObject({
    title: { zh: '装箱' },
    dueNow: '2026-11-20T01:00:00.000Z',
    dueThen: '2026-11-19T13:00:00.000Z',
  })
  expect(next).toBeNull()
  expect(named.map(part => [part.kind, part.title.zh])).toContainEqual(['clock', '装箱'])
  expect(named.map(part => [part.kind, part.title.zh])).toContainEqual(['step', '装箱'])
  expect((await effect(48)).summary).toMatchObject({ earlier: 0, later: 2 })
})

test('a value that is not allowed is refused with its bounds, as the step would', async () => {
  await expect(effect(0)).rejects.toThrow(/value/)
})

test('running clocks keep their limit, those that open from the day on have the new one', async () => {
  const parcel = await open('丙')
  const proposed = await propose('quality', 12, '2026-11-19')
  expect(proposed.record).toMatchObject({ effect: { open: 3, earlier: 3 }, moveOpen: false })
  await world.does('quality-head', 'policy-change.approve', { on: proposed.record.id })
  expect((await dueOf(parcel.id)).due_at).toBe('2026-11-20T01:00:00.000Z')
  const after = await open('丁')
  expect(await dueOf(after.id)).toMatchObject({ due_at: '2026-11-19T13:00:00.000Z', policy_version: 1 })
  const refusals = await world.refused('quality', 'policy-change.move-clocks', { on: proposed.record.id })
  expect(refusals[0]?.code).toBe('not-asked')
})

test('by signed choice they move earlier once the value holds: each on its own record, explained, never later', async () => {
  const parcel = await open('戊')
  // 戊 has 12 hours; the first three parcels still have 24
  const proposed = await propose('quality-head', 6, '2026-11-20', true)
  const refused = await world.refused('quality-head-2', 'policy-change.move-clocks', { on: proposed.record.id })
  expect(refused[0]?.code).toBe('state')
  const own = await world.refused('quality-head', 'policy-change.approve', { on: proposed.record.id })
  expect(own[0]?.code).toBe('PL-separation')
  await world.does('management-representative', 'policy-change.approve', { on: proposed.record.id })
  const early = await world.refused('quality', 'policy-change.move-clocks', { on: proposed.record.id })
  expect(early[0]?.code).toBe('not-in-force')

  world.clock.set('2026-11-19T16:00:00.000Z')
  await moveClocksDue(world.kernel)
  const { rows } = await world.kernel.pool.query(
    `SELECT moved_at AS "movedAt", moved_count AS "movedCount", state FROM policy_change WHERE id = $1`,
    [proposed.record.id],
  )
  expect(rows[0]).toMatchObject({ state: 'approved', movedCount: 5, movedAt: '2026-11-19T16:00:00.000Z' })
  const clock = await dueOf(parcel.id)
  expect(clock).toMatchObject({ due_at: '2026-11-19T07:00:00.000Z', policy_version: 2 })
  expect(clock.explanation.moved).toEqual({ from: '2026-11-19T13:00:00.000Z', by: proposed.record.number })
  const [entry] = await readTimeline(world.kernel, 'parcel', parcel.id, { limit: 1 })
  expect(entry?.title.zh).toBe('时限提前')
  expect(entry?.told.zh).toBe(`按 ${proposed.record.number}：“装箱”由 2026-11-19 21:00 提前到 2026-11-19 15:00`)
  const again = await world.refused('quality', 'policy-change.move-clocks', { on: proposed.record.id })
  expect(again[0]?.code).toBe('moved-already')
})

test('the trail proves it all, and the record goes on', async () => {
  const { kernel } = world
  expect((await verifyTrail(kernel.pool, kernel.registry, kernel.keys)).faults).toEqual([])
  const { rows } = await kernel.pool.query(`SELECT id FROM parcel WHERE title = '戊'`)
  await world.does('warehouse', 'parcel.pack', { on: rows[0].id })
  expect((await effect(5)).summary.open).toBe(4)
})

test('an approved change is called off before its day: the value in force goes on', async () => {
  const proposed = await propose('quality', 3, '2026-12-01')
  await world.does('quality-head', 'policy-change.approve', { on: proposed.record.id })
  await world.does('quality-head', 'policy-change.cancel', { on: proposed.record.id, input: { reason: '人手不够' } })
  world.clock.set('2026-12-02T00:00:00.000Z')
  const parcel = await open('己')
  expect((await dueOf(parcel.id)).due_at).toBe('2026-12-02T06:00:00.000Z')
})
