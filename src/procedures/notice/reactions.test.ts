import { describe, expect, test } from 'vitest'
import { idOf, NOON, someone } from '../../../test/given.ts'
import { policyBook } from '../../kernel/policy.ts'
import { closingGate, reactions } from './reactions.ts'

const letter = {
  procedure: 'notice',
  recordId: idOf('notice'),
  guestId: idOf('recipient'),
  sentAt: NOON,
  handedOverAt: NOON,
}
const heard = (on: string, record: object, input: object = {}, found: unknown = undefined) =>
  reactions
    .filter(item => item.on === on)
    .flatMap(item =>
      item.run({
        record: record as Record<string, unknown>,
        input,
        found,
        now: NOON,
        actor: someone('sales'),
        policy: policyBook([], NOON),
      }),
    )

describe('letters', () => {
  test('that were sent or brought tell the recipient', () => {
    expect(heard('message.mark-sent', letter)).toEqual([
      {
        command: 'notice.mark-told',
        on: letter.recordId,
        input: { recipientId: letter.guestId, messageState: 'sent', at: NOON, how: '电子邮件' },
      },
    ])
    expect(heard('message.hand-over', letter, { how: 'courier' })).toMatchObject([
      { input: { messageState: 'handed-over', how: '快递' } },
    ])
  })
  test('that failed or came back untell it', () => {
    expect(heard('message.mark-failed', letter, { answer: '550 unknown' })).toMatchObject([
      { command: 'notice.mark-undelivered', input: { fault: '550 unknown' } },
    ])
    expect(heard('message.record-return', letter, { reason: '邮箱已停用' })).toMatchObject([
      { input: { fault: '邮箱已停用' } },
    ])
  })
  test('of other procedures are none of a notice’s business', () => {
    for (const on of ['message.mark-sent', 'message.hand-over', 'message.mark-failed', 'message.record-return'])
      expect(heard(on, { ...letter, procedure: 'supplier-inquiry' })).toEqual([])
  })
})

test('goods that a buyer sends back or has destroyed count in every running notice that names them', () => {
  const found = [
    { noticeId: idOf('suspend'), lineId: idOf('line 1'), serials: [], announced: true },
    { noticeId: idOf('recall'), lineId: idOf('line 2'), serials: [], announced: false },
  ]
  expect(heard('lot.take-back', {}, { quantity: 3 }, found)).toEqual(
    found.map(({ noticeId, lineId }) => ({
      command: 'notice.count-moved',
      on: noticeId,
      input: { lineId, quantity: 3, to: 'receivedBack' },
    })),
  )
  expect(heard('lot.destroy-at-customer', {}, { quantity: 2 }, found)).toMatchObject([
    { input: { to: 'destroyed', announced: true } },
    { input: { to: 'destroyed', announced: false } },
  ])
})

test('a notice about single units counts those units alone', () => {
  const found = [{ noticeId: idOf('recall'), lineId: idOf('line 1'), serials: ['P1', 'P3'] }]
  expect(heard('lot.take-back', {}, { quantity: 1, serials: ['P2'] }, found)).toEqual([])
  expect(heard('lot.take-back', {}, { quantity: 3, serials: ['P2', 'ｐ1', 'P3'] }, found)).toMatchObject([
    { input: { quantity: 2 } },
  ])
  expect(heard('lot.take-back', {}, { quantity: 5 }, found)).toEqual([])
  expect(heard('lot.destroy-at-customer', {}, { quantity: 1, serials: ['P2'] }, found)).toEqual([])
})

test('a complaint stays open while a notice that came out of it runs', () => {
  const record = { number: 'TS-2026-00042' }
  const held = [{ id: idOf('notice'), number: 'TZ-2026-00001', state: 'running' }]
  const asked = { record, facts: { held } } as unknown as Parameters<NonNullable<typeof closingGate.guard>>[0]
  const [refusal] = closingGate.guard?.(asked) ?? []
  expect(refusal).toMatchObject({
    code: 'notice-open',
    sentence: { zh: expect.stringContaining('TZ-2026-00001') },
  })
})
