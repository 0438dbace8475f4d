import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { deliveryRow } from '../../vocabulary/delivery.ts'
import { type LotRow, lotRow, lotSearchText } from '../../vocabulary/lot.ts'
import { goodsRecords, retained } from '../../vocabulary/retention.ts'
import { stockCountRow, stockInRow, stockMoveRow, stockRow, unitRow } from '../../vocabulary/stock.ts'

/** A production lot: its stock, every move of it, and where it went. */
export const Lot = recordType<LotRow, keyof typeof standings>({
  name: 'lot',
  title: text('批次', 'lot'),
  table: 'lot',
  row: lotRow,
  states: standings,
  series: { prefix: 'PC', digits: 5 },
  retention: retained('warehouse', goodsRecords),
  searchText: lotSearchText,
  children: {
    delivery: { table: 'delivery', row: deliveryRow, parent: 'lotId' },
    stock: { table: 'stock', row: stockRow, parent: 'lotId' },
    'stock-move': { table: 'stock_move', row: stockMoveRow, parent: 'lotId' },
    unit: { table: 'unit', row: unitRow, parent: 'lotId' },
    'stock-in': { table: 'stock_in', row: stockInRow, parent: 'lotId' },
    'stock-count': { table: 'stock_count', row: stockCountRow, parent: 'lotId' },
  },
  traced: [
    { table: 'lot', record: 'id', lot: 'id', product: 'product_id' },
    { table: 'delivery', record: 'lot_id', lot: 'lot_id', product: 'product_id', party: 'party_id' },
    {
      table: 'stock_move',
      record: 'lot_id',
      lot: 'lot_id',
      product: 'product_id',
      party: 'party_id',
      serial: 'serials',
    },
  ],
})
