import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { departments, keysOf } from '../../vocabulary/intake.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained, returnNotes } from '../../vocabulary/retention.ts'
import { coldChainRecord } from './cold-chain.ts'
import { limitsResult } from './exchange-rate.ts'
import { returnLine, returnNote, returnVerdict } from './return-rows.ts'
import { states } from './states.ts'
import { arrivals, formWays, handovers, reasons, routes, sampleResults, ways, wishes } from './taxonomy.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const said = (zh: string, en: string) => titled(z.string(), zh, en)
const words = (zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  titled(z.string().nullable(), zh, en, more)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const is = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)), zh, en, { options })
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })
const fen = (zh: string, en: string) => titled(z.int().nonnegative().nullable(), zh, en)
const yes = (zh: string, en: string) => titled(z.boolean(), zh, en)

export const returnRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  route: is(routes, '路径', 'Route'),
  reason: is(reasons, '退货原因', 'Reason'),
  wish: is(wishes, '客户要求', 'Wish of the customer'),
  formWay: is(formWays, '明细表提交方式', 'How the request came'),
  requestedAt: titled(instantSchema, '申请时间', 'Requested at'),
  requestedByName: said('登记人', 'Registered by'),
  partyId: z.uuid(),
  partyName: said('退货单位', 'Returning party'),
  partyKind: words('客户类别', 'Kind of customer'),
  province: words('省份', 'Province'),
  city: words('城市', 'City'),
  contactPerson: words('联系人', 'Contact', { personal: true }),
  phone: words('联系电话', 'Telephone', { personal: true }),
  email: words('电子邮箱', 'E-mail', { personal: true }),
  remark: words('客户说明', 'Remark of the customer'),
  complaintId: z.uuid().nullable(),
  noticeId: z.uuid().nullable(),
  noticeRecipientId: z.uuid().nullable(),
  faxRegisterNo: words('传真登记号', 'Fax register no.'),
  faxReceivedAt: at('传真收到时间', 'Fax received at'),
  faxRegisteredByName: words('传真登记人', 'Fax registered by'),
  signedForAt: at('签收时间', 'Signed for at'),
  signedForByName: words('签收人', 'Signed for by'),
  productNames: said('医疗器械名称', 'Device'),
  models: said('型号', 'Model'),
  specs: said('规格', 'Specification'),
  registrants: said('注册人/备案人', 'Registrant'),
  contractManufacturers: words('受托生产企业', 'Contract manufacturer'),
  registrationNos: said('注册证/备案号', 'Registration no.'),
  storages: said('运输及贮存条件', 'Transport and storage'),
  lotNos: said('批号/序列号', 'Lot or serial no.'),
  expiries: said('有效期至', 'Expires'),
  udis: said('UDI', 'UDI'),
  deliveryNumbers: said('原出库单号', 'Original outbound no.'),
  quantity: titled(z.int().positive(), '退货数量', 'Quantity'),
  amount: fen('金额（分）', 'Amount (fen)'),
  expiredLot: yes('含过期批次', 'Holds an expired lot'),
  bulk: yes('批量退货', 'Bulk return'),
  limits: titled(limitsResult.nullable(), '比例与期限', 'Rate and period'),
  withinLimits: titled(z.boolean().nullable(), '未超比例与期限', 'Within limits'),
  purchaseAmount: fen('同期进货额（分）', 'Purchases of the period (fen)'),
  special: yes('特殊情况', 'Special case'),
  specialReason: words('特殊情况理由', 'Reason of the special case'),
  goodwill: yes('善意退货（非质量问题）', 'Goodwill, not quality'),
  goodwillReason: words('特批理由', 'Reason of the goodwill'),
  sampleResult: oneOf(sampleResults, '留样检测结果', 'Retained sample'),
  sampleNo: words('留样编号', 'Sample no.'),
  sampleTest: words('检测项目与情况', 'Test'),
  sampleTestedAt: at('检测时间', 'Tested at'),
  sampleTestedByName: words('检测人', 'Tested by'),
  explanation: words('向客户解释', 'Explained to the customer'),
  explainedAt: at('解释时间', 'Explained at'),
  explainedByName: words('解释人', 'Explained by'),
  qualityFinding: words('质量结论', 'Finding of quality'),
  approvedAt: at('批准时间', 'Approved at'),
  declinedReason: words('不同意理由', 'Declined because'),
  declinedByName: words('不同意人', 'Declined by'),
  way: oneOf(ways, '运回与否', 'Ship back or not'),
  wayReason: words('运回与否的理由', 'Reason of the way'),
  shipCost: fen('运回费用（分）', 'Cost of shipping (fen)'),
  destroyCost: fen('就地销毁费用（分）', 'Cost of destruction (fen)'),
  regulatorReference: words('监管部门文号', 'Reference of the regulator'),
  wayDecidedAt: at('决定时间', 'Way decided at'),
  wayDecidedByName: words('决定人', 'Way decided by'),
  toldAt: at('通知客户时间', 'Customer told at'),
  toldByName: words('通知人', 'Told by'),
  arrivalWay: oneOf(arrivals, '到货方式', 'How the goods come'),
  arrivalNoticedAt: at('到货通知时间', 'Arrival notice at'),
  arrivalPlace: words('货运站/提货地点', 'Station or place'),
  packages: titled(z.int().positive().nullable(), '件数', 'Packages'),
  driverId: z.uuid().nullable(),
  driverName: words('驾驶员', 'Driver'),
  vehicle: words('车辆', 'Vehicle'),
  transportOrderedAt: at('运输单下达时间', 'Transport ordered at'),
  transportOrderedByName: words('运输单下达人', 'Transport ordered by'),
  collectedAt: at('提货时间', 'Collected at'),
  collectedByName: words('提货人', 'Collected by'),
  handover: oneOf(handovers, '交接状况', 'Condition at hand-over'),
  handoverNote: words('交接说明', 'Note of the hand-over'),
  departureCelsius: titled(z.number().nullable(), '启运温度 ℃', 'Temperature at departure, °C'),
  arrivedAt: at('到库时间', 'Arrived at'),
  countedAt: at('清点时间', 'Counted at'),
  countedByName: words('清点人', 'Counted by'),
  differenceNote: words('数量差异说明', 'Explanation of differences'),
  coldChain: titled(coldChainRecord.nullable(), '冷链记录', 'Cold-chain record'),
  inspectedAt: at('检验时间', 'Inspected at'),
  inspectorName: words('验收人员', 'Inspector'),
  qualityStatus: words('产品质量状态', 'Quality status'),
  assessment: words('评定、分析与验证', 'Assessment, analysis, verification'),
  disposition: words('不合格事项及处置措施', 'Nonconformity and disposition'),
  responsibleDepartment: oneOf(departments, '责任部门', 'Responsible department'),
  responsiblePerson: words('责任人', 'Responsible person'),
  correctiveAction: words('纠正和预防措施要求', 'Corrective action required'),
  correctiveDoneAt: at('措施完成时间', 'Corrective action done at'),
  correctiveDoneByName: words('措施填报人', 'Corrective action by'),
  correctiveResult: words('措施落实情况', 'Corrective action taken'),
  refusedQuantity: titled(z.int().nonnegative(), '拒签数量', 'Quantity refused'),
  refusalStatement: words('拒签书面说明', 'Statement of refusal'),
  refusalToldAt: at('拒签答复时间', 'Refusal told at'),
  refusalToldByName: words('拒签答复人', 'Refusal told by'),
  sentBackHow: words('退还客户方式', 'How sent back'),
  stockedInAt: at('入库时间', 'Stocked in at'),
  stockedInByName: words('入库人', 'Stocked in by'),
  warehouseId: z.uuid().nullable(),
  location: words('货位', 'Location'),
  settledAs: oneOf(wishes, '处理结果', 'Settled as'),
  settledAt: at('换退时间', 'Settled at'),
  settledByName: words('换退办理人', 'Settled by'),
  replacementOrderNo: words('换货单号', 'Replacement order'),
  refundAmount: fen('退款金额（分）', 'Refund (fen)'),
  settlementNote: words('换退说明', 'Note of the settlement'),
  totalledAt: at('统计时间', 'Totalled at'),
  totalledByName: words('统计员', 'Totalled by'),
  totalQuantity: titled(z.int().nonnegative().nullable(), '统计数量', 'Total quantity'),
  totalAmount: fen('统计金额（分）', 'Total amount (fen)'),
  customerRatePct: titled(z.number().nullable(), '客户调换率 %', 'Exchange rate of the customer, %'),
  alert: words('财务预警', 'Alert of finance'),
  noteReviewedAt: at('退货单审核时间', 'Return note reviewed at'),
  noteReviewedByName: words('退货单审核人', 'Return note reviewed by'),
  noteSentAt: at('退货单发出时间', 'Return note sent at'),
  noteSentByName: words('退货单发送人', 'Return note sent by'),
  financeCheckedAt: at('财务检查时间', 'Checked by finance at'),
  financeCheckedByName: words('财务检查人', 'Checked by finance'),
  financeNote: words('财务检查意见', 'Opinion of finance'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
  endReason: words('终止原因', 'Reason of the ending'),
})

