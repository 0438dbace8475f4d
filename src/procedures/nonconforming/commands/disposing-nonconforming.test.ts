import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aPart, aPartBack, disposedGoods, isolatedGoods, maker } from '../nonconforming.example.ts'
import { giveOpinion } from './give-opinion-nonconforming.ts'
import { handOver } from './hand-over-nonconforming.ts'
import { recordSupplierReceipt } from './record-supplier-receipt-nonconforming.ts'
import { returnToSupplier } from './return-to-supplier-nonconforming.ts'

const supplier = { supplier: maker }
const part = (change: { readonly rows?: readonly object[] }) => change.rows as { set?: object; insert?: object }[]

describe('the opinion of quality', () => {
  const record = isolatedGoods()
  const facts = { dispositions: [] }
  const own = { liable: 'own', basis: '仓储受潮', opinion: '报损销毁' } as const

  test('writes all of the goods off, or sends all of them back', () => {
    const off = given(giveOpinion, { record, facts, found: { supplier: null } })
      .when(own)
      .accepts()
    expect(off.change.set).toMatchObject({ writeOffQuantity: 30, supplierQuantity: 0 })
    expect(part(off.change)).toMatchObject([{ insert: { kind: 'write-off', quantity: 30 } }])
    const back = given(giveOpinion, { record, facts, found: supplier })
      .when({ ...own, liable: 'supplier' })
      .accepts()
    expect(part(back.change)).toMatchObject([{ insert: { kind: 'supplier', quantity: 30, partyName: maker.name } }])
  })
  test('splits them so that the parts add up', () => {
    const shared = { ...own, liable: 'shared' }
    const around = { record, facts, found: supplier }
    for (const supplierQuantity of [undefined, 30])
      given(giveOpinion, around)
        .when({ ...shared, supplierQuantity })
        .refuses('parts-do-not-fit', 'supplierQuantity')
    const { change } = given(giveOpinion, around)
      .when({ ...shared, supplierQuantity: 12 })
      .accepts()
    expect(part(change).map(item => item.insert)).toMatchObject([
      { kind: 'supplier', quantity: 12 },
      { kind: 'write-off', quantity: 18 },
    ])
  })
  test('says of each serial where it goes', () => {
    const tracked = isolatedGoods({ quantity: 2, serials: ['A1', 'A2'] })
    const shared = { ...own, liable: 'shared', supplierQuantity: 1 }
    const around = { record: tracked, facts, found: supplier }
    given(giveOpinion, around).when(shared).refuses('serials-do-not-fit', 'supplierSerials')
    given(giveOpinion, around)
      .when({ ...shared, supplierSerials: ['A9'] })
      .refuses('serials-do-not-fit', 'supplierSerials')
    const { change } = given(giveOpinion, around)
      .when({ ...shared, supplierSerials: ['A2'] })
      .accepts()
    expect(part(change).map(item => item.insert)).toMatchObject([{ serials: ['A2'] }, { serials: ['A1'] }])
  })
  test('may be changed for what is not carried out yet, and only for that', () => {
    const disposing = disposedGoods()
    const gone = aPartBack({ state: 'received', quantity: 10 })
    const open = aPart({ quantity: 20 })
    const { change } = given(giveOpinion, {
      record: disposing,
      facts: { dispositions: [gone, open] },
      found: supplier,
    })
      .when({ ...own, liable: 'supplier' })
      .accepts()
    expect(part(change)).toMatchObject([{ set: { state: 'replaced' } }, { insert: { kind: 'supplier', quantity: 20 } }])
    expect(change.set).toMatchObject({ supplierQuantity: 30, writeOffQuantity: 0 })
    const signed = { record: disposing, facts: { dispositions: [aPart({ state: 'requested' })] } }
    expect(given(giveOpinion, signed).standsAgainst()).toContain('being-signed')
    const done = { record: disposing, facts: { dispositions: [aPart({ state: 'approved' })] } }
    expect(given(giveOpinion, done).standsAgainst()).toEqual(['nothing-open'])
  })
  test('needs a supplier who is still liable, and goods that are here', () => {
    const back = { ...own, liable: 'supplier' }
    given(giveOpinion, { record, facts, found: { supplier: null } })
      .when(back)
      .refuses('supplier-missing', 'supplierId')
    given(giveOpinion, { record, facts, found: supplier })
      .when({ ...back, liableUntil: '2026-11-19' })
      .refuses('liability-over', 'liableUntil')
    const there = isolatedGoods({ atCustomer: true, partyId: idOf('hospital'), zone: null, quantityHere: 0 })
    given(giveOpinion, { record: there, facts, found: supplier }).when(back).refuses('goods-at-customer', 'liable')
  })
  test('says why a device is specially controlled', () => {
    given(giveOpinion, { record, facts, found: { supplier: null } })
      .when({ ...own, special: true })
      .refuses('special-reason-missing', 'specialReason')
    given(giveOpinion, { record, actor: someone('warehouse') })
      .when(own)
      .refuses('role')
  })
})

