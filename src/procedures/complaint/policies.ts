import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf, owners } from './taxonomy.ts'

const hours = text('小时', 'h')
const days = text('天', 'd')
const positive = (most: number) => z.int().min(1).max(most)

/** X01: time until an inspector is dispatched to a local customer. */
export const localVerifyHours = policy({
  key: 'complaint.local_verify_h',
  rules: ['TL01', 'X01'],
  title: text('本地投诉派质检员到场的时限', 'Local complaint: inspector dispatched within'),
  schema: positive(72),
  default: 24,
  unit: hours,
  clauses: ['S01-4.4c'],
  basis: 'procedure',
})

/** X01: time until an out-of-town complaint is verified and handled. */
export const remoteCompleteDays = policy({
  key: 'complaint.remote_complete_d',
  rules: ['TL02', 'X01'],
  title: text('外地投诉核实并处理完的时限', 'Out-of-town complaint: verified and handled within'),
  schema: positive(30),
  default: 7,
  unit: days,
  clauses: ['S01-4.4d'],
  basis: 'procedure',
})

/** X01: ceiling for local complaints, which the text leaves without a limit of their own. */
export const localCompleteDays = policy({
  key: 'complaint.local_complete_d',
  rules: ['X01'],
  title: text('本地投诉处理完的上限（公司目标）', 'Local complaint: handled within (company target)'),
  schema: positive(30),
  default: 7,
  unit: days,
  clauses: ['S01-4.4b'],
  basis: 'ours',
})

/** X01: time until a disposition opinion is given. */
export const dispositionDays = policy({
  key: 'complaint.disposition_d',
  rules: ['TL03', 'X01'],
  title: text('给出处置意见的时限', 'Disposition opinion within'),
  schema: positive(14),
  default: 3,
  unit: days,
  clauses: ['S01-4.4e'],
  basis: 'procedure',
})

/** X01: whether an interim opinion meets the opinion clock. */
export const interimOpinion = policy({
  key: 'complaint.interim_opinion',
  rules: ['X01'],
  title: text('允许先出临时处置意见', 'An interim opinion is allowed'),
  schema: z.boolean(),
  default: true,
  clauses: ['S01-4.4e'],
  basis: 'ours',
})

/** X01: from when the clocks of a complaint count. */
export const clockStart = policy({
  key: 'clock.start',
  rules: ['X01'],
  title: text('投诉时限的起算点', 'Clocks of a complaint count from'),
  schema: z.enum(['received_at', 'registered_at']),
  default: 'received_at',
  options: {
    received_at: text('接到投诉之时', 'receipt'),
    registered_at: text('登记之时', 'registration'),
  },
  clauses: ['S01-4.4c', 'S01-4.4d', 'S01-4.4e', 'S28-4.5f', 'S28-4.5g'],
  basis: 'ours',
})

/** X03: which cases run the clocks of S01 besides the contact clock. */
export const caseClocks = policy({
  key: 'case.clocks',
  rules: ['X03'],
  title: text('核实、处置意见、处理完毕三个时限适用于', 'Verification, opinion and completion clocks run on'),
  schema: z.enum(['quality', 'every']),
  default: 'quality',
  options: { quality: text('质量类投诉', 'quality complaints'), every: text('全部投诉', 'every complaint') },
  clauses: ['S01-4.4c', 'S01-4.4d', 'S01-4.4e'],
  basis: 'ours',
})

const ownerOf = <Key extends string>(key: Key, title: Text, standard: 'quality' | 'service-head' | 'after-sales') =>
  policy({
    key: `case.owner_by_class.${key}`,
    rules: ['X04'],
    title,
    schema: z.enum(keysOf(owners)),
    default: standard,
    options: owners,
    clauses: ['S01-4.3a', 'S10-5.2a', 'S28-4.5a', 'S02-4.3.2d'],
    basis: 'ours',
  })

/** X04: who owns a case of each class. */
export const ownerByClass = {
  quality: ownerOf('quality', text('产品质量类由谁负责', 'Owner of device quality cases'), 'quality'),
  service: ownerOf(
    'service',
    text('服务、技术、培训类由谁负责', 'Owner of service and training cases'),
    'service-head',
  ),
  consumer: ownerOf('consumer', text('消费者退换类由谁负责', 'Owner of consumer returns'), 'after-sales'),
}

/** TL57: contacts that an urgent case needs each day. */
export const urgentDailyMinimum = policy({
  key: 'case.urgent_daily_min',
  rules: ['TL57'],
  title: text('紧迫投诉每天至少通报次数', 'Urgent complaint: least contacts a day'),
  schema: positive(4),
  default: 1,
  unit: text('次', 'times'),
  clauses: ['S28-4.5h'],
  basis: 'procedure',
})

