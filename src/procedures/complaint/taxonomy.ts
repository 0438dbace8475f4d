import { type Text, text } from '../../kernel/text.ts'
import type { ComplaintKind } from '../../vocabulary/intake.ts'

/** Words that complaints share with inquiries stand in the vocabulary; here they are beside those of complaints alone. */
export {
  type Channel,
  type ComplaintKind as Kind,
  type ContactWay,
  channels,
  complaintKinds as kinds,
  contactWays,
  type Department,
  departments,
  keysOf,
  type Satisfaction,
  satisfactions,
  type Urgency,
  urgencies,
} from '../../vocabulary/intake.ts'

/** Class of a case: decides who owns it (X04). */
export type CaseClass = 'quality' | 'service' | 'consumer'

/** Class of each kind. */
export const classOf = (kind: ComplaintKind): CaseClass => {
  if (kind === 'consumer-return') return 'consumer'
  return kind === 'service' || kind === 'maintenance' || kind === 'training' ? 'service' : 'quality'
}

/** Roles that may own a case. */
export const owners = {
  quality: text('质量管理部', 'Quality management'),
  'service-head': text('客户服务中心负责人', 'Head of customer service'),
  'after-sales': text('售后服务部', 'After-sales department'),
} as const satisfies Record<string, Text>
export type Owner = keyof typeof owners

/** S10 3.2: defects of a released device, and service that affects its performance. */
export const defects = {
  identity: text('标识', 'Identity, labelling'),
  quality: text('质量', 'Quality'),
  durability: text('耐用性', 'Durability'),
  reliability: text('可靠性', 'Reliability'),
  usability: text('可用性', 'Usability'),
  safety: text('安全性', 'Safety'),
  performance: text('性能', 'Performance'),
  service: text('影响性能的服务不足', 'Service lacking, affecting performance'),
} as const satisfies Record<string, Text>
export type Defect = keyof typeof defects

/** Where the customer sits, seen from our registered address (S01 4.4). */
export const localities = {
  local: text('本地', 'Local'),
  'out-of-town': text('外地', 'Out of town'),
} as const satisfies Record<string, Text>
export type Locality = keyof typeof localities

/** Answers to a question that a caller may not be able to answer. */
export const answers = {
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  unknown: text('不清楚', 'Not known'),
} as const satisfies Record<string, Text>
export type Answer = keyof typeof answers

/** Result of the verification on site. */
export const findings = {
  defect: text('质量缺陷', 'Defect'),
  'no-defect': text('无缺陷', 'No defect'),
  undetermined: text('无法判定', 'Undetermined'),
} as const satisfies Record<string, Text>
export type Finding = keyof typeof findings

/** Result of the test of the retained sample. */
export const sampleResults = {
  conforming: text('留样合格', 'Sample conforms'),
  nonconforming: text('留样不合格', 'Sample does not conform'),
  none: text('无留样', 'No sample available'),
} as const satisfies Record<string, Text>

/** What caused the problem, as the quarterly sheet counts it. */
export const causes = {
  design: text('设计', 'Design'),
  manufacturing: text('生产制造', 'Manufacturing'),
  labelling: text('标签、说明书或包装', 'Label, instructions or package'),
  transport: text('运输', 'Transport'),
  storage: text('贮存', 'Storage'),
  installation: text('安装调试', 'Installation'),
  use: text('使用操作', 'Use'),
  maintenance: text('维护保养', 'Maintenance'),
  wear: text('正常损耗或超期', 'Wear or past its life'),
  service: text('服务', 'Service'),
  'not-reproduced': text('未能复现', 'Not reproduced'),
  unknown: text('原因不明', 'Unknown'),
} as const satisfies Record<string, Text>
export type Cause = keyof typeof causes

/** Who answers for the problem (S09 4.2). */
export const responsibilities = {
  manufacturer: text('生产企业', 'Manufacturer'),
  supplier: text('供货单位', 'Supplier'),
  carrier: text('承运单位', 'Carrier'),
  ours: text('本公司', 'Our company'),
  customer: text('客户使用方', 'Customer'),
  nobody: text('无责任方', 'Nobody'),
  undetermined: text('尚不能判定', 'Cannot be determined yet'),
} as const satisfies Record<string, Text>
export type Responsibility = keyof typeof responsibilities

/** What is agreed with a consumer (S02 4.3.2). */
export const remedies = {
  refund: text('退货退款', 'Refund'),
  exchange: text('换货', 'Exchange'),
  'price-concession': text('让步折价', 'Price concession'),
  'mail-back': text('寄回公司调换', 'Mail back for exchange'),
  repair: text('维修', 'Repair'),
  explanation: text('解释说明', 'Explanation'),
  referred: text('转经营部研究后答复', 'Referred to the operating department'),
} as const satisfies Record<string, Text>
export type Remedy = keyof typeof remedies

/** How far the adverse-event screen has come. */
export const adverseEventStates = {
  unscreened: text('未筛查', 'Not screened'),
  undecided: text('待专人判定', 'Waits for the named person'),
  'not-reportable': text('不需上报', 'Not reportable'),
  reportable: text('须上报', 'To be reported'),
  reported: text('已上报', 'Reported'),
} as const satisfies Record<string, Text>
export type AdverseEventState = keyof typeof adverseEventStates

/** Class of a suspected adverse event (1号令 第4、25条). */
export const adverseEventClasses = {
  death: text('导致死亡', 'Led to death'),
  serious: text('导致严重伤害', 'Led to serious injury'),
  'could-be-serious': text('可能导致死亡或严重伤害', 'Could lead to death or serious injury'),
} as const satisfies Record<string, Text>
export type AdverseEventClass = keyof typeof adverseEventClasses
