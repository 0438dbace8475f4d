import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'

/** S01-4.6b: the supplier is asked about the goods. */
export const askSupplier = stopSaleCommand('ask-supplier', {
  title: text('发出质量查询', 'Ask the supplier'),
  fulfils: ['S01-4.6b', 'CN-RC-010'],
  from: AT_WORK,
  by: QUALITY,
  input: z.object({
    partyId: field(z.uuid(), { title: text('供货单位', 'Supplier'), widget: 'party', of: 'supplier' }),
    question: paragraph(text('查询内容', 'Question')),
    dueOn: field(daySchema, { title: text('答复期限', 'Answer due on'), widget: 'day' }),
  }),
  find: ['party'],
  check: ({ input, found, now, zone }) => [
    !found.party?.isSupplier &&
      refuse(
        'no-such-supplier',
        text('所选单位不是供货单位，请重新选择。', 'That company is no supplier of ours: choose again.'),
        { field: 'partyId' },
      ),
    input.dueOn < dayOf(now, zone) &&
      refuse('day-past', text('答复期限不能早于今天。', 'The answer cannot be due before today: choose a later day.'), {
        field: 'dueOn',
      }),
  ],
  change: ({ record, input }) => ({
    set: { inquiryState: 'sent' as const, inquiryWaivedReason: null },
    start: [
      {
        command: 'supplier-inquiry.send',
        link: 'supplier-inquiry',
        input: {
          partyId: input.partyId,
          productId: record.productId,
          ...(record.lotId && { lotId: record.lotId }),
          question: input.question,
          dueOn: input.dueOn,
          cause: { procedure: 'stop-sale', id: record.id, number: record.number },
        },
      },
    ],
  }),
  tell: ({ input, found }) =>
    text(
      `向${found.party?.name ?? ''}发出质量查询：${input.question}`,
      `asked ${found.party?.name ?? ''}: ${input.question}`,
    ),
  fill: ({ record }) => ({
    ...(record.findingNote && { question: `${record.title}：${record.findingNote}` }),
    ...(record.manufacturerId && { partyId: record.manufacturerId }),
  }),
  rank: 31,
})
