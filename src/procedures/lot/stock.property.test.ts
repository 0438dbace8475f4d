/** Whatever people do at once, from however many connections: no unit is lost, made, doubled or owed. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Place, StockMoveRow } from '../../vocabulary/stock.ts'
import { isZone } from '../../vocabulary/stock.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { lot } from './procedure.ts'

const customers = [parties.localHospital.id, parties.dealer.id]

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([lot, warehouse])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here({ ...products, pump: { ...products.pump, isSerialTracked: true } }),
    lots: here({ plate: { ...lots.plate, quantityDelivered: 0 } }),
    deliveries: [],
    warehouses: here(warehouses),
  })
}, 120_000)
afterAll(() => world.drop())

let made = 0

/** A lot with units in the qualified zone of both warehouses. */
async function stockedLot(productId: string, quantity: number, serials: readonly string[]): Promise<string> {
  made += 1
  const input = { productId, lotNo: `P${made}`, producedOn: '2026-01-01', expiresOn: '2029-01-01' }
  const on = (await world.does('warehouse', 'lot.register', { input })).record.id
  const half = Math.ceil(quantity / 2)
  for (const [warehouseId, from, to] of [
    [warehouses.main.id, 0, half],
    [warehouses.cold.id, half, quantity],
  ] as const)
    await world.does('warehouse', 'lot.open-stock', {
      on,
      input: {
        warehouseId,
        zone: 'qualified',
        quantity: to - from,
        serials: serials.slice(from, to),
        countedOn: '2026-11-01',
      },
    })
  return on
}

/** One thing that somebody tries; which units it names is decided by the numbers, sensible or not. */
interface Try {
  readonly act: 'pick' | 'put-back' | 'ship' | 'take-back' | 'destroy' | 'transfer' | 'leave' | 'receive' | 'count'
  readonly house: number
  readonly party: number
  readonly quantity: number
  readonly offset: number
  readonly other: number
}

const tries: fc.Arbitrary<Try> = fc.record({
  act: fc.constantFrom(
    'pick',
    'pick',
    'ship',
    'ship',
    'take-back',
    'put-back',
    'destroy',
    'transfer',
    'leave',
    'receive',
    'count',
  ),
  house: fc.nat(1),
  party: fc.nat(1),
  quantity: fc.integer({ min: 1, max: 6 }),
  offset: fc.nat(11),
  other: fc.nat(4),
})

const ZONES = ['waiting', 'qualified', 'shipping', 'unqualified', 'return'] as const

let papers = 0

function callOf(attempt: Try, pool: readonly string[]): { readonly command: string; readonly input: JsonObject } {
  papers += 1
  const { act, quantity, offset } = attempt
  const warehouseId = [warehouses.main.id, warehouses.cold.id][attempt.house] ?? null
  const partyId = customers[attempt.party] ?? null
  const serials = pool.length > 0 ? pool.slice(offset, offset + quantity) : []
  const goods = { warehouseId, quantity, serials }
  const zone = ZONES[attempt.other] ?? 'qualified'
  switch (act) {
    case 'pick':
    case 'put-back':
      return { command: `lot.${act}`, input: goods }
    case 'ship':
      return {
        command: 'lot.ship',
        input: { ...goods, partyId, number: `N${papers}`, deliveredOn: '2026-11-19' },
      }
    case 'take-back':
      return { command: 'lot.take-back', input: { ...goods, partyId } }
    case 'destroy':
      return { command: 'lot.destroy-at-customer', input: { ...goods, partyId } }
    case 'transfer':
      return { command: 'lot.transfer', input: { ...goods, from: zone, to: 'unqualified', reason: '抽查移区' } }
    case 'leave':
      return { command: 'lot.leave', input: { ...goods, from: zone, way: 'destroyed' } }
    case 'receive': {
      const document = `D${papers}`
      const fresh = pool.length > 0 ? serials.map(serial => `${serial}-${papers}`) : []
      const input = { ...goods, serials: fresh, quantity: pool.length > 0 ? Math.max(fresh.length, 1) : quantity }
      return {
        command: 'lot.receive',
        input: { ...input, supplierId: parties.pumpMaker.id, document, receivedOn: '2026-11-18' },
      }
    }
    case 'count':
      return {
        command: 'lot.count',
        input: {
          warehouseId,
          zone,
          counted: pool.length > 0 ? serials.length : quantity,
          serials,
          countedOn: '2026-11-19',
          reason: '盘点',
        },
      }
  }
}

async function attempt(on: string, { command, input }: { command: string; input: JsonObject }): Promise<boolean> {
  try {
    await execute(world.kernel, { command, on, input }, { ...world.as('warehouse'), via: 'system' })
    return true
  } catch (fault) {
    if (fault instanceof Refused) return false
    throw fault
  }
}

async function allRows<Row>(table: string, lotId: string): Promise<Row[]> {
  const { rows } = await world.database.pool.query(`select * from ${table} where lot_id = $1 order by id`, [lotId])
  return rows as Row[]
}

