import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, moment } from '../../../vocabulary/entry-field.ts'
import { happened } from '../../../vocabulary/event-time.ts'
import { keysOf } from '../../../vocabulary/intake.ts'
import { recipientId } from '../input.ts'
import { messageStates } from '../kinds.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

/** The letter to a recipient was sent or handed over: it is told. Letters say so themselves. */
export const markTold = noticeCommand('mark-told', {
  title: text('记录已告知', 'Record as told'),
  fulfils: ['S04-4.9b', 'CN-RC-001', 'S01-4.7e', 'S01-4.5a'],
  from: ['running', 'closed'],
  by: FOLLOWERS,
  input: z.object({
    recipientId,
    messageState: field(z.enum(keysOf(messageStates)), { title: text('函件状态', 'Letter'), options: messageStates }),
    at: moment(text('告知时间', 'Told at')),
    how: line(text('方式', 'How')),
  }),
  facts: ['recipients', 'lines'],
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-by-letter',
        text(
          '是否告知以函件为准：请在函件上登记送达；电话告知的请登记通话。',
          'Whether somebody was told follows from the letter: enter the hand-over there, or record the call.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: ({ input, facts }) => [
    !facts.recipients.some(item => item.id === input.recipientId) &&
      refuse('no-such-recipient', text('名单中没有这个单位。', 'The list has no such recipient.'), {
        field: 'recipientId',
      }),
  ],
  change: ({ record, input, facts, now }) => {
    const known = facts.recipients.find(item => item.id === input.recipientId)
    const at = happened(input.at, now)
    return reckon(
      record,
      facts,
      {
        recipients: {
          [input.recipientId]: {
            messageState: input.messageState,
            messageFault: null,
            ...(!known?.toldAt && { toldAt: at, toldHow: input.how }),
          },
        },
      },
      now,
    )
  },
  tell: ({ input, facts }) => {
    const name = facts.recipients.find(item => item.id === input.recipientId)?.name ?? ''
    return text(`已告知${name}（${input.how}）`, `${name} is told (${input.how})`)
  },
  place: 'none',
})
