import { type DeadlineType, deadline } from '../../kernel/deadline.ts'
import type { Limit } from '../../kernel/limit.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { contactHours, contactLimit, generalContactHours } from '../../vocabulary/contact-limit.ts'
import { promptly, promptlyWorkdays } from '../../vocabulary/soon.ts'
import { CLUSTER_CASE_HOURS, CLUSTER_HOURS, REPORT_DAYS } from './adverse-event.ts'
import type { ComplaintRow } from './complaint.ts'
import {
  dayKind,
  dispositionDays,
  localCompleteDays,
  localVerifyHours,
  remoteCompleteDays,
  screenDecisionHours,
  screenHours,
} from './policies.ts'

type Basis = 'procedure' | 'company'

const days = (policy: PolicyBook, value: number, basis: Basis): Limit =>
  policy(dayKind) === 'working' ? { unit: 'workdays', value, basis } : { unit: 'days', value, basis }

const receipt = text('接到投诉', 'receipt of the complaint')
const knowledge = text('获知', 'knowledge of the event')
const isLocal = (row: ComplaintRow): boolean => row.locality === 'local'
const handlingOwner = (row: ComplaintRow): string => (row.ownerRole === 'quality' ? 'service-desk' : 'case-handler')
const completionDays = (row: ComplaintRow) => (isLocal(row) ? localCompleteDays : remoteCompleteDays)
const COMPANY_TARGET = text('公司目标，非法定期限', 'company target, not a limit of law')

/** TL55, TL56. */
export const contact = deadline<ComplaintRow>({
  name: 'contact',
  title: text('首次联系', 'First contact'),
  clause: 'S28-4.5f',
  rule: 'TL55',
  startsAt: receipt,
  limit: ({ record, policy }) => contactLimit(record.urgency, policy, 'procedure'),
  policy: row => contactHours(row.urgency).key,
  owner: handlingOwner,
  escalatesTo: 'service-head',
  remark: row =>
    row.urgency === 'urgent'
      ? text('紧迫：联系、商定方案并上报主管', 'urgent: contact, settle a plan, report to the head')
      : text('联系客户并确定问题', 'contact the customer and establish the problem'),
})

/** TL57: one clock for the next day on which the customer must hear from us. */
const dailyContact = deadline<ComplaintRow>({
  name: 'daily-contact',
  title: text('当日通报', 'Progress of the day'),
  clause: 'S28-4.5h',
  rule: 'TL57',
  startsAt: text('上次联系', 'the last contact'),
  limit: () => ({ unit: 'days', value: 1, basis: 'procedure', endOfDay: true }),
  owner: handlingOwner,
  escalatesTo: 'service-head',
  remark: () => text('紧迫问题解决前每天通报', 'every day until the urgent problem is solved'),
})

/** TL01 local, TL02 out of town. */
export const verification = deadline<ComplaintRow>({
  name: 'verification',
  title: text('现场核实', 'Verification on site'),
  clause: 'S01-4.4c',
  otherwise: { clause: 'S01-4.4d', when: row => !isLocal(row) },
  rule: 'TL01',
  startsAt: receipt,
  limit: ({ record, policy }) =>
    isLocal(record)
      ? { unit: 'hours', value: policy(localVerifyHours), basis: 'procedure' }
      : days(policy, policy(remoteCompleteDays), 'procedure'),
  policy: row => (isLocal(row) ? localVerifyHours.key : remoteCompleteDays.key),
  owner: row => (row.inspectorId ? 'quality-inspector' : 'quality'),
  escalatesTo: 'quality-head',
  remark: row =>
    isLocal(row)
      ? text('本地客户，派出质检员即停止计时', 'local customer; stops when an inspector is dispatched')
      : text('外地客户，核实并处理完', 'out of town; verified and handled'),
})

/** TL03. */
export const opinion = deadline<ComplaintRow>({
  name: 'opinion',
  title: text('处置意见', 'Disposition opinion'),
  clause: 'S01-4.4e',
  rule: 'TL03',
  startsAt: receipt,
  limit: ({ policy }) => days(policy, policy(dispositionDays), 'procedure'),
  policy: dispositionDays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('可先出临时意见', 'an interim opinion may come first'),
})

/** X01: a final opinion follows an interim one, at the latest when the case must be complete. */
export const finalOpinion = deadline<ComplaintRow>({
  name: 'final-opinion',
  title: text('最终处置意见', 'Final opinion'),
  clause: 'S01-4.4e',
  rule: 'X01',
  startsAt: receipt,
  limit: ({ record, policy }) =>
    days(policy, policy(completionDays(record)), isLocal(record) ? 'company' : 'procedure'),
  policy: row => completionDays(row).key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('已出临时意见', 'an interim opinion was given'),
})

/** TL02; for local complaints a ceiling of ours (X01). */
export const completion = deadline<ComplaintRow>({
  name: 'completion',
  title: text('处理完毕', 'Completion'),
  clause: 'S01-4.4d',
  otherwise: { clause: 'S01-4.4b', when: isLocal },
  rule: 'TL02',
  startsAt: receipt,
  limit: ({ record, policy }) =>
    days(policy, policy(completionDays(record)), isLocal(record) ? 'company' : 'procedure'),
  policy: row => completionDays(row).key,
  owner: row => row.ownerRole,
  escalatesTo: 'quality-head',
  remark: row => (isLocal(row) ? COMPANY_TARGET : text('核实与处理均须完成', 'verification and handling both')),
})

