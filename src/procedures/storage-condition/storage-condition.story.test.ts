/** A store from morning to evening on a real PostgreSQL: read, too warm, adjusted, goods judged, closed; a logger; a month on paper. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { runImport } from '../../server/import/run-import.ts'
import { procedures } from '../index.ts'
import { loggerSeries } from './imports/logger-series.ts'
import { storageConditionLedger } from './ledgers.ts'
import { storageCondition } from './procedure.ts'
import { queries } from './queries.ts'
import { monthSummary } from './reports/month-summary.ts'
import type { StorageConditionRow } from './storage-condition.ts'

let world: TestKernel
const { main, cold } = warehouses

beforeAll(async () => {
  world = await testKernel(procedures, { now: '2026-11-18T00:30:00.000Z' })
  const { siteId } = world
  const here = <Row extends object>(rows: readonly Row[]) => rows.map(row => ({ ...row, siteId }))
  const asksForCold = { isColdChain: true, temperatureFrom: 2, temperatureTo: 8 }
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(Object.values(parties)),
    products: here(Object.values(products)).map(row =>
      row.id === products.infusionSet.id ? { ...row, ...asksForCold } : row,
    ),
    lots: here(Object.values(lots)),
    deliveries: [],
    warehouses: here([main, cold]),
  })
  await world.does('warehouse', 'lot.open-stock', {
    on: lots.infusionSet.id,
    input: { zone: 'qualified', quantity: 40, countedOn: '2026-11-17', warehouseId: cold.id },
  })
})
afterAll(() => world.drop())

const row = (answer: { readonly record: unknown }) => answer.record as StorageConditionRow
const at = (clock: string, day = 18) => new Date(`2026-11-${day}T${clock}:00+08:00`).toISOString()
const context = () => ({
  actor: world.as('quality'),
  now: world.clock.now(),
  zone: world.kernel.zone,
  policy: policyBook([], world.clock.now()),
})

test('the keeper reads both stores in the morning window; a second reading is extra, a late one says why', async () => {
  const { does, refused, clock } = world
  clock.set(at('09:40'))
  const first = row(
    await does('stock-maintenance', 'storage-condition.record', {
      input: { warehouseId: main.id, temperature: 21.4, humidity: 56, instrument: 'WSD-01' },
    }),
  )
  expect(first).toMatchObject({ state: 'in-range', timing: 'on-time', windowFrom: '09:30', recordedByName: '柳青' })
  clock.set(at('09:55'))
  const again = row(
    await does('warehouse', 'storage-condition.record', {
      input: { warehouseId: main.id, temperature: 21.6, humidity: 55 },
    }),
  )
  expect(again).toMatchObject({ timing: 'extra', windowFrom: null })
  clock.set(at('11:00'))
  const input = { warehouseId: cold.id, temperature: 4.8, humidity: 60 }
  const unexplained = await refused('warehouse', 'storage-condition.record', { input })
  expect(unexplained[0]).toMatchObject({ code: 'late-reason-missing', field: 'lateReason' })
  const late = row(
    await does('warehouse', 'storage-condition.record', { input: { ...input, lateReason: '上午集中收货' } }),
  )
  expect(late).toMatchObject({ timing: 'late', windowFrom: '09:30', reason: '上午集中收货' })
})

test('too warm in the afternoon: adjusted, read again, judged by quality, closed', async () => {
  const { does, refused, clock, kernel } = world
  clock.set(at('15:40'))
  const warm = await does('stock-maintenance', 'storage-condition.record', {
    input: { warehouseId: cold.id, temperature: 9.6, humidity: 62 },
  })
  const { id } = warm.record
  expect(row(warm)).toMatchObject({ state: 'out-of-range', goodsCount: 1 })
  expect(warm.due.map(clock => [clock.name, clock.ownerRole])).toEqual([
    ['adjustment', 'stock-maintenance'],
    ['quality', 'quality'],
  ])
  const reread = { on: id, input: { temperature: 5, humidity: 60 } }
  expect((await refused('stock-maintenance', 'storage-condition.reread', reread))[0]?.code).toBe('state')
  clock.set(at('15:55'))
  await does('stock-maintenance', 'storage-condition.adjust', {
    on: id,
    input: { what: '冷库门未关严，已关闭并加开备用机组' },
  })
  clock.set(at('16:10'))
  const still = await does('stock-maintenance', 'storage-condition.reread', {
    on: id,
    input: { temperature: 8.7, humidity: 61 },
  })
  expect(row(still).state).toBe('out-of-range')
  await does('warehouse', 'storage-condition.adjust', { on: id, input: { what: '调低设定温度至 3 ℃' } })
  clock.set(at('16:40'))
  const back = await does('stock-maintenance', 'storage-condition.reread', reread)
  expect(row(back)).toMatchObject({ state: 'back-in-range', restoredAt: at('16:40') })
  const early = await refused('warehouse-head', 'storage-condition.close', { on: id, input: { cause: '门封老化' } })
  expect(early[0]?.code).toBe('goods-unassessed')
  await does('quality', 'storage-condition.assess-goods', {
    on: id,
    input: { verdict: 'stop', note: '最高 9.6 ℃、约 1 小时，说明书未给出短时允许温度，先停售复检' },
  })
  const page = await recordPage(kernel, storageCondition, id, world.as('quality'))
  expect(page.links.map(link => link.procedure)).toEqual(['stop-sale'])
  const closed = await does('warehouse-head', 'storage-condition.close', {
    on: id,
    input: { cause: '门封条老化，已更换；出入库后由保管员复查关门' },
  })
  expect(row(closed)).toMatchObject({ state: 'closed', goodsVerdict: 'stop', closedByName: '田壮' })
  expect(closed.due.filter(clock => !clock.metAt && !clock.cancelledAt)).toEqual([])
})

test('a missed window is explained; a wrong figure is struck through', async () => {
  const { does, clock, kernel } = world
  clock.set(at('09:20', 19))
  const missed = row(
    await does('stock-maintenance', 'storage-condition.note-missed', {
      input: { warehouseId: main.id, day: '2026-11-18', window: '15:30', reason: '停电演练，库房封闭' },
    }),
  )
  expect(missed).toMatchObject({ state: 'missed', logDay: '2026-11-18' })
  clock.set(at('09:35', 19))
  const wrong = await does('warehouse', 'storage-condition.record', {
    input: { warehouseId: main.id, temperature: 12.3, humidity: 55 },
  })
  await does('warehouse', 'storage-condition.correct', {
    on: wrong.record.id,
    input: { temperature: 21.3, humidity: 55, reason: '抄录笔误' },
  })
  const page = await recordPage(kernel, storageCondition, wrong.record.id, world.as('quality'))
  expect(page.corrections).toMatchObject([{ field: 'temperature', was: 12.3, now: 21.3, reason: '抄录笔误' }])
})

test('a store gets narrower limits, signed, and its readings are judged by them', async () => {
  const { does, refused, clock } = world
  await does('quality', 'storage-condition.set-range', {
    input: {
      warehouseId: main.id,
      temperatureFrom: 15,
      temperatureTo: 25,
      humidityFrom: 45,
      humidityTo: 70,
      reason: '植入物说明书要求',
    },
  })
  clock.set(at('15:35', 19))
  const out = await does('warehouse', 'storage-condition.record', {
    input: { warehouseId: main.id, temperature: 22, humidity: 72 },
  })
  expect(row(out)).toMatchObject({ state: 'out-of-range', humidityTo: 70 })
  await does('quality', 'storage-condition.void', { on: out.record.id, input: { reason: '读的是隔壁库房' } })
  clock.set(at('15:37', 19))
  const right = row(
    await does('warehouse', 'storage-condition.record', {
      input: { warehouseId: main.id, temperature: 22.1, humidity: 60 },
    }),
  )
  expect(right).toMatchObject({ timing: 'on-time', windowFrom: '15:30' })
  const wider = {
    warehouseId: main.id,
    temperatureFrom: 0,
    temperatureTo: 35,
    humidityFrom: 45,
    humidityTo: 75,
    reason: '省电',
  }
  expect((await refused('quality', 'storage-condition.set-range', { input: wider }))[0]?.code).toBe(
    'wider-than-climate',
  )
})

test('the cold store’s logger: its file is tried, taken, and taken again without effect; an excursion is one record', async () => {
  const { kernel, clock, does } = world
  clock.set(at('18:00', 19))
  const lines = Array.from({ length: 600 }, (_, i) => {
    const moment = new Date(Date.parse(at('16:00', 18)) + i * 120_000)
    const local = new Date(moment.getTime() + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19)
    const temperature = i >= 300 && i < 340 ? 8.4 + (i - 300) / 50 : 4 + (i % 10) / 10
    return { row: i + 2, cells: [cold.name, 'LC-02', local, temperature.toFixed(1), '58.5'] }
  })
  const table = { headers: ['库房', '仪器编号', '记录时间', '温度', '湿度'], lines }
  const run = (dryRun: boolean) =>
    runImport(
      kernel,
      world.as('stock-maintenance'),
      { procedure: 'storage-condition', table: loggerSeries },
      { table, dryRun, file: null },
    )
  expect(await run(true)).toMatchObject({ ok: true, fresh: 600, known: 0 })
  expect(await run(false)).toMatchObject({ ok: true, fresh: 600 })
  expect(await run(false)).toMatchObject({ ok: true, fresh: 0, known: 600 })

  const excursions = await kernel.db
    .selectFrom('storageCondition')
    .selectAll()
    .where('kind', '=', 'excursion')
    .execute()
  expect(excursions).toMatchObject([
    { measuredAt: at('02:00', 19), untilAt: at('03:18', 19), temperatureHigh: 9.2, points: 40, goodsCount: 1 },
  ])

  const more = Array.from({ length: 3 }, (_, i) => ({
    at: new Date(Date.parse(at('12:00', 19)) + i * 60_000).toISOString(),
    temperature: 4.1,
  }))
  const taken = row(
    await does('warehouse', 'storage-condition.take-series', {
      input: { warehouseId: cold.id, instrument: 'LC-02', points: more },
    }),
  )
  expect(taken).toMatchObject({ state: 'taken', points: 3 })
})

test('the overview, the course of a store, the month’s sheet and the report say the same', async () => {
  const { kernel } = world
  const overview = await queries.reads.stores.run(kernel.db, {}, context())
  expect(overview.map(store => [store.name, store.open.length])).toEqual([
    [main.name, 0],
    [cold.name, 1],
  ])
  expect(overview[0]?.limits).toMatchObject({ temperatureTo: 25, humidityTo: 70 })
  const course = await queries.reads.series.run(
    kernel.db,
    { store: cold.number, from: '2026-11-18', to: '2026-11-19' },
    context(),
  )
  expect(course?.slices.reduce((sum, slice) => sum + slice.points, 0)).toBe(603)
  expect(course?.missed.map(item => [item.day, item.from])).toEqual([
    ['2026-11-19', '09:30'],
    ['2026-11-19', '15:30'],
  ])
  const reading = overview[0]?.last
  if (!reading) throw new Error('the main store was read')
  const sheet = (await queries.facts.paper.read(kernel.db, [reading.id])).get(reading.id)
  expect(sheet?.readings.filter(item => item.missed)).toMatchObject([
    { day: '2026-11-18', reason: '停电演练，库房封闭' },
  ])
  const report = await monthSummary.fill(kernel.db, { month: '2026-11' }, context())
  expect(report.tables[0]?.rows).toMatchObject([
    { name: main.name, missed: 1 + 34, explained: 1, share: 100 },
    { name: cold.name, late: 1 },
  ])
  const ledger = await readLedger(
    kernel,
    storageCondition,
    storageConditionLedger,
    { filter: { kind: ['missed'] }, limit: 10 },
    world.as('quality'),
  )
  expect(ledger.rows).toHaveLength(1)
})

test('every row can be rebuilt from the trail', async () => {
  const { kernel, database } = world
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  // People, products, lots and stores of this test were put there directly; the rest went through its steps.
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
