/** Readings of two stores as turns of a duty, on a real PostgreSQL: written down late, voided, and a long stop of the server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { evidence } from '../../kernel/evidence.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'
import type { TurnRow } from './duty.ts'
import { sweepDuties } from './sweep-duties.ts'

let world: TestKernel
const { main, cold } = warehouses
const faults: unknown[] = []
const sweep = () => sweepDuties(world.kernel, (_, fault) => faults.push(fault))
const at = (clock: string, day = 18) => new Date(`2026-11-${day}T${clock}:00+08:00`).toISOString()

beforeAll(async () => {
  world = await testKernel(procedures, { now: '2026-11-18T00:30:00.000Z' })
  const { siteId } = world
  const here = <Row extends object>(rows: readonly Row[]) => rows.map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(Object.values(parties)),
    products: here(Object.values(products)),
    lots: here(Object.values(lots)),
    deliveries: [],
    warehouses: here([main, cold]),
  })
  await sweep()
})
afterAll(() => world.drop())

const read = (more: object = {}, who = 'stock-maintenance') =>
  world.does(who, 'storage-condition.record', {
    input: { warehouseId: main.id, temperature: 21.4, humidity: 56, ...more },
  })
const dutyAt = (place: string) =>
  world.kernel.db
    .selectFrom('duty')
    .selectAll()
    .where('ofProcedure', '=', 'storage-condition')
    .where('place', '=', place)
    .executeTakeFirstOrThrow()
const turnsOn = async (day: string, place: string = main.id): Promise<TurnRow[]> => {
  const { id } = await dutyAt(place)
  return (await world.kernel.db
    .selectFrom('dutyTurn')
    .selectAll()
    .where('dutyId', '=', id)
    .where('fromDay', '=', day)
    .orderBy('dueAt')
    .execute()) as TurnRow[]
}
const clocksOf = (turn: TurnRow | undefined) =>
  world.kernel.db
    .selectFrom('deadline')
    .selectAll()
    .where('recordId', '=', turn?.dutyId)
    .where('key', '=', turn?.key)
    .orderBy('metAt')
    .execute()

test('a reading of the window that is written down hours later counts as late, as the record itself says', async () => {
  world.clock.set(at('14:00'))
  await sweep()
  expect((await turnsOn('2026-11-18'))[0]).toMatchObject({ state: 'missed' })
  const { record } = await read({ measuredAt: at('10:00'), lateReason: '上午忘记录入' })
  expect(record).toMatchObject({ timing: 'late' })
  const [morning] = await turnsOn('2026-11-18')
  expect(morning).toMatchObject({ state: 'done', doneAt: at('14:00'), doneNumber: record.number })
  expect(await clocksOf(morning)).toMatchObject([{ metAt: at('14:00') }])
})

test('a reading that is voided did nothing: its turn is owed again, and a later reading does it late', async () => {
  world.clock.set(at('15:40'))
  const { record } = await read()
  expect((await turnsOn('2026-11-18'))[1]).toMatchObject({ state: 'done' })
  world.clock.set(at('15:50'))
  await world.does('quality', 'storage-condition.void', { on: record.id, input: { reason: '记错库房' } })
  const [, afternoon] = await turnsOn('2026-11-18')
  expect(afternoon).toMatchObject({ state: 'open', doneAt: null, doneNumber: null })
  expect(await clocksOf(afternoon)).toMatchObject([
    { metAt: at('15:40'), cancelledAt: at('15:50') },
    { metAt: null, cancelledAt: null, dueAt: afternoon?.dueAt },
  ])
  world.clock.set(at('17:00'))
  const again = await read({ lateReason: '误录作废后补测' })
  const [, done] = await turnsOn('2026-11-18')
  expect(done).toMatchObject({ state: 'done', doneAt: at('17:00'), doneNumber: again.record.number })
  // evidence counts every turn of the two stores once, by what finally did it: all were late
  const clauses = (
    await evidence(world.kernel, [world.kernel.registry.procedure('storage-condition')], at('09:00'), at('17:00'))
  ).filter(item => item.clocks && item.clocks.due > 0)
  expect(clauses.map(item => item.clocks)).toEqual([{ due: 4, inTime: 0, late: 4, open: 0 }])
})

test('a reading that is voided after its window leaves the turn missed', async () => {
  world.clock.set(at('09:40', 19))
  const { record } = await read()
  world.clock.set(at('11:00', 19))
  await world.does('quality', 'storage-condition.void', { on: record.id, input: { reason: '编造的读数' } })
  expect((await turnsOn('2026-11-19'))[0]).toMatchObject({ state: 'missed' })
  // an extra reading that is voided takes nothing back
  const extra = await read({ warehouseId: cold.id, temperature: 5, lateReason: '早上漏记' }, 'warehouse')
  await world.does('quality', 'storage-condition.void', { on: extra.record.id, input: { reason: '记错库房' } })
  expect((await turnsOn('2026-11-19', cold.id))[0]).toMatchObject({ state: 'missed' })
})

test('why a window was missed is said once: on the month’s sheet of the store, and its turn takes it from there', async () => {
  const [morning] = await turnsOn('2026-11-19', cold.id)
  expect(morning).toMatchObject({ state: 'missed', explainedAt: null })
  const reason = '园区停电检修，库房封闭'
  await world.does('stock-maintenance', 'storage-condition.note-missed', {
    input: { warehouseId: cold.id, day: '2026-11-19', window: '09:30', reason },
  })
  expect((await turnsOn('2026-11-19', cold.id))[0]).toMatchObject({ state: 'missed', reason, explainedByName: '柳青' })
  const counted = (await clocksOf(morning)).filter(clock => clock.cancelledAt === null)
  expect(counted).toMatchObject([{ metAt: world.clock.now() }])
})

test('a store that is given up right after its window still shows the turn that was missed', async () => {
  world.clock.set(at('16:31', 19))
  expect((await turnsOn('2026-11-19', cold.id))[1]).toMatchObject({ state: 'open' })
  const { id } = await dutyAt(cold.id)
  await world.does('quality', 'warehouse.deactivate', { on: cold.id, input: { reason: '退租' } })
  await sweep()
  expect(await dutyAt(cold.id)).toMatchObject({ id, state: 'ended' })
  expect((await turnsOn('2026-11-19', cold.id))[1]).toMatchObject({ state: 'missed' })
})

test('after a stop of more than a year every turn of that time is there and missed', async () => {
  world.clock.set('2028-01-10T02:00:00.000Z')
  for (let round = 0; round < 5; round += 1) await sweep()
  expect(faults).toEqual([])
  const duty = await dutyAt(main.id)
  expect(duty.plannedUntil > '2028-01-10').toBe(true)
  const rows = await world.kernel.db
    .selectFrom('dutyTurn')
    .select('state')
    .where('dutyId', '=', duty.id)
    .where('fromDay', '>=', '2026-11-20')
    .where('fromDay', '<', '2028-01-10')
    .execute()
  expect(rows.filter(row => row.state === 'missed')).toHaveLength(rows.length)
  // 2026-11-20 to 2028-01-09: 416 days of two windows
  expect(rows).toHaveLength(832)
  // what the world was filled with stands in no trail
  const { faults: found } = await verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)
  expect(found.filter(({ at }) => /^(duty|deadline|storage)/.test(at))).toEqual([])
})
