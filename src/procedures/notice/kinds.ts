import { type Text, text } from '../../kernel/text.ts'

/** What a notice says to those who have the goods (X36). */
export const kinds = {
  suspend: text('暂停销售通知', 'Notice to suspend sale'),
  recall: text('产品收回通知', 'Recall notice'),
  resume: text('恢复销售通知', 'Notice to resume sale'),
  advisory: text('忠告性通知', 'Advisory notice'),
  refusal: text('拒绝说明函', 'Refusal with explanation'),
} as const satisfies Record<string, Text>
export type NoticeKind = keyof typeof kinds

/** Kinds for which every buyer states what became of each unit. */
export const WITH_QUANTITIES: readonly NoticeKind[] = ['suspend', 'recall']

/** Who found out first, on whose word the notice rests. */
export const initiators = {
  own: text('本公司发现', 'Found by ourselves'),
  holder: text('注册人（备案人）或供货者通知', 'Told by registrant or supplier'),
  authority: text('监管部门责令或通告', 'Ordered or published by an authority'),
} as const satisfies Record<string, Text>

/** In which standing the company acts: the law lays the recall on the registrant; a trading company passes on and assists. */
export const standings = {
  distributor: text('经营企业（传达、协助、收回）', 'Trading company (passes on, assists, takes back)'),
  holder: text('注册人、备案人或境内代理人（责任主体）', 'Registrant, filer or domestic agent (obliged)'),
} as const satisfies Record<string, Text>
export type Standing = keyof typeof standings

/** Recall classes (29号令 art. 13) with what they mean. */
export const recallClasses = {
  1: text('一级召回', 'Class 1'),
  2: text('二级召回', 'Class 2'),
  3: text('三级召回', 'Class 3'),
} as const satisfies Record<number, Text>
export type RecallClass = keyof typeof recallClasses

/** What is done with recalled goods (29号令 art. 3 and 21). */
export const measures = {
  warning: text('警示', 'Warning'),
  check: text('检查', 'Check'),
  repair: text('修理', 'Repair'),
  relabel: text('重新标签', 'New label'),
  instructions: text('修改并完善说明书', 'Changed instructions for use'),
  software: text('软件更新', 'Software update'),
  replacement: text('替换', 'Replacement'),
  'take-back': text('收回', 'Take back'),
  destruction: text('销毁', 'Destruction'),
} as const satisfies Record<string, Text>
export type Measure = keyof typeof measures

/** How far a recipient has come. */
export const recipientStates = {
  'to-tell': text('待告知', 'To be told'),
  told: text('已告知', 'Told'),
  acknowledged: text('已确认收到', 'Acknowledged'),
  stated: text('已报数量', 'Quantities stated'),
  settled: text('已结清', 'Settled'),
  removed: text('已移出', 'Removed'),
} as const satisfies Record<string, Text>
export type RecipientState = keyof typeof recipientStates

/** How a recipient came onto the list. */
export const origins = {
  trace: text('销售追溯', 'From the trace'),
  late: text('起草后新增', 'Appeared after the draft'),
  added: text('人工增加', 'Added by hand'),
} as const satisfies Record<string, Text>

/** How far the letter has come. */
export const messageStates = {
  none: text('未发函', 'No letter yet'),
  waiting: text('待发送', 'Waiting'),
  sent: text('已发送', 'Sent'),
  failed: text('发送失败', 'Not delivered'),
  'handed-over': text('已送交', 'Handed over'),
} as const satisfies Record<string, Text>

/** How a telephone call came out. */
export const callOutcomes = {
  reached: text('已接通', 'Reached'),
  'not-reached': text('未接通', 'Not reached'),
  'wrong-number': text('号码有误', 'Wrong number'),
} as const satisfies Record<string, Text>
export type CallOutcome = keyof typeof callOutcomes

/** On which way a recipient answered. */
export const answerWays = {
  link: text('凭链接填报', 'By its link'),
  telephone: text('电话', 'Telephone'),
  paper: text('书面回执', 'Reply slip'),
  visit: text('上门核对', 'Visit'),
} as const satisfies Record<string, Text>
export type AnswerWay = keyof typeof answerWays

/** Who is told when a buyer does not answer. */
export const escalations = {
  none: text('未升级', 'Not escalated'),
  'sales-head': text('业务部负责人', 'Head of sales'),
  'quality-head': text('质量负责人', 'Enterprise quality head'),
} as const satisfies Record<string, Text>

/** What is reported to authorities and to the registrant (29号令 art. 7, 16, 20, 22). */
export const reportKinds = {
  first: text('召回事件（缺陷产品）报告', 'Report of the event'),
  plan: text('调查评估报告和召回计划', 'Evaluation report and recall plan'),
  'plan-change': text('召回计划变更', 'Change of the recall plan'),
  progress: text('召回计划实施情况报告', 'Progress report'),
  summary: text('召回总结评估报告', 'Summary report'),
  holder: text('告知注册人（备案人）、供货者', 'Told registrant and supplier'),
} as const satisfies Record<string, Text>
export type ReportKind = keyof typeof reportKinds

/** How a report was handed in. */
export const reportWays = {
  system: text('监管信息系统', 'System of the authority'),
  telephone: text('电话', 'Telephone'),
  fax: text('传真', 'Fax'),
  'e-mail': text('电子邮件', 'E-mail'),
  letter: text('书面报送', 'In writing'),
} as const satisfies Record<string, Text>
export type ReportWay = keyof typeof reportWays

/** The recall class in words; nothing for other kinds. */
export const classTitle = (recallClass: number | null): Text | null =>
  recallClass === 1 || recallClass === 2 || recallClass === 3 ? recallClasses[recallClass] : null
