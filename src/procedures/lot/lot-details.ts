import { field } from '../../kernel/field.ts'
import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { lineOf } from '../../vocabulary/base-data.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import type { OfProduct } from './queries.ts'

/** What the label of a lot says. */
export const details = {
  lotNo: field(lineOf(40), {
    title: text('批号', 'Lot number'),
    hint: text('与标签完全一致', 'Exactly as on the label'),
  }),
  producedOn: field(daySchema, { title: text('生产日期', 'Made on'), widget: 'day' }),
  expiresOn: field(daySchema.nullable().default(null), {
    title: text('有效期至', 'Last day of use'),
    hint: text('标签未标有效期的可不填', 'Empty where the label names none'),
    widget: 'day',
  }),
  sterilisationLot: field(lineOf(40).nullable().default(null), {
    title: text('灭菌批号', 'Sterilisation lot'),
    hint: text('标签未标的可不填', 'Empty where the label names none'),
  }),
}

/** What stands against a lot as entered. */
export const refuseLot = (
  input: { readonly lotNo: string; readonly producedOn: Day; readonly expiresOn: Day | null },
  { product, lotTaken }: { readonly product: OfProduct | null; readonly lotTaken: string | null },
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Refusals => [
  lotTaken !== null &&
    refuse(
      'lot-taken',
      text(
        `该产品的批号 ${input.lotNo} 已登记为 ${lotTaken}。`,
        `Lot ${input.lotNo} of this product is ${lotTaken} already: use that one.`,
      ),
      { field: 'lotNo' },
    ),
  input.producedOn > dayOf(now, zone) &&
    refuse(
      'produced-in-future',
      text('生产日期不能晚于今天，请核对标签。', 'A lot cannot be made after today: check the label.'),
      {
        field: 'producedOn',
      },
    ),
  input.expiresOn !== null &&
    input.expiresOn <= input.producedOn &&
    refuse(
      'expires-before-made',
      text('有效期须晚于生产日期，请核对标签。', 'A lot expires after it was made: check the label.'),
      { field: 'expiresOn' },
    ),
  product?.isSterile === true &&
    input.expiresOn === null &&
    refuse('expiry-needed', text('无菌器械须填写有效期。', 'A sterile device has a last day of use: enter it.'), {
      field: 'expiresOn',
      clause: 'LT-label',
    }),
]
