import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { lots, parties, products } from '../../../../test/world.ts'
import { changeLot } from './change-lot.ts'
import { deactivateLot, reactivateLot } from './lot-out-of-use.ts'
import { recordDeliveries } from './record-deliveries.ts'
import { registerLot } from './register-lot.ts'

const pump = { ...products.pump, state: 'active' }
const set = { ...products.infusionSet, state: 'active' }
const found = { product: set, lotTaken: null }

describe('registerLot', () => {
  const input = {
    productId: products.infusionSet.id,
    lotNo: '20260801',
    producedOn: '2026-08-01',
    expiresOn: '2029-07-31',
  }
  const register = (more: object = {}, finds: object = {}) =>
    given(registerLot, { found: { ...found, ...finds } }).when({ ...input, ...more })

  test('is called by product, model and lot number', () => {
    const { change } = register().accepts()
    expect(change.set).toMatchObject({ title: '一次性使用输液器 带针 MC-SYQ-A 20260801', quantityDelivered: 0 })
  })

  test('refuses a locked or unknown product, and a lot that is known', () => {
    register({}, { product: { ...set, state: 'inactive' } }).refuses('product-locked', 'productId')
    register({}, { product: null }).refuses('product-locked')
    register({}, { lotTaken: 'PC-2026-00002' }).refuses('lot-taken', 'lotNo')
  })

  test('refuses impossible days, and a sterile device without expiry', () => {
    register({ producedOn: '2026-11-21' }).refuses('produced-in-future', 'producedOn')
    register({ expiresOn: '2026-08-01' }).refuses('expires-before-made', 'expiresOn')
    register({ expiresOn: null }).refuses('expiry-needed', 'expiresOn')
    register({ expiresOn: null }, { product: pump }).accepts()
  })

  test('is the warehouse’s and quality’s', () => {
    given(registerLot, { found, actor: someone('quality') })
      .when(input)
      .accepts()
    given(registerLot, { found, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('changeLot', () => {
  const same = { lotNo: '20260301', producedOn: '2026-03-01', expiresOn: '2029-02-28', reason: '录入错误' }

  test('keeps the old number and renames the lot', () => {
    const { change } = given(changeLot, { record: lots.infusionSet, found })
      .when({ ...same, lotNo: '20260302' })
      .accepts()
    expect(change.correct).toEqual([{ field: 'lotNo', was: '20260301', now: '20260302', reason: '录入错误' }])
    expect(change.set?.title).toContain('20260302')
  })

  test('refuses nothing, a number that is taken, and the warehouse', () => {
    given(changeLot, { record: lots.infusionSet, found }).when(same).refuses('nothing-changed')
    const taken = { ...found, lotTaken: 'PC-2026-00009' }
    given(changeLot, { record: lots.infusionSet, found: taken })
      .when({ ...same, lotNo: 'X' })
      .refuses('lot-taken')
    // a twin from before keeps its number while its days are corrected
    given(changeLot, { record: lots.infusionSet, found: taken })
      .when({ ...same, expiresOn: '2029-02-27' })
      .accepts()
    given(changeLot, { record: lots.infusionSet, found, actor: someone('warehouse') })
      .when(same)
      .refuses('role')
  })
})

describe('recordDeliveries', () => {
  const { id, name } = parties.localHospital
  const customers = [{ id, name, state: 'active', isCustomer: true, isSupplier: false }]
  const line = { number: 'SH20261101-001', partyId: id, deliveredOn: '2026-11-01', quantity: 40 }
  const record = (...deliveries: object[]) =>
    given(recordDeliveries, {
      record: lots.infusionSet,
      facts: { opening: null },
      found: { customers, notesTaken: ['SH20260402-001'] },
    }).when({
      deliveries,
    })

  test('adds lines and counts the units', () => {
    const { change } = record(line, { ...line, number: 'SH20261102-001', quantity: 2 }).accepts()
    expect(change.set).toEqual({ quantityDelivered: lots.infusionSet.quantityDelivered + 42 })
    expect(change.rows).toMatchObject([
      { child: 'delivery', insert: { ...line, productId: products.infusionSet.id } },
      {},
    ])
  })

  test('refuses the whole list for one wrong line, and names it', () => {
    record(line, { ...line, number: 'x', partyId: parties.pumpMaker.id }).refuses(
      'customer-locked',
      'deliveries.1.partyId',
    )
    record(line, line).refuses('note-taken', 'deliveries.1.number')
    record({ ...line, number: 'SH20260402-001' }).refuses('note-taken', 'deliveries.0.number')
    record({ ...line, deliveredOn: '2026-02-28' }).refuses('day-impossible', 'deliveries.0.deliveredOn')
    record({ ...line, deliveredOn: '2026-11-21' }).refuses('day-impossible')
    record({ ...line, quantity: 0 }).refuses('bad-input', 'deliveries.0.quantity')
    record().refuses('bad-input', 'deliveries')
  })

  test('refuses a customer that is locked', () => {
    const locked = customers.map(customer => ({ ...customer, state: 'inactive' }))
    const step = given(recordDeliveries, { record: lots.infusionSet, found: { customers: locked, notesTaken: [] } })
    step.when({ deliveries: [line] }).refuses('customer-locked')
  })

  test('refuses a lot beyond its last day, and takes that day itself', () => {
    const step = given(recordDeliveries, { record: lots.expiredSet, found: { customers, notesTaken: [] } })
    step.when({ deliveries: [line] }).refuses('lot-expired', 'deliveries.0.deliveredOn')
    step.when({ deliveries: [{ ...line, deliveredOn: '2026-02-28' }] }).accepts()
  })

  test('is history: what went out after the stock was opened is shipped', () => {
    const opened = (kind: 'open-stock' | 'receive') =>
      given(recordDeliveries, {
        record: lots.infusionSet,
        facts: { opening: { lotId: lots.infusionSet.id, kind, happenedOn: '2026-11-01' } },
        found: { customers, notesTaken: [] },
      })
    opened('open-stock')
      .when({ deliveries: [line] })
      .accepts()
    opened('receive')
      .when({ deliveries: [line] })
      .refuses('stock-open', 'deliveries.0.deliveredOn')
    const later = { ...line, deliveredOn: '2026-11-02' }
    opened('open-stock')
      .when({ deliveries: [later] })
      .refuses('stock-open', 'deliveries.0.deliveredOn')
  })

  test('takes five thousand lines at once', () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ ...line, number: `N${index}` }))
    const step = given(recordDeliveries, { record: lots.infusionSet, found: { customers, notesTaken: [] } })
    expect(step.when({ deliveries: many.slice(1) }).accepts().change.rows).toHaveLength(5_000)
    step.when({ deliveries: many }).refuses('bad-input', 'deliveries')
  })

  test('refuses a locked lot', () => {
    const locked = { ...lots.infusionSet, state: 'inactive' as const }
    given(recordDeliveries, { record: locked, found: { customers, notesTaken: [] } })
      .when({ deliveries: [line] })
      .refuses('state')
  })
})

test('deactivateLot and reactivateLot are quality’s', () => {
  expect(given(deactivateLot, { record: lots.pump }).when({ reason: '重复登记' }).accepts().to).toBe('inactive')
  given(deactivateLot, { record: lots.pump, actor: someone('warehouse') })
    .when({ reason: '重复登记' })
    .refuses('role')
  const locked = { ...lots.pump, state: 'inactive' as const }
  expect(given(reactivateLot, { record: locked }).when({ reason: '核实无误' }).accepts().to).toBe('active')
})
