import { text } from '../../../kernel/text.ts'

/** Tick boxes that only the paper forms have; the rest stand in the taxonomy of the procedure. */

/** S28 四1: normal requests of four kinds, complaints of two. */
export const problemTypes = {
  enquiry: text('产品询问', 'Product enquiry'),
  training: text('培训', 'Training'),
  implementation: text('实施维护', 'Implementation, maintenance'),
  service: text('服务', 'Service'),
  'product-maintenance': text('投诉：产品维护', 'Complaint: product maintenance'),
  'service-quality': text('投诉：服务质量', 'Complaint: service quality'),
}
export type ProblemType = keyof typeof problemTypes

/** S28 四3(3), with what urgent means. */
export const urgencyBoxes = {
  general: text('一般', 'General'),
  urgent: text('紧迫（重要特性或功能无法使用）', 'Urgent (key feature or function unusable)'),
}

export const yesNo = { yes: text('是', 'Yes'), no: text('否', 'No') }

/** S02 4.3.1: does the complaint stand. */
export const standing = { yes: text('成立', 'Stands'), no: text('不成立', 'Does not stand') }

/** S02 4.3.2, S28 四5(1): first an apology. */
export const apologies = { given: text('已向顾客致歉', 'Apologised to the customer') }

/** S02 4.3.2: what a consumer may ask for. */
export const demands = {
  refund: text('退货', 'Refund'),
  exchange: text('换货', 'Exchange'),
  'price-concession': text('让步折价', 'Price concession'),
  'mail-back': text('寄回公司调换', 'Mail back for exchange'),
  repair: text('维修', 'Repair'),
  explanation: text('解释说明', 'Explanation'),
  other: text('其他', 'Other'),
}
export type Demand = keyof typeof demands
