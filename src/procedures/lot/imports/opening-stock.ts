import { tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { lotNameColumns } from '../../../vocabulary/import-lot.ts'
import { stepOfRow } from '../../../vocabulary/import-plan.ts'
import { type Zone, zoneTitles } from '../../../vocabulary/stock.ts'
import { lookUpStock, moveKey, placeOf, type StockFound, type StockValues, stockColumns } from './stock-lines.ts'

interface Values extends StockValues {
  readonly zone: Zone
  readonly countedOn: Day
}

/** What was counted when the ledger began, one line for each lot and zone. */
export const openingStockImport = tableImport<Values, StockFound>({
  name: 'opening-stock',
  title: text('期初库存', 'Opening stock'),
  about: text(
    '启用库存账时的盘点数，每行一个批号、一个库区。',
    'The count when the ledger begins: one lot and zone in each line.',
  ),
  fulfils: ['LT-ledger'],
  by: ['warehouse', 'warehouse-head', 'quality', 'quality-head'],
  columns: [
    ...lotNameColumns,
    {
      key: 'zone',
      title: text('库区', 'Zone'),
      names: ['区域', '货区'],
      kind: 'choice',
      options: zoneTitles,
      needed: true,
      example: '合格品区',
    },
    ...stockColumns,
    { key: 'countedOn', title: text('盘点日期', 'Counted on'), kind: 'day', needed: true, example: '2026-09-30' },
  ],
  look: (db, lines) => lookUpStock(db, lines, 'open-stock'),
  plan: ({ lines, found }) => {
    const placed = lines.map(line => ({ ...line, place: placeOf(line, found) }))
    const good = placed.flatMap(({ row, values, place }) => {
      if (!place.lot) return []
      const { id } = place.lot
      const key = moveKey(id, values.zone, values.countedOn, values.quantity)
      return [{ row, values, lotId: id, warehouseId: place.warehouseId, known: found.moved.has(key) }]
    })
    return {
      calls: good
        .filter(line => !line.known)
        .map(({ row, values: { zone, quantity, serials, countedOn }, lotId, warehouseId }) =>
          stepOfRow(
            row,
            {
              command: 'lot.open-stock',
              on: lotId,
              input: { zone, quantity, serials: serials ?? [], countedOn, warehouseId },
            },
            { warehouseId: 'warehouse' },
          ),
        ),
      known: good.filter(line => line.known).map(line => line.row),
      troubles: placed.flatMap(({ place }) => (place.trouble ? [place.trouble] : [])),
    }
  },
})
