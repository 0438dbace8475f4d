import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, instant, type Said, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import type { PaperLine, ShipmentPaper } from '../paper.ts'
import { numberOf, signaturesOf } from './line.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  consignee: cellSchema,
  address: cellSchema,
  number: cellSchema,
  shippedOn: cellSchema,
  pickedBy: cellSchema,
  checkedBy: cellSchema,
  checkedAt: cellSchema,
  pieces: cellSchema,
  note: cellSchema,
  lines: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const columns = [
  { label: text('医疗器械名称', 'Device'), width: 3, value: (line: PaperLine) => line.productName },
  {
    label: text('型号规格', 'Model'),
    width: 2.4,
    value: (line: PaperLine) => [line.model, line.spec].join(' ').trim(),
  },
  { label: text('注册证/备案编号', 'Registration'), width: 3, value: (line: PaperLine) => line.registrationNo },
  { label: text('注册人/备案人', 'Registrant'), width: 3, value: (line: PaperLine) => line.manufacturerName },
  { label: text('受托生产企业', 'Contract maker'), width: 2.2, value: (line: PaperLine) => line.contractManufacturer },
  {
    label: text('批号/序列号', 'Lot, serials'),
    width: 2.4,
    value: (line: PaperLine) => [line.lotNo, ...line.serials].join(' '),
  },
  { label: text('灭菌批号', 'Sterilisation lot'), width: 1.9, value: (line: PaperLine) => line.sterilisationLot },
  { label: text('有效期至', 'Expires'), width: 2, value: (line: PaperLine) => day(line.expiresOn) },
  { label: text('单位', 'Unit'), width: 0.9, value: (line: PaperLine) => line.unit },
  { label: text('数量', 'Quantity'), width: 1, value: (line: PaperLine) => numberOf(line.quantity) },
  { label: text('复核数', 'Checked'), width: 1.3, value: (line: PaperLine) => numberOf(line.checkedQuantity) },
  { label: text('质量状况', 'Quality'), width: 1.4, value: (line: PaperLine) => line.quality },
  { label: text('UDI', 'UDI'), width: 3.1, value: (line: PaperLine) => line.udiDi },
] as const satisfies readonly { label: object; width: number; value: (line: PaperLine) => Said | null }[]

/** 出库复核记录 (S24 五4; GSP153 art. 88). */
export const outboundCheckRecord = form<ShipmentPaper, z.infer<typeof schema>>({
  id: 'outbound-check-record',
  code: 'QR-CK-01',
  revision: 'A/0',
  title: text('出库复核记录', 'Outbound check record'),
  template: new URL('./outbound-check-record.typ', import.meta.url),
  sample: new URL('./outbound-check-record.sample.json', import.meta.url),
  fulfils: ['S24-4b', 'S24-3a'],
  schema,
  data: paper => {
    const { shipment } = paper
    return {
      title: text('出库复核', 'Outbound check'),
      consignee: cell(text('配送单位', 'Consignee'), shipment.partyName),
      address: cell(text('收货地址', 'Address'), shipment.address),
      number: cell(text('随货同行单', 'Delivery note'), shipment.number),
      shippedOn: cell(text('出库日期', 'Shipped on'), day(shipment.shippedOn)),
      pickedBy: cell(text('发货员', 'Picker'), shipment.pickedByName),
      checkedBy: cell(text('复核员', 'Checker'), shipment.checkedByName),
      checkedAt: cell(text('复核时间', 'Checked at'), instant(shipment.checkedAt)),
      pieces: cell(text('件　数', 'Pieces'), numberOf(shipment.pieces)),
      note: cell(text('备　注', 'Remark'), [shipment.pickReason, shipment.checkNote]),
      lines: {
        title: text('复核明细', 'Goods'),
        columns: columns.map(({ label, width }) => ({ label, width })),
        rows: paper.lines.map(line => columns.map(column => column.value(line))),
      },
      signatures: signaturesOf(paper, ['shipment.pick', 'shipment.check']),
    }
  },
})
