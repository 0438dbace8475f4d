import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { recallRecords, retained } from '../../vocabulary/retention.ts'
import { stopSaleCause, stopSaleLot, stopSaleMark, stopSaleTold, stopSaleTransit } from './stop-sale-rows.ts'
import { formVariants, scopes, sources, verdicts } from './wording.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const count = (zh: string, en: string) => titled(z.int().nonnegative(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of a stop-sale and what they mean. */
export const states = {
  placed: {
    title: text('预防性停售', 'Held as a precaution'),
    meaning: text('已停售停发，等待质量复查', 'Held at once; waits for the re-check'),
    tone: 'warn',
  },
  're-check': {
    title: text('停售复查中', 'Being re-checked'),
    meaning: text('已停售停发，质量管理部正在复查', 'Held; quality management is checking the goods'),
    tone: 'warn',
  },
  confirming: {
    title: text('待双签确认', 'To be confirmed'),
    meaning: text('复查不合格，等待质量部和质量负责人签字确认', 'Found bad; waits for two signatures'),
    tone: 'late',
  },
  confirmed: {
    title: text('确认停售', 'Stop confirmed'),
    meaning: text('确认不合格或被禁售，正在按不合格品程序处置', 'Bad or prohibited; the goods are being dealt with'),
    tone: 'late',
  },
  releasing: {
    title: text('已解除，通知中', 'Released, being told'),
    meaning: text(
      '货物已可发货；曾被通知停售的各方尚未全部得到解除通知',
      'Free; not all who were told to stop know it yet',
    ),
    tone: 'info',
  },
  released: {
    title: text('已解除', 'Released'),
    meaning: text('复查合格，停售已解除并已通知各方', 'Found good; free, and everybody knows'),
    final: true,
    tone: 'ok',
  },
  closed: {
    title: text('已了结（永久停售）', 'Closed, never to be sold'),
    meaning: text('货物已处置完毕，此范围继续禁止发货', 'The goods are gone; what is covered stays barred for good'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>
type StopSaleState = keyof typeof states

/** States in which nothing that the record covers may be shipped. */
export const HOLDING: readonly StopSaleState[] = ['placed', 're-check', 'confirming', 'confirmed', 'closed']

/** Holding states in which the work goes on. */
export const AT_WORK = ['placed', 're-check', 'confirming', 'confirmed'] as const

/** States in which nothing more is expected of anybody. */
export const ENDED: readonly StopSaleState[] = ['released', 'closed']

export const stopSaleRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string().min(1), '停售对象', 'What is held'),
  scope: titled(z.enum(keysOf(scopes)), '停售范围', 'Scope', { options: scopes }),
  productId: titled(z.uuid(), '产品', 'Product'),
  productName: titled(z.string(), '产品名称', 'Device'),
  model: words('规格型号', 'Model'),
  registrationNo: words('注册证/备案编号', 'Registration'),
  manufacturerId: titled(z.uuid().nullable(), '生产企业', 'Manufacturer'),
  manufacturerName: words('生产企业', 'Manufacturer'),
  /** The lot first held; the rest stand among the children. Null: the whole product. */
  lotId: titled(z.uuid().nullable(), '批号', 'Lot'),
  lotNos: words('批号', 'Lots'),
  serials: titled(z.array(z.string()), '序列号', 'Serial numbers'),
  source: titled(z.enum(keysOf(sources)), '停售来源', 'Source', { options: sources }),
  precautionary: titled(z.boolean(), '预防性', 'Precautionary'),
  causeId: titled(z.uuid().nullable(), '来源记录', 'Came from'),
  causeNumber: words('来源记录', 'Came from'),
  reason: titled(z.string(), '停售原因', 'Reason'),
  document: words('监管文件号', 'Document of the authority'),
  formVariant: oneOf(formVariants, '复检单据', 'Form of the re-check'),
  placedAt: titled(instantSchema, '停售时间', 'Held at'),
  placedByName: titled(z.string(), '停售人', 'Held by'),
  expectedInStock: count('应有库存', 'Expected in stock'),
  countedInStock: titled(z.int().nonnegative().nullable(), '清点数量', 'Counted'),
  expectedUnderWay: count('在途数量', 'On the way'),
  expectedAtBuyers: count('购货方数量', 'With buyers'),
  buyers: count('购货方家数', 'Buyers'),
  foundElsewhere: words('其他位置发现', 'Found elsewhere'),
  marksAt: at('挂牌完成时间', 'Marks hung at'),
  marksByName: words('挂牌人', 'Marks hung by'),
  salesAckAt: at('业务确认时间', 'Confirmed by sales at'),
  salesAckByName: words('业务确认人', 'Confirmed by sales'),
  problem: words('发现的问题', 'Problem found'),
  recheckQuantity: titled(z.int().positive().nullable(), '复检数量', 'Quantity to be checked'),
  recheckRequestedAt: at('复检申请时间', 'Re-check asked for at'),
  recheckRequestedByName: words('复检申请人', 'Re-check asked for by'),
  finding: oneOf(verdicts, '复查结论', 'Finding'),
  findingNote: words('复查情况', 'What was found'),
  findingAt: at('复查时间', 'Found at'),
  findingByName: words('复查人', 'Found by'),
  headToldAt: at('报告质量负责人时间', 'Quality head told at'),
  confirmedAt: at('确认停售时间', 'Confirmed at'),
  confirmedByName: words('确认人', 'Confirmed by'),
  countersignedByName: words('质量负责人', 'Quality head'),
  widenCount: count('扩大次数', 'Times widened'),
  inquiryState: titled(z.enum(['sent', 'waived']).nullable(), '质量查询', 'Supplier inquiry', {
    options: { sent: text('已发出', 'sent'), waived: text('不发', 'not sent') },
  }),
  inquiryWaivedReason: words('不发质量查询的理由', 'Why the supplier is not asked'),
  releasedAt: at('解除时间', 'Released at'),
  releasedByName: words('解除人', 'Released by'),
  releaseReason: words('解除理由', 'Reason of the release'),
  releaseDocument: words('解除禁售文件号', 'Document of the release'),
  marksOffAt: at('摘牌时间', 'Marks taken off at'),
  marksOffByName: words('摘牌人', 'Marks taken off by'),
  everybodyToldAt: at('各方均获通知时间', 'Everybody told at'),
  closedAt: at('了结时间', 'Closed at'),
  closedByName: words('了结人', 'Closed by'),
  closingNote: words('了结说明', 'Closing note'),
  /** Why what buyers still have is not recalled. */
  outsideReason: words('不召回的理由', 'Why nothing is recalled'),
})

