import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { day, instant, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import type { LotPaper } from '../paper.ts'
import { deviceCellSchemas, deviceCells } from './device-cells.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  ...deviceCellSchemas,
  notes: tableSchema,
  serials: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

/** 入库单 (S22 三5, S23 四2, X47; GSP153 art. 70): all entries of the lot, each signed by inspector and keeper. */
export const stockInNote = form<LotPaper, z.infer<typeof schema>>({
  id: 'stock-in-note',
  code: 'QR-RK-01',
  revision: 'A/0',
  title: text('入库单', 'Stock-in note'),
  template: new URL('./stock-in-note.typ', import.meta.url),
  sample: new URL('./stock-in-note.sample.json', import.meta.url),
  fulfils: ['S22-5c', 'S23-2c', 'LT-entry'],
  schema,
  data: paper => ({
    title: text('商品', 'Goods'),
    ...deviceCells(paper),
    notes: {
      title: text('入库记录（一联业务部门，一联财务部门）', 'Entries (copies to sales and finance)'),
      columns: [
        { label: text('入库单号', 'Number'), width: 3 },
        { label: text('供货者', 'Supplier'), width: 3 },
        { label: text('随货单号', 'Paper'), width: 1.8 },
        { label: text('收货日期', 'Received'), width: 1.7 },
        { label: text('数量', 'Quantity'), width: 1.3 },
        { label: text('验收结论', 'Verdict'), width: 2.6 },
        { label: text('验收员签字', 'Inspector'), width: 2.2 },
        { label: text('仓库货位', 'Location'), width: 2.2 },
        { label: text('保管员签字', 'Keeper'), width: 2.2 },
        { label: text('入库日期', 'Entered'), width: 2 },
      ],
      rows: paper.stockIns.map(row => [
        row.number,
        row.supplierName,
        row.document,
        day(row.receivedOn),
        `${row.quantity} ${paper.product.unit}`,
        row.verdict,
        row.acceptedByName,
        [row.warehouseName, row.location].filter(Boolean).join(' '),
        row.bookedByName,
        instant(row.bookedAt),
      ]),
    },
    serials: {
      title: text('序列号', 'Serial numbers'),
      columns: [
        { label: text('入库单号', 'Number'), width: 3 },
        { label: text('序列号', 'Serial numbers'), width: 14 },
      ],
      rows: paper.stockIns.filter(row => row.serials.length > 0).map(row => [row.number, row.serials.join('　')]),
    },
    signatures: paper.signatures
      .filter(item => item.command === 'lot.accept' || item.command === 'lot.book-in')
      .map(({ command: _, ...signature }) => signature),
  }),
})
