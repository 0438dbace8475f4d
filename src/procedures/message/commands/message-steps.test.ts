import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aFailedMessage, aLetter, aMessage, aPrintedMessage, aSentMessage, hospital } from '../message.example.ts'
import { handOver } from './hand-over-message.ts'
import { markFailed } from './mark-failed-message.ts'
import { markSent } from './mark-sent-message.ts'
import { noteAttempt } from './note-attempt-message.ts'
import { printInstead } from './print-instead-message.ts'
import { recordReturn } from './record-return-message.ts'
import { resend } from './resend-message.ts'
import { withdraw } from './withdraw-message.ts'
import { writeMessage } from './write-message.ts'

const TOMORROW = '2026-11-21T04:00:00.000Z'
const YESTERDAY = '2026-11-19T00:00:00.000Z'
const system = { ...someone('quality'), via: 'system' as const }
const found = { reader: hospital }

describe('a letter', () => {
  const step = given(writeMessage, { actor: system, found })

  test('to an address on file waits for the mail', () => {
    const { change, to } = step.when(aLetter).accepts()
    expect(to).toBe('waiting')
    expect(change.set).toMatchObject({
      toEmail: 'shebei@hewan.example',
      toContact: '刘慧敏',
      toAddress: '郑州市金水区河湾路 18 号',
      toPhone: '14203710101',
      printReason: null,
      round: 1,
      attempts: 0,
      keeper: 'quality',
    })
    expect(change.open).toEqual([{ deadline: 'delivery', from: NOON }])
  })
  test('to nobody’s address, or to no usable one, is printed', () => {
    const none = step.when({ ...aLetter, toEmail: null }).accepts()
    expect(none.to).toBe('to-print')
    expect(none.change.set?.printReason).toBe('no-address')
    for (const toEmail of ['待补', 'a@b', 'a b@c.cn', 'a@c.cn, d@e.cn', '<a@c.cn>']) {
      const bad = step.when({ ...aLetter, toEmail }).accepts()
      expect([toEmail, bad.to, bad.change.set?.printReason]).toEqual([toEmail, 'to-print', 'bad-address'])
    }
  })
  test('keeps the English text and the form that goes along', () => {
    const { change } = step
      .when({
        ...aLetter,
        english: { subject: 'Stop', body: 'Stop now: {link}' },
        form: { procedure: 'notice', form: 'notice-letter', id: idOf('notice') },
      })
      .accepts()
    expect(change.set).toMatchObject({ subjectEn: 'Stop', bodyEn: 'Stop now: {link}', formName: 'notice-letter' })
  })
  test('of a guest’s own act is the work of quality management', () => {
    const guest = given(writeMessage, { actor: { ...someone('outside'), via: 'system' }, found })
    expect(guest.when(aLetter).accepts().change.set?.keeper).toBe('quality')
  })
  test('with a link says until when', () => {
    step.when({ ...aLetter, expiresAt: null }).refuses('link-without-end', 'expiresAt')
    step.when({ ...aLetter, expiresAt: NOON }).refuses('link-expired', 'expiresAt')
    step.when({ ...aLetter, body: '请停用。', expiresAt: null }).accepts()
  })
  test('is written by a record and not by hand', () => {
    given(writeMessage, { found }).when(aLetter).refuses('only-from-record')
    given(writeMessage, { found, actor: someone('driver') })
      .when(aLetter)
      .refuses('role')
    step.when({ ...aLetter, subject: '' }).refuses('bad-input', 'subject')
  })
})

