import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aBuyer, aCourse, aNotice, aRunningNotice, aTrace, LOTS, TOLD, theSystem, uuid } from '../notice.example.ts'
import { addRecipient } from './add-recipient-notice.ts'
import { cancelNotice } from './cancel-notice.ts'
import { draftNotice } from './draft-notice.ts'
import { refreshRecipients } from './refresh-recipients-notice.ts'
import { removeRecipient } from './remove-recipient-notice.ts'
import { restoreRecipient } from './restore-recipient-notice.ts'
import { reviseNotice } from './revise-notice.ts'

const LATER = '2026-12-01T04:00:00.000Z'
const EARLIER = '2026-11-19T04:00:00.000Z'
const recall = {
  kind: 'recall',
  recallClass: 2,
  lotIds: [uuid(1)],
  reason: '接头漏液',
  instructions: '停止使用并退回',
}

describe('a draft', () => {
  const drafts = (role: string, over = {}) =>
    given(draftNotice, { actor: someone(role), found: { trace: aTrace() }, ...over })

  test('lists everyone who bought the lot, and asks for the signatures of its kind', () => {
    const { change, to } = drafts('sales').when(recall).accepts()
    expect(to).toBe('draft')
    expect(change.set).toMatchObject({
      recipients: 2,
      shipped: 20,
      recallClass: 2,
      measures: ['take-back'],
      drill: false,
    })
    expect(change.rows?.map(item => item.child)).toEqual(['lot', 'recipient', 'recipient', 'line', 'line'])
    expect(change.seek).toEqual([{ chain: 'approval', steps: ['quality', 'quality-head'] }])
    expect(change.open).toEqual([])
  })
  test('of class 1 goes to the general manager too, and counts from the decision when that is known', () => {
    const { change } = drafts('sales')
      .when({ ...recall, recallClass: 1, decidedAt: EARLIER, standing: 'holder' })
      .accepts()
    expect(change.seek?.[0]?.steps).toEqual(['quality', 'quality-head', 'general-manager'])
    expect(change.open).toEqual([
      { deadline: 'tell-recall', from: EARLIER },
      { deadline: 'authority-first', from: EARLIER },
      { deadline: 'authority-plan', from: EARLIER },
    ])
  })
  test('of an advisory notice starts with the management representative, then quality', () => {
    const { change } = drafts('management-representative')
      .when({ ...recall, kind: 'advisory' })
      .accepts()
    expect(change.seek?.[0]?.steps).toEqual(['management-representative', 'quality'])
    expect(change.set?.recallClass).toBeNull()
    expect(change.open).toEqual([{ deadline: 'tell-advisory', from: NOON }])
  })
  test('keeps whoever is told otherwise on the list, struck out with the reason', () => {
    const { change } = drafts('quality')
      .when({ ...recall, kind: 'suspend', exceptPartyIds: [aBuyer(1).partyId], exceptReason: '投诉方，已告知' })
      .accepts()
    expect(change.set).toMatchObject({ recipients: 1, shipped: 10 })
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        insert: expect.objectContaining({ state: 'removed', removedReason: '投诉方，已告知' }),
      }),
    )
  })
  test('leaves out who has sent everything back', () => {
    const trace = aTrace([aBuyer(1, { returned: 10 }), aBuyer(2, { returned: 4 })])
    const { change } = drafts('sales', { found: { trace } }).when(recall).accepts()
    expect(change.set).toMatchObject({ recipients: 1, shipped: 6 })
  })
  test('to resume goes to those who were told to stop', () => {
    const trace = aTrace([aBuyer(1), aBuyer(2)], { toldToStop: [aBuyer(2).partyId] })
    const { change } = drafts('quality', { found: { trace } })
      .when({ ...recall, kind: 'resume', decidedAt: EARLIER })
      .accepts()
    expect(change.set?.recipients).toBe(1)
    expect(change.open).toEqual([{ deadline: 'tell-resume', from: EARLIER }])
  })
  test('started by another procedure ends at once when nobody else bought the lot', () => {
    const { to, change } = given(draftNotice, { actor: theSystem(), found: { trace: aTrace([]) } })
      .when({ ...recall, kind: 'suspend' })
      .accepts()
    expect(to).toBe('cancelled')
    expect(change.set?.endReason).toBeTruthy()
  })
  test('is refused to a role that does not draft this kind, and for a kind that is not in use', () => {
    drafts('sales')
      .when({ ...recall, kind: 'resume', decidedAt: EARLIER })
      .refuses('other-drafts', 'kind')
    drafts('sales', { policy: { 'notice.kinds': ['suspend'] } })
      .when(recall)
      .refuses('kind-not-used', 'kind')
    given(draftNotice, { actor: someone('warehouse') })
      .when(recall)
      .refuses('role')
  })
  test('names the stop-sale that it comes from', () => {
    const hold = { id: uuid(8), number: 'TF-2026-00001' }
    const { change } = drafts('sales', { found: { trace: aTrace(), hold } })
      .when({ ...recall, holdId: hold.id })
      .accepts()
    expect(change.set).toMatchObject({ causeNumber: hold.number })
    expect(change.link).toEqual([{ procedure: 'stop-sale', id: hold.id, kind: 'cause' }])
  })

  test('is refused without class, finding, lot, buyer or reason', () => {
    drafts('sales')
      .when({ ...recall, recallClass: undefined })
      .refuses('class-missing', 'recallClass')
    const early = drafts('quality')
      .when({ ...recall, kind: 'resume' })
      .refuses('not-found-good', 'decidedAt')
    expect(early.clause).toBe('S01-4.5a')
    drafts('sales')
      .when({ ...recall, decidedAt: LATER })
      .refuses('in-future', 'decidedAt')
    drafts('sales')
      .when({ ...recall, lotIds: [uuid(1), uuid(9)] })
      .refuses('no-such-lot', 'lotIds')
    drafts('sales', { found: { trace: aTrace(), hold: null } })
      .when({ ...recall, holdId: uuid(9) })
      .refuses('no-such-stop', 'holdId')
    drafts('sales', { found: { trace: aTrace([]) } })
      .when(recall)
      .refuses('nobody-bought', 'lotIds')
    drafts('sales')
      .when({ ...recall, exceptPartyIds: [aBuyer(1).partyId] })
      .refuses('reason-missing', 'exceptReason')
  })
})

