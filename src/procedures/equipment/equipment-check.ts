import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'

/** Refuses a name that other equipment in use has. */
export const refuseName = (number: string | null): Refusal | false =>
  number !== null &&
  refuse(
    'name-taken',
    text(
      `${number} 已用这个名称，请加上位置或序号以便区分。`,
      `${number} has this name already: add a place or number to tell them apart.`,
    ),
    { field: 'name' },
  )

/** Refuses a supplier who is not there. */
export const refuseSupplier = (asked: string | null, found: { readonly id: string } | null): Refusal | false =>
  asked !== null &&
  found === null &&
  refuse(
    'supplier-unknown',
    text(
      '没有这个在用的供货单位，请先登记或另选。',
      'There is no such supplier in use: first register it, or choose another.',
    ),
    { field: 'supplierId' },
  )