describe('the way back to the supplier', () => {
  const record = disposedGoods({ liable: 'supplier', supplierQuantity: 30, writeOffQuantity: 0 })
  const facts = (state: 'decided' | 'notified' | 'left') => ({
    dispositions: [
      aPartBack({
        state,
        ...(state !== 'decided' && { noticeNo: 'BH-2026-00007-TC1', noticeAt: NOON }),
        ...(state === 'left' && { leftAt: NOON }),
      }),
    ],
  })

  test('begins with the notice, filled by the department that the company chose', () => {
    const { change } = given(returnToSupplier, { record, facts: facts('decided') })
      .when({ reason: '封口不合格' })
      .accepts()
    expect(part(change)).toMatchObject([{ set: { state: 'notified', noticeNo: 'BH-2026-00007-TC1' } }])
    given(returnToSupplier, { record, facts: facts('decided'), actor: someone('purchasing') })
      .when({ reason: '封口不合格' })
      .refuses('other-filler')
    given(returnToSupplier, {
      record,
      facts: facts('decided'),
      actor: someone('purchasing'),
      policy: { 'supplier_return.form_filler': 'PUR' },
    })
      .when({ reason: '封口不合格' })
      .accepts()
    expect(given(returnToSupplier, { record, facts: facts('left') }).standsAgainst()).toEqual(['no-part'])
  })
  test('goes on with the driver: the goods leave the stock for this record', () => {
    const { change } = given(handOver, { record, facts: facts('notified') })
      .when({ driverName: '马力' })
      .accepts()
    expect(change.set).toMatchObject({ quantityHere: 0 })
    expect(change.start).toMatchObject([
      {
        command: 'lot.leave',
        input: { from: 'unqualified', way: 'supplier', quantity: 30, partyId: maker.id, document: 'BH-2026-00007-TC1' },
      },
    ])
    expect(change.meet).toMatchObject([{ deadline: 'refused-return' }])
    expect(given(handOver, { record, facts: facts('decided') }).standsAgainst()).toEqual(['no-part'])
  })
  test('leaves between the notice and now', () => {
    for (const [leftAt, code] of [
      ['2026-11-21T04:00:00.000Z', 'in-future'],
      ['2026-11-20T03:00:00.000Z', 'too-early'],
    ] as const)
      given(handOver, { record, facts: facts('notified') })
        .when({ driverName: '马力', leftAt })
        .refuses(code, 'leftAt')
  })
  test('ends with the receipt of the supplier, which files the record when nothing else is open', () => {
    const receipt = { receivedOn: '2026-11-20', receivedBy: '孟庆', settlement: 'replacement' }
    const { to } = given(recordSupplierReceipt, { record, facts: facts('left') })
      .when(receipt)
      .accepts()
    expect(to).toBe('filed')
    const both = { dispositions: [...facts('left').dispositions, aPart({ state: 'listed', quantity: 5 })] }
    expect(given(recordSupplierReceipt, { record, facts: both }).when(receipt).accepts().to).toBe(
      'awaiting-destruction',
    )
    for (const receivedOn of ['2026-11-19', '2026-11-21'])
      given(recordSupplierReceipt, { record, facts: facts('left') })
        .when({ ...receipt, receivedOn })
        .refuses('day-impossible', 'receivedOn')
    expect(given(recordSupplierReceipt, { record, facts: facts('notified') }).standsAgainst()).toEqual(['no-part'])
  })
})
