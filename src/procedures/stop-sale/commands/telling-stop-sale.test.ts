import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aConfirmedStop, aReleasedStop, aStop, toldOf } from '../stop-sale.example.ts'
import { askSupplier } from './ask-supplier-stop-sale.ts'
import { noteNotice } from './note-notice-stop-sale.ts'
import { tellOutside } from './tell-outside-stop-sale.ts'
import { tellReleased } from './tell-released-stop-sale.ts'
import { waiveInquiry } from './waive-inquiry-stop-sale.ts'

const dealer = { id: idOf('dealer'), name: '郑州朴禾', state: 'active', isSupplier: false }
const maker = { id: idOf('maker'), name: '江苏沐澄', state: 'active', isSupplier: true }
const TOMORROW = '2026-11-21T04:00:00.000Z'

describe('those outside', () => {
  const record = aConfirmedStop()

  test('are told, and the clocks of registrant and regulator are met by it', () => {
    const step = given(tellOutside, { record, found: { party: null } })
    const told = step
      .when({ audience: 'authority', name: '金水区市场监管局', content: '电话报告', receipt: '2026-77' })
      .accepts()
    expect(told.change.meet).toEqual([{ deadline: 'authority', at: NOON }])
    expect(told.change.rows).toMatchObject([
      { insert: { audience: 'authority', name: '金水区市场监管局', receipt: '2026-77' } },
    ])
    const registrant = given(tellOutside, { record, found: { party: maker } })
      .when({ audience: 'registrant', partyId: maker.id, content: '已发函' })
      .accepts()
    expect(registrant.change.meet).toEqual([{ deadline: 'registrant', at: NOON }])
    const buyer = given(tellOutside, { record: aStop(), found: { party: dealer } })
      .when({ audience: 'buyer', partyId: dealer.id, content: '请先停售' })
      .accepts()
    expect(buyer.change.meet).toEqual([])
  })
  test('have a name, a time that has come, and are in the files when they bought', () => {
    const step = given(tellOutside, { record, found: { party: null } })
    step.when({ audience: 'authority', content: '电话报告' }).refuses('name-missing', 'name')
    step.when({ audience: 'buyer', name: '某药房', content: '停售' }).refuses('buyer-missing', 'partyId')
    step.when({ audience: 'buyer', partyId: dealer.id, content: '停售' }).refuses('no-such-party', 'partyId')
    step.when({ audience: 'authority', name: '局', content: '报告', toldAt: TOMORROW }).refuses('in-future', 'toldAt')
    step.when({ audience: 'authority', name: '局' }).refuses('bad-input', 'content')
  })
  test('are told while the goods are held, by those who speak with them', () => {
    given(tellOutside, { record: aReleasedStop(), found: { party: dealer } })
      .when({ audience: 'buyer', partyId: dealer.id, content: '停售' })
      .refuses('state')
    given(tellOutside, { record, found: { party: null }, actor: someone('picker') })
      .when({ audience: 'authority', name: '局', content: '报告' })
      .refuses('role')
  })
})

describe('the suspend notice', () => {
  const input = { noticeId: idOf('notice'), number: 'TZ-2026-00001' }
  const actor = { ...someone('sales'), via: 'system' as const }

  test('makes its buyers people who must be told of the release', () => {
    const { change } = given(noteNotice, { record: aConfirmedStop(), actor }).when(input).accepts()
    expect(change.rows).toMatchObject([{ insert: { audience: 'buyers', noticeId: idOf('notice'), toldAt: NOON } }])
  })
  test('says so itself', () => {
    expect(given(noteNotice, { record: aConfirmedStop(), actor: someone('quality') }).standsAgainst()).toEqual([
      'only-from-notice',
    ])
    given(noteNotice, { record: aConfirmedStop(), actor: someone('sales') })
      .when(input)
      .refuses('role')
    given(noteNotice, { record: aConfirmedStop({ state: 'closed' }), actor })
      .when(input)
      .refuses('state')
  })
})

