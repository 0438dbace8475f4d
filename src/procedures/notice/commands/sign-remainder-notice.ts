import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { outstandingOf } from '../balance.ts'
import { remainderLine, remainderRecipient } from '../input.ts'
import { noticeCommand } from '../notice-command.ts'
import { openItems } from '../open-items.ts'
import { reckon } from '../reckon.ts'

/** What cannot be accounted for is signed by the quality head, line by line with its reason; then the balance is zero. */
export const signRemainder = noticeCommand('sign-remainder', {
  title: text('签批差额', 'Sign the remainder'),
  about: text(
    '逐行写明理由：仍未落实、仍在外或找不到的数量，以及始终没有确认的单位。',
    'Line by line with a reason: what is still outside, cannot be found or explained, and who never acknowledged.',
  ),
  fulfils: ['S26-2.3d', 'CN-GSP-111', 'CN-RC-011'],
  from: ['running'],
  by: ['quality-head'],
  input: z.object({
    lines: field(z.array(remainderLine).max(2000), { title: text('差额', 'Remainders') }).default([]),
    recipients: field(z.array(remainderRecipient).max(2000), {
      title: text('未确认的单位', 'Recipients without an acknowledgement'),
    }).default([]),
  }),
  facts: ['recipients', 'lines', 'lots'],
  guard: ({ record, facts }) => {
    const open = openItems(record, facts)
    return [
      open.lines.length + open.recipients.length === 0 &&
        refuse(
          'nothing-open',
          text('数量已核平，没有需要签批的差额。', 'The balance is zero: there is no remainder to sign.'),
        ),
    ]
  },
  check: ({ record, input, facts }) => {
    const open = openItems(record, facts)
    return [
      input.lines.length + input.recipients.length === 0 &&
        refuse('nothing-chosen', text('请至少签批一行。', 'Sign at least one line.'), { field: 'lines' }),
      ...input.lines.map(
        (item, at) =>
          !open.lines.some(line => line.id === item.lineId) &&
          refuse('line-settled', text('该行没有差额，请删去。', 'This line has no remainder: take it out.'), {
            field: `lines.${at}.lineId`,
          }),
      ),
      ...input.recipients.map(
        (item, at) =>
          !open.recipients.some(recipient => recipient.id === item.recipientId) &&
          refuse('recipient-settled', text('该单位已结清，请删去。', 'This recipient is settled: take it out.'), {
            field: `recipients.${at}.recipientId`,
          }),
      ),
    ]
  },
  sign: {
    meaning: text(
      '已核查差额及理由，同意按此结算',
      'I examined the remainder and its reasons and agree to settle it so',
    ),
  },
  change: ({ record, input, facts, actor, now }) => {
    const lines = Object.fromEntries(
      input.lines.map(({ lineId, reason }) => {
        const line = facts.lines.find(item => item.id === lineId)
        return [lineId, { signedRemainder: line ? outstandingOf(line, record.kind) : 0, remainderReason: reason }]
      }),
    )
    const recipients = Object.fromEntries(
      input.recipients.map(({ recipientId, reason }) => [recipientId, { excusedReason: reason }]),
    )
    const after = reckon(record, facts, { lines, recipients }, now)
    return {
      ...after,
      set: { ...after.set, remainderSignedAt: now, remainderSignedByName: actor.name },
    }
  },
  tell: ({ before, record, input }) =>
    text(
      `签批差额 ${before.outstanding - record.outstanding} 件、${input.lines.length + input.recipients.length} 行，剩余 ${record.outstanding} 件`,
      `signed a remainder of ${before.outstanding - record.outstanding} units in ${input.lines.length + input.recipients.length} lines; ${record.outstanding} remain`,
    ),
  fill: ({ record, facts }) => {
    const open = openItems(record, facts)
    return {
      lines: open.lines.map(({ id, said }) => ({ lineId: id, about: said, reason: '' })),
      recipients: open.recipients.map(({ id, said }) => ({ recipientId: id, about: said, reason: '' })),
    }
  },
  rank: 60,
})
