import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, lineOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import type { FoundGoods } from '../goods.ts'
import type { NonconformingRow } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { categories, QUALITY } from '../taxonomy.ts'

const WHAT = text('不合格品记录', 'the record of nonconforming goods')

/** R-CN-37: what was reported is corrected with a reason; the old value stays readable. */
export const correctNonconforming = nonconformingCommand('correct', {
  title: text('更正', 'Correct'),
  about: text(
    '移库登账前可更正数量；原值划改保留。',
    'The number may be corrected until the goods are entered; the old value stays readable.',
  ),
  fulfils: ['GMP-87'],
  from: ['reported', 'cleared', 'confirmed', 'to-move', 'isolated', 'disposing'],
  by: QUALITY,
  input: z.object({
    reason: reasonField,
    quantity: field(z.int().min(1).max(10_000_000), { title: text('数量', 'Quantity') }).optional(),
    serials: field(z.array(lineOf(60)).max(5_000), { title: text('序列号', 'Serial numbers') }).optional(),
    category: choice(text('不合格类别', 'Kind of fault'), categories).optional(),
    finding: paragraph(text('不合格情况', 'Finding')).optional(),
    document: line(text('相关单据', 'Papers')).optional(),
  }),
  find: ['goodsAgain'],
  check: ({ record, input, found }) => {
    const { reason: _, ...entered } = input
    const serials = input.serials ?? record.serials
    const quantity = input.quantity ?? record.quantity
    const left = found.goodsAgain ? leftOf(record, found.goodsAgain) : 0
    return [
      refuseUnchanged(correctionsOf<NonconformingRow>(record, entered, input.reason), WHAT),
      quantity !== record.quantity &&
        record.isolatedAt !== null &&
        refuse(
          'quantity-entered',
          text(
            `${record.number} 已清点登账，数量不能再改；多出或短少的请盘点后另行上报。`,
            `${record.number} was counted and entered: its number stays. Count the stock, and report what is more on its own.`,
          ),
          { field: 'quantity' },
        ),
      quantity > record.quantity + left &&
        refuse(
          'more-than-there',
          text(
            `最多可更正为 ${record.quantity + left}，请核对。`,
            `It can be corrected to ${record.quantity + left} at most: check the number.`,
          ),
          { field: 'quantity' },
        ),
      (serials.length > 0 || found.goodsAgain?.isSerialTracked) &&
        serials.length !== quantity &&
        refuse(
          'serials-missing',
          text(`请填写 ${quantity} 个序列号，与数量一致。`, `Enter ${quantity} serial numbers, as many as units.`),
          { field: 'serials' },
        ),
      input.serials !== undefined && refuseStrange(input.serials, found.goodsAgain),
    ]
  },
  change: ({ record, input }) => {
    const { reason, ...entered } = input
    return {
      set: {
        ...entered,
        ...(input.quantity !== undefined && !record.atCustomer && { quantityHere: input.quantity }),
      },
      correct: correctionsOf<NonconformingRow>(record, entered, reason),
    }
  },
  tell: ({ input }) => text(`更正：${input.reason}`, `corrected: ${input.reason}`),
  fill: ({ record }) => ({
    quantity: record.quantity,
    category: record.category,
    finding: record.finding,
    ...(record.document && { document: record.document }),
  }),
  rank: 85,
  place: 'menu',
})

/** The serials are of units that really lie where the goods of the record are, each once. */
function refuseStrange(serials: readonly string[], goods: FoundGoods | null): Refusal | false {
  const at = serials.findIndex(
    (serial, index) =>
      serials.indexOf(serial) !== index || (goods?.isSerialTracked === true && !goods.serialsThere.includes(serial)),
  )
  return (
    at >= 0 &&
    refuse(
      'serial-not-there',
      text(
        `序列号 ${serials[at]} 填了两次，或不在本件货物所在位置，请核对。`,
        `Serial ${serials[at]} stands there twice, or is not where these goods are: check it.`,
      ),
      { field: `serials.${at}` },
    )
  )
}

/** Units beside those of the record that could be reported where it is. */
const leftOf = (
  record: NonconformingRow,
  goods: Pick<FoundGoods, 'inZone' | 'marked' | 'atCustomer' | 'markedAtCustomer'>,
): number => (record.atCustomer ? goods.atCustomer - goods.markedAtCustomer : goods.inZone - goods.marked)
