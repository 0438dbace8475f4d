import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { causeOf, notItsProduct, oneMore } from '../investigation.ts'
import { QUALITY } from '../roles.ts'
import { signalCommand } from '../signal-command.ts'

/** Days for the supplier's answer that the form opens with. */
const ANSWER_DAYS = 10

/** The investigation asks the supplier or maker in writing. */
export const askSupplierSignal = signalCommand('ask-supplier', {
  title: text('向供货者查询', 'Ask the supplier'),
  about: text(
    '向供货者或生产企业发出质量查询函，答复在查询记录上判定。',
    'A written question to the supplier or maker; its answer is judged on the inquiry.',
  ),
  fulfils: ['XH-measure'],
  from: ['investigating'],
  by: QUALITY,
  input: z.object({
    partyId: field(z.uuid(), { title: text('供货单位', 'Supplier'), widget: 'party', of: 'supplier' }),
    productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
    lotId: field(z.uuid().optional(), { title: text('批号', 'Lot'), widget: 'lot' }),
    question: paragraph(text('查询内容', 'Question')),
    dueOn: field(daySchema, { title: text('答复期限', 'Answer due on'), widget: 'day' }),
  }),
  facts: ['maker'],
  find: ['product'],
  check: ({ record, input, found, now, zone }) => [
    notItsProduct(record, found.product),
    input.dueOn < dayOf(now, zone) &&
      refuse('day-past', text('答复期限不能早于今天。', 'The answer cannot be due before today: choose a later day.'), {
        field: 'dueOn',
      }),
  ],
  change: ({ record, input }) => ({
    set: oneMore(record),
    start: [
      {
        command: 'supplier-inquiry.send',
        input: {
          partyId: input.partyId,
          productId: input.productId,
          ...(input.lotId && { lotId: input.lotId }),
          question: input.question,
          dueOn: input.dueOn,
          cause: causeOf(record),
        },
        link: 'supplier-inquiry',
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `向供货者发出质量查询，请于 ${input.dueOn} 前答复：${input.question}`,
      `asked the supplier for an answer by ${input.dueOn}: ${input.question}`,
    ),
  fill: ({ record, facts, now, zone }) => ({
    dueOn: addDays(dayOf(now, zone), ANSWER_DAYS),
    ...(record.productId && { productId: record.productId }),
    ...(facts.maker && { partyId: facts.maker }),
  }),
  rank: 40,
})