async function holdTogether(lotId: string, tracked: boolean): Promise<void> {
  const moves = (await allRows<Record<string, unknown>>('stock_move', lotId)).map(
    row =>
      ({
        warehouseId: row.warehouse_id,
        fromPlace: row.from_place,
        toPlace: row.to_place,
        quantity: row.quantity,
        serials: row.serials,
        partyId: row.party_id,
        at: row.at,
      }) as Pick<StockMoveRow, 'warehouseId' | 'fromPlace' | 'toPlace' | 'quantity' | 'serials' | 'partyId' | 'at'>,
  )
  const sums = new Map<string, number>()
  const add = (place: Place, house: string, quantity: number) => {
    if (isZone(place)) sums.set(`${house} ${place}`, (sums.get(`${house} ${place}`) ?? 0) + quantity)
  }
  for (const move of moves) {
    add(move.fromPlace, move.warehouseId, -move.quantity)
    add(move.toPlace, move.warehouseId, move.quantity)
  }
  const stock = await allRows<{ warehouse_id: string; zone: string; quantity: number }>('stock', lotId)
  expect(Object.fromEntries(stock.map(row => [`${row.warehouse_id} ${row.zone}`, row.quantity]))).toEqual(
    Object.fromEntries(sums),
  )
  expect(stock.filter(row => row.quantity < 0)).toEqual([])
  const into = moves.filter(move => !isZone(move.fromPlace) && isZone(move.toPlace))
  const out = moves.filter(move => isZone(move.fromPlace) && !isZone(move.toPlace))
  const total = (list: typeof moves) => list.reduce((sum, move) => sum + move.quantity, 0)
  expect(stock.reduce((sum, row) => sum + row.quantity, 0)).toBe(total(into) - total(out))

  const deliveries = await allRows<{ party_id: string; quantity: number }>('delivery', lotId)
  for (const customer of customers) {
    const delivered = deliveries.filter(row => row.party_id === customer).reduce((sum, row) => sum + row.quantity, 0)
    const shipped = total(moves.filter(move => move.toPlace === 'customer' && move.partyId === customer))
    const gone = total(moves.filter(move => move.fromPlace === 'customer' && move.partyId === customer))
    expect(shipped).toBe(delivered)
    expect(gone).toBeLessThanOrEqual(delivered)
  }
  if (!tracked) return
  const units = await allRows<{ serial: string; place: string; warehouse_id: string | null }>('unit', lotId)
  expect(new Set(units.map(unit => unit.serial)).size).toBe(units.length)
  for (const row of stock)
    expect(
      units.filter(unit => unit.place === row.zone && unit.warehouse_id === row.warehouse_id).length,
      `units in ${row.zone}`,
    ).toBe(row.quantity)
  for (const unit of units) {
    const places = moves.filter(move => move.serials.includes(unit.serial))
    const entered = places.filter(move => move.toPlace === unit.place).length
    const left = places.filter(move => move.fromPlace === unit.place).length
    // where a unit first came from it is one time less
    const origin = unit.place === 'counted' || unit.place === 'supplier' ? 1 : 0
    expect(entered - left, `${unit.serial} is at ${unit.place}`).toBe(1 - origin)
  }
}

test('random moves at once: stock is the sum of moves, never negative, and every serial is at one place', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 25, maxLength: 45 }), fc.boolean(), async (list, tracked) => {
      const serials = tracked ? Array.from({ length: 18 }, (_, index) => `S${made}-${index}`) : []
      const lotId = await stockedLot(tracked ? products.pump.id : products.infusionSet.id, 18, serials)
      const outcomes: boolean[] = []
      for (let at = 0; at < list.length; at += 8)
        outcomes.push(...(await Promise.all(list.slice(at, at + 8).map(item => attempt(lotId, callOf(item, serials))))))
      accepted += outcomes.filter(Boolean).length
      await holdTogether(lotId, tracked)
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(accepted, 'enough of what was tried was possible').toBeGreaterThan(25)
}, 300_000)

test('twenty people who take the last units at once get each of them once', async () => {
  const lotId = await stockedLot(products.infusionSet.id, 20, [])
  const input = { warehouseId: warehouses.main.id, quantity: 1 }
  const taken = await Promise.all(Array.from({ length: 20 }, () => attempt(lotId, { command: 'lot.pick', input })))
  expect(taken.filter(Boolean)).toHaveLength(10)
  await holdTogether(lotId, false)
})

test('a retry of the same return finds nothing left to take back', async () => {
  const lotId = await stockedLot(products.infusionSet.id, 20, [])
  const partyId = parties.localHospital.id
  const warehouseId = warehouses.main.id
  await attempt(lotId, { command: 'lot.pick', input: { warehouseId, quantity: 10 } })
  const shipped = { warehouseId, quantity: 10, partyId, number: 'N-last', deliveredOn: '2026-11-19' }
  await attempt(lotId, { command: 'lot.ship', input: shipped })
  const back = { command: 'lot.take-back', input: { warehouseId, quantity: 6, partyId } }
  const outcomes = await Promise.all([attempt(lotId, back), attempt(lotId, back), attempt(lotId, back)])
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  await holdTogether(lotId, false)
})

test('the same serial cannot be entered into two lots at once', async () => {
  const first = await stockedLot(products.pump.id, 2, [`X${made}-1`, `X${made}-2`])
  const second = await stockedLot(products.pump.id, 2, [`Y${made}-1`, `Y${made}-2`])
  const receive = (on: string, document: string) =>
    attempt(on, {
      command: 'lot.receive',
      input: {
        supplierId: parties.pumpMaker.id,
        document,
        quantity: 1,
        serials: ['TWIN-1'],
        receivedOn: '2026-11-18',
      },
    })
  const outcomes = await Promise.all([receive(first, 'T1'), receive(second, 'T2')])
  expect(outcomes.filter(Boolean)).toHaveLength(1)
})
