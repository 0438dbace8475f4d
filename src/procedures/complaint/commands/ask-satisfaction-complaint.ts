import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { complaintCommand } from '../complaint-command.ts'
import { satisfactions } from '../taxonomy.ts'

/** S28-4.5j: the closing question. */
export const askSatisfaction = complaintCommand('ask-satisfaction', {
  title: text('询问满意度', 'Ask about satisfaction'),
  fulfils: ['S28-4.5j', 'S04-4.8b'],
  from: ['answered', 'closed'],
  by: ['service-desk', 'service-head', 'case-handler', 'after-sales', 'after-sales-head'],
  input: z.object({
    satisfaction: choice(text('满意度', 'Satisfaction'), satisfactions),
    note: paragraph(text('客户评价', 'Comment of the customer')).optional(),
  }),
  guard: ({ record }) => [
    record.satisfaction !== null &&
      record.satisfaction !== 'not-reached' &&
      refuse(
        'already-asked',
        text('已询问过满意度；记错请用“更正”。', 'Satisfaction was asked already; correct the record if it is wrong.'),
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      satisfaction: input.satisfaction,
      satisfactionNote: input.note ?? null,
      satisfactionAt: now,
      satisfactionByName: actor.name,
    },
  }),
  tell: ({ input }) =>
    text(
      `满意度：${satisfactions[input.satisfaction].zh}${input.note ? `。${input.note}` : ''}`,
      `satisfaction: ${satisfactions[input.satisfaction].en.toLowerCase()}${input.note ? `. ${input.note}` : ''}`,
    ),
  rank: 42,
})
