import { type Text, text } from '../../kernel/text.ts'
import type { RoleId } from '../../vocabulary/role.ts'

/** Whose rules a return follows: those for dealers (S02), those for contract customers (S12), or those of a recall. */
export const routes = {
  dealer: text('经销商调退货', 'Dealer'),
  contract: text('合同客户退换货', 'Contract customer'),
  recall: text('召回退回', 'Recall'),
} as const satisfies Record<string, Text>

/** Why the customer sends the goods back (S02-4.2.1a). */
export const reasons = {
  unsaleable: text('不适销', 'Unsaleable'),
  quality: text('质量原因', 'Quality'),
  recall: text('召回', 'Recall'),
} as const satisfies Record<string, Text>

/** What the customer wants, and what was done in the end (S02-4.2.7c, d). */
export const wishes = {
  exchange: text('换货', 'Exchange'),
  refund: text('退货退款', 'Refund'),
} as const satisfies Record<string, Text>

/** How the itemised request reached us (S02-4.2.1b). */
export const formWays = {
  'handed-over': text('当面提交', 'Handed over'),
  fax: text('传真', 'Fax'),
  electronic: text('电子提交', 'Electronically'),
} as const satisfies Record<string, Text>

/** What the retained sample of the lot showed (S12-5.8.2a). */
export const sampleResults = {
  good: text('留样合格', 'Sample is good'),
  bad: text('留样不合格', 'Sample is bad'),
  unavailable: text('无留样', 'No sample kept'),
} as const satisfies Record<string, Text>

/** What becomes of approved goods (S12-5.8.2e). */
export const ways = {
  'ship-back': text('运回公司', 'Ship back'),
  'on-site': text('就地销毁', 'Destroy at the customer'),
} as const satisfies Record<string, Text>

/** How goods come to us. */
export const arrivals = {
  'freight-station': text('到达货运站', 'At the freight station'),
  'pick-up': text('到客户处提货', 'To be fetched from the customer'),
  delivered: text('客户送到仓库', 'Delivered to our warehouse'),
} as const satisfies Record<string, Text>

/** In what condition the driver took the goods over (S02-3.9b). */
export const handovers = {
  intact: text('外包装完好、件数相符', 'Packages intact, number correct'),
  damaged: text('外包装破损', 'Packages damaged'),
  'wrong-number': text('件数不符', 'Wrong number of packages'),
} as const satisfies Record<string, Text>

/** What the inspection of the goods found (S02-4.2.6a–f). */
export const verdicts = {
  good: text('合格，原质量未受损', 'Good, original quality unimpaired'),
  'customer-damage': text('客户造成损坏', 'Damaged by the customer'),
  'our-defect': text('本公司责任的质量问题', 'Defect that is ours'),
  nonconforming: text('不合格（责任另查）', 'Nonconforming, liability open'),
  'cold-chain': text('冷链不符，拒收', 'Refused: storage temperature not kept'),
} as const satisfies Record<string, Text>
export type Verdict = keyof typeof verdicts

/** Verdicts with which goods are not taken back. */
export const REFUSED_VERDICTS: readonly Verdict[] = ['customer-damage', 'cold-chain']

/** What somebody did beside the course of the return. */
export const noteKinds = {
  assistance: text('协助客户办理', 'Helped the customer'),
  oversight: text('监督督办', 'Oversight by sales'),
  'dealer-transfer': text('经销商之间调剂', 'Moved to another dealer'),
  'finance-inspection': text('财务检查', 'Inspection by finance'),
  'passed-on': text('送有关部门返修或处理', 'Passed on for rework or handling'),
} as const satisfies Record<string, Text>

/** Signatures that the approval of a return may ask for; policy `return.approval_matrix` says which. */
export const approvers = {
  'quality-head': text('质量负责人', 'Enterprise quality head'),
  quality: text('质量管理部', 'Quality management'),
  'after-sales': text('售后服务部', 'After-sales department'),
  'after-sales-head': text('售后服务部负责人', 'Head of after-sales'),
  'sales-head': text('业务部负责人', 'Head of sales'),
  'general-manager': text('总经理', 'General manager'),
} as const satisfies Record<string, Text>
export type Approver = keyof typeof approvers

/** After-sales handles every return (S02-3.3a). */
export const AFTER_SALES = ['after-sales', 'after-sales-head'] as const satisfies readonly RoleId[]
export const SALES = ['sales', 'sales-head', 'sales-rep'] as const satisfies readonly RoleId[]
export const QUALITY = ['quality', 'quality-inspector', 'acceptance-inspector'] as const satisfies readonly RoleId[]
export const FINANCE = ['finance', 'finance-head'] as const satisfies readonly RoleId[]
