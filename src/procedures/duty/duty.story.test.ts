import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, products, settle, site, warehouses } from '../../../test/world.ts'
import type { Duty as DutyDeclaration, DutyPlace } from '../../kernel/duty.ts'
import { evidence } from '../../kernel/evidence.ts'
import { clausePage, clauseProofs, clauseSample } from '../../kernel/evidence-page.ts'
import { signaturesBehind } from '../../kernel/evidence-work.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { text } from '../../kernel/text.ts'
import { workbench } from '../../kernel/workbench.ts'
import { person } from '../person/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { enteredOf } from '../warehouse/warehouse.ts'
import type { TurnRow } from './duty.ts'
import { duty } from './procedure.ts'
import { monthOfDuties } from './reports/month.ts'
import type { ShownTurn } from './shown-turns.ts'
import { sweepDuties } from './sweep-duties.ts'

const round: DutyDeclaration = {
  name: 'round',
  title: text('库房巡查', 'Round of the store'),
  clause: 'WA-climate',
  rule: 'TL14',
  by: ['warehouse', 'warehouse-head'],
  escalatesTo: 'quality-head',
  rhythm: () => ({
    every: 'day',
    windows: [
      { from: '09:30', to: '10:30' },
      { from: '15:30', to: '16:30' },
    ],
  }),
  policies: [],
  holidays: 'as-usual',
  places: 'stores',
  done: { command: 'warehouse.change', place: ({ record }) => String(record.id), fill: () => ({ reason: '巡查' }) },
}
const review: DutyDeclaration = {
  name: 'review',
  title: text('库区月度检查', 'Monthly look at the zones'),
  clause: 'WA-zones',
  rule: 'TL09',
  by: ['quality'],
  escalatesTo: 'quality-head',
  rhythm: () => ({ every: 'month', dueMonth: 1, dueDay: 5 }),
  policies: [],
  holidays: 'next-working-day',
  done: null,
}
const demanding: Procedure = {
  ...warehouse,
  duties: [round, review],
  queries: {
    ...warehouse.queries,
    finds: {
      ...warehouse.queries.finds,
      stores: async (db): Promise<readonly DutyPlace[]> =>
        (await db.selectFrom('warehouse').select(['id', 'name', 'siteId']).where('state', '=', 'active').execute()).map(
          row => ({ key: row.id, title: text(row.name, row.name), siteId: row.siteId }),
        ),
    },
  },
}
const duties: Procedure = duty(() => [demanding, person, duties])

let world: TestKernel
let main: string
let cold: string
const faults: unknown[] = []
const sweep = () => sweepDuties(world.kernel, (_, fault) => faults.push(fault))
const today = (clock: string): string => `2026-11-20T${clock}:00.000Z`

beforeAll(async () => {
  world = await testKernel([demanding, person, duties], { now: today('00:30') })
  const { siteId } = world
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: Object.values(parties).map(row => ({ ...row, siteId })),
    products: Object.values(products).map(row => ({ ...row, siteId })),
    lots: [],
    deliveries: [],
  })
  main = (await world.does('quality', 'warehouse.register', { input: enteredOf(warehouses.main) })).record.id
  cold = (await world.does('quality', 'warehouse.register', { input: enteredOf(warehouses.cold) })).record.id
})
beforeEach(() => {
  expect(faults).toEqual([])
})
afterAll(() => world.drop())

const recordOf = async (name: string, place = ''): Promise<string> => {
  const row = await world.kernel.db
    .selectFrom('duty')
    .select('id')
    .where('duty', '=', name)
    .where('place', '=', place)
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  return row.id
}
const turnsOf = async (id: string, day = '2026-11-20'): Promise<TurnRow[]> =>
  (await world.kernel.db
    .selectFrom('dutyTurn')
    .selectAll()
    .where('dutyId', '=', id)
    .where('fromDay', '<=', day)
    .where('toDay', '>=', day)
    .where('state', '<>', 'dropped')
    .orderBy('dueAt')
    .execute()) as TurnRow[]