/** S28 四5(2): what the department promised. */
const expectedTime = deadline<ComplaintRow>({
  name: 'expected-time',
  title: text('预计解决', 'Expected to be solved'),
  clause: 'S28-4.5e',
  rule: 'X06',
  startsAt: text('部门作出计划', 'the plan of the department'),
  limit: ({ policy }) => ({ unit: 'hours', value: policy(generalContactHours), basis: 'procedure' }),
  owner: 'case-handler',
  escalatesTo: 'service-head',
  remark: row => (row.assignedDepartment ? text('部门承诺的时间', 'the time that the department gave') : null),
})

/** Target for the screen that every complaint gets. */
const adverseEventScreen = deadline<ComplaintRow>({
  name: 'ae-screen',
  title: text('不良事件筛查', 'Adverse-event screen'),
  clause: 'CN-AE-004',
  rule: 'CN-AE-004',
  startsAt: receipt,
  limit: ({ policy }) => ({ unit: 'at-once', value: policy(screenHours), basis: 'company' }),
  policy: screenHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => COMPANY_TARGET,
})

/** Target for the named person who decides what no rule covers. */
const adverseEventDecision = deadline<ComplaintRow>({
  name: 'ae-decision',
  title: text('不良事件判定', 'Decision on the adverse event'),
  clause: 'CN-AE-004',
  rule: 'CN-AE-004',
  startsAt: text('筛查未能判定', 'the undecided screen'),
  limit: ({ policy }) => ({ unit: 'at-once', value: policy(screenDecisionHours), basis: 'company' }),
  policy: screenDecisionHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: row => (row.aeDeciderName ? text(`由${row.aeDeciderName}判定`, `decided by ${row.aeDeciderName}`) : null),
})

/** CN-AE-003: death, 7 days. */
const deathReport = deadline<ComplaintRow>({
  name: 'ae-death-report',
  title: text('死亡事件上报', 'Report of a death'),
  clause: 'CN-AE-003',
  rule: 'CN-AE-003',
  startsAt: knowledge,
  limit: () => ({ unit: 'days', value: REPORT_DAYS.death, basis: 'law', endOfDay: true }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** CN-AE-004: serious injury or its possibility, 20 days. */
const seriousReport = deadline<ComplaintRow>({
  name: 'ae-serious-report',
  title: text('严重伤害事件上报', 'Report of a serious event'),
  clause: 'CN-AE-004',
  rule: 'CN-AE-004',
  startsAt: knowledge,
  limit: () => ({ unit: 'days', value: REPORT_DAYS.serious, basis: 'law', endOfDay: true }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** CN-AE-011: cluster by telephone or fax. */
const clusterCall = deadline<ComplaintRow>({
  name: 'ae-cluster-call',
  title: text('群体事件电话报告', 'Cluster reported by telephone'),
  clause: 'CN-AE-011',
  rule: 'CN-AE-011',
  startsAt: knowledge,
  limit: () => ({ unit: 'hours', value: CLUSTER_HOURS, basis: 'law' }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** CN-AE-012: each case of a cluster. */
const clusterCase = deadline<ComplaintRow>({
  name: 'ae-cluster-case',
  title: text('群体事件个例上报', 'Report of the single case of a cluster'),
  clause: 'CN-AE-012',
  rule: 'CN-AE-012',
  startsAt: knowledge,
  limit: () => ({ unit: 'hours', value: CLUSTER_CASE_HOURS, basis: 'law' }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** CN-CP-001: registrant and supplier hear of a quality problem. */
export const holderNotice = deadline<ComplaintRow>({
  name: 'holder-notice',
  title: text('通知注册人与供货者', 'Registrant and supplier told'),
  clause: 'CN-CP-001',
  rule: 'CN-CP-001',
  startsAt: receipt,
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => COMPANY_TARGET,
})

/** CN-AE-007: the holder hears of a suspected event. */
const eventNotice = deadline<ComplaintRow>({
  name: 'ae-holder-notice',
  title: text('告知持有人不良事件', 'Holder told of the event'),
  clause: 'CN-AE-007',
  rule: 'CN-AE-007',
  startsAt: knowledge,
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => COMPANY_TARGET,
})

/** CN-AE-013: the holder hears of a cluster. */
const clusterNotice = deadline<ComplaintRow>({
  name: 'ae-cluster-notice',
  title: text('群体事件告知持有人', 'Holder told of the cluster'),
  clause: 'CN-AE-013',
  rule: 'CN-AE-013',
  startsAt: knowledge,
  limit: () => ({ unit: 'hours', value: CLUSTER_HOURS, basis: 'law' }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** S10-5.3a: an action asked of a department; its day is set when it is asked. */
const action = deadline<ComplaintRow>({
  name: 'action',
  title: text('纠正/预防措施', 'Corrective or preventive action'),
  clause: 'S10-5.3a',
  rule: 'S10-5.3a',
  startsAt: text('提出措施要求', 'the request'),
  limit: () => ({ unit: 'days', value: 30, basis: 'company', endOfDay: true }),
  owner: 'department-head',
  escalatesTo: 'quality-head',
})

/** All clocks of complaint handling; why one ran late is noted by `complaint.note-delay`. */
export const deadlines = [
  contact,
  dailyContact,
  verification,
  opinion,
  finalOpinion,
  completion,
  expectedTime,
  adverseEventScreen,
  adverseEventDecision,
  deathReport,
  seriousReport,
  clusterCall,
  clusterCase,
  holderNotice,
  eventNotice,
  clusterNotice,
  action,
].map((item): DeadlineType<ComplaintRow> => ({ ...item, reasons: 'delays' }))

/** Titles of the clocks by name. */
export const clockTitles = Object.fromEntries(deadlines.map(item => [item.name, item.title]))
