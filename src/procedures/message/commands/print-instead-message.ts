import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { messageCommand } from '../message-command.ts'
import { LETTERS, printReasons } from '../taxonomy.ts'

/** The letter goes on paper: because there is no mail server, or because somebody wants it so. */
export const printInstead = messageCommand('print-instead', {
  title: text('改为打印送达', 'Bring it on paper'),
  about: text('不再以电子邮件发送；打印后送达，再登记送达方式。', 'No e-mail is sent; print it, bring it, enter how.'),
  fulfils: ['HJ-reached'],
  from: ['waiting', 'failed'],
  to: 'to-print',
  by: LETTERS,
  input: z.object({ why: choice(text('原因', 'Reason'), printReasons).default('chosen') }),
  check: ({ input, actor }) => [
    actor.via !== 'system' &&
      input.why !== 'chosen' &&
      refuse(
        'reason-by-system',
        text(
          '人工改为打印，原因请选“改为书面送达”。',
          'By hand the reason is that it was decided to bring it on paper.',
        ),
        { field: 'why' },
      ),
  ],
  change: ({ input }) => ({ set: { printReason: input.why } }),
  tell: ({ input }) =>
    text(
      `改为打印送达：${printReasons[input.why].zh}`,
      `to be brought on paper: ${printReasons[input.why].en.toLowerCase()}`,
    ),
  rank: 30,
})