describe('a revision', () => {
  const record = aNotice()
  const words = {
    recallClass: 1,
    reason: '接头漏液，可致空气进入',
    instructions: '立即停止使用',
    initiator: 'own',
    standing: 'distributor',
  }
  test('asks for signatures anew; a graver class only shortens the clock', () => {
    const { change } = given(reviseNotice, { record }).when(words).accepts()
    expect(change.seek?.[0]?.steps).toEqual(['quality', 'quality-head', 'general-manager'])
    expect(change.open).toEqual([{ deadline: 'tell-recall', from: NOON }])
  })
  test('gives a class to recalls, and to nothing else', () => {
    given(reviseNotice, { record })
      .when({ ...words, recallClass: undefined })
      .refuses('class-missing', 'recallClass')
    given(reviseNotice, { record: aNotice({ kind: 'suspend', recallClass: null }) })
      .when(words)
      .refuses('no-recall', 'recallClass')
    given(reviseNotice, { record: aRunningNotice() }).when(words).refuses('state')
  })
})

describe('the list of recipients', () => {
  const record = aNotice()
  const facts = { ...aCourse(), lots: LOTS }
  const party = {
    id: uuid(200),
    name: '郑州公告机构',
    state: 'active',
    city: null,
    email: null,
    phones: ['0371-1'],
    contacts: [],
  }
  const found = { party: null, trace: aTrace() }

  test('takes in somebody by hand with a reason, and becomes another one', () => {
    const { change } = given(addRecipient, { record, facts, found: { ...found, party } })
      .when({ partyId: party.id, reason: '公告机构须同时告知' })
      .accepts()
    expect(change.set).toMatchObject({ recipients: 3, distribution: 2 })
    expect(change.rows?.[0]).toMatchObject({
      insert: { origin: 'added', originReason: '公告机构须同时告知', state: 'to-tell' },
    })
    expect(change.start).toEqual([])
  })
  test('writes at once to whoever is added while the notice runs', () => {
    const { change } = given(addRecipient, { record: aRunningNotice(), facts, found })
      .when({ name: '城东诊所', phone: '0371-2', reason: '下游客户' })
      .accepts()
    expect(change.start?.[0]).toMatchObject({
      command: 'message.write',
      input: { toName: '城东诊所', guestId: idOf('new 1') },
    })
  })
  test('takes in nobody unknown, twice, or without a reason', () => {
    const adding = (input: object, more: object = found) =>
      given(addRecipient, { record, facts, found: { ...found, ...more } }).when({ reason: '补充', ...input })
    adding({}).refuses('who-missing', 'partyId')
    adding({ partyId: party.id }).refuses('no-such-party', 'partyId')
    adding({ name: '诊所', reason: undefined }).refuses('bad-input', 'reason')
    const known = { party: { ...party, id: aBuyer(1).partyId } }
    adding({ partyId: aBuyer(1).partyId }, known).refuses('listed-already', 'partyId')
    const removed = { ...aCourse({ state: 'removed', removedReason: '另行告知' }), lots: LOTS }
    given(addRecipient, { record, facts: removed, found: { ...found, ...known } })
      .when({ partyId: aBuyer(1).partyId, reason: '补充' })
      .refuses('was-removed', 'partyId')
  })
  test('strikes somebody out with a reason; the last one cannot go', () => {
    const { change } = given(removeRecipient, { record, facts })
      .when({ recipientId: uuid(11), reason: '已注销' })
      .accepts()
    expect(change.set).toMatchObject({ recipients: 1, shipped: 10, distribution: 2 })
    expect(change.rows).toContainEqual({
      child: 'recipient',
      id: uuid(11),
      set: { removedReason: '已注销', state: 'removed' },
    })
    given(removeRecipient, { record, facts })
      .when({ recipientId: uuid(99), reason: '已注销' })
      .refuses('no-such-recipient')
    const one = { recipients: facts.recipients.slice(0, 1), lines: facts.lines.slice(0, 1) }
    given(removeRecipient, { record, facts: one })
      .when({ recipientId: uuid(11), reason: '已注销' })
      .refuses('last-recipient')
    given(removeRecipient, { record: aRunningNotice(), facts }).when({}).refuses('state')
  })
  test('puts somebody back with a reason, and writes to it when the notice runs', () => {
    const [first, second] = aCourse(TOLD).recipients
    if (!first || !second) throw new Error('no example')
    const struck = {
      recipients: [{ ...first, state: 'removed' as const, removedReason: '误移' }, second],
      lines: facts.lines,
      lots: LOTS,
    }
    const { change } = given(restoreRecipient, { record: aRunningNotice(), facts: struck })
      .when({ recipientId: first.id, reason: '仍有库存' })
      .accepts()
    expect(change.start?.[0]).toMatchObject({ command: 'message.write', input: { guestId: first.id } })
    given(restoreRecipient, { record, facts })
      .when({ recipientId: uuid(11), reason: '恢复' })
      .refuses('not-removed')
  })
  test('when it changes after the approval, the notice is a draft again', () => {
    const approved = aNotice({ state: 'approved', approvedAt: NOON })
    const removed = given(removeRecipient, { record: approved, facts })
      .when({ recipientId: uuid(11), reason: '已注销' })
      .accepts()
    const added = given(addRecipient, { record: approved, facts, found: { ...found, party } })
      .when({ partyId: party.id, reason: '公告机构须同时告知' })
      .accepts()
    const [one, two] = facts.recipients
    if (!one || !two) throw new Error('no example')
    const struck = { ...facts, recipients: [{ ...one, state: 'removed' as const, removedReason: '误移' }, two] }
    const restored = given(restoreRecipient, { record: approved, facts: struck })
      .when({ recipientId: one.id, reason: '仍有库存' })
      .accepts()
    for (const { to, change } of [removed, added, restored]) {
      expect(to).toBe('draft')
      expect(change.set).toMatchObject({ distribution: 2, approvedAt: null })
    }
  })
  test('when it changes while the notice runs, the signatures stand for the list that was sent', () => {
    const adding = given(addRecipient, { record: aRunningNotice(), facts, found })
    const { to, change } = adding.when({ name: '城东诊所', phone: '0371-2', reason: '下游客户' }).accepts()
    expect(to).toBe('running')
    expect(change.set).not.toHaveProperty('distribution')
  })
  test('follows the records of sale: quantities before it is sent, new buyers at any time', () => {
    const trace = aTrace([aBuyer(1, { delivered: 12, returned: 3 }), aBuyer(2), aBuyer(3)])
    const before = given(refreshRecipients, { record, facts, found: { trace } }).when({}).accepts()
    expect(before.change.set).toMatchObject({ recipients: 3, shipped: 29 })
    expect(before.change.start).toEqual([])
    const after = given(refreshRecipients, { record: aRunningNotice(), facts, found: { trace } }).when({}).accepts()
    // three came back after sending: they are counted as they arrive, not taken off what was shipped
    expect(after.change.set).toMatchObject({ recipients: 3, shipped: 32 })
    expect(after.change.start).toHaveLength(1)
    expect(after.change.start?.[0]).toMatchObject({ input: { toName: '第 3 医院' } })
  })
})

describe('giving up', () => {
  test('is possible until the notice was sent, with a reason', () => {
    const { to } = given(cancelNotice, { record: aNotice() }).when({ reason: '复检合格' }).accepts()
    expect(to).toBe('cancelled')
    given(cancelNotice, { record: aNotice() }).when({}).refuses('bad-input', 'reason')
    given(cancelNotice, { record: aRunningNotice() }).when({ reason: '复检合格' }).refuses('state')
    given(cancelNotice, { record: aNotice(), actor: someone('sales') })
      .when({ reason: '复检合格' })
      .refuses('role')
  })
})