describe('the mail server', () => {
  test('took it: the answer is kept as proof, and the clock is met', () => {
    const { change, to } = given(markSent, { record: aMessage(), actor: system })
      .when({ mailId: '<hj-7@bihuan>', answer: '250 2.0.0 OK' })
      .accepts()
    expect(to).toBe('sent')
    expect(change.set).toMatchObject({ sentAt: NOON, mailId: '<hj-7@bihuan>', attempts: 1, answer: '250 2.0.0 OK' })
    expect(change.rows).toMatchObject([
      { child: 'attempt', insert: { outcome: 'sent', toEmail: 'shebei@hewan.example' } },
    ])
    expect(change.meet).toEqual([{ deadline: 'delivery', at: NOON }])
  })
  test('took it a moment before it was withdrawn: the letter did go out', () => {
    const record = aMessage({ state: 'withdrawn', endReason: '选错' })
    expect(given(markSent, { record, actor: system }).when({ mailId: '<x@y>', answer: '250' }).accepts().to).toBe(
      'sent',
    )
  })
  test('was away: the attempt is kept and the letter waits on', () => {
    const { change, to } = given(noteAttempt, { record: aMessage({ attempts: 2 }), actor: system })
      .when({ answer: 'ECONNREFUSED' })
      .accepts()
    expect(to).toBe('waiting')
    expect(change.set).toMatchObject({ attempts: 3, lastAttemptAt: NOON })
    expect(change.rows).toMatchObject([{ insert: { outcome: 'deferred', answer: 'ECONNREFUSED' } }])
    expect(change.meet).toBeUndefined()
  })
  test('refused it: the reason is kept and somebody must act', () => {
    const { change, to } = given(markFailed, { record: aMessage(), actor: system })
      .when({ why: 'refused-address', answer: '550 no such user' })
      .accepts()
    expect(to).toBe('failed')
    expect(change.set).toMatchObject({ failure: 'refused-address', answer: '550 no such user' })
    expect(change.rows).toMatchObject([{ insert: { outcome: 'failed', failure: 'refused-address' } }])
  })
  test('speaks through the system alone', () => {
    const record = aMessage()
    given(markSent, { record }).when({ mailId: '<x@y>', answer: 'OK' }).refuses('only-by-system')
    given(noteAttempt, { record }).when({ answer: 'no' }).refuses('only-by-system')
    given(markFailed, { record }).when({ why: 'unreachable', answer: 'no' }).refuses('only-by-system')
    expect(given(markSent, { record }).standsAgainst()).toEqual(['only-by-system'])
  })
  test('says nothing of a letter that does not wait', () => {
    const record = aSentMessage()
    given(markSent, { record, actor: system }).when({ mailId: '<x@y>', answer: 'OK' }).refuses('state')
    given(noteAttempt, { record, actor: system }).when({ answer: 'no' }).refuses('state')
    given(markFailed, { record, actor: system }).when({ why: 'unreachable', answer: '' }).refuses('state')
    given(markFailed, { record: aMessage(), actor: system }).when({ answer: '' }).refuses('bad-input', 'why')
    given(markSent, { record: aMessage(), actor: someone('driver') })
      .when({ mailId: '<x@y>', answer: 'OK' })
      .refuses('role')
  })
})

describe('on paper', () => {
  test('a letter goes when somebody wants it so, or when there is no mail server', () => {
    expect(given(printInstead, { record: aMessage() }).when({}).accepts()).toMatchObject({
      to: 'to-print',
      change: { set: { printReason: 'chosen' } },
    })
    given(printInstead, { record: aFailedMessage() }).when({}).accepts()
    const set = given(printInstead, { record: aMessage(), actor: system }).when({ why: 'no-server' }).accepts()
      .change.set
    expect(set).toEqual({ printReason: 'no-server' })
  })
  test('nobody says for the system that there is no server', () => {
    given(printInstead, { record: aMessage() }).when({ why: 'no-server' }).refuses('reason-by-system', 'why')
    given(printInstead, { record: aSentMessage() }).when({}).refuses('state')
    given(printInstead, { record: aMessage(), actor: someone('driver') })
      .when({})
      .refuses('role')
  })
  test('the hand-over says how, when and to whom, and meets the clock', () => {
    const { change, to } = given(handOver, { record: aPrintedMessage() })
      .when({ how: 'courier', document: 'SF1390000000001', handedOverAt: '2026-11-20T02:00:00.000Z' })
      .accepts()
    expect(to).toBe('handed-over')
    expect(change.set).toMatchObject({
      handedOverAt: '2026-11-20T02:00:00.000Z',
      handedOverHow: 'courier',
      handedOverDocument: 'SF1390000000001',
      handedOverByName: 'quality 甲',
    })
    expect(change.meet).toEqual([{ deadline: 'delivery', at: '2026-11-20T02:00:00.000Z' }])
    const file = idOf('fax report')
    const faxed = given(handOver, { record: aFailedMessage() })
      .when({ how: 'fax', attachments: [file] })
      .accepts()
    expect(faxed.change.attach).toEqual([{ id: file, purpose: 'delivery' }])
  })
  test('the hand-over has its proof', () => {
    const step = given(handOver, { record: aPrintedMessage() })
    step.when({ how: 'post' }).refuses('slip-missing', 'document')
    step.when({ how: 'in-person' }).refuses('taker-missing', 'toWhom')
    step.when({ how: 'telephone' }).refuses('taker-missing', 'toWhom')
    step.when({ how: 'other' }).refuses('way-missing', 'note')
    step.when({ how: 'other', note: '放在收发室' }).accepts()
    step.when({}).refuses('bad-input', 'how')
  })
  test('the hand-over lies between the letter and now', () => {
    const step = given(handOver, { record: aPrintedMessage() })
    step.when({ how: 'fax', handedOverAt: TOMORROW }).refuses('in-future', 'handedOverAt')
    step.when({ how: 'fax', handedOverAt: YESTERDAY }).refuses('too-early', 'handedOverAt')
  })
  test('what the mail has in hand is not brought at the same time', () => {
    given(handOver, { record: aMessage() }).when({ how: 'fax' }).refuses('state')
    given(handOver, { record: aPrintedMessage(), actor: someone('driver') })
      .when({ how: 'fax' })
      .refuses('role')
  })
})

