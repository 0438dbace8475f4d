import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { lots, parties, warehouses } from '../../../../test/world.ts'
import type { Zone } from '../../../vocabulary/stock.ts'
import {
  hospital,
  moves,
  noted,
  product,
  record,
  started,
  supplier,
  system,
  there,
  tracked,
  unit,
  warehouse,
} from '../stock.example.ts'
import { pickLot, putBackLot } from './pick-lot.ts'
import { shipLot } from './ship-lot.ts'
import { destroyAtCustomer, takeBackLot } from './take-back-lot.ts'
import { leaveLot, transferLot } from './transfer-lot.ts'

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
  const found = { warehouse, newUnits: [], party: hospital, buyer: { delivered: 100, gone: 70, known: 0 } }
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
    back({}, { buyer: { delivered: 0, gone: 0, known: 0 }, party: null }).refuses('more-than-delivered')
    back({}, {}, { actor: someone('warehouse') }).refuses('by-procedure')
    destroy({}, { actor: someone('quality') }).refuses('by-procedure')
  })

  test('know each unit: not one that another customer has, and one from before the stock was opened', () => {
    const pump = (units: object[], serials = ['A'], buyer = found.buyer) =>
      given(takeBackLot, {
        record: lots.pump,
        facts: { stock: [], product: tracked },
        found: { ...found, buyer, newUnits: units as never },
        actor: system,
      }).when({ ...input, quantity: serials.length, serials })
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
    // three are there, of two the serials are known: one unknown number may come back, not another
    const buyer = { delivered: 3, gone: 0, known: 2 }
    pump([unit('A', 'customer')], ['A', 'OLD'], buyer).accepts()
    const made = pump([unit('A', 'customer')], ['OLD', 'A', 'MADE-UP'], buyer)
    expect(made.refuses('serial-unknown', 'serials.2').sentence.zh).toContain('还有 1 台')
    pump([], ['MADE-UP'], { delivered: 2, gone: 0, known: 2 }).refuses('serial-unknown', 'serials.0')
  })

  test('know a unit by its serial number as it is registered, whatever its letter case and width', () => {
    const pump = (serials: string[]) =>
      given(takeBackLot, {
        record: lots.pump,
        facts: { stock: [], product: tracked },
        found: { ...found, newUnits: [unit('A1', 'customer')] },
        actor: system,
      }).when({ ...input, quantity: serials.length, serials })
    expect(pump(['ａ１']).refuses('serial-spelling', 'serials.0').sentence.zh).toContain('A1')
    pump(['A1', 'a1']).refuses('serial-twice', 'serials.1')
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
    transfer('unqualified', 'waiting').refuses('quality-decides', 'to')
    transfer('return', 'waiting', someone('stock-maintenance')).refuses('quality-decides', 'to')
    transfer('unqualified', 'waiting', someone('quality')).accepts()
    transfer('return', 'unqualified').accepts()
    transfer('unqualified', 'return').accepts()
    expect(transferLot.sign?.meaning.zh).toContain('移区')
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