/** TL57: contacts that an urgent case should have each day. */
export const urgentDailyTarget = policy({
  key: 'case.urgent_daily_target',
  rules: ['TL57'],
  title: text('紧迫投诉每天目标通报次数', 'Urgent complaint: target of contacts a day'),
  schema: positive(8),
  default: 2,
  unit: text('次', 'times'),
  clauses: ['S28-4.5h'],
  basis: 'procedure',
})

/** X06: whether the 24 hours of a general complaint also bind the solution. */
export const generalSolveIn24h = policy({
  key: 'case.general_solve_in_24h',
  rules: ['X06'],
  title: text('一般投诉须在联系时限内一并解决', 'A general complaint must also be solved within the contact limit'),
  schema: z.boolean(),
  default: false,
  clauses: ['S28-4.5f'],
  basis: 'ours',
})

/** X19: whether the closing question about satisfaction is asked. */
export const askSatisfaction = policy({
  key: 'case.ask_satisfaction',
  rules: ['X19'],
  title: text('关闭前须询问满意度', 'Satisfaction is asked before closing'),
  schema: z.boolean(),
  default: true,
  clauses: ['S28-4.5j'],
  basis: 'procedure',
})

/** X18: what a mere possibility of serious harm makes. */
export const severityMap = policy({
  key: 'severity.map',
  rules: ['X18', 'X25'],
  title: text('仅可能致死亡或严重伤害时的严重度', 'Severity of a mere possibility of serious harm'),
  schema: z.enum(['potential-is-s1', 'potential-is-s2']),
  default: 'potential-is-s1',
  options: { 'potential-is-s1': text('按 S1', 'S1'), 'potential-is-s2': text('按 S2', 'S2') },
  clauses: ['S28-4.3f'],
  basis: 'ours',
})

/** X27: whether "days" of the complaint procedures are natural or working days. */
export const dayKind = policy({
  key: 'clock.day_kind',
  rules: ['X27'],
  title: text('程序文件中“天”的含义', 'Meaning of "day" in the written procedures'),
  schema: z.enum(['natural', 'working']),
  default: 'natural',
  options: { natural: text('自然日', 'natural days'), working: text('工作日', 'working days') },
  clauses: ['S01-4.4d', 'S01-4.4e'],
  basis: 'ours',
})

/** How far back a complaint of the same customer, product and lot counts as a likely duplicate. */
export const duplicateDays = policy({
  key: 'complaint.duplicate_days',
  title: text('疑似重复投诉的回看天数', 'Likely duplicates are looked for within'),
  schema: positive(365),
  default: 30,
  unit: days,
  clauses: ['S01-4.4f'],
  basis: 'ours',
})

/** From when on a late registration has to be explained. */
export const lateRegistrationHours = policy({
  key: 'complaint.late_registration_h',
  title: text('接到后超过多久登记须说明原因', 'A registration this long after receipt needs a reason'),
  schema: positive(168),
  default: 24,
  unit: hours,
  clauses: ['S01-4.4a', 'S02-4.3.1a'],
  basis: 'ours',
})

/** Company target for the adverse-event screen. */
export const screenHours = policy({
  key: 'complaint.ae_screen_h',
  title: text('不良事件筛查的公司目标', 'Company target for the adverse-event screen'),
  schema: positive(72),
  default: 24,
  unit: hours,
  clauses: ['CN-AE-004'],
  basis: 'ours',
})

/** Company target for the named person's decision. */
export const screenDecisionHours = policy({
  key: 'complaint.ae_decision_h',
  title: text('不良事件由专人判定的公司目标', 'Company target for the decision of the named person'),
  schema: positive(72),
  default: 24,
  unit: hours,
  clauses: ['CN-AE-004'],
  basis: 'ours',
})

/** TL05: due day of the quarterly sheet; the text gives none. */
export const quarterlySheetDay = policy({
  key: 'report.complaint_quarter_due_day',
  rules: ['TL05', 'X22'],
  title: text('季度投诉质量表的完成日', 'Quarterly complaint sheet: due on day'),
  schema: positive(28),
  default: 5,
  unit: text('日', 'of the month'),
  clauses: ['S01-4.4g'],
  basis: 'ours',
})

/** TL08: due day of the monthly consumer analysis; the text gives none. */
export const monthlyAnalysisDay = policy({
  key: 'asd.monthly_report_day',
  rules: ['TL08', 'TL09', 'X22'],
  title: text('消费者投诉月度分析的完成日', 'Monthly consumer analysis: due on day'),
  schema: positive(28),
  default: 5,
  unit: text('日', 'of the month'),
  clauses: ['S02-4.3.4a'],
  basis: 'ours',
})
