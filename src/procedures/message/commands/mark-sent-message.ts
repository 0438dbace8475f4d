import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { messageCommand } from '../message-command.ts'
import { attempted, onlyBySystem } from '../sending.ts'
import { LETTERS } from '../taxonomy.ts'

/** The mail server took the e-mail; its answer is the proof. Also of a letter that was taken back a moment too late: it did go out. */
export const markSent = messageCommand('mark-sent', {
  title: text('记录已发送', 'Record as sent'),
  fulfils: ['HJ-record', 'S09-5.3c'],
  from: ['waiting', 'to-print', 'failed', 'withdrawn'],
  to: 'sent',
  by: LETTERS,
  input: z.object({
    mailId: field(z.string().min(3).max(300), { title: text('邮件编号', 'Message id') }),
    answer: field(z.string().max(2_000), { title: text('服务器答复', 'Answer of the mail server') }),
  }),
  guard: onlyBySystem,
  change: ({ record, input, now, newId }) => {
    const { set, rows } = attempted(record, newId(), now, { outcome: 'sent', ...input })
    return {
      set: { ...set, mailId: input.mailId, sentAt: now, failure: null, printReason: null },
      rows,
      meet: [{ deadline: 'delivery', at: now }],
    }
  },
  tell: ({ record, input }) =>
    text(`已发送至 ${record.toEmail}，服务器答复：${input.answer}`, `sent to ${record.toEmail}: ${input.answer}`),
  place: 'none',
})
