import { type Text, text } from '../../kernel/text.ts'
import type { TraceKind } from '../../server/trace/trace.ts'

/** What the kinds of subjects are called. */
export const kindTitles: Readonly<Record<TraceKind, Text>> = {
  lot: text('批次', 'Lot'),
  serial: text('序列号', 'Serial number'),
  product: text('产品', 'Product'),
  delivery: text('随货同行单', 'Delivery note'),
  customer: text('客户', 'Customer'),
  supplier: text('供货者', 'Supplier'),
  shipment: text('出库单', 'Shipment'),
  record: text('记录', 'Record'),
}
