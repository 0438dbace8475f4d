import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'

/** S26-2.1a: a stopped shipment is put back with its marked goods; the report goes along, and they stay held there. */
export const followGoods = nonconformingCommand('follow-goods', {
  title: text('随货更改库区', 'Follow the goods'),
  fulfils: ['S26-2.1a'],
  from: ['reported', 'cleared', 'confirmed', 'to-move'],
  by: ['picker', 'checker'],
  input: z.object({ zone: choice(text('所在库区', 'Zone'), zoneTitles) }),
  guard: ({ record, actor }) => [
    actor.via !== 'system' &&
      refuse(
        'by-stock',
        text(
          `${record.number} 的库区随出库复核的退回货位更改，请到“出库复核”中操作。`,
          `The zone of ${record.number} follows when its shipment is put back: take the step on the shipment.`,
        ),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ input }) => ({ set: { zone: input.zone } }),
  tell: ({ record, input }) =>
    text(
      `${record.quantity} ${record.unit}随停发货物退回${zoneTitles[input.zone].zh}，继续挂黄牌`,
      `${record.quantity} ${record.unit} went back to the ${zoneTitles[input.zone].en.toLowerCase()} with a stopped shipment and stay marked`,
    ),
  place: 'none',
})
