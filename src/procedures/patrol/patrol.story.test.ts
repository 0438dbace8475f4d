import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, products, settle, site } from '../../../test/world.ts'
import { clausePage } from '../../kernel/evidence-page.ts'
import { signaturesBehind } from '../../kernel/evidence-work.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { workbench } from '../../kernel/workbench.ts'
import type { TurnRow } from '../duty/duty.ts'
import { duty } from '../duty/procedure.ts'
import { sweepDuties } from '../duty/sweep-duties.ts'
import { equipment } from '../equipment/procedure.ts'
import { person } from '../person/procedure.ts'
import type { ItemRow } from './patrol.ts'
import { patrol } from './procedure.ts'

const all: Procedure[] = [equipment, patrol, person, duty(() => all)]
let world: TestKernel
beforeAll(async () => {
  world = await testKernel(all)
  const { siteId } = world
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: Object.values(parties).map(row => ({ ...row, siteId })),
    products: Object.values(products).map(row => ({ ...row, siteId })),
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

const sweep = () =>
  sweepDuties(world.kernel, (name, fault) => {
    throw new Error(name, { cause: fault })
  })
const turns = async (): Promise<TurnRow[]> =>
  (await world.kernel.db
    .selectFrom('dutyTurn')
    .innerJoin('duty', 'duty.id', 'dutyTurn.dutyId')
    .selectAll('dutyTurn')
    .where('duty.duty', '=', 'daily-round')
    .orderBy('dueAt')
    .execute()) as TurnRow[]
const itemsOf = async (id: string): Promise<ItemRow[]> =>
  (await world.kernel.db
    .selectFrom('patrolItem')
    .selectAll()
    .where('patrolId', '=', id)
    .orderBy('place')
    .execute()) as ItemRow[]

test('a day of the equipment worker: the round is owed, walked, signed; a fault is mended', async () => {
  const { does, refused, as } = world
  expect((await refused('equipment-technician', 'patrol.start'))[0]?.code).toBe('no-equipment')
  const lift = { name: '货梯一号', kind: 'lift', place: '一号库东侧' }
  const unit = { name: '二号冷库制冷机组', kind: 'cold-store', place: '冷库机房' }
  await does('equipment-supervisor', 'equipment.register', { input: lift })
  await does('equipment-supervisor', 'equipment.register', { input: unit })
  expect(await sweep()).toMatchObject({ begun: 3 })
  const { mine } = await workbench(world.kernel, as('equipment-technician'))
  expect(mine.map(item => item.deadline.title.zh)).toContain('每日设备巡视')

  const { record } = await does('equipment-technician', 'patrol.start')
  expect((await refused('equipment-supervisor', 'patrol.start'))[0]?.code).toBe('round-today')
  expect((await turns())[0]).toMatchObject({ fromDay: '2026-11-20', state: 'open' })
  const [first, second] = await itemsOf(record.id)
  const items = [
    { itemId: first?.id, running: 'normal' },
    { itemId: second?.id, running: 'fault', finding: '压缩机异响' },
  ]
  await does('equipment-technician', 'patrol.complete', { on: record.id, input: { items } })
  expect((await turns())[0]).toMatchObject({ state: 'done', doneNumber: record.number, doneByName: '严军' })

  const page = await recordPage(world.kernel, patrol, record.id, as('equipment-manager'))
  expect(page.due).toMatchObject([{ name: 'finding', note: { zh: '二号冷库制冷机组：压缩机异响' } }])
  expect(page.signatures).toHaveLength(1)
  const handling = '维保单位更换风扇电机，复测压力正常'
  const settled = await does('equipment-supervisor', 'patrol.settle', {
    on: record.id,
    input: { itemId: second?.id, outcome: 'mended', handling },
  })
  expect(settled.record.state).toBe('done')
  expect(settled.due[0]?.metAt).not.toBe(null)
})

test('the clause shows which record did the turn, who signed it, and when', async () => {
  const { kernel, as } = world
  const [id, clause] = Object.entries(patrol.clauses).find(([key]) => key === 'S03-W1a') ?? []
  if (!id || !clause) throw new Error('patrol has lost its clause')
  const ask = { written: patrol, id, clause, from: '2026-11-19T00:00:00.000Z', to: '2026-11-20T16:00:00.000Z' }
  const { proofs } = await clausePage(kernel, ask, as('quality-head'))
  const [turn] = proofs.clocks
  expect(turn).toMatchObject({ procedure: 'duty', outcome: 'in-time', work: { byName: '严军' } })
  expect(proofs.names[turn?.work?.record?.id ?? '']?.number).toMatch(/^XS-|^[A-Z]+-2026-/)
  expect(turn && signaturesBehind(turn, proofs.signatures)).toMatchObject([
    { personName: '严军', recordId: turn?.work?.record?.id, command: 'patrol.complete' },
  ])
})

test('a round that is completed the next morning serves its own day, late; a day without one is missed', async () => {
  const { does, clock } = world
  clock.set('2026-11-21T08:00:00.000Z')
  const { record } = await does('equipment-technician', 'patrol.start')
  clock.set('2026-11-22T01:00:00.000Z')
  const items = (await itemsOf(record.id)).map(item => ({ itemId: item.id, running: 'normal' }))
  await does('equipment-technician', 'patrol.complete', { on: record.id, input: { items } })
  const [, saturday] = await turns()
  expect(saturday).toMatchObject({ fromDay: '2026-11-21', state: 'done', doneAt: '2026-11-22T01:00:00.000Z' })
  clock.set('2026-11-23T01:00:00.000Z')
  expect(await sweep()).toMatchObject({ missed: 1 })
  expect((await turns())[2]).toMatchObject({ fromDay: '2026-11-22', state: 'missed' })
})
