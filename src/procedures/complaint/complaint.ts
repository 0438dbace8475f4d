import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { COMPLAINT_UNDER_WAY } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { adverseEventRecords, retained } from '../../vocabulary/retention.ts'
import {
  complaintAction,
  complaintAssignment,
  complaintContact,
  complaintDelay,
  complaintNotice,
  complaintOpinion,
  complaintVerification,
} from './complaint-rows.ts'
import { intake } from './fields.ts'
import { severities } from './severity.ts'
import {
  adverseEventClasses,
  adverseEventStates,
  causes,
  defects,
  departments,
  findings,
  keysOf,
  owners,
  remedies,
  responsibilities,
  sampleResults,
  satisfactions,
} from './taxonomy.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  titled(z.string().nullable(), zh, en, more)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const who = (zh: string, en: string) => titled(z.uuid().nullable(), zh, en)
const flag = (zh: string, en: string) => titled(z.boolean().nullable(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of a complaint and what they mean. */
export const states = {
  registered: {
    title: text('已登记', 'Registered'),
    meaning: text('已登记，等待受理分类', 'Written down; waits to be accepted and classified'),
    tone: 'info',
  },
  accepted: {
    title: text('核实中', 'Investigating'),
    meaning: text('已受理，正在联系、核实', 'Accepted; being contacted and verified'),
    tone: 'info',
  },
  verified: {
    title: text('已核实', 'Verified'),
    meaning: text('现场核实有结论，等待最终处置意见', 'Verified on site; waits for the final opinion'),
    tone: 'info',
  },
  decided: {
    title: text('已出意见', 'Decided'),
    meaning: text('处置意见已会签，等待解决并答复客户', 'Opinion countersigned; waits to be solved and answered'),
    tone: 'info',
  },
  answered: {
    title: text('已答复', 'Answered'),
    meaning: text('已把结果告知客户，等待关闭', 'The customer knows the result; waits to be closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('隐患消除、客户已知、无未了事项', 'Hazard gone, customer told, nothing open'),
    final: true,
    tone: 'ok',
  },
  'not-complaint': {
    title: text('非投诉', 'Not a complaint'),
    meaning: text('判定不属投诉，已转为咨询', 'Judged not to be a complaint; became an inquiry'),
    final: true,
    tone: 'plain',
  },
  merged: {
    title: text('已合并', 'Merged'),
    meaning: text('与另一件投诉合并办理', 'Handled with another complaint'),
    final: true,
    tone: 'plain',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('登记有误，已说明原因作废', 'Registered in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which the work on a complaint goes on. */
export const OPEN = ['registered', 'accepted', 'verified', 'decided', 'answered'] as const

/** Open states after the complaint was accepted. */
export const UNDER_WAY = COMPLAINT_UNDER_WAY

export const complaintRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  receivedAt: intake.receivedAt,
  lateReason: words('延迟登记原因', 'Reason of the late registration'),
  occurredAt: intake.occurredAt.nullable(),
  channel: intake.channel,
  kind: intake.kind,
  partyId: intake.partyId.nullable(),
  partyName: intake.partyName,
  partyKind: words('客户类型', 'Kind of customer'),
  locality: intake.locality,
  province: intake.province.nullable(),
  city: intake.city.nullable(),
  address: intake.address.nullable(),
  customerDepartment: intake.customerDepartment.nullable(),
  contactPerson: intake.contactPerson.nullable(),
  phone: intake.phone.nullable(),
  fax: intake.fax.nullable(),
  email: intake.email.nullable(),
  productId: intake.productId.nullable(),
  productName: intake.productName.nullable(),
  model: intake.model.nullable(),
  spec: intake.spec.nullable(),
  registrationNo: intake.registrationNo.nullable(),
  deviceClass: words('管理类别', 'Device class'),
  unit: words('单位', 'Unit'),
  manufacturerId: who('生产企业', 'Manufacturer'),
  manufacturerName: words('生产企业', 'Manufacturer'),
  isImplant: flag('植入器械', 'Implant'),
  lotId: intake.lotId.nullable(),
  lotNo: intake.lotNo.nullable(),
  serial: intake.serial.nullable(),
  udi: intake.udi.nullable(),
  udiDi: words('UDI-DI', 'UDI-DI'),
  producedOn: intake.producedOn.nullable(),
  expiresOn: intake.expiresOn.nullable(),
  purchasedOn: intake.purchasedOn.nullable(),
  deliveryNote: intake.deliveryNote.nullable(),
  quantityAffected: intake.quantityAffected.nullable(),
  stillInUse: intake.stillInUse,
  title: intake.title,
  description: intake.description,
  request: intake.request.nullable(),
  expectation: intake.expectation.nullable(),
  urgency: intake.urgency,
  harmHappened: intake.harmHappened,
  couldHarm: intake.couldHarm,
  treatmentAffected: intake.treatmentAffected,
  functionLost: intake.functionLost,
  /** Null until a safety question is answered. */
  severity: oneOf(severities, '严重程度', 'Severity'),
  severityProvisional: titled(z.boolean(), '严重程度待确认', 'Severity provisional'),
  legalComplaint: flag('属法规意义上的投诉', 'Complaint in the legal sense'),
  legalDefects: titled(z.array(z.enum(keysOf(defects))), '缺陷类型', 'Kinds of defect', { options: defects }),
  ownerRole: titled(z.enum(keysOf(owners)), '责任部门', 'Owner', { options: owners }),
  investigated: titled(z.boolean(), '须现场核实', 'To be investigated'),
  receivedByName: words('受理人', 'Received by'),
  acceptedAt: at('受理时间', 'Accepted at'),
  acceptedByName: words('受理分类人', 'Accepted by'),
  apologisedAt: at('致歉时间', 'Apologised at'),
  apologisedByName: words('致歉人', 'Apologised by'),
  apologyNote: words('致歉情况', 'Apology'),
  assignedDepartment: oneOf(departments, '办理部门', 'Department'),
  handlerId: who('办理人', 'Handler'),
  handlerName: words('办理人', 'Handler'),
  expectedAt: at('预计解决时间', 'Expected to be solved'),
  measures: words('拟采取措施', 'Planned measures'),
  planCount: titled(z.int().nonnegative(), '计划次数', 'Plans'),
  firstContactAt: at('首次联系时间', 'First contact'),
  lastContactAt: at('最近联系时间', 'Latest contact'),
  dailyContactDay: titled(daySchema.nullable(), '下次通报日', 'Day of the next progress report'),
  dispatchedAt: at('派出时间', 'Inspector dispatched at'),
  inspectorId: who('质检员', 'Inspector'),
  inspectorName: words('质检员', 'Inspector'),
  visitedAt: at('到场时间', 'Visited at'),
  verifiedAt: at('核实登记时间', 'Verification recorded at'),
  verifiedByName: words('核实人', 'Verified by'),
  finding: oneOf(findings, '核实结论', 'Finding'),
  findingNote: words('核实情况', 'Verification'),
  causeCategory: oneOf(causes, '原因类别', 'Cause category'),
  cause: words('原因分析', 'Cause found'),
  sampleResult: oneOf(sampleResults, '留样复验', 'Retained sample'),
  sampleNote: words('留样复验说明', 'Note on the retained sample'),
  sampleTestedAt: at('留样复验时间', 'Sample tested at'),
  sampleTestedByName: words('留样复验人', 'Sample tested by'),
  proposedResponsibility: oneOf(responsibilities, '业务部提出的责任方', 'Responsibility as proposed'),
  proposedBy: who('提出人', 'Proposed by'),
  proposedByName: words('提出人', 'Proposed by'),
  proposedReason: words('提出理由', 'Reason of the proposal'),
  decidedResponsibility: oneOf(responsibilities, '质量部判定的责任方', 'Responsibility as decided'),
  decidedByName: words('判定人', 'Decided by'),
  decidedReason: words('判定理由', 'Reason of the decision'),
  groundSufficient: flag('理由充分', 'Ground sufficient'),
  demandReasonable: flag('要求合理', 'Demand reasonable'),
  established: flag('投诉成立', 'Complaint established'),
  ourQuality: flag('确属我方质量问题', 'Our quality problem'),
  judgementReason: words('判断依据', 'Basis of the judgement'),
  judgedAt: at('判断时间', 'Judged at'),
  judgedByName: words('判断人', 'Judged by'),
  remedy: oneOf(remedies, '协商方案', 'Remedy agreed'),
  remedyNote: words('协商说明', 'Note on the remedy'),
  aeState: titled(z.enum(keysOf(adverseEventStates)), '不良事件筛查', 'Adverse event', { options: adverseEventStates }),
  aeClass: oneOf(adverseEventClasses, '事件类别', 'Class of the event'),
  aeCluster: flag('群体事件', 'Cluster'),
  aeAnswers: titled(z.record(z.string(), z.string()).nullable(), '筛查回答', 'Answers of the screen'),
  aeKnownAt: at('获知时间', 'Known since'),
  aeScreenedAt: at('筛查时间', 'Screened at'),
  aeScreenedByName: words('筛查人', 'Screened by'),
  aeRationale: words('判定理由', 'Rationale'),
  aeDeciderId: who('指定判定人', 'Named decider'),
  aeDeciderName: words('指定判定人', 'Named decider'),
  aeDecidedAt: at('判定时间', 'Decided at'),
  aeDecidedByName: words('判定人', 'Decided by'),
  aeReportedAt: at('上报时间', 'Reported at'),
  aeReportNumber: words('报告编码', 'Report number'),
  aeClusterReportedAt: at('群体事件电话报告时间', 'Cluster reported at'),
  patientNote: words('患者情况', 'Patient', { health: true }),
  holderToldAt: at('告知注册人时间', 'Registrant told at'),
  supplierToldAt: at('告知供货者时间', 'Supplier told at'),
  opinion: words('处置意见', 'Disposition opinion'),
  opinionStage: titled(z.enum(['interim', 'final']).nullable(), '意见性质', 'Stage of the opinion'),
  opinionState: titled(z.enum(['given', 'countersigned', 'declined']).nullable(), '会签情况', 'Countersignature'),
  opinionAt: at('出具时间', 'Opinion given at'),
  opinionByName: words('出具人', 'Opinion given by'),
  countersignedAt: at('会签时间', 'Countersigned at'),
  countersignedByName: words('会签人', 'Countersigned by'),
  solvedAt: at('解决时间', 'Solved at'),
  solvedByName: words('解决人', 'Solved by'),
  solution: words('解决情况', 'Solution'),
  repliedAt: at('答复时间', 'Replied at'),
  repliedByName: words('答复人', 'Replied by'),
  replyTo: words('答复对象', 'Replied to'),
  reply: words('答复内容', 'Reply'),
  satisfaction: oneOf(satisfactions, '满意度', 'Satisfaction'),
  satisfactionNote: words('客户评价', 'Comment of the customer'),
  satisfactionAt: at('询问满意度时间', 'Satisfaction asked at'),
  satisfactionByName: words('询问人', 'Satisfaction asked by'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
  closingNote: words('关闭说明', 'Closing note'),
  reopenedAt: at('重新打开时间', 'Reopened at'),
  reopenCount: titled(z.int().nonnegative(), '重新打开次数', 'Times reopened'),
  reopenReason: words('重新打开原因', 'Reason of the reopening'),
  mergedInto: who('并入的投诉', 'Merged into'),
  mergedIntoNumber: words('并入的投诉', 'Merged into'),
  endReason: words('终止原因', 'Reason of the ending'),
})

/** One complaint. */
export type ComplaintRow = z.infer<typeof complaintRow>

const parent = 'complaintId'

/** The complaint as the kernel knows it. */
export const Complaint = recordType<ComplaintRow, keyof typeof states>({
  name: 'complaint',
  title: text('投诉', 'Complaint'),
  table: 'complaint',
  row: complaintRow,
  states,
  series: { prefix: 'TS', digits: 5 },
  retention: retained('quality', adverseEventRecords),
  safety: {
    columns: ['harmHappened', 'aeClass', 'aeCluster'],
    named: row =>
      row.harmHappened === 'yes' || row.aeClass === 'death' || row.aeClass === 'serious' || row.aeCluster === true,
    tells: ['quality', 'quality-head'],
  },
  searchText: row =>
    [
      row.number,
      row.title,
      row.partyName,
      row.customerDepartment,
      row.contactPerson,
      row.productName,
      row.model,
      row.registrationNo,
      row.lotNo,
      row.serial,
      row.udiDi,
      row.deliveryNote,
      row.description.slice(0, 500),
    ]
      .filter(Boolean)
      .join(' '),
  healthRoles: ['quality', 'quality-head', 'quality-inspector'],
  traced: [
    { table: 'complaint', record: 'id', lot: 'lot_id', product: 'product_id', party: 'party_id', serial: 'serial' },
  ],
  children: {
    contact: { table: 'complaint_contact', row: complaintContact, parent },
    assignment: { table: 'complaint_assignment', row: complaintAssignment, parent },
    verification: { table: 'complaint_verification', row: complaintVerification, parent },
    opinion: { table: 'complaint_opinion', row: complaintOpinion, parent },
    action: { table: 'complaint_action', row: complaintAction, parent },
    notice: { table: 'complaint_notice', row: complaintNotice, parent },
    delay: { table: 'complaint_delay', row: complaintDelay, parent },
  },
})
