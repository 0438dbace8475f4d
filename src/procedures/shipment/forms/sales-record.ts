import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, type Said, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { licenceKinds } from '../../../vocabulary/party.ts'
import type { PaperLine, ShipmentPaper } from '../paper.ts'
import { yuanOf } from './line.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  customer: cellSchema,
  licences: cellSchema,
  address: cellSchema,
  contact: cellSchema,
  soldOn: cellSchema,
  number: cellSchema,
  orderNo: cellSchema,
  total: cellSchema,
  lines: tableSchema,
})

const amountOf = (line: PaperLine): number | null => (line.unitPrice === null ? null : line.unitPrice * line.quantity)

const columns = [
  { label: text('医疗器械名称', 'Device'), width: 3.2, value: (line: PaperLine) => line.productName },
  {
    label: text('型号规格', 'Model'),
    width: 2.2,
    value: (line: PaperLine) => [line.model, line.spec].join(' ').trim(),
  },
  { label: text('注册证/备案编号', 'Registration'), width: 2.8, value: (line: PaperLine) => line.registrationNo },
  { label: text('注册人/备案人', 'Registrant'), width: 2.8, value: (line: PaperLine) => line.manufacturerName },
  { label: text('受托生产企业', 'Contract maker'), width: 2, value: (line: PaperLine) => line.contractManufacturer },
  {
    label: text('生产许可证/备案', 'Production licence'),
    width: 2.2,
    value: (line: PaperLine) => line.productionLicenceNo,
  },
  {
    label: text('批号/序列号', 'Lot, serials'),
    width: 2.2,
    value: (line: PaperLine) => [line.lotNo, ...line.serials].join(' '),
  },
  { label: text('有效期至', 'Expires'), width: 1.7, value: (line: PaperLine) => day(line.expiresOn) },
  { label: text('数量', 'Quantity'), width: 1.1, value: (line: PaperLine) => `${line.quantity} ${line.unit}` },
  { label: text('单价（元）', 'Price (CNY)'), width: 1.4, value: (line: PaperLine) => yuanOf(line.unitPrice) },
  { label: text('金额（元）', 'Amount (CNY)'), width: 1.6, value: (line: PaperLine) => yuanOf(amountOf(line)) },
] as const satisfies readonly { label: object; width: number; value: (line: PaperLine) => Said | null }[]

/** 销售记录 (GSP153 art. 84). */
export const salesRecord = form<ShipmentPaper, z.infer<typeof schema>>({
  id: 'sales-record',
  code: 'QR-CK-03',
  revision: 'A/0',
  title: text('销售记录', 'Record of sale'),
  template: new URL('./sales-record.typ', import.meta.url),
  sample: new URL('./sales-record.sample.json', import.meta.url),
  fulfils: ['SH-sales'],
  schema,
  data: ({ shipment, lines, licences }) => {
    const amounts = lines.map(amountOf)
    const whole = amounts.every(amount => amount !== null)
    return {
      title: text('销售', 'Sale'),
      customer: cell(text('购货者', 'Customer'), shipment.partyName),
      licences: cell(
        text('许可证件', 'Licences'),
        licences.map(item => `${licenceKinds[item.kind].zh} ${item.number}`),
      ),
      address: cell(text('收货地址', 'Address'), shipment.address),
      contact: cell(text('联系方式', 'Contact'), [
        [shipment.contact, shipment.phone].filter(Boolean).join(' ') || null,
      ]),
      soldOn: cell(text('销售日期', 'Sold on'), day(shipment.shippedOn)),
      number: cell(text('随货同行单', 'Delivery note'), shipment.number),
      orderNo: cell(text('订单号', 'Order'), shipment.orderNo),
      total: cell(
        text('合　计', 'Total'),
        whole ? `${yuanOf(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0))} 元` : null,
        { inapplicable: !whole },
      ),
      lines: {
        title: text('销售明细', 'Goods sold'),
        columns: columns.map(({ label, width }) => ({ label, width })),
        rows: lines.map(line => columns.map(column => column.value(line))),
      },
    }
  },
})
