import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policy, policyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { text } from '../../kernel/text.ts'
import { workbench } from '../../kernel/workbench.ts'
import { policyChange } from './procedure.ts'

const contactHours = policy({
  key: 'case.hours',
  title: text('联系时限', 'Contact within'),
  schema: z.int().min(1).max(72),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['PL-versions'],
  basis: 'procedure',
})
const changes: Procedure = policyChange(() => [{ ...changes, policies: [contactHours] }])

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([changes])
})
afterAll(() => world.drop())

const ask = async (name: string, params: object = {}) => {
  const now = world.clock.now()
  const { policies } = await world.kernel.settings()
  const context = { actor: world.as('quality'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const read = changes.queries.reads[name]
  return (await read?.run(world.kernel.db, params, context)) as Record<string, unknown>[]
}

test('a limit is tightened: proposed, approved by another, in force from its day', async () => {
  const { does, refused } = world
  const input = { key: 'case.hours', value: 12, effectiveOn: '2026-12-01', reason: '重点医院要求' }
  const proposed = await does('quality', 'policy-change.propose', { input })
  expect(proposed.record).toMatchObject({ number: 'CS-2026-0001', state: 'proposed', was: 24, value: 12 })
  const [register] = changes.ledgers
  const { rows } = register ? await readLedger(world.kernel, changes, register, {}, world.as('quality')) : { rows: [] }
  expect(rows).toMatchObject([{ was: text('24 小时', '24 h'), value: text('12 小时', '12 h') }])
  const again = await refused('administrator', 'policy-change.propose', { input: { ...input, value: 8 } })
  expect(again[0]?.code).toBe('already-proposed')

  const { signs } = await workbench(world.kernel, world.as('quality-head'))
  expect(signs).toMatchObject([{ number: 'CS-2026-0001', title: '联系时限' }])

  // seven roles may propose; the page says who did, and who decides
  const { rounds } = await recordPage(world.kernel, changes, proposed.record.id, world.as('quality'))
  expect(rounds[0]?.steps.map(step => step.called?.zh ?? step.roles)).toEqual(['提出人', ['quality-head']])

  const approved = await does('quality-head', 'policy-change.approve', { on: proposed.record.id })
  expect(approved.record).toMatchObject({
    state: 'approved',
    policyVersion: 1,
    effectiveFrom: '2026-11-30T16:00:00.000Z',
  })

  const [before] = await ask('in-force')
  expect(before).toMatchObject({ value: 24, version: 0, next: { value: 12, version: 1 }, proposed: null })
  expect(before).toMatchObject({ shown: { zh: '24 小时' }, clauses: [{ id: 'PL-versions', source: '11.10(e)' }] })

  world.clock.set('2026-11-30T16:00:00.000Z')
  const [after] = await ask('in-force')
  expect(after).toMatchObject({ value: 12, version: 1, default: 24, next: null })
})

test('one proposal is rejected, one withdrawn, and both stay in the history', async () => {
  const { does } = world
  const input = { key: 'case.hours', value: 6, effectiveOn: '2026-12-20', reason: '再快一点' }
  const first = await does('quality', 'policy-change.propose', { input })
  const rejected = await does('quality-head', 'policy-change.reject', {
    on: first.record.id,
    input: { reason: '人手不足' },
  })
  expect(rejected.record.state).toBe('rejected')
  const second = await does('administrator', 'policy-change.propose', { input: { ...input, value: 10 } })
  const withdrawn = await does('administrator', 'policy-change.withdraw', {
    on: second.record.id,
    input: { reason: '填错' },
  })
  expect(withdrawn.record.state).toBe('withdrawn')
  expect((await ask('history', { key: 'case.hours' })).map(row => [row.number, row.state, row.decidedByName])).toEqual([
    ['CS-2026-0003', 'withdrawn', '韩冰'],
    ['CS-2026-0002', 'rejected', '李红梅'],
    ['CS-2026-0001', 'approved', '李红梅'],
  ])
  expect((await workbench(world.kernel, world.as('quality-head'))).signs).toEqual([])
})

test('calling off a later change leaves an earlier one that is still to come', async () => {
  const { does } = world
  const approved = async (value: number, effectiveOn: string) => {
    const input = { key: 'case.hours', value, effectiveOn, reason: '分步收紧' }
    const { record } = await does('quality', 'policy-change.propose', { input })
    await does('quality-head', 'policy-change.approve', { on: record.id })
    return record.id
  }
  await approved(10, '2027-01-01')
  const later = await approved(8, '2027-02-01')
  await does('quality-head', 'policy-change.cancel', { on: later, input: { reason: '暂缓第二步' } })
  world.clock.set('2027-01-15T00:00:00.000Z')
  expect((await ask('in-force'))[0]).toMatchObject({ value: 10 })
  world.clock.set('2027-02-15T00:00:00.000Z')
  expect((await ask('in-force'))[0]).toMatchObject({ value: 10 })
})
