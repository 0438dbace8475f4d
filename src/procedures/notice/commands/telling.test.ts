import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import {
  APPROVED,
  aBuyer,
  aCourse,
  aNotice,
  aRunningNotice,
  aTrace,
  LOTS,
  TOLD,
  theGuest,
  theSystem,
  uuid,
} from '../notice.example.ts'
import { acknowledgeNotice } from './acknowledge-notice.ts'
import { escalateNotice } from './escalate-notice.ts'
import { liftNotice } from './lift-notice.ts'
import { markTold } from './mark-told-notice.ts'
import { markUndelivered } from './mark-undelivered-notice.ts'
import { recordCall } from './record-call-notice.ts'
import { remindNotice } from './remind-notice.ts'
import { sendNotice } from './send-notice.ts'

const first = uuid(11)
const running = aRunningNotice()
const facts = { ...aCourse(), lots: LOTS }
const told = { ...aCourse(TOLD), lots: LOTS }

describe('sending', () => {
  const approved = aNotice({ state: 'approved' })
  const found = { trace: aTrace(), lifted: [] }
  const signed = { facts, found, signOffs: APPROVED }

  test('writes to everyone on the list with its own link, and starts the clocks of the answers', () => {
    const { to, change } = given(sendNotice, { record: approved, ...signed })
      .when({})
      .accepts()
    expect(to).toBe('running')
    expect(change.start).toHaveLength(2)
    expect(change.start?.[0]).toMatchObject({
      command: 'message.write',
      link: 'message',
      input: {
        procedure: 'notice',
        recordId: approved.id,
        guestId: first,
        toEmail: 'hospital1@example.org',
        expiresAt: '2026-12-20T04:00:00.000Z',
        form: { procedure: 'notice', form: 'recall-notice', id: approved.id },
      },
    })
    expect(String(change.start?.[0]?.input.body)).toContain('{link}')
    expect(String(change.start?.[0]?.input.body)).not.toContain('第 2 医院')
    expect(change.open?.map(item => item.deadline)).toEqual(['answers', 'reminder', 'escalation'])
    expect(change.set).toMatchObject({ sentAt: NOON, told: 0 })
  })
  test('takes in a buyer that appeared since the approval, and leaves out who was struck out', () => {
    const [one, two] = facts.recipients
    if (!one || !two) throw new Error('no example')
    const struck = { ...facts, recipients: [{ ...one, state: 'removed' as const, removedReason: '另行告知' }, two] }
    const { change } = given(sendNotice, {
      record: approved,
      signOffs: APPROVED,
      facts: struck,
      found: { ...found, trace: aTrace([aBuyer(1), aBuyer(2), aBuyer(3)]) },
    })
      .when({})
      .accepts()
    expect(change.start?.map(item => item.input.toName)).toEqual(['第 2 医院', '第 3 医院'])
  })
  test('of an advisory notice is done by sales', () => {
    const advisory = aNotice({ state: 'approved', kind: 'advisory', recallClass: null })
    const refusal = given(sendNotice, { record: advisory, ...signed, actor: someone('quality') })
      .when({})
      .refuses('sales-delivers')
    expect(refusal.clause).toBe('S09-4.2b')
    given(sendNotice, { record: advisory, ...signed, actor: someone('sales') })
      .when({})
      .accepts()
  })
  test('to resume lifts the notices that had stopped these lots', () => {
    const resume = aNotice({ state: 'approved', kind: 'resume', recallClass: null })
    const { change } = given(sendNotice, { record: resume, ...signed, found: { ...found, lifted: [{ id: uuid(77) }] } })
      .when({})
      .accepts()
    expect(change.start?.at(-1)).toMatchObject({ command: 'notice.lift', on: uuid(77) })
    expect(change.open).toEqual([])
  })
  test('needs every signature of the last round', () => {
    const [first, second] = APPROVED
    if (!first || !second) throw new Error('no example')
    const asked = { ...second, outcome: 'pending' as const, signedBy: null, signedAt: null }
    const voided = [first, { ...second, outcome: 'voided' as const }, { ...asked, turn: 2 }]
    for (const signOffs of [[], [first, asked], voided])
      given(sendNotice, { record: approved, ...signed, signOffs })
        .when({})
        .refuses('not-signed')
  })
  test('comes after approval', () => {
    given(sendNotice, { record: aNotice(), ...signed })
      .when({})
      .refuses('state')
    given(sendNotice, { record: approved, ...signed, actor: someone('warehouse') })
      .when({})
      .refuses('role')
  })
})

