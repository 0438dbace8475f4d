import { type Text, text } from '../../kernel/text.ts'

/** How far a stop reaches. */
export const scopes = {
  lot: text('批号', 'Lots'),
  serials: text('序列号', 'Serial numbers'),
  product: text('整个产品', 'The whole product'),
} as const satisfies Record<string, Text>
export type Scope = keyof typeof scopes

/** What made the company stop. */
export const sources = {
  complaint: text('质量投诉', 'Complaint'),
  'storage-check': text('在库养护检查', 'Check of the stock'),
  'outbound-check': text('出库复核', 'Outbound check'),
  return: text('退货验收', 'Inspection of returned goods'),
  authority: text('监管部门通知（抽检不合格、禁售）', 'Authority: failed test or prohibition'),
  recall: text('召回或暂停销售通知', 'Recall or notice to suspend sale'),
  'own-finding': text('本公司发现', 'Own finding'),
} as const satisfies Record<string, Text>
export type Source = keyof typeof sources

/** What the re-check found. */
export const verdicts = {
  good: text('合格', 'Conforms'),
  bad: text('不合格', 'Does not conform'),
  undetermined: text('尚不能判定', 'Cannot be determined yet'),
} as const satisfies Record<string, Text>
export type Verdict = keyof typeof verdicts

/** X05: the same request for a re-check under the name that each written procedure uses. */
export const formVariants = {
  'recheck-report': text('质量复查报告单', 'Quality re-check report'),
  'recheck-notice': text('复检通知单', 'Re-check notice'),
  'refusal-report': text('拒收报告单', 'Refusal report'),
} as const satisfies Record<string, Text>
export type FormVariant = keyof typeof formVariants

/** Who is told to stop, and later that it is over. */
export const audiences = {
  warehouse: text('仓库', 'Warehouse'),
  sales: text('综合业务部', 'Sales'),
  buyers: text('其余购货方（通知）', 'The other buyers (notice)'),
  buyer: text('购货方', 'A buyer'),
  registrant: text('注册人/备案人', 'Registrant'),
  supplier: text('供货者', 'Supplier'),
  authority: text('药品监督管理部门', 'Drug regulator'),
} as const satisfies Record<string, Text>
export type Audience = keyof typeof audiences

/** Those outside the company whom one person tells at a time. */
export const outsiders = {
  buyer: audiences.buyer,
  registrant: audiences.registrant,
  supplier: audiences.supplier,
  authority: audiences.authority,
} as const satisfies Record<string, Text>

/** Those who were told to stop and therefore are told when it is over (X30); a report to the authority is not taken back. */
export const RESUMES: readonly Audience[] = ['warehouse', 'sales', 'buyers', 'buyer']
