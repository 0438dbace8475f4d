import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { messageCommand } from '../message-command.ts'
import { attempted, onlyBySystem } from '../sending.ts'
import { LETTERS } from '../taxonomy.ts'

/** An attempt that did not get through and is made again later. */
export const noteAttempt = messageCommand('note-attempt', {
  title: text('记录未成功的尝试', 'Note an attempt'),
  fulfils: ['HJ-record'],
  from: ['waiting'],
  by: LETTERS,
  input: z.object({
    answer: field(z.string().max(2_000), { title: text('服务器答复', 'Answer of the mail server') }),
  }),
  guard: onlyBySystem,
  change: ({ record, input, now, newId }) =>
    attempted(record, newId(), now, { outcome: 'deferred', answer: input.answer }),
  tell: ({ record, input }) =>
    text(
      `第 ${record.attempts} 次发送未成功，稍后重试：${input.answer}`,
      `attempt ${record.attempts} did not get through, tried again later: ${input.answer}`,
    ),
  place: 'none',
})
