import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { messageCommand } from '../message-command.ts'
import { LETTERS } from '../taxonomy.ts'

/** A letter that seemed to have arrived came back: whoever it was for has not been told. */
export const recordReturn = messageCommand('record-return', {
  title: text('登记退回', 'Enter that it came back'),
  about: text('邮件被退回或邮件、快件退件：对方并未收到。', 'The e-mail or the parcel came back: nobody received it.'),
  fulfils: ['HJ-reached', 'HJ-record'],
  from: ['sent', 'handed-over'],
  to: 'failed',
  by: LETTERS,
  input: z.object({ reason: reasonField }),
  change: ({ record, input, now, newId }) => ({
    set: { failure: 'returned', answer: input.reason },
    rows: [
      {
        child: 'attempt',
        insert: {
          id: newId(),
          at: now,
          toEmail: record.state === 'sent' ? record.toEmail : null,
          outcome: 'returned',
          failure: 'returned',
          mailId: record.mailId,
          answer: input.reason,
        },
      },
    ],
    open: [{ deadline: 'delivery', from: now }],
  }),
  tell: ({ record, input }) =>
    text(`${record.number} 被退回：${input.reason}`, `${record.number} came back: ${input.reason}`),
  rank: 60,
  place: 'menu',
})
