import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import type { DeadlineType, LateReason } from './deadline.ts'
import { evidence, fulfilmentOf } from './evidence.ts'
import { spreadOf } from './evidence-duration.ts'
import { inForceWithin } from './evidence-exception.ts'
import { type ClauseAsk, clausePage, clauseProofs, clauseSample } from './evidence-page.ts'
import type { Procedure, WrittenProcedure } from './procedure.ts'
import type { AnyDatabase } from './queries.ts'
import { text } from './text.ts'
import { addMilliseconds, HOUR, type Instant } from './time.ts'

/** Notes on a parcel tell why it was packed late; a heavy one is packed for another clause. */
const explained: Procedure = {
  ...parcels,
  deadlines: parcels.deadlines.map(
    (item): DeadlineType => ({
      ...item,
      ...(item.name === 'packing' && {
        reasons: 'told',
        otherwise: { clause: 'T-2', when: (row: unknown) => Number((row as { weight: number | null }).weight) > 100 },
      }),
    }),
  ),
  queries: {
    ...parcels.queries,
    facts: {
      ...parcels.queries.facts,
      told: {
        none: [],
        read: async (db: AnyDatabase, ids: readonly string[]) => {
          const notes = db
            .selectFrom('parcelNote')
            .select(['parcelId', 'note', 'at'])
            .where('parcelId', 'in', [...ids])
          const rows = (await notes.execute()) as { parcelId: string; note: string; at: Instant }[]
          return new Map(
            [...Map.groupBy(rows, row => row.parcelId)].map(([id, list]) => [
              id,
              list.map(({ at, note }): LateReason => ({ deadline: 'packing', at, byName: '蒋涛', reason: note })),
            ]),
          )
        },
      },
    },
  },
}

const BEGIN = '2026-11-19T01:00:00.000Z'
let world: TestKernel
beforeAll(async () => {
  world = await testKernel([explained, waxes], { schema: TOY_SCHEMA, now: BEGIN })
})
afterAll(() => world.drop())
// each test has a month of its own
let month = 0
let from: Instant
let to: Instant
beforeEach(() => {
  month += 1
  from = addMilliseconds(BEGIN, month * 31 * 24 * HOUR)
  to = addMilliseconds(from, 30 * 24 * HOUR)
  world.clock.set(addMilliseconds(from, 24 * HOUR))
})

const ask = (id: string, change: Partial<ClauseAsk> = {}): ClauseAsk => {
  const clause = explained.clauses[id]
  if (!clause) throw new Error(`no clause ${id}`)
  return { written: explained, id, clause, from, to, ...change }
}
const open = async (title: string, weight?: number) =>
  (await world.does('warehouse', 'parcel.open', { input: { title, ...(weight && { weight }) } })).record
const pack = (id: string) => world.does('warehouse', 'parcel.pack', { on: id })
const page = (id: string, change: Partial<ClauseAsk> = {}, who = 'authority-inspector') =>
  clausePage(world.kernel, ask(id, change), world.as(who))

