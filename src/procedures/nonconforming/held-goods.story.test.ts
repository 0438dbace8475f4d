/** Reported goods stay held whatever is counted, put back or voided around them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { lots } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { type Company, company, doubtful, hospital, set } from './company.example.ts'

let here: Company
let world: TestKernel
beforeAll(async () => {
  here = await company()
  world = here.world
})
afterAll(() => world.drop())

const judgement = '判定不合格，封口强度不足'

/** A step that the outbound check starts. */
const started = (command: string, input: JsonObject, on: string = set.id) =>
  execute(world.kernel, { command, on, input }, { ...world.as('checker'), via: 'system' })
const codes = (what: Promise<unknown>): Promise<string[]> =>
  what.then(
    () => [],
    fault => fault.refusals.map((item: { code: string }) => item.code),
  )
const zoneOf = async (id: string) =>
  (await world.database.adminPool.query('SELECT zone FROM nonconforming WHERE id = $1', [id])).rows[0].zone

test('two stocktakes do not make isolated goods good again', async () => {
  const { does, refused } = world
  const on = await here.isolated(500)
  const count = (zone: string, counted: number) => ({
    on: set.id,
    input: { zone, counted, countedOn: '2026-11-20', reason: '放错库区' },
  })
  const [held] = await refused('warehouse', 'lot.count', count('unqualified', 499))
  expect(held).toMatchObject({ code: 'nonconforming-missing', field: 'counted', clause: 'GMP-87' })
  await does('warehouse', 'lot.count', count('unqualified', 500))
  await does('warehouse', 'lot.count', count('qualified', 99))
  expect(await here.stock()).toEqual({ qualified: 99, unqualified: 500 })

  // what is really lost is voided by quality first, then counted
  await does('quality-head', 'nonconforming.void', { on, input: { reason: '实物只有 400，重新上报' } })
  await does('warehouse', 'lot.count', count('unqualified', 400))
  await does('warehouse', 'lot.count', count('unqualified', 0))
  await does('warehouse', 'lot.count', count('qualified', 600))
})

test('goods reported in the shipping zone do not hold their shipment for ever', async () => {
  const { does } = world
  await started('lot.pick', { quantity: 40 })
  const report = { ...doubtful, source: 'outbound-check', zone: 'shipping', judgement, marked: true }
  const { record } = await does('quality', 'nonconforming.report', { input: { ...report, quantity: 15 } })
  const on = record.id
  expect(await codes(started('lot.put-back', { quantity: 30 }))).toEqual(['goods-nonconforming'])
  await started('lot.put-back', { quantity: 20 })
  expect(await zoneOf(on), 'twenty units were not reported').toBe('shipping')

  await started('lot.put-back', { quantity: 20 })
  expect(await zoneOf(on), 'the report follows its goods').toBe('qualified')
  expect(await codes(started('lot.pick', { quantity: 586 }))).toEqual(['goods-nonconforming'])

  await does('sales-rep', 'nonconforming.confirm', { on, input: {} })
  await does('warehouse', 'nonconforming.store', { on, input: { counted: 15, place: 'BHG-02' } })
  expect(await here.stock()).toEqual({ qualified: 585, unqualified: 15 })
  await started('lot.pick', { quantity: 5 })
  await started('lot.put-back', { quantity: 5 })
  expect(await zoneOf(on)).toBe('unqualified')
})

test('devices reported in the shipping zone go back with their own report alone', async () => {
  const { does } = world
  const pump = lots.pump.id
  await does('warehouse', 'lot.open-stock', {
    on: pump,
    input: { zone: 'qualified', quantity: 3, serials: ['HP-1', 'HP-2', 'HP-3'], countedOn: '2026-11-18' },
  })
  await started('lot.pick', { quantity: 3, serials: ['HP-1', 'HP-2', 'HP-3'] }, pump)
  const report = async (serial: string) =>
    (
      await does('quality', 'nonconforming.report', {
        input: {
          ...doubtful,
          source: 'outbound-check',
          lotId: pump,
          zone: 'shipping',
          quantity: 1,
          serials: [serial],
          judgement,
          marked: true,
        },
      })
    ).record.id
  const [one, two] = [await report('HP-1'), await report('HP-2')]
  await started('lot.put-back', { quantity: 2, serials: ['HP-1', 'HP-3'] }, pump)
  expect([await zoneOf(one), await zoneOf(two)]).toEqual(['qualified', 'shipping'])
  expect(await codes(started('lot.pick', { quantity: 1, serials: ['HP-1'] }, pump))).toContain('serial-nonconforming')
  const [strange] = await world.refused('quality', 'nonconforming.correct', {
    on: two,
    input: { reason: '抄错', serials: ['HP-3'] },
  })
  expect(strange).toMatchObject({ code: 'serial-not-there', field: 'serials.0' })
})

test('goods at a customer that come back after all are no longer reported there once the report is voided', async () => {
  const { does, refused } = world
  const { zone: _, ...rest } = doubtful
  const input = { ...rest, source: 'complaint', atCustomer: true, partyId: hospital.id, judgement, quantity: 300 }
  const { record } = await does('quality', 'nonconforming.report', { input })
  expect(record.state).toBe('isolated')
  const [twice] = await refused('quality', 'nonconforming.report', { input })
  expect(twice?.code).toBe('more-than-delivered')
  await does('quality-head', 'nonconforming.void', { on: record.id, input: { reason: '改为运回' } })

  const again = await does('quality-head', 'nonconforming.report', { input })
  const [own] = await refused('quality-head', 'nonconforming.void', {
    on: again.record.id,
    input: { reason: '改为运回' },
  })
  expect(own?.code).toBe('judged-by-same-person')
})
