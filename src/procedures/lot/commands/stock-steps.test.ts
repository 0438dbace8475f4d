import { describe, expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { lots, parties, products, warehouses } from '../../../../test/world.ts'
import type { Zone } from '../../../vocabulary/stock.ts'
import type { Receipt, ZoneStock } from '../stock-queries.ts'
import { acceptLot, bookInLot } from './accept-lot.ts'
import { countLot } from './count-lot.ts'
import { openStock } from './open-stock.ts'
import { pickLot, putBackLot } from './pick-lot.ts'
import { receiveLot } from './receive-lot.ts'
import { shipLot } from './ship-lot.ts'
import { destroyAtCustomer, takeBackLot } from './take-back-lot.ts'
import { leaveLot, transferLot } from './transfer-lot.ts'

const record = lots.infusionSet
const product = { ...products.infusionSet, state: 'active' }
const tracked = { ...products.pump, state: 'active', isSerialTracked: true }
const house = warehouses.main
const warehouse = { id: house.id, name: house.name, state: house.state, climate: house.climate }
const hospital = { ...parties.localHospital, isSupplier: false }
const supplier = { ...parties.pumpMaker, isSupplier: true, isCustomer: false }

const there = (zone: Zone, quantity: number, warehouseId: string = house.id): ZoneStock => ({
  id: idOf(`stock ${zone} ${warehouseId}`),
  lotId: record.id,
  warehouseId,
  warehouseName: house.name,
  zone,
  quantity,
})
const unit = (serial: string, place: Zone | 'customer' | 'counted', more: object = {}) => ({
  id: idOf(`unit ${serial}`),
  lotId: lots.pump.id,
  productId: products.pump.id,
  serial,
  place,
  warehouseId: place === 'customer' || place === 'counted' ? null : house.id,
  partyId: place === 'customer' ? hospital.id : null,
  ...more,
})
/** Somebody whose step another procedure has started. */
const started = (role: string) => ({ ...someone(role), via: 'system' as const })
const system = started('warehouse')
const receipt = (byId: string, quantity: number): Receipt => ({
  lotId: record.id,
  warehouseId: house.id,
  byId,
  byName: '蒋涛',
  partyId: supplier.id,
  partyName: supplier.name,
  document: 'HZ-1',
  happenedOn: '2026-11-18',
  quantity,
})
const moves = (rows: readonly object[] | undefined) =>
  (rows ?? [])
    .filter(row => 'child' in row && row.child === 'stock-move')
    .map(row => ('insert' in row ? row.insert : {}))
const noted = {
  id: idOf('note'),
  lotId: record.id,
  warehouseId: house.id,
  number: 'RK-PH-2026-00002-1',
  quantity: 40,
  serials: [],
  supplierId: supplier.id,
  supplierName: supplier.name,
  document: 'HZ-1',
  receivedOn: '2026-11-18',
  verdict: '合格',
  acceptedAt: '2026-11-19T01:00:00.000Z',
  acceptedBy: someone('acceptance-inspector').id,
  acceptedByName: '谷雨',
  location: null,
  bookedAt: null,
  bookedBy: null,
  bookedByName: null,
}

describe('openStock', () => {
  const input = { zone: 'qualified', quantity: 40, countedOn: '2026-11-19' }
  const found = { warehouse, newUnits: [], zoneMoved: false }
  const open = (more: object = {}, finds: object = {}, facts: object = {}) =>
    given(openStock, { record, facts: { stock: [], product, ...facts }, found: { ...found, ...finds } }).when({
      ...input,
      ...more,
    })

  test('puts what was counted into the zone', () => {
    const { change } = open().accepts()
    expect(moves(change.rows)).toMatchObject([
      { kind: 'open-stock', fromPlace: 'counted', toPlace: 'qualified', quantity: 40, happenedOn: '2026-11-19' },
    ])
    expect(change.rows).toContainEqual(
      expect.objectContaining({ child: 'stock', insert: expect.objectContaining({ zone: 'qualified', quantity: 40 }) }),
    )
  })

  test('refuses a zone that is open, tomorrow, no warehouse, a locked one, and a warm one for the cold chain', () => {
    open({}, { zoneMoved: true }).refuses('stock-open', 'zone')
    open({ countedOn: '2026-11-21' }).refuses('in-future', 'countedOn')
    open({}, { warehouse: null }).refuses('warehouse-unknown', 'warehouseId')
    open({}, { warehouse: { ...warehouse, state: 'inactive' } }).refuses('warehouse-unknown')
    open({}, {}, { product: { ...product, isColdChain: true } }).refuses('cold-store-needed', 'warehouseId')
    const cold = { ...warehouse, climate: 'cold' }
    open({}, { warehouse: cold }, { product: { ...product, isColdChain: true } }).accepts()
  })

  test('asks for a serial number of each unit, once, and not of a unit that is elsewhere', () => {
    const pump = (serials: string[], units: object[] = []) =>
      given(openStock, {
        record: lots.pump,
        facts: { stock: [], product: tracked },
        found: { ...found, newUnits: units as never },
      }).when({ ...input, quantity: 2, serials })
    pump(['A']).refuses('serials-needed', 'serials')
    pump(['A', 'A']).refuses('serial-twice', 'serials.1')
    pump(['A', 'B'], [unit('B', 'customer')]).refuses('serial-elsewhere', 'serials.1')
    pump(['A', 'B'], [unit('B', 'counted', { lotId: record.id })]).refuses('serial-elsewhere', 'serials.1')
    const { change } = pump(['A', 'B'], [unit('B', 'counted')]).accepts()
    expect(change.rows?.filter(row => row.child === 'unit')).toMatchObject([
      { insert: { serial: 'A', place: 'qualified', warehouseId: house.id } },
      { id: idOf('unit B'), set: { place: 'qualified' } },
    ])
  })
})

describe('receiveLot', () => {
  const input = { supplierId: supplier.id, document: 'HZ-1', quantity: 100, receivedOn: '2026-11-18' }
  const found = { warehouse, newUnits: [], party: supplier, documentTaken: false }
  const receive = (more: object = {}, finds: object = {}) =>
    given(receiveLot, { record, facts: { stock: [there('waiting', 5)], product }, found: { ...found, ...finds } }).when(
      {
        ...input,
        ...more,
      },
    )

  test('brings the goods into the waiting zone', () => {
    const { change } = receive().accepts()
    expect(moves(change.rows)).toMatchObject([{ fromPlace: 'supplier', toPlace: 'waiting', partyId: supplier.id }])
    expect(change.rows).toContainEqual({ child: 'stock', id: there('waiting', 5).id, set: { quantity: 105 } })
  })

  test('refuses a supplier that is none or locked, a paper that came before, and impossible days', () => {
    receive({}, { party: null }).refuses('supplier-locked', 'supplierId')
    receive({}, { party: { ...supplier, state: 'inactive' } }).refuses('supplier-locked')
    receive({}, { party: hospital }).refuses('supplier-locked')
    receive({}, { documentTaken: true }).refuses('document-taken', 'document')
    receive({ receivedOn: '2026-11-21' }).refuses('day-impossible', 'receivedOn')
    receive({ receivedOn: '2026-02-28' }).refuses('day-impossible')
    receive({ document: '' }).refuses('bad-input', 'document')
  })

  test('is the keeper’s', () => {
    given(receiveLot, { record, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('acceptLot', () => {
  const input = { quantity: 40, verdict: '外观、包装、标签完好' }
  const inspector = someone('acceptance-inspector')
  const facts = {
    stock: [there('waiting', 60), there('qualified', 1)],
    product,
    receipts: [receipt('keeper', 60)],
    stockIns: [],
  }
  const accept = (more: object = {}, other: object = {}) =>
    given(acceptLot, { record, facts, found: { warehouse, units: [] }, ...other }).when({ ...input, ...more })

  test('moves the goods to the qualified zone and makes the stock-in note', () => {
    const { change } = accept().accepts()
    expect(moves(change.rows)).toMatchObject([{ fromPlace: 'waiting', toPlace: 'qualified', quantity: 40 }])
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'stock-in',
        insert: expect.objectContaining({
          number: `RK-${record.number}-1`,
          document: 'HZ-1',
          acceptedBy: inspector.id,
        }),
      }),
    )
  })

  test('is not for whoever received goods that still wait', () => {
    const receipts = [receipt('another', 20), receipt(inspector.id, 60)]
    accept({}, { facts: { ...facts, receipts } }).refuses('SG04')
    const older = [receipt('another', 60), receipt(inspector.id, 60)]
    accept({}, { facts: { ...facts, receipts: older } }).accepts()
    const elsewhere = [{ ...receipt(inspector.id, 60), warehouseId: warehouses.cold.id }]
    accept({}, { facts: { ...facts, receipts: elsewhere } }).accepts()
  })

  test('refuses when nothing waits, or less than is accepted', () => {
    accept({}, { facts: { ...facts, stock: [] } }).refuses('nothing-waiting')
    accept({ quantity: 61 }).refuses('too-few', 'quantity')
  })

  test('refuses an expired lot, and one made after its certificate ended', () => {
    accept({}, { record: lots.expiredSet }).refuses('lot-expired')
    const ended = { ...facts, product: { ...product, registrationValidUntil: '2026-01-31' } }
    accept({}, { facts: ended }).refuses('certificate-ended')
  })
})

describe('bookInLot', () => {
  const input = { location: 'A-03-2' }
  const book = (stockIns: readonly (typeof noted)[], actor = someone('warehouse')) =>
    given(bookInLot, { record, facts: { stockIns }, actor }).when(input)

  test('signs every note that waits', () => {
    const { change } = book([noted]).accepts()
    expect(change.rows).toMatchObject([{ child: 'stock-in', id: noted.id, set: { location: 'A-03-2' } }])
  })

  test('refuses when none waits, and the person who accepted', () => {
    book([]).refuses('nothing-to-book')
    book([{ ...noted, acceptedBy: someone('warehouse').id }]).refuses('SG04')
    book([noted], someone('acceptance-inspector')).refuses('role')
  })
})

describe('pickLot and putBackLot', () => {
  const facts = { stock: [there('qualified', 50), there('shipping', 5)], product, stockIns: [] }
  const pick = (more: object = {}, other: object = {}) =>
    given(pickLot, { record, facts, found: { warehouse, units: [] }, actor: system, ...other }).when({
      quantity: 30,
      ...more,
    })
  const putBack = (more: object = {}, other: object = {}) =>
    given(putBackLot, { record, facts, found: { warehouse, units: [] }, actor: system, ...other }).when({
      quantity: 5,
      ...more,
    })

  test('move between the qualified and the shipping zone', () => {
    const { change } = pick().accepts()
    expect(change.rows).toContainEqual({ child: 'stock', id: there('qualified', 0).id, set: { quantity: 20 } })
    expect(change.rows).toContainEqual({ child: 'stock', id: there('shipping', 0).id, set: { quantity: 35 } })
    expect(moves(putBack().accepts().change.rows)).toMatchObject([{ fromPlace: 'shipping', toPlace: 'qualified' }])
  })

  test('are started by the outbound check alone', () => {
    pick({}, { actor: someone('picker') }).refuses('by-procedure')
    putBack({}, { actor: someone('picker') }).refuses('by-procedure')
  })

  test('refuse more than is there, and an expired lot', () => {
    pick({ quantity: 51 }).refuses('too-few', 'quantity')
    putBack({ quantity: 6 }).refuses('too-few', 'quantity')
    pick({}, { record: lots.expiredSet }).refuses('lot-expired')
  })

  test('pick refuses goods whose stock-in note the keeper has not signed', () => {
    pick({}, { facts: { ...facts, stockIns: [noted] } }).refuses('not-booked', 'quantity')
    pick({ quantity: 10 }, { facts: { ...facts, stockIns: [noted] } }).accepts()
    pick({}, { facts: { ...facts, stockIns: [{ ...noted, bookedAt: '2026-11-19T02:00:00.000Z' }] } }).accepts()
  })

  test('pick refuses a unit that is in another warehouse', () => {
    const other = { record: lots.pump, facts: { ...facts, product: tracked } }
    const units = [unit('A', 'qualified', { warehouseId: warehouses.cold.id })]
    pick({ quantity: 1, serials: ['A'] }, { ...other, found: { warehouse, units } }).refuses('serial-elsewhere')
    pick({ quantity: 1, serials: ['A'] }, { ...other, found: { warehouse, units: [] } }).refuses('serial-elsewhere')
    pick({ quantity: 1, serials: ['A'] }, { ...other, found: { warehouse, units: [unit('A', 'qualified')] } }).accepts()
  })
})

describe('shipLot', () => {
  const input = { number: 'CK-1', partyId: hospital.id, quantity: 5, deliveredOn: '2026-11-20', orderNo: 'XS-1' }
  const found = { warehouse, units: [], party: hospital, noteTaken: false }
  const ship = (more: object = {}, finds: object = {}, other: object = {}) =>
    given(shipLot, {
      record,
      facts: { stock: [there('shipping', 5)], product },
      found: { ...found, ...finds },
      actor: started('driver'),
      ...other,
    }).when({ ...input, ...more })

  test('writes the move and the line of the delivery note', () => {
    const { change } = ship().accepts()
    expect(change.set).toEqual({ quantityDelivered: record.quantityDelivered + 5 })
    expect(moves(change.rows)).toMatchObject([{ fromPlace: 'shipping', toPlace: 'customer', document: 'CK-1' }])
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'delivery',
        insert: expect.objectContaining({ number: 'CK-1', orderNo: 'XS-1' }),
      }),
    )
  })

  test('refuses by hand, a locked customer, a note that lists the lot, wrong days, and what is not there', () => {
    ship({}, {}, { actor: someone('driver') }).refuses('by-procedure')
    ship({}, { party: null }).refuses('customer-locked', 'partyId')
    ship({}, { party: { ...hospital, state: 'inactive' } }).refuses('customer-locked')
    ship({}, { party: supplier }).refuses('customer-locked')
    ship({}, { noteTaken: true }).refuses('note-taken', 'number')
    ship({ deliveredOn: '2026-11-21' }).refuses('day-impossible', 'deliveredOn')
    ship({ deliveredOn: '2026-02-28' }).refuses('day-impossible')
    ship({}, {}, { record: lots.expiredSet }).refuses('lot-expired', 'deliveredOn')
    ship({ quantity: 6 }).refuses('too-few', 'quantity')
  })
})

describe('takeBackLot and destroyAtCustomer', () => {
  const input = { partyId: hospital.id, quantity: 30 }
  const found = { warehouse, newUnits: [], party: hospital, buyer: { delivered: 100, gone: 70 } }
  const facts = { stock: [], product }
  const back = (more: object = {}, finds: object = {}, other: object = {}) =>
    given(takeBackLot, { record, facts, found: { ...found, ...finds }, actor: system, ...other }).when({
      ...input,
      ...more,
    })
  const destroy = (more: object = {}, other: object = {}) =>
    given(destroyAtCustomer, { record, facts, found, actor: started('quality'), ...other }).when({ ...input, ...more })

  test('take from the customer what is still there', () => {
    expect(moves(back().accepts().change.rows)).toMatchObject([
      { fromPlace: 'customer', toPlace: 'return', partyId: hospital.id, quantity: 30 },
    ])
    const { rows } = destroy().accepts().change
    expect(moves(rows)).toMatchObject([{ fromPlace: 'customer', toPlace: 'destroyed' }])
    expect(rows?.some(row => row.child === 'stock')).toBe(false)
  })

  test('refuse more than is there, and by hand', () => {
    const refusal = back({ quantity: 31 }).refuses('more-than-delivered', 'quantity')
    expect(refusal.sentence.zh).toContain('最多还可办理 30')
    destroy({ quantity: 31 }).refuses('more-than-delivered', 'quantity')
    back({}, { buyer: { delivered: 0, gone: 0 }, party: null }).refuses('more-than-delivered')
    back({}, {}, { actor: someone('warehouse') }).refuses('by-procedure')
    destroy({}, { actor: someone('quality') }).refuses('by-procedure')
  })

  test('know each unit: not one that another customer has, and one from before the stock was opened', () => {
    const pump = (units: object[]) =>
      given(takeBackLot, {
        record: lots.pump,
        facts: { stock: [], product: tracked },
        found: { ...found, newUnits: units as never },
        actor: system,
      }).when({ ...input, quantity: 1, serials: ['A'] })
    pump([unit('A', 'customer', { partyId: parties.dealer.id })]).refuses('serial-elsewhere', 'serials.0')
    pump([unit('A', 'return')]).refuses('serial-elsewhere')
    pump([unit('A', 'customer')]).accepts()
    expect(
      pump([])
        .accepts()
        .change.rows?.find(row => row.child === 'unit'),
    ).toMatchObject({
      insert: { serial: 'A', place: 'return' },
    })
  })
})

describe('transferLot', () => {
  const stock = [there('waiting', 9), there('qualified', 9), there('unqualified', 9), there('return', 9)]
  const transfer = (
    from: Zone,
    to: Zone,
    actor: ReturnType<typeof someone> = someone('warehouse'),
    of: object = record,
  ) =>
    given(transferLot, {
      record: of as typeof record,
      facts: { stock, product },
      found: { warehouse, units: [] },
      actor,
    }).when({ from, to, quantity: 9, reason: '包装破损' })

  test('moves doubtful goods aside', () => {
    expect(moves(transfer('qualified', 'unqualified').accepts().change.rows)).toMatchObject([{ note: '包装破损' }])
    transfer('waiting', 'unqualified').accepts()
  })

  test('leaves it to quality, or to a procedure, to make goods good again', () => {
    transfer('return', 'qualified').refuses('quality-decides', 'to')
    transfer('unqualified', 'qualified').refuses('quality-decides', 'to')
    transfer('return', 'qualified', someone('quality')).accepts()
    transfer('return', 'qualified', system).accepts()
    transfer('return', 'qualified', system, lots.expiredSet).refuses('lot-expired', 'to')
  })

  test('refuses what other steps do, the same zone, and more than is there', () => {
    transfer('waiting', 'qualified').refuses('by-step', 'to')
    transfer('qualified', 'shipping').refuses('by-step', 'to')
    transfer('qualified', 'qualified').refuses('same-zone', 'to')
    transfer('shipping', 'unqualified').refuses('too-few', 'quantity')
  })
})

describe('leaveLot', () => {
  const leave = (more: object = {}, other: object = {}) =>
    given(leaveLot, {
      record,
      facts: { stock: [there('unqualified', 9)], product },
      found: { warehouse, units: [], party: supplier },
      actor: started('quality'),
      ...other,
    }).when({ from: 'unqualified', way: 'supplier', partyId: supplier.id, quantity: 9, ...more })

  test('goes back to the supplier or is destroyed', () => {
    expect(moves(leave().accepts().change.rows)).toMatchObject([{ toPlace: 'supplier', partyId: supplier.id }])
    const found = { warehouse, units: [], party: null }
    const { change } = leave({ way: 'destroyed', partyId: null }, { found }).accepts()
    expect(moves(change.rows)).toMatchObject([{ toPlace: 'destroyed' }])
  })

  test('refuses by hand, without a supplier, and more than is there', () => {
    leave({}, { actor: someone('quality') }).refuses('by-procedure')
    leave({}, { found: { warehouse, units: [], party: hospital } }).refuses('supplier-needed', 'partyId')
    leave({ quantity: 10 }).refuses('too-few', 'quantity')
  })
})

describe('countLot', () => {
  const input = { zone: 'qualified', counted: 9, countedOn: '2026-11-19' }
  const count = (more: object = {}, finds: object = {}) =>
    given(countLot, {
      record,
      facts: { stock: [there('qualified', 10)], product },
      found: { warehouse, newUnits: [], zoneUnits: [], ...finds },
    }).when({ ...input, ...more })

  test('keeps what agrees, and moves what differs with its cause', () => {
    expect(moves(count({ counted: 10 }).accepts().change.rows)).toEqual([])
    const { change } = count({ reason: '破损未登记' }).accepts()
    expect(moves(change.rows)).toMatchObject([{ fromPlace: 'qualified', toPlace: 'counted', quantity: 1 }])
    expect(change.rows).toContainEqual(
      expect.objectContaining({ insert: expect.objectContaining({ booked: 10, counted: 9, reason: '破损未登记' }) }),
    )
    const more = count({ counted: 12, reason: '漏登' }).accepts().change
    expect(moves(more.rows)).toMatchObject([{ fromPlace: 'counted', toPlace: 'qualified', quantity: 2 }])
  })

  test('refuses a difference without a cause, tomorrow, and no warehouse', () => {
    count().refuses('reason-needed', 'reason')
    count({ counted: 10, countedOn: '2026-11-21' }).refuses('in-future', 'countedOn')
    count({}, { warehouse: null }).refuses('warehouse-unknown', 'warehouseId')
  })

  test('compares units one by one', () => {
    const there2 = [unit('A', 'qualified'), unit('B', 'qualified')]
    const pumps = (serials: string[], more: object = {}, newUnits: object[] = []) =>
      given(countLot, {
        record: lots.pump,
        facts: { stock: [there('qualified', 2)], product: tracked },
        found: { warehouse, newUnits: newUnits as never, zoneUnits: there2 },
      }).when({ ...input, counted: serials.length, serials, reason: '盘点', ...more })
    expect(moves(pumps(['A', 'C']).accepts().change.rows)).toMatchObject([
      { fromPlace: 'qualified', toPlace: 'counted', serials: ['B'] },
      { fromPlace: 'counted', toPlace: 'qualified', serials: ['C'] },
    ])
    pumps(['A'], { counted: 2 }).refuses('serials-needed', 'serials')
    pumps(['A', 'A']).refuses('serial-twice', 'serials.1')
    pumps(['A', 'C'], {}, [unit('C', 'customer')]).refuses('serial-elsewhere')
  })
})
