import { z } from 'zod'
import { recordType } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { goodsRecords, retained } from '../../vocabulary/retention.ts'
import { carriers, problems } from './wording.ts'

/** States of a shipment (S24). */
export const states = {
  ordered: {
    title: text('待拣货', 'Ordered'),
    meaning: text('业务部门已开出配送凭证，等待发货员备货', 'Sales ordered it; the picker prepares the goods'),
    tone: 'info',
  },
  picked: {
    title: text('待复核', 'Picked'),
    meaning: text('发货员已备货签字，等待复核员复核', 'The picker has signed; the checker checks'),
    tone: 'info',
  },
  checked: {
    title: text('待发货', 'Checked'),
    meaning: text('复核无误，货在发货区等待交接运输', 'Checked and in the shipping zone, to be handed over'),
    tone: 'ok',
  },
  shipped: {
    title: text('在途', 'On its way'),
    meaning: text('已交运输，等待客户签收单据签回', 'Handed over; the signed papers are to come back'),
    tone: 'warn',
  },
  'signed-back': {
    title: text('已签回', 'Signed back'),
    meaning: text('客户已签收，单据已签回存查', 'The customer signed and the papers are on file'),
    final: true,
    tone: 'ok',
  },
  'brought-back': {
    title: text('未送达退回', 'Brought back'),
    meaning: text('未能送达，货已退回退货区待判定', 'Not delivered; the goods are in the return zone'),
    final: true,
    tone: 'late',
  },
  stopped: {
    title: text('停发', 'Stopped'),
    meaning: text('发现质量疑问停止发货，等待质量管理部处理', 'A doubt about quality stopped it; quality decides'),
    tone: 'late',
  },
  cancelled: {
    title: text('已取消', 'Cancelled'),
    meaning: text('不再发货，已拣的货退回货位', 'Nothing goes out; what was picked is back in its place'),
    final: true,
    tone: 'plain',
  },
} as const
export type ShipmentState = keyof typeof states

/** Goods that leave to a customer. Its number is the number of the delivery note (随货同行单). */
const shipmentRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  partyId: z.uuid(),
  partyName: z.string(),
  orderNo: z.string().nullable(),
  warehouseId: z.uuid(),
  warehouseName: z.string(),
  goods: z.string(),
  quantity: z.int().positive(),
  address: z.string(),
  contact: z.string(),
  phone: z.string(),
  wantedOn: daySchema.nullable(),
  remark: z.string().nullable(),
  orderedByName: z.string(),
  pickedAt: instantSchema.nullable(),
  pickedBy: z.uuid().nullable(),
  pickedByName: z.string().nullable(),
  /** Why the picker took a lot although another one expires sooner. */
  pickReason: z.string().nullable(),
  checkedAt: instantSchema.nullable(),
  checkedBy: z.uuid().nullable(),
  checkedByName: z.string().nullable(),
  checkNote: z.string().nullable(),
  pieces: z.int().nullable(),
  shippedAt: instantSchema.nullable(),
  shippedOn: daySchema.nullable(),
  shippedBy: z.uuid().nullable(),
  shippedByName: z.string().nullable(),
  driverName: z.string().nullable(),
  carrier: z.enum(keysOf(carriers)).nullable(),
  vehicle: z.string().nullable(),
  waybill: z.string().nullable(),
  /** Degrees Celsius in the vehicle or box at departure. */
  temperature: z.number().nullable(),
  importPapers: z.boolean().nullable(),
  signedBackAt: instantSchema.nullable(),
  signedBackByName: z.string().nullable(),
  receivedOn: daySchema.nullable(),
  receivedBy: z.string().nullable(),
  receiptNote: z.string().nullable(),
  /** The last problem that stopped it. */
  problem: z.enum(keysOf(problems)).nullable(),
  problemLot: z.string().nullable(),
  finding: z.string().nullable(),
  stoppedAt: instantSchema.nullable(),
  stoppedByName: z.string().nullable(),
  endReason: z.string().nullable(),
})
export type ShipmentRow = z.infer<typeof shipmentRow>

/** One lot of a shipment. */
const shipmentLineRow = z.object({
  id: z.uuid(),
  shipmentId: z.uuid(),
  lotId: z.uuid(),
  productId: z.uuid(),
  quantity: z.int().positive(),
  serials: z.array(z.string()),
  unitPrice: z.int().nonnegative().nullable(),
  reason: z.string().nullable(),
  checkedQuantity: z.int().nullable(),
  pieces: z.int().nullable(),
  quality: z.string().nullable(),
  /** What stopped it; null while nothing is wrong. */
  problem: z.enum(keysOf(problems)).nullable(),
  problemNote: z.string().nullable(),
})
export type ShipmentLineRow = z.infer<typeof shipmentLineRow>

export const Shipment = recordType<ShipmentRow, ShipmentState>({
  name: 'shipment',
  title: text('出库单', 'shipment'),
  table: 'shipment',
  row: shipmentRow,
  states,
  series: { prefix: 'CK', digits: 5 },
  retention: retained('warehouse', goodsRecords),
  called: row => [row.partyName, row.goods].filter(Boolean).join(' '),
  searchText: row =>
    [row.number, row.partyName, row.orderNo, row.goods, row.waybill, row.address].filter(Boolean).join(' '),
  children: { line: { table: 'shipment_line', row: shipmentLineRow, parent: 'shipmentId' } },
  traced: [
    { table: 'shipment', record: 'id', party: 'party_id' },
    { table: 'shipment_line', record: 'shipment_id', lot: 'lot_id', product: 'product_id', serial: 'serials' },
  ],
})
