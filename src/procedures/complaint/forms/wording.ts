import { text } from '../../../kernel/text.ts'

/** Words of the tick boxes, in the order of the paper forms. */

export const CHANNELS = {
  telephone: text('电话', 'Telephone'),
  fax: text('传真', 'Fax'),
  letter: text('信函', 'Letter'),
  email: text('电子邮件', 'E-mail'),
  web: text('网站', 'Web'),
  'on-site': text('现场', 'On site'),
  authority: text('监管部门', 'Authority'),
}
export type Channel = keyof typeof CHANNELS

/** S01 4.2: three kinds of contact about a device that was sold. */
export const KINDS = {
  query: text('质量查询', 'Query'),
  complaint: text('质量投诉', 'Complaint'),
  situation: text('情况反映', 'Situation report'),
}
export type Kind = keyof typeof KINDS

/** S28 四1: normal requests of four kinds, complaints of two. */
export const PROBLEM_TYPES = {
  enquiry: text('产品询问', 'Product enquiry'),
  training: text('培训', 'Training'),
  implementation: text('实施维护', 'Implementation, maintenance'),
  service: text('服务', 'Service'),
  'product-maintenance': text('投诉：产品维护', 'Complaint: product maintenance'),
  'service-quality': text('投诉：服务质量', 'Complaint: service quality'),
}
export type ProblemType = keyof typeof PROBLEM_TYPES

/** S28 四3(3): urgent when a key feature or function cannot be used. */
export const URGENCIES = {
  general: text('一般', 'General'),
  urgent: text('紧迫（重要特性或功能无法使用）', 'Urgent (key feature or function unusable)'),
}
export type Urgency = keyof typeof URGENCIES

export const SEVERITIES = {
  S1: text('S1 危及生命', 'S1 life-threatening'),
  S2: text('S2 影响治疗', 'S2 affects treatment'),
  S3: text('S3 影响使用', 'S3 affects use'),
  S4: text('S4 轻微', 'S4 minor'),
}
export type Severity = keyof typeof SEVERITIES

export const LOCALITIES = { local: text('本埠', 'Local'), 'out-of-town': text('外埠', 'Out of town') }
export type Locality = keyof typeof LOCALITIES

export const FINDINGS = {
  conforming: text('质量合格', 'Conforming'),
  nonconforming: text('质量不合格', 'Nonconforming'),
  undetermined: text('尚不能判定', 'Undetermined'),
}
export type Finding = keyof typeof FINDINGS

export const YES_NO = { yes: text('是', 'Yes'), no: text('否', 'No') }

/** S02 4.3.2, S28 四5(1): first an apology. */
export const APOLOGY = { given: text('已向顾客致歉', 'Apologised to the customer') }

/** S02 4.3.2: what a consumer may ask for. */
export const DEMANDS = {
  refund: text('退货', 'Refund'),
  exchange: text('换货', 'Exchange'),
  discount: text('让步折价', 'Price concession'),
  'mail-back': text('寄回公司调换', 'Mail back for exchange'),
  repair: text('维修', 'Repair'),
  explanation: text('解释说明', 'Explanation'),
  other: text('其他', 'Other'),
}
export type Demand = keyof typeof DEMANDS

export const ADVERSE_EVENT_OUTCOMES = {
  'not-reportable': text('不属于可疑不良事件', 'Not a suspected adverse event'),
  reportable: text('属于，已按规定上报', 'Suspected adverse event, reported'),
  pending: text('待专人判定', 'Waits for the named person'),
}
export type AdverseEventOutcome = keyof typeof ADVERSE_EVENT_OUTCOMES

export const SATISFACTIONS = {
  'very-satisfied': text('非常满意', 'Very satisfied'),
  satisfied: text('满意', 'Satisfied'),
  fair: text('一般', 'Fair'),
  dissatisfied: text('不满意', 'Dissatisfied'),
  'not-reached': text('未能联系', 'Not reached'),
}
export type Satisfaction = keyof typeof SATISFACTIONS
