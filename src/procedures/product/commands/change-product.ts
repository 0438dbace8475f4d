import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { spell } from '../../../kernel/spelling.ts'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import type { ProductRow } from '../../../vocabulary/product.ts'
import { details, type ProductDetails, storedCodes } from '../product.ts'
import { refuseProduct } from '../product-check.ts'
import { productCommand } from '../product-command.ts'

const enteredOf = (record: ProductRow): ProductDetails =>
  Object.fromEntries(Object.keys(details).map(key => [key, record[key as keyof ProductDetails]])) as ProductDetails

const stored = (entered: ProductDetails): ProductDetails => ({
  ...entered,
  ...storedCodes(entered),
})

/** Corrects what is written about a product; the old values stay readable. */
export const changeProduct = productCommand('change', {
  title: text('更正资料', 'Correct'),
  fulfils: ['PD-keepers', 'PD-trace', 'PD-registration'],
  from: ['active', 'inactive'],
  by: BASE_DATA_KEEPERS,
  input: z.object({ ...details, reason: reasonField }),
  find: ['maker', 'udiTaken', 'packagesTaken', 'inStock'],
  check: ({ record, input: { reason, ...entered }, found, now }) => [
    ...refuseProduct(entered, found, now),
    found.inStock &&
      entered.isSerialTracked !== record.isSerialTracked &&
      refuse(
        'in-stock',
        text(
          '该产品还有库存，不能改变是否按序列号管理；请先将库存盘点清零或出完。',
          'There is stock of this product: bring it to zero before you change whether it is tracked by serial number.',
        ),
        { field: 'isSerialTracked', clause: 'PD-udi' },
      ),
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
