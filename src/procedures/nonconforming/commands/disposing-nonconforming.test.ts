import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import {
  aMeasure,
  aPart,
  aPartBack,
  disposedGoods,
  isolatedGoods,
  maker,
  someGoods,
  someNonconforming,
} from '../nonconforming.example.ts'
import { attachNonconforming } from './attach-nonconforming.ts'
import { correctNonconforming } from './correct-nonconforming.ts'
import { fileNonconforming, putOnList, recordDestroyed, takeOffList } from './destruction-nonconforming.ts'
import { giveOpinion } from './give-opinion-nonconforming.ts'
import { handOver } from './hand-over-nonconforming.ts'
import { finishMeasure, noteMeasure } from './measure-nonconforming.ts'
import { recordSupplierReceipt } from './record-supplier-receipt-nonconforming.ts'
import { requestWriteOff } from './request-write-off-nonconforming.ts'
import { returnToSupplier } from './return-to-supplier-nonconforming.ts'
import { signWriteOff } from './sign-write-off-nonconforming.ts'

const PARTY = '22222222-2222-4222-8222-222222222222'
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

describe('the write-off', () => {
  const record = disposedGoods({ writeOffAsked: 30, writeOffValue: 11_550, writeOffReason: '封口不合格' })
  const facts = { dispositions: [aPart({ state: 'requested', value: 11_550 })] }
  const signing = (key: string, last = false) => ({ key, last })

  test('is asked for by the keeper, with value and reason', () => {
    const { change } = given(requestWriteOff, { record: disposedGoods(), facts: { dispositions: [aPart()] } })
      .when({ unitPrice: 3.85, reason: '封口不合格' })
      .accepts()
    expect(change.set).toEqual({ writeOffAsked: 30, writeOffValue: 11_550, writeOffReason: '封口不合格' })
    expect(part(change)).toMatchObject([{ set: { state: 'requested', unitValue: 385, value: 11_550 } }])
    expect(given(requestWriteOff, { record, facts: { dispositions: [aPartBack()] } }).standsAgainst()).toEqual([
      'no-part',
    ])
  })
  test('goes on from signer to signer, and is approved by the last', () => {
    const middle = given(signWriteOff, { record, facts, signing: signing('sales') })
      .when({ opinion: 'agree' })
      .accepts()
    expect(middle.to).toBe('disposing')
    expect(middle.change.rows).toBeUndefined()
    const last = given(signWriteOff, {
      record,
      facts,
      actor: someone('general-manager'),
      signing: signing('general-manager', true),
    })
      .when({ opinion: 'agree', note: '同意' })
      .accepts()
    expect(last.to).toBe('awaiting-destruction')
    expect(last.change.note).toBe('同意')
    expect(last.change.open).toEqual([{ deadline: 'destruction-list', from: NOON }])
    expect(part(last.change)).toMatchObject([{ set: { state: 'approved' } }])
  })
  test('is sent back to an earlier step with a reason, or refused with a reason', () => {
    const finance = { record, facts, actor: someone('finance'), signing: signing('finance') }
    given(signWriteOff, finance).when({ opinion: 'refuse' }).refuses('note-missing', 'note')
    given(signWriteOff, finance).when({ opinion: 'send-back', note: '单价有误' }).refuses('not-earlier', 'backTo')
    given(signWriteOff, finance)
      .when({ opinion: 'send-back', backTo: 'finance', note: '单价有误' })
      .refuses('not-earlier', 'backTo')
    const back = given(signWriteOff, finance)
      .when({ opinion: 'send-back', backTo: 'sales', note: '单价有误' })
      .accepts()
    expect(back.change.sendBack).toEqual({ chain: 'write-off', to: 'sales' })
    for (const input of [{ opinion: 'refuse' }, { opinion: 'send-back', backTo: 'warehouse' }]) {
      const { change, to } = given(signWriteOff, finance)
        .when({ ...input, note: '单价有误' })
        .accepts()
      expect(to).toBe('disposing')
      expect(change.decline).toBe(true)
      expect(part(change)).toMatchObject([{ set: { state: 'decided', declinedNote: '单价有误' } }])
    }
  })
})

