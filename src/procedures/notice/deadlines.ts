import { deadline, type OpenDeadline } from '../../kernel/deadline.ts'
import type { Limit } from '../../kernel/limit.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { promptly, promptlyWorkdays, releaseNoticeHours } from '../../vocabulary/soon.ts'
import type { NoticeKind } from './kinds.ts'
import type { NoticeRow } from './notice.ts'
import { answerHours, escalateHours, firstReportHours, progressDays, remindHours, suspendHours } from './policies.ts'

const company = (value: number): Limit => ({ unit: 'hours', value, basis: 'company' })
const decision = text('召回决定', 'the decision to recall')
const sending = text('通知发出', 'sending of the notice')
const TARGET = text('公司目标', 'company target')
const ASSISTS = text(
  '法定义务人为注册人、备案人；本公司为经营企业，按同一时限协助',
  'the duty is the registrant’s; as a trading company we assist within the same time',
)
const holderOnly = (record: NoticeRow) => (record.standing === 'holder' ? null : ASSISTS)

/** Days within which everyone is told, by recall class (29号令 art. 15). */
export const CLASS_DAYS: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 7 }

/** 29号令 art. 15: class 1 within 1 day, class 2 within 3, class 3 within 7. */
export const tellRecall = deadline<NoticeRow>({
  name: 'tell-recall',
  title: text('通知到全部单位', 'Everyone told'),
  clause: 'CN-RC-001',
  rule: 'CN-RC-001',
  startsAt: decision,
  limit: ({ record }) => ({
    unit: 'days',
    value: CLASS_DAYS[record.recallClass ?? 3] ?? 7,
    basis: record.standing === 'holder' ? 'law' : 'company',
    endOfDay: true,
  }),
  owner: 'sales',
  escalatesTo: 'quality-head',
  remark: holderOnly,
})

/** S01-4.7e: other buyers are told to stop; no number in the text. */
export const tellSuspend = deadline<NoticeRow>({
  name: 'tell-suspend',
  title: text('通知到全部购货方', 'Every buyer told'),
  clause: 'S01-4.7e',
  rule: 'X36',
  startsAt: text('通知起草', 'the draft of the notice'),
  limit: ({ policy: book }) => company(book(suspendHours)),
  policy: suspendHours.key,
  owner: 'sales',
  escalatesTo: 'quality-head',
  remark: () => TARGET,
})

/** TL04: 24 hours from the finding that the product is good. */
export const tellResume = deadline<NoticeRow>({
  name: 'tell-resume',
  title: text('恢复销售告知', 'Told to resume'),
  clause: 'S01-4.5a',
  rule: 'TL04',
  startsAt: text('确认合格', 'the finding that it is good'),
  limit: ({ policy: book }) => ({ unit: 'hours', value: book(releaseNoticeHours), basis: 'procedure' }),
  policy: releaseNoticeHours.key,
  owner: 'sales',
  escalatesTo: 'quality-head',
})

/** TLS1: promptly. */
export const tellAdvisory = deadline<NoticeRow>({
  name: 'tell-advisory',
  title: text('忠告性通知送达', 'Advisory notice delivered'),
  clause: 'S04-4.9a',
  rule: 'TLS1',
  startsAt: text('通知起草', 'the draft of the notice'),
  limit: ({ policy: book }) => promptly(book),
  policy: promptlyWorkdays.key,
  owner: 'sales',
  escalatesTo: 'management-representative',
  remark: () => TARGET,
})

/** Until when everybody has answered. */
export const answers = deadline<NoticeRow>({
  name: 'answers',
  title: text('全部答复', 'All answers in'),
  clause: 'CN-GSP-111',
  rule: 'X36',
  startsAt: sending,
  limit: ({ policy: book }) => company(book(answerHours)),
  policy: answerHours.key,
  owner: 'sales',
  escalatesTo: 'sales-head',
  remark: () => TARGET,
})

