import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { spell } from '../../../vocabulary/pinyin.ts'
import type { ProductRow } from '../../../vocabulary/product.ts'
import { storedDi } from '../../../vocabulary/udi.ts'
import { details, type ProductDetails } from '../product.ts'
import { refuseProduct } from '../product-check.ts'
import { productCommand } from '../product-command.ts'

const enteredOf = (record: ProductRow): ProductDetails =>
  Object.fromEntries(Object.keys(details).map(key => [key, record[key as keyof ProductDetails]])) as ProductDetails

const stored = (entered: ProductDetails): ProductDetails => ({
  ...entered,
  udiDi: entered.udiDi === null ? null : storedDi(entered.udiDi),
})

/** Corrects what is written about a product; the old values stay readable. */
export const changeProduct = productCommand('change', {
  title: text('更正资料', 'Correct'),
  fulfils: ['PD-keepers', 'PD-trace', 'PD-registration'],
  from: ['active', 'inactive'],
  by: BASE_DATA_KEEPERS,
  input: z.object({ ...details, reason: reasonField }),
  find: ['maker', 'udiTaken'],
  check: ({ record, input: { reason, ...entered }, found, now }) => [
    ...refuseProduct(entered, found, now),
    refuseUnchanged(correctionsOf(record, stored(entered), reason), text('该产品', 'this product')),
  ],
  change: ({ record, input: { reason, ...entered }, found }) => ({
    set: { ...stored(entered), ...spell(entered.name), manufacturerName: found.maker?.name ?? record.manufacturerName },
    correct: correctionsOf(record, stored(entered), reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.number}：${input.reason}`, `corrected ${record.number}: ${input.reason}`),
  fill: ({ record }) => enteredOf(record),
  rank: 20,
})
