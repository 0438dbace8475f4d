import { tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { lotNameColumns, partiesNamed, partyUnknown } from '../../../vocabulary/import-lot.ts'
import { stepOfRow } from '../../../vocabulary/import-plan.ts'
import { lookUpStock, moveKey, placeOf, type StockFound, type StockValues, stockColumns } from './stock-lines.ts'

interface Values extends StockValues {
  readonly supplier: string
  readonly document: string
  readonly receivedOn: Day
}

interface Found extends StockFound {
  readonly suppliers: ReadonlyMap<string, { readonly id: string }>
}

/** Goods that came in, one line for each lot on a supplier's delivery note; they wait for acceptance. */
export const receiptImport = tableImport<Values, Found>({
  name: 'receipts',
  title: text('收货记录', 'Receipts'),
  about: text(
    '每行一张供货随货同行单上的一个批号，放入待验区等待验收。',
    'One lot on a delivery note of a supplier in each line; it waits for acceptance.',
  ),
  fulfils: ['LT-ledger'],
  by: ['warehouse', 'warehouse-head'],
  columns: [
    {
      key: 'document',
      title: text('供货随货同行单号', 'Delivery note of the supplier'),
      names: ['随货同行单号', '入库单号', '单据号', '收货单号'],
      kind: 'line',
      needed: true,
      example: 'GH-20260815-03',
    },
    {
      key: 'supplier',
      title: text('供货者', 'Supplier'),
      names: ['供应商', '供货单位', '供货企业'],
      kind: 'line',
      needed: true,
      example: '苏州明澈医疗器械有限公司',
    },
    ...lotNameColumns,
    ...stockColumns,
    {
      key: 'receivedOn',
      title: text('收货日期', 'Received on'),
      names: ['到货日期', '入库日期'],
      kind: 'day',
      needed: true,
      example: '2026-08-15',
    },
  ],
  look: async (db, lines) => {
    const [stock, suppliers] = await Promise.all([
      lookUpStock(db, lines, 'receive'),
      partiesNamed(
        db,
        lines.map(line => line.values.supplier),
      ),
    ])
    return { ...stock, suppliers }
  },
  plan: ({ lines, found }) => {
    const placed = lines.map(line => ({
      ...line,
      place: placeOf(line, found),
      supplierId: found.suppliers.get(line.values.supplier)?.id,
    }))
    const good = placed.flatMap(({ row, values, place, supplierId }) => {
      if (!place.lot || !supplierId) return []
      const key = moveKey(place.lot.id, values.document, values.receivedOn, values.quantity)
      return [
        { row, values, lotId: place.lot.id, warehouseId: place.warehouseId, supplierId, known: found.moved.has(key) },
      ]
    })
    return {
      calls: good
        .filter(line => !line.known)
        .map(({ row, values: { document, quantity, serials, receivedOn }, lotId, warehouseId, supplierId }) =>
          stepOfRow(
            row,
            {
              command: 'lot.receive',
              on: lotId,
              input: { supplierId, document, quantity, serials: serials ?? [], receivedOn, warehouseId },
            },
            { warehouseId: 'warehouse', supplierId: 'supplier' },
          ),
        ),
      known: good.filter(line => line.known).map(line => line.row),
      troubles: placed.flatMap(({ row, values, place, supplierId }) => [
        ...(place.trouble ? [place.trouble] : []),
        ...(supplierId ? [] : [partyUnknown(row, 'supplier', values.supplier)]),
      ]),
    }
  },
})