describe('the steps of the destruction', () => {
  const DESTRUCTION = '33333333-3333-4333-8333-333333333333'
  const of = { destructionId: DESTRUCTION, destructionNumber: 'XH-2026-00001' }
  const record = disposedGoods({ state: 'awaiting-destruction' })
  const system = { ...someone('quality'), via: 'system' as const }
  const on = (state: 'approved' | 'listed' | 'destroyed') => ({
    dispositions: [aPart({ state, ...(state !== 'approved' && { destructionId: DESTRUCTION }) })],
  })

  test('are taken by the destruction record alone', () => {
    const around = { record, facts: on('listed') }
    expect(given(putOnList, around).standsAgainst()).toContain('by-destruction')
    expect(given(takeOffList, around).standsAgainst()).toContain('by-destruction')
    expect(given(recordDestroyed, around).standsAgainst()).toContain('by-destruction')
    expect(given(fileNonconforming, around).standsAgainst()).toContain('by-destruction')
  })
  test('list the part, take it off again, and meet the clock of the list', () => {
    const listed = given(putOnList, { record, facts: on('approved'), actor: system })
      .when(of)
      .accepts()
    expect(part(listed.change)).toMatchObject([{ set: { state: 'listed', destructionNumber: 'XH-2026-00001' } }])
    expect(listed.change.meet).toEqual([{ deadline: 'destruction-list' }])
    expect(listed.change.link).toEqual([{ procedure: 'destruction', id: DESTRUCTION, kind: 'destruction' }])
    given(putOnList, { record, facts: on('listed'), actor: system })
      .when(of)
      .refuses('no-part')
    const off = given(takeOffList, { record, facts: on('listed'), actor: system })
      .when(of)
      .accepts()
    expect(part(off.change)).toMatchObject([{ set: { state: 'approved', destructionId: null } }])
    expect(off.change.open).toEqual([{ deadline: 'destruction-list', from: NOON }])
  })
  test('destroy and file', () => {
    const gone = given(recordDestroyed, { record, facts: on('listed'), actor: system })
      .when({ ...of, destroyedAt: NOON })
      .accepts()
    expect(gone.to).toBe('destroyed')
    expect(gone.change.set).toMatchObject({ quantityHere: 0, destroyedAt: NOON })
    const filed = given(fileNonconforming, {
      record: disposedGoods({ state: 'destroyed' }),
      facts: on('destroyed'),
      actor: system,
    })
      .when(of)
      .accepts()
    expect(filed.to).toBe('filed')
    expect(filed.change.set).toMatchObject({ filedAt: NOON, zone: null })
  })
})

describe('measures, corrections and files', () => {
  const measure = { department: 'warehouse', measure: '外箱离墙存放', responsibleName: '田壮', dueOn: '2026-12-15' }

  test('a measure is noted by a department, even when the goods are gone, and finished with its result', () => {
    const { change, to } = given(noteMeasure, { record: disposedGoods({ state: 'filed' }) })
      .when(measure)
      .accepts()
    expect(to).toBe('filed')
    expect(change.rows).toMatchObject([{ child: 'measure', insert: measure }])
    given(noteMeasure, { record: disposedGoods() })
      .when({ ...measure, dueOn: '2026-11-19' })
      .refuses('due-in-past', 'dueOn')
    const facts = { measures: [aMeasure()] }
    const done = given(finishMeasure, { record: disposedGoods(), facts })
      .when({ doneOn: '2026-11-20', result: '货架已移位' })
      .accepts()
    expect(done.change.rows).toMatchObject([{ id: aMeasure().id, set: { doneOn: '2026-11-20' } }])
    given(finishMeasure, { record: disposedGoods(), facts })
      .when({ measureId: PARTY, doneOn: '2026-11-20', result: '货架已移位' })
      .refuses('no-such-measure', 'measureId')
    given(finishMeasure, { record: disposedGoods(), facts })
      .when({ doneOn: '2026-11-21', result: '货架已移位' })
      .refuses('done-in-future', 'doneOn')
    expect(given(finishMeasure, { record: disposedGoods(), facts: { measures: [] } }).standsAgainst()).toEqual([
      'no-open-measure',
    ])
  })
  test('a correction keeps the old value, and the number stays once it is entered', () => {
    const found = { goodsAgain: someGoods({ inZone: 600, marked: 100 }) }
    const record = someNonconforming()
    const { change } = given(correctNonconforming, { record, found }).when({ reason: '复点', quantity: 28 }).accepts()
    expect(change.set).toMatchObject({ quantity: 28, quantityHere: 28 })
    expect(change.correct).toMatchObject([{ field: 'quantity', was: 30, now: 28 }])
    given(correctNonconforming, { record, found }).when({ reason: '复点' }).refuses('nothing-changed')
    given(correctNonconforming, { record, found })
      .when({ reason: '复点', quantity: 531 })
      .refuses('more-than-there', 'quantity')
    given(correctNonconforming, { record, found })
      .when({ reason: '复点', serials: ['A1'] })
      .refuses('serials-missing', 'serials')
    given(correctNonconforming, { record: isolatedGoods(), found })
      .when({ reason: '复点', quantity: 28 })
      .refuses('quantity-entered', 'quantity')
  })
  test('files are attached with what they are', () => {
    const { change } = given(attachNonconforming, { record: disposedGoods({ state: 'filed' }) })
      .when({ attachments: [PARTY], purpose: 'recheck' })
      .accepts()
    expect(change.attach).toEqual([{ id: PARTY, purpose: 'recheck' }])
    given(attachNonconforming, { record: disposedGoods() })
      .when({ attachments: [] })
      .refuses('bad-input', 'attachments')
  })
})
