import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { day, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { LotPaper } from '../paper.ts'
import { deviceCellSchemas, deviceCells } from './device-cells.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  ...deviceCellSchemas,
  counts: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

/** 盘点记录 (GSP153 art. 77). */
export const stocktakeRecord = form<LotPaper, z.infer<typeof schema>>({
  id: 'stocktake-record',
  code: 'QR-PD-01',
  revision: 'A/0',
  title: text('盘点记录', 'Stocktake record'),
  template: new URL('./stocktake-record.typ', import.meta.url),
  sample: new URL('./stocktake-record.sample.json', import.meta.url),
  fulfils: ['LT-count'],
  schema,
  data: paper => ({
    title: text('商品', 'Goods'),
    ...deviceCells(paper),
    counts: {
      title: text('盘点', 'Counts'),
      columns: [
        { label: text('盘点日期', 'Counted on'), width: 1.8 },
        { label: text('仓库', 'Warehouse'), width: 2.4 },
        { label: text('库区', 'Zone'), width: 2 },
        { label: text('账面数量', 'Ledger'), width: 1.5 },
        { label: text('实盘数量', 'Counted'), width: 1.5 },
        { label: text('差异', 'Difference'), width: 1.3 },
        { label: text('差异原因', 'Cause'), width: 4.5 },
        { label: text('盘点人', 'By'), width: 1.6 },
      ],
      rows: paper.counts.map(row => [
        day(row.countedOn),
        row.warehouseName,
        zoneTitles[row.zone],
        String(row.booked),
        String(row.counted),
        signed(row.counted - row.booked),
        row.reason,
        row.byName,
      ]),
    },
    signatures: paper.signatures
      .filter(item => item.command === 'lot.count')
      .map(({ command: _, ...signature }) => signature),
  }),
})

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference))
