import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { stockOf } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { KEEPERS, targets } from '../taxonomy.ts'

/** S26-1b, 1c, 2.3c, 3a: the keeper counts, moves the goods to their zone and enters them in the ledger. */
export const storeNonconforming = nonconformingCommand('store', {
  title: text('移库登账', 'Move and enter in the ledger'),
  about: text('清点后移入指定库区，登记不合格品台账。', 'Count, move to the zone that is named, enter in the ledger.'),
  fulfils: ['S26-2.3c', 'S26-1b', 'S26-1c', 'S26-3a', 'GMP-87'],
  from: ['to-move'],
  to: 'isolated',
  by: KEEPERS,
  input: z.object({
    counted: field(z.int().min(0).max(10_000_000), { title: text('清点数量', 'Counted') }),
    place: line(text('存放货位', 'Place')),
  }),
  check: ({ record, input }) => [
    input.counted !== record.quantity &&
      refuse(
        'count-differs',
        text(
          `应为 ${record.quantity} ${record.unit}，清点 ${input.counted}。请复点；数量确有不同的，先由质管部更正 ${record.number} 的数量。`,
          `There should be ${record.quantity} ${record.unit}, counted ${input.counted}. Count again; if the number is wrong, first have quality correct it in ${record.number}.`,
        ),
        { field: 'counted' },
      ),
  ],
  sign: { meaning: text('货物已移库，台账已登记', 'The goods are moved and entered in the ledger') },
  change: ({ record, input, now, actor }) => {
    const zone = record.target ?? 'unqualified'
    const from = record.zone
    return {
      set: { zone, place: input.place, isolatedAt: now, isolatedByName: actor.name },
      open: zone === 'return' ? [{ deadline: 'refused-return', from: now }] : [],
      start:
        from && from !== zone
          ? [
              {
                command: 'lot.transfer',
                on: record.lotId,
                input: {
                  from,
                  to: zone,
                  reason: (record.recheckNote ?? record.finding).slice(0, 500),
                  ...stockOf(record, record.quantity),
                },
              },
            ]
          : [],
    }
  },
  tell: ({ record, input }) =>
    text(
      `清点 ${input.counted} ${record.unit}，移入${targets[record.target ?? 'unqualified'].zh}（${input.place}）并登账`,
      `counted ${input.counted} ${record.unit}, moved to the ${targets[record.target ?? 'unqualified'].en.toLowerCase()} (${input.place}) and entered`,
    ),
  rank: 10,
})