describe('counts of all clauses', () => {
  test('what was done, refused and due within the period, and nothing of other periods', async () => {
    const early = await open('按时')
    const tardy = await open('迟了')
    const dropped = await open('作废')
    const waiting = await open('还早')
    await pack(early.id)
    await world.does('warehouse', 'parcel.drop', { on: dropped.id })
    await world.refused('sales', 'parcel.pack', { on: tardy.id })
    world.clock.pass(30)
    await pack(tardy.id)
    world.clock.set(addMilliseconds(from, 30 * HOUR))
    const clauses = await evidence(world.kernel, [explained], from, to)
    const packing = clauses.find(item => item.id === 'T-1')
    // four were registered and two packed; one clock was cancelled
    expect(packing).toMatchObject({ procedure: 'parcel', accepted: 6, refused: 1, fulfilment: 'fulfilled' })
    expect(packing?.clocks).toEqual({ due: 3, inTime: 1, late: 1, open: 1 })
    const shown = await page('T-1')
    expect([shown.accepted, shown.refused, shown.clocks]).toEqual([6, 1, packing?.clocks])
    expect(waiting.state).toBe('open')
    const earlier = await evidence(world.kernel, [explained], BEGIN, addMilliseconds(from, -1))
    const none = earlier.find(item => item.id === 'T-1')
    expect(month === 1 ? none : { accepted: 0, refused: 0 }).toMatchObject({ accepted: 0, refused: 0 })
  })

  test('both ends of the period belong to it', async () => {
    const { id } = await open('边界')
    const registered = world.clock.now()
    const due = addMilliseconds(registered, 24 * HOUR)
    const within = async (first: Instant, last: Instant) => {
      const { accepted, clocks } = await page('T-1', { from: first, to: last })
      return [accepted, clocks?.due]
    }
    expect(await within(registered, registered)).toEqual([1, 0])
    expect(await within(due, due)).toEqual([0, 1])
    expect(await within(addMilliseconds(registered, 1), addMilliseconds(due, -1))).toEqual([0, 0])
    await pack(id)
  })

  test('a clause without anything that acts for it is not fulfilled, one that lacks something is so partly', async () => {
    const written: WrittenProcedure = {
      name: 'paper',
      title: text('纸面', 'On paper'),
      group: 'quality',
      source: [],
      policies: [],
      clauses: {
        'P-1': { zh: '空', en: 'nothing', source: '1', control: null },
        'P-2': { zh: '半', en: 'half', source: '2', control: text('屏幕', 'a screen'), lacks: text('打印', 'print') },
      },
    }
    const [none, half] = await evidence(world.kernel, [written], from, to)
    expect([none?.fulfilment, none?.accepted, none?.clocks]).toEqual(['not-yet', 0, null])
    expect([half?.fulfilment, half?.controls.map(item => item.kind)]).toEqual(['partly', ['other']])
    expect(fulfilmentOf({ zh: '', en: '', source: '' }, [1])).toBe('fulfilled')
    const clause = written.clauses['P-1']
    const shown =
      clause && (await clausePage(world.kernel, { written, id: 'P-1', clause, from, to }, world.as('quality')))
    expect(shown).toMatchObject({ runs: false, refusals: [], proofs: { clocks: [], acts: [], next: null } })
  })
})

