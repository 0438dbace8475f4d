/**
 * No path by which held goods leave: whatever scope, whatever step, and however a stop and a shipment meet. The ledger of
 * deliveries is what counts: what is not delivered did not leave.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lots, parties, products } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { Refused } from '../../kernel/refusal.ts'
import { openStockedCompany, type StockedCompany } from './company.example.ts'

let company: StockedCompany
const { dealer } = parties

beforeAll(async () => {
  company = await openStockedCompany()
}, 60_000)
afterAll(() => company?.drop())

async function newLot(lotNo: string, quantity: number): Promise<string> {
  const input = { productId: products.infusionSet.id, lotNo, producedOn: '2026-03-01', expiresOn: '2029-02-28' }
  const { record } = await company.does('warehouse', 'lot.register', { input })
  await company.openStock(record.id, quantity)
  return record.id
}

const place = (input: object) => company.does('quality', 'stop-sale.place', { input: { reason: '质量疑问', ...input } })

/** Every step by which goods could leave, on a shipment that is as far as it can be. */
async function triesAll(
  lotId: string,
  shipments: Readonly<Record<'ordered' | 'picked' | 'checked', string>>,
  serials: readonly string[],
) {
  const quantity = serials.length || 2
  const lines = [{ lotId, quantity, serials, unitPrice: 320, reason: '客户指定' }]
  const system = (username: string) => ({ ...company.as(username), via: 'system' as const })
  const moved = { quantity, serials: [...serials] }
  const tries: Readonly<Record<string, () => Promise<unknown>>> = {
    order: () => company.does('sales', 'shipment.order', { input: { partyId: dealer.id, orderNo: 'XS-P', lines } }),
    pick: () => company.pick(shipments.ordered),
    check: () => company.check(shipments.picked, lotId, quantity),
    ship: () => company.ship(shipments.checked),
    'pick from the shelf': () =>
      execute(company.kernel, { command: 'lot.pick', on: lotId, input: moved }, system('picker')),
    'ship from the zone': () =>
      execute(
        company.kernel,
        {
          command: 'lot.ship',
          on: lotId,
          input: { ...moved, number: 'SH-X', partyId: dealer.id, deliveredOn: '2026-11-20' },
        },
        system('driver'),
      ),
    receive: () =>
      company.does('warehouse', 'lot.receive', {
        on: lotId,
        input: {
          supplierId: parties.pumpMaker.id,
          document: 'GH-P',
          quantity,
          serials: serials.map(item => `${item}-new`),
          receivedOn: '2026-11-20',
        },
      }),
    'write down': () =>
      company.does('warehouse', 'lot.record-deliveries', {
        on: lotId,
        input: { deliveries: [{ number: 'SH-P', partyId: dealer.id, deliveredOn: '2026-11-20', quantity }] },
      }),
  }
  const outcome: Record<string, string> = {}
  for (const [name, take] of Object.entries(tries)) {
    try {
      await take()
      outcome[name] = 'accepted'
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault
      outcome[name] = fault.refusals.some(item => item.code === 'held')
        ? 'held'
        : fault.refusals.map(item => item.code).join(' ')
    }
  }
  return outcome
}

const shipmentsOf = async (lotId: string, sets: readonly (readonly string[])[], quantity: number) => {
  const [ordered, picked, checked] = await Promise.all(sets.map(serials => company.order(lotId, quantity, serials)))
  await company.pick(picked ?? '')
  await company.pick(checked ?? '')
  await company.check(checked ?? '', lotId, quantity)
  return { ordered: ordered ?? '', picked: picked ?? '', checked: checked ?? '' }
}

test('a held lot leaves on no path, whatever was ordered before', async () => {
  const lotId = await newLot('P-LOT', 100)
  const shipments = await shipmentsOf(lotId, [[], [], []], 2)
  await place({ productId: products.infusionSet.id, lotId })
  const outcome = await triesAll(lotId, shipments, [])
  expect(new Set(Object.values(outcome)), JSON.stringify(outcome)).toEqual(new Set(['held']))
  expect(await company.delivered(lotId)).toBe(0)
})

