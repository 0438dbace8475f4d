import { text } from '../../kernel/text.ts'
import { zoneTitles as zones } from '../../vocabulary/stock.ts'

/** Where the fault was noticed (S26 1–3, 6; F7). */
export const sources = {
  acceptance: text('验收拒收', 'Refused on arrival'),
  storage: text('在库养护', 'Stock maintenance'),
  'outbound-check': text('出库复核', 'Outbound check'),
  return: text('退回品验收', 'Returned goods'),
  complaint: text('质量投诉', 'Complaint'),
  recall: text('收回、召回', 'Recall'),
  authority: text('监督抽检或禁售通知', 'Finding or ban of an authority'),
} as const

/** Kinds of fault, by which the half-year analysis counts. */
export const categories = {
  appearance: text('外观', 'Appearance'),
  performance: text('性能', 'Performance'),
  packaging: text('包装破损', 'Packaging'),
  labelling: text('标签、说明书', 'Labelling, instructions'),
  expired: text('过期失效', 'Expired'),
  documents: text('证件、票据不符', 'Certificates, papers'),
  contamination: text('污染、受潮', 'Contamination, moisture'),
  temperature: text('温湿度超标', 'Temperature, humidity'),
  other: text('其他', 'Other'),
} as const

/** Where confirmed goods wait: refused arrivals may go to the return zone (S26-1b), all others to the red one. */
export const targets = { return: zones.return, unqualified: zones.unqualified } as const

/** Result of the re-check. */
export const verdicts = {
  conforming: text('复查合格', 'Conforms'),
  nonconforming: text('确认不合格', 'Nonconforming'),
} as const

/** Who bears it by the supply agreement (S26-4a). */
export const liabilities = {
  supplier: text('供货者责任，退回供货者', 'The supplier is liable: back to it'),
  own: text('超出供货者责任，报损销毁', 'Beyond its liability: written off and destroyed'),
  shared: text('部分退回、部分报损', 'Part goes back, part is written off'),
} as const
export type Liability = keyof typeof liabilities

/** What becomes of a part of the goods. */
export const dispositionKinds = {
  supplier: text('退回供货者', 'Back to the supplier'),
  'write-off': text('报损销毁', 'Written off and destroyed'),
} as const

/** How far a part of the goods has come. */
export const dispositionStates = {
  decided: text('待办理', 'To be carried out'),
  notified: text('已发退出通知，待提货', 'Notice issued, to be collected'),
  left: text('已运出，待供货者签收', 'On its way, receipt awaited'),
  received: text('供货者已签收', 'Received by the supplier'),
  requested: text('报损审批中', 'Write-off being signed'),
  approved: text('已批准报损，待列销毁清单', 'Written off, to be listed'),
  listed: text('已列销毁清单', 'Listed for destruction'),
  destroyed: text('已销毁，待归档', 'Destroyed, to be filed'),
  filed: text('已销毁归档', 'Destroyed and filed'),
  replaced: text('已改由新意见处理', 'Replaced by a later opinion'),
} as const

/** Who fills the purchase-return notice (X34). */
export const formFillers = {
  SALES: text('业务部门', 'Sales'),
  PUR: text('采购部门', 'Purchasing'),
  WH: text('仓储部门', 'Warehouse'),
} as const

/** Departments that take preventive measures (S26-8c). */
export const measureDepartments = {
  quality: text('质量管理部', 'Quality management'),
  purchasing: text('采购部门', 'Purchasing'),
  sales: text('业务部门', 'Sales'),
  warehouse: text('仓储运输部门', 'Storage and transport'),
  'after-sales': text('售后服务部', 'After-sales'),
  supplier: text('供货者', 'The supplier'),
} as const

export const KEEPERS: readonly string[] = ['warehouse', 'warehouse-head']
export const QUALITY: readonly string[] = ['quality', 'quality-head']
/** Whoever handles goods may find a fault. */
export const FINDERS: readonly string[] = [
  'stock-maintenance',
  'acceptance-inspector',
  'checker',
  'picker',
  ...KEEPERS,
  ...QUALITY,
  'quality-inspector',
  'after-sales',
]
/** Who files photographs, reports and papers. */
export const PAPER: readonly string[] = [...FINDERS, 'sales', 'sales-rep', 'purchasing', 'driver', 'finance']
