import { describe, expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { lots, warehouses } from '../../../../test/world.ts'
import {
  hospital,
  house,
  moves,
  noted,
  product,
  receipt,
  record,
  supplier,
  there,
  tracked,
  unit,
  warehouse,
} from '../stock.example.ts'
import { acceptLot, bookInLot } from './accept-lot.ts'
import { countLot } from './count-lot.ts'
import { openStock } from './open-stock.ts'
import { receiveLot } from './receive-lot.ts'

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
    pumps(['A', 'ａ']).refuses('serial-twice', 'serials.1')
    pumps(['A', 'b']).refuses('serial-spelling', 'serials.0')
  })
})