describe('buyers hear of the release', () => {
  const record = aReleasedStop()
  const buyer = toldOf('buyer', { partyId: dealer.id, name: dealer.name })
  const notified = toldOf('buyers', { noticeId: idOf('notice') })
  const inHouse = [toldOf('warehouse', { resumedAt: NOON }), toldOf('sales', { resumedAt: NOON })]
  const system = { ...someone('sales'), via: 'system' as const }

  test('one by one; the last of all ends the record', () => {
    const one = given(tellReleased, { record, facts: { told: [...inHouse, buyer, notified] } })
      .when({ partyId: dealer.id, note: '可恢复' })
      .accepts()
    expect([one.to, one.change.meet]).toEqual(['releasing', undefined])
    const last = given(tellReleased, { record, facts: { told: [...inHouse, buyer] } })
      .when({ partyId: dealer.id, note: '可恢复' })
      .accepts()
    expect([last.to, last.change.meet]).toEqual(['released', [{ deadline: 'release' }]])
  })
  test('by notice, all of it at once', () => {
    const { to } = given(tellReleased, { record, facts: { told: [...inHouse, notified] }, actor: system })
      .when({ noticeId: idOf('resume'), note: 'TZ-2026-00002 已发出' })
      .accepts()
    expect(to).toBe('released')
    given(tellReleased, { record, facts: { told: [...inHouse, notified] }, actor: someone('sales') })
      .when({ noticeId: idOf('resume'), note: '已发出' })
      .refuses('notice-by-itself', 'partyId')
  })
  test('one by one also where a notice had stopped them and none takes it back', () => {
    const { to } = given(tellReleased, { record, facts: { told: [...inHouse, notified] } })
      .when({ everyBuyer: true, note: '三家均已电话告知' })
      .accepts()
    expect(to).toBe('released')
    given(tellReleased, { record, facts: { told: [...inHouse, buyer] } })
      .when({ everyBuyer: true, note: '均已告知' })
      .refuses('not-told-to-stop', 'partyId')
  })
  test('only who was told to stop, after the release and not in the future', () => {
    const step = given(tellReleased, { record, facts: { told: [...inHouse, buyer] } })
    expect(
      step.when({ partyId: idOf('other'), note: '可恢复' }).refuses('not-told-to-stop', 'partyId').sentence.zh,
    ).toContain('郑州朴禾')
    step.when({ partyId: dealer.id, note: '可恢复', toldAt: TOMORROW }).refuses('in-future', 'toldAt')
    step.when({ partyId: dealer.id, note: '可恢复', toldAt: '2026-11-20T01:00:00.000Z' }).refuses('too-early', 'toldAt')
    expect(given(tellReleased, { record, facts: { told: inHouse } }).standsAgainst()).toEqual(['nobody-waits'])
    given(tellReleased, { record: aStop(), facts: { told: [buyer] } })
      .when({ partyId: dealer.id, note: '可' })
      .refuses('state')
    given(tellReleased, { record, facts: { told: [buyer] }, actor: someone('picker') })
      .when({ partyId: dealer.id, note: '可恢复' })
      .refuses('role')
  })
})

describe('the supplier', () => {
  const record = aStop()
  const input = { partyId: maker.id, question: '同批是否有其他反馈？', dueOn: '2026-11-27' }

  test('is asked, with the stop as the cause', () => {
    const { change } = given(askSupplier, { record, found: { party: maker } })
      .when(input)
      .accepts()
    expect(change.set).toMatchObject({ inquiryState: 'sent' })
    expect(change.start).toMatchObject([
      {
        command: 'supplier-inquiry.send',
        link: 'supplier-inquiry',
        input: {
          partyId: maker.id,
          productId: record.productId,
          lotId: record.lotId,
          cause: { number: record.number },
        },
      },
    ])
  })
  test('is a supplier and has time to answer', () => {
    given(askSupplier, { record, found: { party: dealer } })
      .when(input)
      .refuses('no-such-supplier', 'partyId')
    given(askSupplier, { record, found: { party: maker } })
      .when({ ...input, dueOn: '2026-11-19' })
      .refuses('day-past', 'dueOn')
    given(askSupplier, { record, found: { party: maker } })
      .when({ ...input, question: '' })
      .refuses('bad-input', 'question')
    given(askSupplier, { record, found: { party: maker }, actor: someone('sales') })
      .when(input)
      .refuses('role')
    given(askSupplier, { record: aReleasedStop(), found: { party: maker } })
      .when(input)
      .refuses('state')
  })
  test('is left out only with a reason, and not after it was asked', () => {
    const { change } = given(waiveInquiry, { record }).when({ reason: '属运输破损，与供货单位无关' }).accepts()
    expect(change.set).toEqual({ inquiryState: 'waived', inquiryWaivedReason: '属运输破损，与供货单位无关' })
    given(waiveInquiry, { record }).when({}).refuses('bad-input', 'reason')
    expect(given(waiveInquiry, { record: aStop({ inquiryState: 'sent' }) }).standsAgainst()).toEqual(['inquiry-sent'])
    given(waiveInquiry, { record, actor: someone('sales') })
      .when({ reason: '无关' })
      .refuses('role')
    given(waiveInquiry, { record: aReleasedStop() }).when({ reason: '无关' }).refuses('state')
  })
})
