import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, day, type Said, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import type { PaperLine, ShipmentPaper } from '../paper.ts'
import { carriers } from '../wording.ts'
import { numberOf, signaturesOf } from './line.ts'

const schema = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  receipt: z.strictObject({ zh: z.string(), en: z.string() }),
  consignee: cellSchema,
  address: cellSchema,
  contact: cellSchema,
  phone: cellSchema,
  shippedOn: cellSchema,
  orderNo: cellSchema,
  operator: cellSchema,
  carrier: cellSchema,
  driver: cellSchema,
  vehicle: cellSchema,
  temperature: cellSchema,
  pieces: cellSchema,
  importPapers: cellSchema,
  seal: cellSchema,
  lines: tableSchema,
  receivedBy: cellSchema,
  receivedOn: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const columns = [
  { label: text('医疗器械名称', 'Device'), width: 3.4, value: (line: PaperLine) => line.productName },
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
    width: 2.6,
    value: (line: PaperLine) => [line.lotNo, ...line.serials].join(' '),
  },
  { label: text('有效期至', 'Expires'), width: 1.8, value: (line: PaperLine) => day(line.expiresOn) },
  {
    label: text('数量', 'Quantity'),
    width: 1.4,
    value: (line: PaperLine) => `${line.quantity} ${line.unit}`,
  },
  {
    label: text('运输及贮存条件', 'Carriage and storage'),
    width: 2.2,
    value: (line: PaperLine) => line.storage || null,
  },
] as const satisfies readonly { label: object; width: number; value: (line: PaperLine) => Said | null }[]

/** 随货同行单 (GSP153 art. 91, 92); also the transport slip that the customer signs (S24 五8, S23 四10). */
export const deliveryNote = form<ShipmentPaper, z.infer<typeof schema>>({
  id: 'delivery-note',
  code: 'QR-CK-02',
  revision: 'A/0',
  title: text('随货同行单（运输单）', 'Delivery note'),
  template: new URL('./delivery-note.typ', import.meta.url),
  sample: new URL('./delivery-note.sample.json', import.meta.url),
  fulfils: ['SH-note', 'S24-8a', 'S23-10a'],
  schema,
  data: paper => {
    const { shipment } = paper
    return {
      title: text('发货', 'Dispatch'),
      receipt: text('客户签收', 'Receipt by the customer'),
      consignee: cell(text('收货单位', 'Consignee'), shipment.partyName),
      address: cell(text('收货地址', 'Address'), shipment.address),
      contact: cell(text('联系人', 'Contact'), shipment.contact),
      phone: cell(text('联系方式', 'Telephone'), shipment.phone),
      shippedOn: cell(text('发货日期', 'Dispatched on'), day(shipment.shippedOn)),
      orderNo: cell(text('订单号', 'Order'), shipment.orderNo),
      operator: cell(text('贮运企业', 'Stored by'), paper.operator, { inapplicable: paper.operator === null }),
      carrier: cell(text('运输方式', 'Carried by'), shipment.carrier ? carriers[shipment.carrier] : null),
      driver: cell(text('运输员', 'Driver'), shipment.driverName),
      vehicle: cell(
        text('车牌运单', 'Vehicle'),
        [shipment.vehicle, shipment.waybill].filter(Boolean).join('　') || null,
      ),
      temperature: cell(
        text('启运温度', 'Temperature'),
        shipment.temperature === null ? null : `${shipment.temperature} ℃`,
        { inapplicable: shipment.temperature === null },
      ),
      pieces: cell(text('件　数', 'Pieces'), numberOf(shipment.pieces)),
      importPapers: cell(
        text('进口批件', 'Import approvals'),
        shipment.importPapers ? text('已附盖章复印件', 'stamped copies enclosed') : null,
        { inapplicable: shipment.importPapers === null },
      ),
      seal: cell(text('出库印章', 'Stamp of the store'), text('（加盖出库印章）', '(stamp here)')),
      lines: {
        title: text('货物明细', 'Goods'),
        columns: columns.map(({ label, width }) => ({ label, width })),
        rows: paper.lines.map(line => columns.map(column => column.value(line))),
      },
      receivedBy: cell(text('签收人', 'Signed for by'), shipment.receivedBy),
      receivedOn: cell(text('签收日期', 'Received on'), [day(shipment.receivedOn), shipment.receiptNote]),
      signatures: [...signaturesOf(paper, ['shipment.pick', 'shipment.check', 'shipment.ship'])],
    }
  },
})
