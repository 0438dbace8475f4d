import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { apologyFirst } from '../apology.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { consumerOnly } from '../consumer-claim.ts'
import { intake } from '../fields.ts'
import { remedies } from '../taxonomy.ts'

const GIVES = ['refund', 'exchange', 'price-concession', 'mail-back']

/** S02-4.3.2b–c: after the apology a remedy is agreed by the customer's wish, or the case goes to the operating department. */
export const agreeRemedy = complaintCommand('agree-remedy', {
  title: text('与消费者协商方案', 'Agree a remedy'),
  fulfils: ['S02-4.3.2b', 'S02-4.3.2c'],
  from: UNDER_WAY.slice(0, 3),
  by: ['after-sales', 'after-sales-head', 'sales', 'sales-head'],
  input: z.object({
    remedy: choice(text('协商方案', 'Remedy'), remedies),
    note: paragraph(text('协商情况', 'What was agreed')),
    phone: intake.phone.optional(),
  }),
  guard: ({ record }) => [
    consumerOnly(record),
    record.established === null &&
      refuse(
        'judge-first',
        text('要协商方案，请先判断投诉是否成立。', 'To agree a remedy, first judge whether the complaint stands.'),
        {
          clause: 'S02-4.3.1c',
        },
      ),
    apologyFirst(record, text('协商方案', 'agree a remedy')),
  ],
  check: ({ record, input }) => [
    record.established === false &&
      GIVES.includes(input.remedy) &&
      refuse(
        'not-established',
        text(
          '投诉不成立时不能给予退换或折价；请解释说明，或重新判断。',
          'A complaint that does not stand gets no refund, exchange or concession: explain, or judge again.',
        ),
        { field: 'remedy', clause: 'S02-4.3.1d' },
      ),
    input.remedy === 'referred' &&
      !input.phone &&
      !record.phone &&
      refuse(
        'phone-missing',
        text('转经营部研究时须留下联系电话。', 'When the operating department is to answer, take a telephone number.'),
        { field: 'phone' },
      ),
  ],
  change: ({ record, input }) => ({
    set: {
      remedy: input.remedy,
      remedyNote: input.note,
      ...(!record.phone && input.phone && { phone: input.phone }),
      ...(input.remedy === 'referred' && { assignedDepartment: 'sales' as const }),
    },
  }),
  tell: ({ input }) =>
    text(
      `与消费者协商：${remedies[input.remedy].zh}。${input.note}`,
      `agreed with the consumer: ${remedies[input.remedy].en.toLowerCase()}. ${input.note}`,
    ),
  rank: 16,
})
