import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { causeOf, notItsProduct, oneMore } from '../investigation.ts'
import { QUALITY } from '../roles.ts'
import { signalCommand } from '../signal-command.ts'

const scopes = {
  lot: text('批号', 'One lot'),
  product: text('整个产品', 'The whole product'),
} as const

/** The investigation stops the sale of goods until it is known what is wrong with them. */
export const stopSaleSignal = signalCommand('stop-sale', {
  title: text('预防性停售', 'Stop the sale as a precaution'),
  about: text(
    '查明原因之前暂停销售和发货；锁定、挂牌和通知随停售记录办理。',
    'No sale and no shipping until the cause is known; what follows runs on the stop-sale.',
  ),
  fulfils: ['XH-measure'],
  from: ['investigating'],
  by: QUALITY,
  input: z.object({
    productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
    scope: choice(text('停售范围', 'Scope'), scopes).default('lot'),
    lotId: field(z.uuid().optional(), {
      title: text('批号', 'Lot'),
      widget: 'lot',
      when: { field: 'scope', is: ['lot'] },
    }),
    reason: paragraph(text('停售原因', 'Reason')),
  }),
  find: ['product'],
  check: ({ record, input, found }) => [
    notItsProduct(record, found.product),
    input.scope === 'lot' &&
      !input.lotId &&
      refuse('lot-missing', text('请选择要停售的批号。', 'Choose the lot that is stopped.'), { field: 'lotId' }),
  ],
  change: ({ record, input }) => ({
    set: oneMore(record),
    start: [
      {
        command: 'stop-sale.place',
        input: {
          source: 'own-finding',
          scope: input.scope,
          productId: input.productId,
          ...(input.scope === 'lot' && input.lotId && { lotId: input.lotId }),
          reason: input.reason,
          cause: causeOf(record),
        },
        link: 'stop-sale',
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `预防性停售（${scopes[input.scope].zh}）：${input.reason}`,
      `stopped the sale as a precaution (${scopes[input.scope].en.toLowerCase()}): ${input.reason}`,
    ),
  fill: ({ record }) => (record.productId ? { productId: record.productId } : {}),
  rank: 30,
})