describe('a letter that did not arrive', () => {
  test('is sent again to a mended address, the old one struck through', () => {
    const { change, to } = given(resend, { record: aFailedMessage() })
      .when({ toEmail: 'shebei@hewan-yiyuan.example', reason: '医院来电更正' })
      .accepts()
    expect(to).toBe('waiting')
    expect(change.set).toEqual({
      toEmail: 'shebei@hewan-yiyuan.example',
      round: 2,
      failure: null,
      printReason: null,
    })
    expect(change.correct).toEqual([
      {
        field: 'toEmail',
        was: 'shebei@hewan.example',
        now: 'shebei@hewan-yiyuan.example',
        reason: '医院来电更正',
      },
    ])
    expect(change.open).toEqual([{ deadline: 'delivery', from: NOON }])
  })
  test('may go again to the same address', () => {
    const { change } = given(resend, { record: aSentMessage() }).when({ reason: '对方说未收到' }).accepts()
    expect(change.correct).toBeUndefined()
  })
  test('needs a whole address, a reason and a link that still opens', () => {
    given(resend, { record: aPrintedMessage() }).when({ reason: '补发' }).refuses('bad-address', 'toEmail')
    given(resend, { record: aFailedMessage() })
      .when({ toEmail: 'hewan', reason: '补发' })
      .refuses('bad-address', 'toEmail')
    given(resend, { record: aFailedMessage() }).when({}).refuses('bad-input', 'reason')
    const late = given(resend, { record: aFailedMessage(), now: '2026-12-20T04:00:00.000Z' }).when({ reason: '补发' })
    expect(late.refuses('link-expired').sentence.zh).toContain('TZ-2026-00003')
    given(resend, { record: aMessage() }).when({ reason: '补发' }).refuses('state')
    given(resend, { record: aFailedMessage(), actor: someone('driver') })
      .when({ reason: '补发' })
      .refuses('role')
  })
  test('and came back after all is told, so that the clock runs again', () => {
    const { change, to } = given(recordReturn, { record: aSentMessage() }).when({ reason: '退信：邮箱已满' }).accepts()
    expect(to).toBe('failed')
    expect(change.set).toEqual({ failure: 'returned', answer: '退信：邮箱已满' })
    expect(change.rows).toMatchObject([{ insert: { outcome: 'returned', toEmail: 'shebei@hewan.example' } }])
    expect(change.open).toEqual([{ deadline: 'delivery', from: NOON }])
    const parcel = given(recordReturn, { record: aPrintedMessage({ state: 'handed-over', handedOverAt: NOON }) })
    expect(parcel.when({ reason: '快递退回' }).accepts().change.rows).toMatchObject([{ insert: { toEmail: null } }])
  })
  test('cannot come back before it went', () => {
    given(recordReturn, { record: aMessage() }).when({ reason: '退信' }).refuses('state')
    given(recordReturn, { record: aSentMessage() }).when({}).refuses('bad-input', 'reason')
    given(recordReturn, { record: aSentMessage(), actor: someone('driver') })
      .when({ reason: '退信' })
      .refuses('role')
  })
})

describe('a letter that is taken back', () => {
  test('keeps number and reason', () => {
    const { change, to } = given(withdraw, { record: aMessage() }).when({ reason: '收件单位选错' }).accepts()
    expect(to).toBe('withdrawn')
    expect(change.set).toEqual({ endReason: '收件单位选错' })
  })
  test('has not been delivered', () => {
    given(withdraw, { record: aSentMessage() }).when({ reason: '选错' }).refuses('state')
    given(withdraw, { record: aMessage() }).when({}).refuses('bad-input', 'reason')
    given(withdraw, { record: aMessage(), actor: someone('driver') })
      .when({ reason: '选错' })
      .refuses('role')
  })
})