describe('the page of a clause', () => {
  test('late ones stand with the reasons that were given, and with the signatures of the step', async () => {
    const tardy = await open('晚装')
    const running = await open('没装')
    world.clock.pass(30)
    await world.does('warehouse', 'parcel.note', { on: tardy.id, input: { note: '叉车故障' } })
    await pack(tardy.id)
    const { late, proofs, clocks, groups } = await page('T-1')
    expect(clocks).toEqual({ due: 2, inTime: 0, late: 2, open: 0 })
    expect(late.map(item => [item.recordId, item.outcome, item.took / HOUR])).toEqual(
      expect.arrayContaining([
        [tardy.id, 'late', 30],
        [running.id, 'late', 30],
      ]),
    )
    const told = late.find(item => item.recordId === tardy.id)
    expect(told?.reasons).toMatchObject([{ byName: '蒋涛', reason: '叉车故障' }])
    expect(late.find(item => item.recordId === running.id)?.reasons).toEqual([])
    expect(told?.limit.zh).toBe('24 小时（自然时）')
    expect(proofs.signatures).toMatchObject([
      { recordId: tardy.id, personName: '蒋涛', meaning: { zh: '我已装箱' }, command: 'parcel.pack' },
    ])
    expect(proofs.names[tardy.id]).toMatchObject({ number: tardy.number, title: '晚装' })
    expect(groups).toMatchObject([{ id: 'packing|parcel.pack_h', due: 2, late: 2, policy: { zh: '装箱时限' } }])
  })

  test('a clock that serves another clause for some records is counted there', async () => {
    await pack((await open('轻的', 1)).id)
    await pack((await open('重的', 101)).id)
    const [light, heavy] = [await page('T-1'), await page('T-2')]
    expect([light.clocks?.due, heavy.clocks?.due]).toEqual([1, 1])
    expect(Object.values(heavy.proofs.names).map(item => item.title)).toEqual(['重的'])
    expect(heavy.controls.map(item => item.kind)).toEqual(['step', 'clock'])
  })

  test('refused attempts tell who was told what', async () => {
    const { id, number } = await open('拒绝')
    await world.refused('sales', 'parcel.pack', { on: id })
    const { refusals, proofs } = await page('T-1')
    expect(refusals).toMatchObject([{ recordId: id, actorName: '郑爽', title: { zh: '装箱' } }])
    expect(refusals[0]?.sentence.zh).toContain('仓库')
    expect(proofs.names[id]?.number).toBe(number)
  })

  test('exceptions are cancelled clocks with their reason and corrected fields', async () => {
    const { id } = await open('弃')
    await world.does('warehouse', 'parcel.drop', { on: id })
    await world.database.adminPool.query(
      `INSERT INTO correction (id, procedure, record_id, field, was, now, reason, by_id, by_name, at)
       VALUES (gen_random_uuid(), 'parcel', $1, 'title', '"弃"', '"气"', '写错', $1, '蒋涛', $2)`,
      [id, world.clock.now()],
    )
    const { exceptions } = await page('T-1')
    expect(exceptions.cancelled).toMatchObject([{ recordId: id, outcome: 'cancelled' }])
    expect(exceptions.cancelled[0]?.cancelReason?.zh).toBeTruthy()
    expect(exceptions.corrections).toMatchObject([{ recordId: id, field: 'title', reason: '写错' }])
    // a correction belongs to the clauses that govern the record
    expect((await page('T-3', { to: addMilliseconds(from, HOUR) })).exceptions.corrections).toEqual([])
  })

  test('a policy that differs from the product is told with its value, and the limit in force too', async () => {
    await world.database.adminPool.query(
      `INSERT INTO policy_version (id, key, version, value, effective_from, change_id)
       VALUES (gen_random_uuid(), 'parcel.pack_h', 1, '12', $1, gen_random_uuid())`,
      [addMilliseconds(from, HOUR)],
    )
    world.kernel.settings.forget()
    const { policies, exceptions } = await page('T-1')
    expect(policies).toMatchObject([{ key: 'parcel.pack_h', value: { zh: '12' }, shipped: { zh: '24' }, version: 1 }])
    expect(exceptions.policies).toMatchObject([{ key: 'parcel.pack_h', value: { zh: '12' }, shipped: { zh: '24' } }])
    await world.database.adminPool.query('DELETE FROM policy_version')
    world.kernel.settings.forget()
    expect((await page('T-1')).policies).toMatchObject([{ value: { zh: '24' }, shipped: null, since: null }])
  })

  test('controls say who, when and what, and where they are seen', async () => {
    const { controls } = await page('T-3')
    const step = controls.find(item => item.name === 'parcel.send')
    expect(step?.detail.zh).toBe('仓库保管员、综合业务部办理，限于“已装”时，须电子签名')
    const chain = controls.find(item => item.kind === 'chain')
    expect(chain).toMatchObject({ place: { page: 'signing' } })
    expect(chain?.detail.zh).toContain('不得由同一人签')
    const opened = (await page('T-1')).controls.find(item => item.name === 'parcel.open')
    expect(opened?.place).toEqual({ page: 'new', command: 'parcel.open' })
  })
})

describe('records', () => {
  test('come page by page, as many as were counted, none twice', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { id } = await open(`第 ${i}`)
      if (i < 2) await pack(id)
      world.clock.pass(30)
    }
    const all: string[] = []
    let after: string | undefined
    do {
      const found = await clauseProofs(
        world.kernel,
        ask('T-1'),
        { limit: 2, ...(after && { after }) },
        world.as('quality'),
      )
      all.push(...found.clocks.map(item => item.id))
      after = found.next ?? undefined
    } while (after)
    const { clocks } = await page('T-1')
    expect([new Set(all).size, all.length]).toEqual([clocks?.due, clocks?.due])
    const one = async (outcome: 'in-time' | 'late' | 'open') =>
      (await clauseProofs(world.kernel, ask('T-1'), { limit: 50, outcome }, world.as('quality'))).clocks.length
    expect([await one('in-time'), await one('late'), await one('open')]).toEqual([
      clocks?.inTime,
      clocks?.late,
      clocks?.open,
    ])
    const acts: number[] = []
    do {
      const filter = { limit: 3, acts: true, ...(after && { after }) }
      const found = await clauseProofs(world.kernel, ask('T-1'), filter, world.as('quality'))
      acts.push(...found.acts.map(item => item.seq))
      after = found.next ?? undefined
    } while (after)
    expect([new Set(acts).size, acts.length]).toEqual([7, 7])
    expect((await page('T-1')).accepted).toBe(7)
  })

  test('one kind of clock alone can be asked', async () => {
    await open('一种')
    const of = async (group: string) =>
      (await clauseProofs(world.kernel, ask('T-1'), { limit: 9, group }, world.as('quality'))).clocks.length
    expect([await of('packing|parcel.pack_h'), await of('packing'), await of('other')]).toEqual([1, 0, 0])
  })
})

