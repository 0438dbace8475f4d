import { type Text, text } from '../../kernel/text.ts'
import { contactWays } from '../../vocabulary/intake.ts'

/** What the supplier's answer is worth. */
export const verdicts = {
  satisfactory: text('答复满意', 'Satisfactory'),
  insufficient: text('不充分，须补充答复', 'Not enough: answer again'),
  'no-answer': text('逾期未答复', 'No answer in time'),
} as const satisfies Record<string, Text>
export type Verdict = keyof typeof verdicts

/** Who answers for the problem, as quality judges it from the answer. */
export const liabilities = {
  supplier: text('供货单位', 'The supplier'),
  manufacturer: text('生产企业', 'The manufacturer'),
  carrier: text('承运单位', 'The carrier'),
  ours: text('本公司', 'Our company'),
  nobody: text('无责任方', 'Nobody'),
  undetermined: text('尚不能判定', 'Cannot be determined yet'),
} as const satisfies Record<string, Text>

/** What it means for the supplier's record. */
export const effects = {
  none: text('不影响', 'None'),
  warned: text('警告', 'Warned'),
  probation: text('列入观察', 'On probation'),
  'suspension-proposed': text('建议暂停采购', 'Suspension proposed'),
} as const satisfies Record<string, Text>
export type Effect = keyof typeof effects

/** How the answer came. */
export const answerWays = {
  link: text('凭链接填写', 'By its link'),
  ...contactWays,
} as const satisfies Record<string, Text>

/** How far the letter has come. */
export const letterStates = {
  waiting: text('待发送', 'Waiting'),
  sent: text('已发送', 'Sent'),
  failed: text('发送失败', 'Not delivered'),
  'handed-over': text('已送交', 'Handed over'),
} as const satisfies Record<string, Text>