/** One stop-sale. */
export type StopSaleRow = z.infer<typeof stopSaleRow>

const parent = 'stopSaleId'

/** The stop-sale as the kernel knows it. */
export const StopSale = recordType<StopSaleRow, StopSaleState>({
  name: 'stop-sale',
  title: text('停售', 'Stop-sale'),
  table: 'stop_sale',
  row: stopSaleRow,
  states,
  series: { prefix: 'TF', digits: 5 },
  retention: retained('quality', recallRecords),
  safety: true,
  searchText: row =>
    [
      row.number,
      row.productName,
      row.model,
      row.registrationNo,
      row.lotNos,
      row.serials.join(' '),
      row.causeNumber,
      row.document,
      row.reason.slice(0, 300),
    ]
      .filter(Boolean)
      .join(' '),
  traced: [
    { table: 'stop_sale', record: 'id', lot: 'lot_id', product: 'product_id', serial: 'serials' },
    { table: 'stop_sale_lot', record: 'stop_sale_id', lot: 'lot_id' },
    { table: 'stop_sale_mark', record: 'stop_sale_id', lot: 'lot_id' },
    { table: 'stop_sale_transit', record: 'stop_sale_id', lot: 'lot_id', party: 'party_id' },
    { table: 'stop_sale_told', record: 'stop_sale_id', party: 'party_id' },
  ],
  children: {
    lot: { table: 'stop_sale_lot', row: stopSaleLot, parent },
    mark: { table: 'stop_sale_mark', row: stopSaleMark, parent },
    transit: { table: 'stop_sale_transit', row: stopSaleTransit, parent },
    told: { table: 'stop_sale_told', row: stopSaleTold, parent },
    cause: { table: 'stop_sale_cause', row: stopSaleCause, parent },
  },
})