const calendar = async (username: string, more: object = {}): Promise<readonly ShownTurn[]> => {
  const now = world.clock.now()
  const { policies } = await world.kernel.settings()
  const context = { actor: world.as(username), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const read = duties.queries.reads.turns
  if (!read) throw new Error('no calendar')
  const params = read.params.parse({ from: '2026-11-20', to: '2026-11-20', ...more })
  return (await read.run(world.kernel.db, params, context)) as readonly ShownTurn[]
}
let looks = 0
const look = (place: string) =>
  world.does('quality', 'warehouse.change', {
    on: place,
    input: {
      ...enteredOf(place === main ? warehouses.main : warehouses.cold),
      address: `郑州 ${++looks} 号`,
      reason: '巡查更正',
    },
  })

test('the duties of all procedures begin by themselves, each store in its own record, two weeks ahead', async () => {
  expect(await sweep()).toEqual({ begun: 3, planned: 0, missed: 0, ended: 0 })
  expect(await sweep()).toEqual({ begun: 0, planned: 0, missed: 0, ended: 0 })
  const id = await recordOf('round', main)
  const page = await recordPage(world.kernel, duties, id, world.as('warehouse'))
  expect(page.record).toMatchObject({ state: 'active', plannedUntil: '2026-12-04', role: 'warehouse' })
  expect(page.due).toHaveLength(30)
  expect(page.due[0]).toMatchObject({ title: { zh: '库房巡查' }, clause: 'WA-climate', ownerRole: 'warehouse' })
  const { rows } = await sql`select 1 from trail where record_id = ${id}`.execute(world.kernel.db)
  expect(rows).toHaveLength(1)
})

test('two servers that sweep at the same time begin nothing twice', async () => {
  await Promise.all([sweep(), sweep()])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from duty`.execute(world.kernel.db)
  expect(rows[0]?.n).toBe(3)
})

test('the step of the other procedure ticks the turn off: in time, late, not before its window, not twice', async () => {
  const id = await recordOf('round', main)
  await look(main)
  expect((await turnsOf(id))[0]).toMatchObject({ state: 'open' })
  world.clock.set(today('02:00'))
  const { record } = await look(main)
  expect((await turnsOf(id))[0]).toMatchObject({ state: 'done', doneNumber: record.number, doneByName: '陈晓' })
  await look(main)
  expect((await turnsOf(id))[1]).toMatchObject({ state: 'open', doneAt: null })
  world.clock.set(today('09:10'))
  expect(await sweep()).toMatchObject({ missed: 3 })
  expect((await turnsOf(id))[1]).toMatchObject({ state: 'missed' })
  await look(main)
  expect((await turnsOf(id))[1]).toMatchObject({ state: 'done', doneAt: today('09:10') })
  expect((await calendar('warehouse', { place: main })).map(turn => turn.standing)).toEqual(['done', 'late'])
})

test('a turn leads to its form; missed ones to the reason, and the last of the day may still be caught up', async () => {
  const [, last] = await turnsOf(await recordOf('round', cold))
  const waiting = await calendar('warehouse', { place: cold })
  const number = waiting[0]?.number
  expect(waiting).toMatchObject([
    { standing: 'missed', step: null, excuse: { command: 'duty.explain' } },
    {
      id: last?.id,
      step: { command: 'warehouse.change', on: { procedure: 'warehouse', id: cold }, fill: { reason: '巡查' } },
      excuse: { command: 'duty.explain' },
    },
  ])
  // sales has nothing to do with it; the quality head, to whom it escalates, explains but does not do it
  expect((await calendar('sales', { place: cold })).map(turn => [turn.step, turn.excuse])).toEqual([
    [null, null],
    [null, null],
  ])
  expect((await calendar('quality-head', { place: cold })).map(turn => turn.excuse?.command)).toEqual([
    'duty.explain',
    'duty.explain',
  ])
  const page = await recordPage(world.kernel, duties, number ?? '', world.as('warehouse'))
  const choices = page.choices['duty.explain'] as Record<string, readonly { value: string }[]> | undefined
  expect(choices?.turnId?.map(item => item.value)).toEqual(waiting.map(turn => turn.id))
})

test('what was missed is explained, stays missed, and is late in the evidence of the demanding clause', async () => {
  const id = await recordOf('round', cold)
  const [first, second] = await turnsOf(id)
  const input = { turnId: first?.id, all: true, reason: '冷库停电检修，人员撤离' }
  expect((await world.refused('sales', 'duty.explain', { on: id, input }))[0]?.code).toBe('not-crew')
  const before = await workbench(world.kernel, world.as('warehouse'))
  expect(before.mine.filter(item => item.recordId === id && item.deadline.dueAt < world.clock.now())).toHaveLength(2)
  await world.does('warehouse', 'duty.explain', { on: id, input })
  const shown = await calendar('warehouse', { place: cold })
  expect(shown).toMatchObject([
    { standing: 'missed', reason: input.reason, explainedByName: '蒋涛' },
    { standing: 'missed' },
  ])
  const after = await workbench(world.kernel, world.as('warehouse'))
  expect(after.mine.filter(item => item.recordId === id && item.deadline.dueAt < world.clock.now())).toEqual([])
  const [again] = await world.refused('warehouse', 'duty.explain', { on: id, input: { ...input, turnId: second?.id } })
  expect(again?.code).toBe('none-missed')
  const found = await evidence(world.kernel, [demanding], today('00:00'), today('15:59'))
  expect(found.find(item => item.id === 'WA-climate')?.clocks).toMatchObject({ due: 4, inTime: 1, late: 3, open: 0 })
})

test('the page of the demanding clause counts, draws, lists and samples the turns, late ones with their reason', async () => {
  const clause = demanding.clauses['WA-climate']
  if (!clause) throw new Error('no clause')
  const ask = { written: demanding, id: 'WA-climate', clause, from: today('00:00'), to: today('15:59') }
  const inspector = world.as('authority-inspector')
  const page = await clausePage(world.kernel, ask, inspector)
  expect(page.clocks).toEqual({ due: 4, inTime: 1, late: 3, open: 0 })
  expect(page.groups).toMatchObject([
    { id: 'warehouse.round', title: round.title, due: 4, late: 3, spread: { limit: expect.any(Number) } },
  ])
  const [number] = (await calendar('warehouse', { place: cold })).map(turn => turn.number)
  const told = page.late.map(clock => [page.proofs.names[clock.recordId]?.number === number, clock.reasons.length])
  expect(told).toEqual(
    expect.arrayContaining([
      [true, 1],
      [true, 1],
      [false, 0],
    ]),
  )
  expect(page.late.find(clock => clock.reasons.length > 0)).toMatchObject({
    procedure: 'duty',
    title: round.title,
    outcome: 'late',
    reasons: [{ byName: '蒋涛', reason: '冷库停电检修，人员撤离' }],
  })
  expect(page.proofs.clocks.map(clock => clock.outcome).toSorted()).toEqual(['in-time', 'late', 'late', 'late'])
  const late = await clauseProofs(world.kernel, ask, { outcome: 'late', group: 'warehouse.round', limit: 2 }, inspector)
  expect([late.clocks.length, late.next === null]).toEqual([2, false])
  const drawn = await clauseSample(world.kernel, ask, 'inspector 1', 5, inspector)
  expect([drawn.of, drawn.proofs.clocks.length]).toEqual([4, 4])
  const [fewer, again] = await Promise.all(
    [0, 1].map(() => clauseSample(world.kernel, ask, 'inspector 1', 2, inspector)),
  )
  expect(fewer?.proofs.clocks.map(clock => clock.id)).toHaveLength(2)
  expect(again?.recordIds).toEqual(fewer?.recordIds)
})

test('the month as a sheet: each turn with its place, who, how it stands and why it was missed', async () => {
  const now = world.clock.now()
  const { policies } = await world.kernel.settings()
  const context = { actor: world.as('sales'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const sheet = await monthOfDuties.fill(world.kernel.db, { month: '2026-11', role: 'warehouse' }, context)
  const value = (en: string) => sheet.figures.find(figure => figure.title.en === en)?.value
  expect([value('In time'), value('Done late'), value('Missed'), value('Without a reason')]).toEqual([1, 1, 2, 0])
  const [byDuty, byTurn] = sheet.tables
  expect(byDuty?.rows).toHaveLength(2)
  expect(byDuty?.rows.find(row => row.missed === 2)).toMatchObject({ title: round.title, clause: 'WA-climate' })
  const rows = byTurn?.rows ?? []
  expect(rows.filter(row => row.standing === 'missed').map(row => row.said)).toEqual([
    '冷库停电检修，人员撤离',
    '冷库停电检修，人员撤离',
  ])
  expect(rows.length).toBe(value('Due'))
  const other = await monthOfDuties.fill(world.kernel.db, { month: '2026-10' }, context)
  expect(other.tables.map(table => table.rows.length)).toEqual([0, 0])
})

test('a person is named, hands over some days, falls ill, and the deputy has the turns', async () => {
  const id = await recordOf('round', main)
  const keeper = world.as('warehouse').id
  const other = world.as('warehouse-2').id
  const head = world.as('warehouse-head').id
  const [stranger] = await world.refused('quality-head', 'duty.assign', {
    on: id,
    input: { scope: 'standing', personId: world.as('sales').id },
  })
  expect(stranger).toMatchObject({ code: 'person-unfit', field: 'personId' })
  await world.does('quality-head', 'duty.assign', { on: id, input: { scope: 'standing', personId: keeper } })
  expect(await turnsOf(id, '2026-11-21')).toMatchObject([{ assigneeName: '蒋涛' }, { assigneeName: '蒋涛' }])
  const days = { fromDay: '2026-11-22', untilDay: '2026-11-23' }
  await world.does('warehouse', 'duty.hand-over', { on: id, input: { ...days, personId: other, reason: '换班' } })
  expect(await turnsOf(id, '2026-11-22')).toMatchObject([{ assigneeId: other }, { assigneeId: other }])
  const clock = await sql<{ ownerId: string }>`select owner_id from deadline where record_id = ${id}
    and key = '2026-11-22 09:30'`.execute(world.kernel.db)
  expect(clock.rows).toMatchObject([{ ownerId: other }])

  await world.does('warehouse', 'person.note-absence', {
    on: keeper,
    input: { kind: 'sick', from: '2026-11-24', until: '2026-11-25', deputyId: head, note: '住院' },
  })
  expect(await sweep()).toMatchObject({ planned: 1 })
  expect(await turnsOf(id, '2026-11-24')).toMatchObject([
    { assigneeId: head, standsInFor: '蒋涛' },
    { assigneeId: head },
  ])
  expect(await turnsOf(id, '2026-11-26')).toMatchObject([{ assigneeId: keeper }, { assigneeId: keeper }])
})

test('two take turns by day', async () => {
  const id = await recordOf('round', cold)
  const people = ['warehouse', 'warehouse-2'].map(name => ({ personId: world.as(name).id }))
  await world.does('quality-head', 'duty.rotate', { on: id, input: { people, per: 'day', from: '2026-11-28' } })
  const names = async (day: string) => (await turnsOf(id, day))[0]?.assigneeName
  expect([await names('2026-11-28'), await names('2026-11-29'), await names('2026-11-30')]).toEqual([
    '蒋涛',
    '康宁',
    '蒋涛',
  ])
})

test('work outside the product is noted and signed once its month is over', async () => {
  const id = await recordOf('review')
  const [early] = await world.refused('quality', 'duty.do', { on: id, input: {} })
  expect(early?.code).toBe('not-begun')
  world.clock.set('2026-12-02T02:00:00.000Z')
  await sweep()
  const [turn] = await turnsOf(id, '2026-11-30')
  expect(turn).toMatchObject({ key: '2026-11', dueAt: '2026-12-07T15:59:59.999Z' })
  const note = '五区标识齐全，退货区色标已更换'
  const done = await world.does('quality', 'duty.do', { on: id, input: { turnId: turn?.id, note } })
  expect(done.told.zh).toContain('2026 年 11 月')
  const page = await recordPage(world.kernel, duties, id, world.as('quality'))
  expect(page.signatures).toHaveLength(1)
  // evidence: the turn names who did it, with the signature of that very moment
  const [clause] = Object.entries(demanding.clauses).filter(([key]) => key === 'WA-zones')
  if (!clause) throw new Error('the store has lost its clause')
  const ask = {
    written: demanding,
    id: clause[0],
    clause: clause[1],
    from: '2026-12-07T00:00:00.000Z',
    to: '2026-12-08T00:00:00.000Z',
  }
  const { proofs } = await clausePage(world.kernel, ask, world.as('quality-head'))
  const review = proofs.clocks.find(item => item.recordId === id)
  expect(review?.work).toEqual({ byName: world.as('quality').name, at: '2026-12-02T02:00:00.000Z', record: null })
  expect(review && signaturesBehind(review, proofs.signatures)).toMatchObject([{ command: 'duty.do' }])
})

test('a closed store: asked, agreed to by the quality head, resumed without what fell into it', async () => {
  const id = await recordOf('round', cold)
  await world.does('quality', 'duty.ask-suspension', { on: id, input: { reason: '冷库停用改造', until: '2026-12-20' } })
  await world.does('quality-head', 'duty.suspend', { on: id })
  world.clock.set('2026-12-10T02:00:00.000Z')
  await sweep()
  expect(await turnsOf(id, '2026-12-08')).toEqual([])
  await world.does('quality-head', 'duty.resume', { on: id, input: { reason: '改造完成验收合格' } })
  expect(await sweep()).toMatchObject({ begun: 0 })
  expect(await turnsOf(id, '2026-12-09')).toEqual([])
  expect(await turnsOf(id, '2026-12-10')).toMatchObject([{ state: 'open' }, { state: 'open' }])
})

test('a store that is locked ends its duty; what was missed while no server ran is found', async () => {
  const id = await recordOf('round', main)
  expect((await turnsOf(id, '2026-12-06'))[0]).toMatchObject({ state: 'missed' })
  const round = await recordOf('round', cold)
  await world.does('quality', 'warehouse.deactivate', { on: cold, input: { reason: '退租' } })
  expect(await sweep()).toMatchObject({ ended: 1 })
  const page = await recordPage(world.kernel, duties, round, world.as('quality'))
  expect(page.record.state).toBe('ended')
  const over = page.due.filter(item => item.dueAt < world.clock.now() && !item.cancelledAt)
  expect(over.every(item => item.metAt !== null)).toBe(true)
})

test('nobody takes the steps of the system', async () => {
  const id = await recordOf('round', main)
  expect((await world.refused('administrator', 'duty.end', { on: id }))[0]?.code).toBe('system-only')
  expect((await world.refused('warehouse', 'duty.end', { on: id }))[0]?.code).toBe('role')
})