describe('a letter that arrived', () => {
  const arrived = { recipientId: first, messageState: 'sent', at: NOON, how: '电子邮件' }
  test('tells its recipient; the last one stops the clock', () => {
    const one = given(markTold, { record: running, facts, actor: theSystem() }).when(arrived).accepts()
    expect(one.change.set).toMatchObject({ told: 1 })
    expect(one.change.meet).toEqual([])
    const [known, other] = facts.recipients
    if (!known || !other) throw new Error('no example')
    const rest = { ...facts, recipients: [known, { ...other, ...TOLD }] }
    const all = given(markTold, { record: running, facts: rest, actor: theSystem() }).when(arrived).accepts()
    expect(all.change.set).toMatchObject({ told: 2, allToldAt: NOON })
    expect(all.change.meet).toEqual([{ deadline: 'tell-recall' }])
  })
  test('is entered on the letter, and for somebody on the list', () => {
    given(markTold, { record: running, facts, actor: someone('sales') })
      .when(arrived)
      .refuses('only-by-letter')
    given(markTold, { record: running, facts, actor: theSystem() })
      .when({ ...arrived, recipientId: uuid(99) })
      .refuses('no-such-recipient')
    given(markTold, { record: aNotice(), facts, actor: theSystem() }).when(arrived).refuses('state')
  })
})

describe('a letter that did not arrive', () => {
  const came = { recipientId: first, fault: '550 no such user' }
  test('leaves its recipient untold, unless it was reached otherwise', () => {
    const { change } = given(markUndelivered, { record: running, facts: told, actor: theSystem() }).when(came).accepts()
    expect(change.set).toMatchObject({ told: 1 })
    const reached = aCourse({ ...TOLD, callOutcome: 'reached' })
    const kept = given(markUndelivered, { record: running, facts: reached, actor: theSystem() }).when(came).accepts()
    expect(kept.change.set).toMatchObject({ told: 2 })
  })
  test('is entered on the letter, and for somebody on the list', () => {
    given(markUndelivered, { record: running, facts, actor: someone('sales') })
      .when(came)
      .refuses('only-by-letter')
    given(markUndelivered, { record: running, facts, actor: theSystem() })
      .when({ ...came, recipientId: uuid(99) })
      .refuses('no-such-recipient')
    given(markUndelivered, { record: aNotice(), facts, actor: theSystem() }).when(came).refuses('state')
  })
})

describe('an acknowledgement', () => {
  test('comes from the recipient by its link, and says that it was told', () => {
    const { change } = given(acknowledgeNotice, { record: running, facts, actor: theGuest() })
      .when({ by: '刘慧敏', recipientId: uuid(12) })
      .accepts()
    expect(change.rows).toEqual([
      {
        child: 'recipient',
        id: first,
        set: expect.objectContaining({
          acknowledgedAt: NOON,
          acknowledgedBy: '刘慧敏',
          toldAt: NOON,
          state: 'acknowledged',
        }),
      },
    ])
  })
  test('may be entered for a recipient by our people', () => {
    given(acknowledgeNotice, { record: running, facts: told, actor: someone('sales') })
      .when({ by: '刘慧敏', recipientId: first })
      .accepts()
    given(acknowledgeNotice, { record: running, facts: told, actor: someone('sales') })
      .when({ by: '刘慧敏' })
      .refuses('no-such-recipient', 'recipientId')
  })
  test('of a stranger, or a second one, is refused', () => {
    given(acknowledgeNotice, { record: running, facts, actor: theGuest(9) })
      .when({ by: '路人' })
      .refuses('not-a-recipient')
    const struck = aCourse({ state: 'removed', removedReason: '另行告知' })
    given(acknowledgeNotice, { record: running, facts: struck, actor: theGuest() })
      .when({ by: '刘' })
      .refuses('not-a-recipient')
    const again = aCourse({ ...TOLD, acknowledgedAt: NOON, acknowledgedBy: '刘' })
    given(acknowledgeNotice, { record: running, facts: again, actor: theGuest() })
      .when({ by: '刘' })
      .refuses('acknowledged-already')
    given(acknowledgeNotice, { record: running, facts: again, actor: someone('sales') })
      .when({ by: '刘', recipientId: first })
      .refuses('acknowledged-already')
    given(acknowledgeNotice, { record: aNotice(), facts, actor: theGuest() }).when({ by: '刘' }).refuses('state')
  })
  test('settles an advisory notice', () => {
    const advisory = aRunningNotice({ kind: 'advisory', recallClass: null })
    const { change } = given(acknowledgeNotice, { record: advisory, facts, actor: theGuest() })
      .when({ by: '刘' })
      .accepts()
    expect(change.rows?.[0]).toMatchObject({ set: { state: 'settled' } })
  })
})