test('held serial numbers leave on no path; the others of the lot go on', async () => {
  const lotId = lots.pump.id
  await company.openStock(lotId, 8, ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'])
  const before = await company.delivered(lotId)
  const shipments = await shipmentsOf(lotId, [['P1'], ['P2'], ['P3']], 1)
  const free = await company.order(lotId, 1, ['P7'])
  await place({ productId: products.pump.id, lotId, scope: 'serials', serials: ['P1', 'P2', 'P3', 'P4'] })
  const { receive, ...outcome } = await triesAll(lotId, shipments, ['P1'])
  expect(receive, 'other units of the lot may come in').not.toBe('held')
  expect(new Set(Object.values(outcome)), JSON.stringify(outcome)).toEqual(new Set(['held']))
  await company.pick(free)
  await company.check(free, lotId, 1)
  await company.ship(free)
  expect(await company.delivered(lotId)).toBe(before + 1)
})

test('a product that is held holds lots that come later', async () => {
  const lotId = lots.pressureMonitor.id
  await company.openStock(lotId, 30)
  const shipments = await shipmentsOf(lotId, [[], [], []], 2)
  await place({ scope: 'product', productId: products.pressureMonitor.id })
  const outcome = await triesAll(lotId, shipments, [])
  expect(new Set(Object.values(outcome)), JSON.stringify(outcome)).toEqual(new Set(['held']))
  const input = { productId: products.pressureMonitor.id, lotNo: '261101', producedOn: '2026-11-01', expiresOn: null }
  const later = await company.does('warehouse', 'lot.register', { input })
  await company.openStock(later.record.id, 5)
  const lines = [{ lotId: later.record.id, quantity: 1, unitPrice: 9900, reason: '客户指定' }]
  const [order] = await company.refused('sales', 'shipment.order', {
    input: { partyId: dealer.id, orderNo: 'XS-L', lines },
  })
  expect(order?.code).toBe('held')
})

test('a stop and a shipment that meet: the goods stay, or the stop lists them as on their way', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    const lotId = await newLot(`M-${round}`, 10)
    const shipment = await company.order(lotId, 4)
    await company.pick(shipment)
    await company.check(shipment, lotId, 4)
    const ship = () =>
      company.ship(shipment).then(
        () => 'shipped',
        fault => {
          if (fault instanceof Refused) return 'refused'
          throw fault
        },
      )
    const stop = () => place({ productId: products.infusionSet.id, lotId })
    const pause = () => new Promise(resolve => setTimeout(resolve, round * 3))
    // The first two rounds are the ends of the scale; between them the two meet somewhere in the middle.
    const left = round === 1 ? null : ship()
    if (round === 0) await left
    else if (left) await pause()
    const placed = await stop()
    const shipped = await (left ?? ship())
    const row = await company.stop(placed.record.id)
    const transit = await company.transit(placed.record.id)
    const gone = await company.delivered(lotId)
    outcomes.add(shipped)
    expect(gone).toBe(shipped === 'shipped' ? 4 : 0)
    expect(transit.reduce((sum, item) => sum + item.quantity, 0)).toBe(gone)
    expect(row.expectedUnderWay + row.expectedInStock).toBe(10)
  }
  expect([...outcomes].sort()).toEqual(['refused', 'shipped'])
}, 60_000)

test('two calls about one lot at the same moment make one stop with two complaints behind it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const lotId = await newLot(`C-${round}`, 10)
    const call = (partyId: string) => {
      const input = { partyId, productId: products.infusionSet.id, lotId, description: `第 ${round} 批漏液` }
      return company.does('service-desk', 'complaint.open', { input })
    }
    const calls = await Promise.all([call(parties.localHospital.id), call(dealer.id)])
    const stops = await company.stopsOf({ lotId })
    expect(stops).toHaveLength(1)
    const causes = await company.kernel.db
      .selectFrom('stopSaleCause')
      .select('number')
      .where('stopSaleId', '=', stops[0]?.id ?? '')
      .execute()
    expect(causes.map(row => row.number).sort()).toEqual(calls.map(answer => answer.record.number).sort())
  }
}, 60_000)
