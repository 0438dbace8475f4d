import { type Text, text } from '../kernel/text.ts'

/** Keys of a table of titles, as a non-empty tuple for `z.enum`. */
export const keysOf = <K extends string>(titles: Record<K, unknown>) => Object.keys(titles) as [K, ...K[]]

/** Ways on which a customer reaches us (S01 4.2, S28 四2, S10 6.1.1). */
export const channels = {
  telephone: text('电话', 'Telephone'),
  fax: text('传真', 'Fax'),
  letter: text('信函', 'Letter'),
  'e-mail': text('电子邮件', 'E-mail'),
  web: text('网站', 'Website'),
  'on-site': text('现场', 'On site'),
  authority: text('监管部门', 'Authority'),
} as const satisfies Record<string, Text>
export type Channel = keyof typeof channels

/** S28 四3(3): urgent when a key feature or function cannot be used. */
export const urgencies = {
  general: text('一般', 'General'),
  urgent: text('紧迫', 'Urgent'),
} as const satisfies Record<string, Text>
export type Urgency = keyof typeof urgencies

/** What a complaint is about: the superset of the kinds that the written procedures know (X26). */
export const complaintKinds = {
  quality: text('产品质量投诉', 'Product quality complaint'),
  query: text('质量查询', 'Quality query'),
  'situation-report': text('反映情况', 'Situation report'),
  'accident-notice': text('监管事故通报', 'Accident notice of an authority'),
  service: text('服务质量投诉', 'Service quality complaint'),
  maintenance: text('产品维护投诉', 'Product maintenance complaint'),
  training: text('培训与技术支持投诉', 'Training or technical support complaint'),
  'consumer-return': text('消费者退换诉求', 'Consumer return or exchange'),
} as const satisfies Record<string, Text>
export type ComplaintKind = keyof typeof complaintKinds

/** Departments that handle what customers ask for or complain about. */
export const departments = {
  quality: text('质量管理部', 'Quality management'),
  service: text('客户服务中心', 'Customer service centre'),
  'after-sales': text('售后服务部', 'After-sales'),
  technology: text('技术部', 'Technology'),
  sales: text('综合业务部', 'Sales and business'),
  warehouse: text('仓储物流部', 'Warehouse and logistics'),
  finance: text('财务部', 'Finance'),
} as const satisfies Record<string, Text>
export type Department = keyof typeof departments

/** Ways of speaking with the customer. */
export const contactWays = {
  telephone: text('电话', 'Telephone'),
  visit: text('上门', 'Visit'),
  'e-mail': text('电子邮件', 'E-mail'),
  message: text('微信/短信', 'Message'),
  fax: text('传真', 'Fax'),
  letter: text('信函', 'Letter'),
} as const satisfies Record<string, Text>
export type ContactWay = keyof typeof contactWays

/** Answer to the closing question (S28 四5(4)). */
export const satisfactions = {
  'very-satisfied': text('非常满意', 'Very satisfied'),
  satisfied: text('满意', 'Satisfied'),
  fair: text('一般', 'Fair'),
  dissatisfied: text('不满意', 'Dissatisfied'),
  'not-reached': text('未能联系上', 'Not reached'),
} as const satisfies Record<string, Text>
export type Satisfaction = keyof typeof satisfactions

/** Answers of customers who were satisfied. */
export const PLEASED: readonly Satisfaction[] = ['very-satisfied', 'satisfied']
/** Answers of customers who could be asked. */
export const REACHED: readonly Satisfaction[] = [...PLEASED, 'fair', 'dissatisfied']

/** States of a complaint that is being worked on: what other procedures may still add to. */
export const COMPLAINT_UNDER_WAY = ['accepted', 'verified', 'decided', 'answered'] as const