describe('the sample', () => {
  test('is the same for one seed, another for another, and never larger than what there is', async () => {
    for (let i = 0; i < 12; i += 1) await open(`样 ${i}`)
    const draw = (seed: string, count: number) =>
      clauseSample(world.kernel, ask('T-1'), seed, count, world.as('quality'))
    const [first, again, other, whole] = await Promise.all([
      draw('a1', 4),
      draw('a1', 4),
      draw('b2', 4),
      draw('a1', 50),
    ])
    expect(first.of).toBe(12)
    expect(first.recordIds).toHaveLength(4)
    expect(again.recordIds).toEqual(first.recordIds)
    expect(other.recordIds).not.toEqual(first.recordIds)
    expect(whole.recordIds).toHaveLength(12)
    expect(whole.recordIds.slice(0, 4)).toEqual(first.recordIds)
    expect(new Set(first.proofs.clocks.map(item => item.recordId))).toEqual(new Set(first.recordIds))
    expect(Object.keys(first.proofs.names)).toHaveLength(4)
  })

  test('of a clause without clocks draws from the records of its steps', async () => {
    const { id } = await open('记录')
    await world.does('warehouse', 'parcel.drop', { on: id })
    const drawn = await clauseSample(world.kernel, ask('T-3'), 'x', 5, world.as('quality'))
    expect([drawn.of, drawn.recordIds]).toEqual([1, [id]])
    expect(drawn.proofs.acts).toMatchObject([{ recordId: id, told: { zh: '作废' } }])
  })
})

describe('durations', () => {
  const took = (hours: number, allowed = 24) => ({
    openedAt: BEGIN,
    dueAt: addMilliseconds(BEGIN, allowed * HOUR),
    metAt: addMilliseconds(BEGIN, hours * HOUR),
  })
  test('are counted against one limit in its unit', () => {
    const spread = spreadOf([took(1), took(2.9), took(23.9), took(25), took(1000)], BEGIN)
    expect(spread).toMatchObject({ unit: 'hour', limit: 24, step: 3 })
    expect(spread?.bins[0]).toEqual({ inTime: 2, late: 0 })
    expect(spread?.bins[7]).toEqual({ inTime: 1, late: 0 })
    expect(spread?.bins[8]).toEqual({ inTime: 0, late: 1 })
    expect(spread?.bins.at(-1)).toEqual({ inTime: 0, late: 1 })
  })
  test('as shares of the limit when limits differ, and end at the limit when all were quick', () => {
    expect(spreadOf([took(12), took(36, 48)], BEGIN)).toMatchObject({ unit: 'share', limit: 100, step: 10 })
    expect(spreadOf([took(1, 168)], BEGIN)).toMatchObject({ unit: 'day', limit: 7, step: 1 })
    expect(spreadOf([took(1, 168)], BEGIN)?.bins).toHaveLength(7)
    expect(spreadOf([], BEGIN)).toBeNull()
  })
  test('one that still runs although late counts until now', () => {
    const running = { ...took(1), metAt: null }
    expect(spreadOf([running], addMilliseconds(BEGIN, 26 * HOUR))?.bins[8]).toEqual({ inTime: 0, late: 1 })
  })
})

test('a version holds within a period from its day until the next begins', () => {
  const version = (number: number, effectiveFrom: Instant) => ({
    key: 'k',
    value: number,
    version: number,
    effectiveFrom,
  })
  const list = [version(2, '2026-05-01T00:00:00.000Z'), version(1, '2026-01-01T00:00:00.000Z')]
  const held = (first: Instant, last: Instant) => inForceWithin(list, first, last).map(item => item.version)
  expect(held('2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')).toEqual([1])
  expect(held('2026-04-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z')).toEqual([1, 2])
  expect(held('2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z')).toEqual([2])
  expect(held('2025-06-01T00:00:00.000Z', '2025-07-01T00:00:00.000Z')).toEqual([])
})