/** When those who are silent are reminded again. */
export const reminder = deadline<NoticeRow>({
  name: 'reminder',
  title: text('催复', 'Reminder'),
  clause: 'CN-GSP-111',
  rule: 'X36',
  startsAt: text('上次发函或催复', 'the last letter'),
  limit: ({ policy: book }) => company(book(remindHours)),
  policy: remindHours.key,
  owner: 'sales',
  escalatesTo: 'sales-head',
  remark: () => TARGET,
})

/** When missing answers go to the next head up. */
export const escalation = deadline<NoticeRow>({
  name: 'escalation',
  title: text('未答复升级', 'Escalation'),
  clause: 'CN-GSP-111',
  rule: 'X36',
  startsAt: text('通知发出或上次升级', 'sending or the last escalation'),
  limit: ({ policy: book }) => company(book(escalateHours)),
  policy: escalateHours.key,
  owner: 'sales',
  escalatesTo: 'quality-head',
  remark: () => TARGET,
})

/** 29号令 art. 16 for the registrant. */
export const firstReport = deadline<NoticeRow>({
  name: 'authority-first',
  title: text('召回事件报告', 'Report of the event'),
  clause: 'CN-RC-004',
  rule: 'CN-RC-004',
  startsAt: decision,
  limit: ({ policy: book }) => ({ unit: 'at-once', value: book(firstReportHours), basis: 'company' }),
  policy: firstReportHours.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('法规为“立即”，时数为公司目标', 'the law says at once; the hours are a company target'),
})

/** 29号令 art. 7, GSP art. 110 for a trading company that found the defect itself. */
export const defectReport = deadline<NoticeRow>({
  ...firstReport,
  name: 'authority-defect',
  title: text('缺陷产品报告', 'Report of the defect'),
  clause: 'CN-RC-010',
  rule: 'CN-RC-010',
  startsAt: text('通知批准', 'approval of the notice'),
})

/** 29号令 art. 16: evaluation report and plan. */
export const planReport = deadline<NoticeRow>({
  name: 'authority-plan',
  title: text('调查评估报告和召回计划', 'Evaluation report and plan'),
  clause: 'CN-RC-005',
  rule: 'CN-RC-005',
  startsAt: decision,
  limit: () => ({ unit: 'workdays', value: 5, basis: 'law', endOfDay: true }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** 29号令 art. 20: as the plan says. */
export const progressReport = deadline<NoticeRow>({
  name: 'authority-progress',
  title: text('实施情况报告', 'Progress report'),
  clause: 'CN-RC-007',
  rule: 'CN-RC-007',
  startsAt: text('召回计划或上次报告', 'the plan or the last report'),
  limit: ({ policy: book }) => ({ unit: 'days', value: book(progressDays), basis: 'company', endOfDay: true }),
  policy: progressDays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('周期由召回计划确定', 'the plan sets how often'),
})

/** 29号令 art. 22: summary. */
export const summaryReport = deadline<NoticeRow>({
  name: 'authority-summary',
  title: text('召回总结评估报告', 'Summary report'),
  clause: 'CN-RC-008',
  rule: 'CN-RC-008',
  startsAt: text('召回完成', 'completion of the recall'),
  limit: () => ({ unit: 'workdays', value: 10, basis: 'law', endOfDay: true }),
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** Clocks of telling everyone, by kind; a refusal has none. */
export const TELL: Readonly<Partial<Record<NoticeKind, string>>> = {
  suspend: 'tell-suspend',
  recall: 'tell-recall',
  resume: 'tell-resume',
  advisory: 'tell-advisory',
}

/** The clock of telling everyone. */
export const tellClock = (kind: NoticeKind, from: Instant): OpenDeadline[] => {
  const name = TELL[kind]
  return name ? [{ deadline: name, from }] : []
}

/** Clocks towards the authority once a notice is decided on. */
export function authorityClocks(record: NoticeRow, decidedAt: Instant, now: Instant): OpenDeadline[] {
  if (record.kind !== 'recall' && record.kind !== 'suspend') return []
  if (record.standing === 'holder')
    return record.kind === 'recall'
      ? [
          { deadline: 'authority-first', from: decidedAt },
          { deadline: 'authority-plan', from: decidedAt },
        ]
      : []
  return record.initiator === 'own' ? [{ deadline: 'authority-defect', from: now }] : []
}
