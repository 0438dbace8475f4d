import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import {
  aMeasure,
  aPart,
  aPartBack,
  disposedGoods,
  isolatedGoods,
  someGoods,
  someNonconforming,
} from '../nonconforming.example.ts'
import { attachNonconforming } from './attach-nonconforming.ts'
import { correctNonconforming } from './correct-nonconforming.ts'
import { fileNonconforming, putOnList, recordDestroyed, takeOffList } from './destruction-nonconforming.ts'
import { finishMeasure, noteMeasure } from './measure-nonconforming.ts'
import { requestWriteOff } from './request-write-off-nonconforming.ts'
import { signWriteOff } from './sign-write-off-nonconforming.ts'

const PARTY = '22222222-2222-4222-8222-222222222222'
const part = (change: { readonly rows?: readonly object[] }) => change.rows as { set?: object; insert?: object }[]

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
    const pumps = { goodsAgain: someGoods({ isSerialTracked: true, serialsThere: ['A1', 'A2'] }) }
    const two = someNonconforming({ quantity: 2, quantityHere: 2, serials: ['A1', 'A3'] })
    const serials = (list: string[]) =>
      given(correctNonconforming, { record: two, found: pumps }).when({ reason: '抄错', serials: list })
    serials(['A1', 'A2']).accepts()
    serials(['A1', 'MADE-UP']).refuses('serial-not-there', 'serials.1')
    serials(['A1', 'A1']).refuses('serial-not-there', 'serials.1')
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
