import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { deliveryRow } from '../../vocabulary/delivery.ts'
import { type LotRow, lotRow, lotSearchText } from '../../vocabulary/lot.ts'

/** A production lot, with the deliveries made of it. */
export const Lot = recordType<LotRow, keyof typeof standings>({
  name: 'lot',
  title: text('批次', 'lot'),
  table: 'lot',
  row: lotRow,
  states: standings,
  series: { prefix: 'PC', digits: 5 },
  searchText: lotSearchText,
  children: { delivery: { table: 'delivery', row: deliveryRow, parent: 'lotId' } },
})
