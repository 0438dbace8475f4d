import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import { STOCK_KEEPERS } from '../by-procedure.ts'
import { lotCommand } from '../lot-command.ts'
import { writesOf } from '../move.ts'
import { refuseMove } from '../move-check.ts'
import { dayField, moveFields, zoneField } from '../move-fields.ts'

/** The stock that is there when the ledger begins: counted once for each zone. */
export const openStock = lotCommand('open-stock', {
  title: text('登记期初库存', 'Enter the opening stock'),
  about: text(
    '启用库存账时，按实物盘点数登记；每个库区只登记一次，之后的差异用盘点更正。',
    'When the ledger begins, from a count of the goods; once for each zone. Later differences are mended by a stocktake.',
  ),
  fulfils: ['LT-ledger', 'LT-zones', 'LT-serial'],
  from: ['active'],
  by: [...STOCK_KEEPERS, 'quality', 'quality-head'],
  input: z.object({
    zone: zoneField(text('库区', 'Zone')),
    ...moveFields,
    countedOn: dayField('盘点日期', 'Counted on'),
  }),
  facts: ['stock', 'product'],
  find: ['warehouse', 'newUnits', 'zoneMoved'],
  check: ({ record, input, facts, found, now, zone }) => [
    found.zoneMoved &&
      refuse(
        'stock-open',
        text(
          `${zoneTitles[input.zone].zh}已有该批次的库存记录，要更正数量请用“盘点”。`,
          `The ledger has this lot in the ${zoneTitles[input.zone].en.toLowerCase()} already: to mend the quantity, count the stock.`,
        ),
        { field: 'zone' },
      ),
    input.countedOn > dayOf(now, zone) &&
      refuse('in-future', text('盘点日期不能晚于今天。', 'The day of the count cannot lie in the future.'), {
        field: 'countedOn',
      }),
    ...refuseMove({ record, facts, found: { ...found, units: found.newUnits } }, moveOf(input)),
  ],
  change: ({ record, input, facts, found, actor, now, newId }) => ({
    rows: writesOf({ record, facts, found: { ...found, units: found.newUnits }, actor, now, newId }, [moveOf(input)]),
  }),
  tell: ({ record, input }) =>
    text(
      `登记 ${record.lotNo} 期初库存：${zoneTitles[input.zone].zh} ${input.quantity}`,
      `entered ${input.quantity} of ${record.lotNo} in the ${zoneTitles[input.zone].en.toLowerCase()} as opening stock`,
    ),
  rank: 40,
  place: 'menu',
})

const moveOf = (input: {
  readonly zone: keyof typeof zoneTitles
  readonly quantity: number
  readonly serials: readonly string[]
  readonly countedOn: string
}) => ({ ...input, kind: 'open-stock', from: 'counted', to: input.zone, happenedOn: input.countedOn }) as const