/** One return note. */
export type ReturnRow = z.infer<typeof returnRow>

const parent = 'returnId'

/** The return as the kernel knows it. */
export const Return = recordType<ReturnRow, keyof typeof states>({
  name: 'return',
  title: text('退货', 'Return'),
  table: 'goods_return',
  row: returnRow,
  states,
  series: { prefix: 'TH', digits: 5 },
  retention: retained('sales', returnNotes),
  called: row => [row.partyName, row.productNames, row.lotNos].filter(Boolean).join(' '),
  searchText: row =>
    [
      row.number,
      row.partyName,
      row.contactPerson,
      row.productNames,
      row.models,
      row.lotNos,
      row.deliveryNumbers,
      row.registrationNos,
      row.faxRegisterNo,
      row.replacementOrderNo,
    ]
      .filter(Boolean)
      .join(' '),
  traced: [
    { table: 'goods_return', record: 'id', party: 'party_id' },
    { table: 'goods_return_line', record: 'return_id', lot: 'lot_id', product: 'product_id', serial: 'serials' },
  ],
  children: {
    line: { table: 'goods_return_line', row: returnLine, parent },
    verdict: { table: 'goods_return_verdict', row: returnVerdict, parent },
    note: { table: 'goods_return_note', row: returnNote, parent },
  },
})
