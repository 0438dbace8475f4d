import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { messageCommand } from '../message-command.ts'
import { attempted, onlyBySystem } from '../sending.ts'
import { failures, LETTERS } from '../taxonomy.ts'

/** The e-mail will not go out by itself any more: somebody mends the address or brings the letter on paper. */
export const markFailed = messageCommand('mark-failed', {
  title: text('记录发送失败', 'Record as failed'),
  fulfils: ['HJ-record', 'HJ-reached'],
  from: ['waiting'],
  to: 'failed',
  by: LETTERS,
  input: z.object({
    why: choice(text('原因', 'Reason'), failures),
    answer: field(z.string().max(2_000), { title: text('服务器答复', 'Answer of the mail server') }),
  }),
  guard: onlyBySystem,
  change: ({ record, input, now, newId }) => {
    const { set, rows } = attempted(record, newId(), now, {
      outcome: 'failed',
      answer: input.answer,
      failure: input.why,
    })
    return { set: { ...set, failure: input.why }, rows }
  },
  tell: ({ record, input }) =>
    text(
      `发往 ${record.toEmail} 失败：${failures[input.why].zh}（${input.answer}）`,
      `could not be sent to ${record.toEmail}: ${failures[input.why].en.toLowerCase()} (${input.answer})`,
    ),
  place: 'none',
})
