import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { recipientId } from '../input.ts'
import { noticeCommand } from '../notice-command.ts'
import { reckon } from '../reckon.ts'
import { FOLLOWERS } from '../roles.ts'

/** The letter to a recipient did not arrive: until it answered or was reached, it is not told. */
export const markUndelivered = noticeCommand('mark-undelivered', {
  title: text('记录未送达', 'Record as not delivered'),
  fulfils: ['S04-4.9b', 'CN-RC-001'],
  from: ['running', 'closed'],
  by: FOLLOWERS,
  input: z.object({ recipientId, fault: line(text('原因', 'Reason')) }),
  facts: ['recipients', 'lines'],
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-by-letter',
        text('函件是否送达由函件登记，请在函件上办理。', 'The letter itself says whether it arrived: enter it there.'),
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
    const otherwiseTold = known?.acknowledgedAt || known?.callOutcome === 'reached'
    return reckon(
      record,
      facts,
      {
        recipients: {
          [input.recipientId]: {
            messageState: 'failed',
            messageFault: input.fault,
            ...(!otherwiseTold && { toldAt: null, toldHow: null }),
          },
        },
      },
      now,
    )
  },
  tell: ({ input, facts }) => {
    const name = facts.recipients.find(item => item.id === input.recipientId)?.name ?? ''
    return text(`给${name}的函件未送达：${input.fault}`, `the letter to ${name} did not arrive: ${input.fault}`)
  },
  place: 'none',
})