describe('a call', () => {
  const call = { recipientId: first, outcome: 'reached', spokenTo: '刘慧敏', said: '已停用' }
  test('that reached somebody counts as told', () => {
    const { change } = given(recordCall, { record: running, facts })
      .when({ ...call, acknowledged: true })
      .accepts()
    expect(change.set).toMatchObject({ told: 1 })
    expect(change.rows?.at(-1)).toMatchObject({
      child: 'contact',
      insert: { kind: 'call', outcome: 'reached', said: '已停用' },
    })
    expect(change.rows?.[0]).toMatchObject({ set: { state: 'acknowledged', calls: 1, toldHow: '电话' } })
  })
  test('that did not leaves it untold; a wrong number is mended', () => {
    const missed = given(recordCall, { record: running, facts })
      .when({ recipientId: first, outcome: 'not-reached' })
      .accepts()
    expect(missed.change.set).toMatchObject({ told: 0 })
    const wrong = given(recordCall, { record: running, facts })
      .when({ recipientId: first, outcome: 'wrong-number', newPhone: '0371-99999999' })
      .accepts()
    expect(wrong.change.rows?.[0]).toMatchObject({ set: { phone: '0371-99999999', callOutcome: 'wrong-number' } })
  })
  test('in a drill tells nobody', () => {
    const drill = aRunningNotice({ drill: true, state: 'drill-running', sentAt: null })
    const { change } = given(recordCall, { record: drill, facts }).when(call).accepts()
    expect(change.rows?.[0]).not.toMatchObject({ set: { toldAt: NOON } })
  })
  test('says who was spoken to, what was said, and when it was', () => {
    const calls = given(recordCall, { record: running, facts })
    calls.when({ ...call, spokenTo: undefined }).refuses('who-missing', 'spokenTo')
    calls.when({ ...call, said: undefined }).refuses('said-missing', 'said')
    calls.when({ ...call, recipientId: uuid(99) }).refuses('no-such-recipient', 'recipientId')
    calls.when({ ...call, calledAt: '2026-12-01T00:00:00.000Z' }).refuses('in-future', 'calledAt')
    given(recordCall, { record: aNotice(), facts }).when(call).refuses('state')
  })
})

describe('silence', () => {
  test('is reminded of: all who have not answered, each with a new letter', () => {
    const { change } = given(remindNotice, { record: running, facts: told }).when({}).accepts()
    expect(change.start).toHaveLength(2)
    expect(String(change.start?.[0]?.input.subject)).toContain('催复')
    expect(change.meet?.[0]).toEqual({ deadline: 'reminder' })
    expect(change.open).toEqual([{ deadline: 'reminder', from: NOON }])
    const some = given(remindNotice, { record: running, facts: told })
      .when({ recipientIds: [first] })
      .accepts()
    expect(some.change.start).toHaveLength(1)
  })
  test('goes to the head of sales, then to the quality head', () => {
    const once = given(escalateNotice, { record: running, facts: told }).when({ note: '两次未答复' }).accepts()
    expect(once.change.set).toMatchObject({ escalatedTo: 'sales-head' })
    expect(once.change.open).toEqual([{ deadline: 'escalation', from: NOON, ownerRole: 'sales-head' }])
    const twice = given(escalateNotice, { record: aRunningNotice({ escalatedTo: 'sales-head' }), facts: told })
      .when({ note: '仍未答复' })
      .accepts()
    expect(twice.change.set).toMatchObject({ escalatedTo: 'quality-head' })
    given(escalateNotice, { record: aRunningNotice({ escalatedTo: 'quality-head' }), facts: told })
      .when({ note: '仍未答复' })
      .refuses('at-the-top')
  })
  test('is over once everyone has answered', () => {
    const answered = { ...aCourse(TOLD, { statedAt: NOON, used: 10 }), lots: LOTS }
    given(remindNotice, { record: running, facts: answered }).when({}).refuses('all-answered')
    given(escalateNotice, { record: running, facts: answered }).when({ note: '未答复' }).refuses('all-answered')
    given(remindNotice, { record: running, facts: told })
      .when({ recipientIds: [uuid(99)] })
      .refuses('answered-already', 'recipientIds')
    given(remindNotice, { record: aNotice(), facts: told }).when({}).refuses('state')
    given(escalateNotice, { record: aNotice(), facts: told }).when({ note: '未答复' }).refuses('state')
  })
})

describe('a notice to suspend that is lifted', () => {
  const number = 'TZ-2026-00009'
  const suspend = { kind: 'suspend' as const, recallClass: null }
  test('is closed when it runs, and cancelled when it was never sent', () => {
    const running = given(liftNotice, { record: aRunningNotice(suspend), actor: theSystem('quality') })
    expect(running.when({ number }).accepts().to).toBe('closed')
    const draft = given(liftNotice, { record: aNotice(suspend), actor: theSystem('quality') })
    expect(draft.when({ number }).accepts().to).toBe('cancelled')
  })
  test('is lifted by the notice to resume alone, and is no recall', () => {
    given(liftNotice, { record: aRunningNotice(suspend), actor: someone('quality') })
      .when({ number })
      .refuses('only-by-resume')
    given(liftNotice, { record: aRunningNotice(), actor: theSystem('quality') })
      .when({ number })
      .refuses('not-a-suspend')
    given(liftNotice, { record: aNotice({ state: 'closed' }), actor: theSystem('quality') })
      .when({ number })
      .refuses('state')
  })
})
