import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { recallRecords, retained } from '../../vocabulary/retention.ts'
import { zoneTitles as zones } from '../../vocabulary/stock.ts'
import { nonconformingDisposition, nonconformingMeasure } from './nonconforming-rows.ts'
import { categories, liabilities, sources, targets, verdicts } from './taxonomy.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const amount = (zh: string, en: string) => titled(z.int().nonnegative(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of nonconforming goods and what they mean. */
export const states = {
  reported: {
    title: text('待复查', 'To be re-checked'),
    meaning: text('已报质管部，货物挂黄牌，等待质量复查', 'Reported to quality; marked yellow until the re-check'),
    tone: 'warn',
  },
  cleared: {
    title: text('复查合格，待摘牌', 'Good, to be released'),
    meaning: text('复查合格，等待质管部摘牌放行', 'The re-check found nothing wrong; quality takes the mark off'),
    tone: 'info',
  },
  confirmed: {
    title: text('已确认，待开移库单', 'Confirmed, slip to be issued'),
    meaning: text('确认不合格，等待业务员开移库单', 'Nonconforming; the salesperson issues the transfer slip'),
    tone: 'warn',
  },
  'to-move': {
    title: text('待移库登账', 'To be moved'),
    meaning: text('等待保管员移库并登记台账', 'The keeper moves the goods and enters them in the ledger'),
    tone: 'warn',
  },
  isolated: {
    title: text('已隔离，待处理意见', 'Isolated'),
    meaning: text(
      '已隔离并登账，等待质管部处理意见',
      'Isolated and in the ledger; quality decides what becomes of them',
    ),
    tone: 'info',
  },
  disposing: {
    title: text('处置中', 'Being disposed of'),
    meaning: text('正在退回供货者或办理报损', 'On the way back to the supplier, or being written off'),
    tone: 'info',
  },
  'awaiting-destruction': {
    title: text('待销毁', 'Awaiting destruction'),
    meaning: text('报损已批准，等待定期列清单并销毁', 'Written off; waits for the periodic list and its destruction'),
    tone: 'info',
  },
  destroyed: {
    title: text('已销毁，待归档', 'Destroyed'),
    meaning: text('已监督销毁，等待质管部归档', 'Destroyed before witnesses; quality files the records'),
    tone: 'info',
  },
  filed: {
    title: text('已归档', 'Filed'),
    meaning: text('处置完毕，质量问题档案已归档', 'Disposed of; the quality-issue file is complete'),
    final: true,
    tone: 'ok',
  },
  released: {
    title: text('已放行', 'Released'),
    meaning: text('复查合格，已摘牌放行', 'Found good; the mark is off'),
    final: true,
    tone: 'ok',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('登记有误，已说明原因作废', 'Registered in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which somebody still has to do something about the goods. */
export const OPEN = [
  'reported',
  'cleared',
  'confirmed',
  'to-move',
  'isolated',
  'disposing',
  'awaiting-destruction',
  'destroyed',
] as const

/** States that hold nothing else up: ended, or only waiting for the schedule of the next destruction. */
export const SETTLED = ['filed', 'released', 'voided', 'awaiting-destruction', 'destroyed'] as const

export const nonconformingRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  source: titled(z.enum(keysOf(sources)), '发现环节', 'Found at', { options: sources }),
  foundAt: titled(instantSchema, '发现时间', 'Found at'),
  foundByName: titled(z.string(), '发现人', 'Found by'),
  category: titled(z.enum(keysOf(categories)), '不合格类别', 'Kind of fault', { options: categories }),
  finding: titled(z.string(), '不合格情况', 'Finding'),
  document: words('相关单据', 'Papers'),
  lotId: titled(z.uuid(), '批号', 'Lot'),
  productId: titled(z.uuid(), '产品', 'Product'),
  productName: titled(z.string(), '产品', 'Product'),
  lotNo: titled(z.string(), '批号', 'Lot no.'),
  expiresOn: titled(daySchema.nullable(), '有效期至', 'Expires'),
  unit: titled(z.string(), '单位', 'Unit'),
  quantity: titled(z.int().positive(), '数量', 'Quantity'),
  serials: titled(z.array(z.string()), '序列号', 'Serial numbers'),
  /** Where the goods lie now; null while they are at the customer or when they have left. */
  zone: oneOf(zones, '所在库区', 'Zone'),
  foundZone: oneOf(zones, '发现时库区', 'Zone when found'),
  /** Units that still lie in that zone. */
  quantityHere: amount('在库数量', 'Still here'),
  warehouseId: titled(z.uuid().nullable(), '仓库', 'Warehouse'),
  atCustomer: titled(z.boolean(), '货物在客户处', 'The goods are at the customer'),
  partyId: titled(z.uuid().nullable(), '客户', 'Customer'),
  partyName: words('客户', 'Customer'),
  supplierId: titled(z.uuid().nullable(), '供货者', 'Supplier'),
  supplierName: words('供货者', 'Supplier'),
  causeProcedure: words('来源程序', 'Procedure it came from'),
  causeId: titled(z.uuid().nullable(), '来源记录', 'Record it came from'),
  causeNumber: words('来源编号', 'Came from'),
  markedAt: at('挂牌时间', 'Marked at'),
  markedByName: words('挂牌人', 'Marked by'),
  markCount: titled(z.int().nonnegative().nullable(), '挂牌张数', 'Marks hung'),
  recheckResult: oneOf(verdicts, '复查结论', 'Result of the re-check'),
  recheckMethod: words('复查方法', 'How it was re-checked'),
  recheckNote: words('复查情况', 'What the re-check found'),
  recheckedAt: at('复查时间', 'Re-checked at'),
  recheckedByName: words('复查人', 'Re-checked by'),
  recheckedById: titled(z.uuid().nullable(), '复查人', 'Re-checked by'),
  target: oneOf(targets, '移往', 'To be moved to'),
  releaseNote: words('放行说明', 'Note on the release'),
  releasedAt: at('放行时间', 'Released at'),
  releasedByName: words('放行人', 'Released by'),
  slipNo: words('移库单号', 'Transfer slip'),
  slipNote: words('移库说明', 'Note on the slip'),
  slipAt: at('开单时间', 'Slip issued at'),
  slipByName: words('开单人', 'Slip issued by'),
  isolatedAt: at('移库登账时间', 'Isolated at'),
  isolatedByName: words('登账保管员', 'Entered by'),
  place: words('存放位置', 'Place'),
  liable: oneOf(liabilities, '责任', 'Liability'),
  basis: words('责任依据', 'Grounds of the liability'),
  liableUntil: titled(daySchema.nullable(), '责任期至', 'Liable until'),
  opinion: words('处理意见', 'Handling opinion'),
  opinionAt: at('意见时间', 'Opinion given at'),
  opinionByName: words('意见人', 'Opinion of'),
  special: titled(z.boolean(), '特殊管理器械', 'Specially controlled'),
  specialReason: words('特殊管理依据', 'Why it is specially controlled'),
  supplierQuantity: amount('退回数量', 'Goes back'),
  writeOffQuantity: amount('报损数量', 'Written off'),
  /** What the latest write-off form asks for; signatures under it stand for these three. */
  writeOffAsked: titled(z.int().positive().nullable(), '报损申请数量', 'Asked to be written off'),
  /** Fen. */
  writeOffValue: titled(z.int().nonnegative().nullable(), '报损金额（分）', 'Value written off (fen)'),
  writeOffReason: words('报损原因', 'Reason of the write-off'),
  writeOffApprovedAt: at('报损批准时间', 'Written off at'),
  destructionNumber: words('销毁记录', 'Destruction record'),
  destroyedAt: at('销毁时间', 'Destroyed at'),
  filedAt: at('归档时间', 'Filed at'),
  endReason: words('作废原因', 'Why it was voided'),
})

/** One finding of nonconforming goods. */
export type NonconformingRow = z.infer<typeof nonconformingRow>
export type NonconformingState = keyof typeof states

const parent = 'nonconformingId'

/** Nonconforming goods as the kernel knows them. */
export const Nonconforming = recordType<NonconformingRow, NonconformingState>({
  name: 'nonconforming',
  title: text('不合格品', 'Nonconforming goods'),
  table: 'nonconforming',
  row: nonconformingRow,
  states,
  series: { prefix: 'BH', digits: 5 },
  retention: retained('quality', recallRecords),
  called: row => [row.productName, row.lotNo].filter(Boolean).join(' '),
  searchText: row =>
    [
      row.number,
      row.causeNumber,
      row.productName,
      row.lotNo,
      ...row.serials,
      row.supplierName,
      row.partyName,
      row.slipNo,
      row.destructionNumber,
      row.finding.slice(0, 500),
    ]
      .filter(Boolean)
      .join(' '),
  traced: [
    {
      table: 'nonconforming',
      record: 'id',
      lot: 'lot_id',
      product: 'product_id',
      party: 'party_id',
      serial: 'serials',
    },
    { table: 'nonconforming', record: 'id', party: 'supplier_id' },
  ],
  children: {
    disposition: { table: 'nonconforming_disposition', row: nonconformingDisposition, parent },
    measure: { table: 'nonconforming_measure', row: nonconformingMeasure, parent },
  },
})

/** Whether a mark has to be hung: the yellow and red zones speak for themselves (S26-2.1a, X35). */
export const needsMark = (row: Pick<NonconformingRow, 'foundZone' | 'atCustomer'>): boolean =>
  !row.atCustomer && (row.foundZone === 'qualified' || row.foundZone === 'shipping')

/** The record as the cause of a move of goods. */
const causeOf = (row: NonconformingRow) => ({ procedure: 'nonconforming', id: row.id, number: row.number })

/** Where the stock commands look for the goods. */
export const stockOf = (row: NonconformingRow, quantity: number, serials: readonly string[] = row.serials) => ({
  quantity,
  ...(row.warehouseId && { warehouseId: row.warehouseId }),
  ...(serials.length > 0 && { serials: [...serials] }),
  cause: causeOf(row),
})
