import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { lots, products } from '../../../../test/world.ts'
import { goods, hospital, sooner, warehouse } from '../shipment.example.ts'
import { orderShipment } from './order-shipment.ts'

const lotId = lots.infusionSet.id

describe('orderShipment', () => {
  const input = { partyId: hospital.id, lines: [{ lotId, quantity: 40 }] }
  const found = { party: hospital, warehouse, goods: [goods] }
  const order = (more: object = {}, finds: object = {}) =>
    given(orderShipment, { found: { ...found, ...finds } }).when({ ...input, ...more })
  const orderLine = (more: object, of: object = {}) =>
    order({ lines: [{ lotId, quantity: 40, ...more }] }, { goods: [{ ...goods, ...of }] })

  test('takes address and contact from the customer’s file', () => {
    const { change } = order().accepts()
    expect(change.set).toMatchObject({
      address: hospital.address,
      contact: '刘慧敏',
      phone: '14203710101',
      quantity: 40,
      goods: '一次性使用输液器 带针 MC-SYQ-A 20260301',
      warehouseName: '郑州中心库',
    })
    expect(change.rows).toMatchObject([
      { child: 'line', insert: { lotId, productId: products.infusionSet.id, quantity: 40 } },
    ])
    expect(order({ address: '洛阳路1号', contact: '李工' }).accepts().change.set).toMatchObject({ contact: '李工' })
  })

  test('refuses a customer that is none, locked, without address, or with a lapsed licence', () => {
    order({}, { party: null }).refuses('customer-locked', 'partyId')
    order({}, { party: { ...hospital, state: 'inactive' } }).refuses('customer-locked')
    order({}, { party: { ...hospital, isCustomer: false } }).refuses('customer-locked')
    order({}, { party: { ...hospital, address: null } }).refuses('address-needed', 'address')
    const lapsed = [{ kind: 'practice', number: 'PDY1', validUntil: '2026-11-19', scope: null }]
    order({}, { party: { ...hospital, licences: lapsed } }).refuses('licence-lapsed', 'partyId')
  })

  test('refuses a warehouse that is none or locked', () => {
    order({}, { warehouse: null }).refuses('warehouse-unknown', 'warehouseId')
    order({}, { warehouse: { ...warehouse, state: 'inactive' } }).refuses('warehouse-unknown')
  })

  test('refuses lots that are locked, named twice, expired, uncertified, or too few', () => {
    order({}, { goods: [] }).refuses('lot-locked', 'lines.0.lotId')
    orderLine({}, { lotState: 'inactive' }).refuses('lot-locked')
    orderLine({}, { productState: 'inactive' }).refuses('lot-locked')
    const twice = [
      { lotId, quantity: 1 },
      { lotId, quantity: 2 },
    ]
    order({ lines: twice }).refuses('lot-twice', 'lines.1.lotId')
    orderLine({}, { expiresOn: '2026-11-19' }).refuses('lot-expired', 'lines.0.lotId')
    orderLine({}, { registrationValidUntil: '2026-02-28' }).refuses('certificate-ended', 'lines.0.lotId')
    orderLine({ quantity: 101 }).refuses('too-few', 'lines.0.quantity')
    orderLine({ serials: ['A'] }).refuses('serials-needed', 'lines.0.serials')
  })

  test('asks why another lot goes out before the one that expires first', () => {
    const both = { goods: [goods, sooner] }
    order({}, both).refuses('out-of-order', 'lines.0.reason')
    order({ lines: [{ lotId, quantity: 40, reason: '客户指定批号' }] }, both).accepts()
    const all = [
      { lotId: sooner.lotId, quantity: 20 },
      { lotId, quantity: 40 },
    ]
    order({ lines: all }, both).accepts()
    order({}, { goods: [goods, { ...sooner, expiresOn: '2026-11-01' }] }).accepts()
  })

  test('goes by production day where the company says so', () => {
    const policy = { 'picking.order': 'produced' }
    const younger = { ...sooner, producedOn: '2026-05-01' }
    const step = given(orderShipment, { found: { ...found, goods: [goods, younger] }, policy })
    step.when(input).accepts()
    given(orderShipment, { found: { ...found, goods: [goods, younger] } })
      .when(input)
      .refuses('out-of-order')
  })

  test('is of sales', () => {
    given(orderShipment, { found, actor: someone('picker') })
      .when(input)
      .refuses('role')
  })
})
