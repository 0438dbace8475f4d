import { z } from 'zod'
import { field } from '../kernel/field.ts'
import { type Text, text } from '../kernel/text.ts'
import { isClock } from '../kernel/time.ts'
import { keysOf } from './intake.ts'

/** What a notification is about, the gravest first. */
export const noticeClasses = {
  safety: text('安全事项（人员伤害、不良事件、停售、召回）', 'Safety (injury, adverse event, stop-sale, recall)'),
  trouble: text('系统故障（备份、磁盘、队列、邮件）', 'System trouble (backup, disk, queue, mail)'),
  work: text('待办事项（时限、签字、交办）', 'Work (deadlines, signatures, handed over)'),
  news: text('动态（我的记录有变化）', 'News (my records change)'),
} as const satisfies Record<string, Text>
export type NoticeClass = keyof typeof noticeClasses

/** Who is told of trouble of the system itself. */
export const TROUBLE_ROLES: readonly string[] = ['administrator', 'computer-room']

/** When a notification of a class goes out. */
export const paces = {
  'at-once': text('立即', 'At once'),
  digest: text('每日汇总', 'Daily digest'),
  none: text('不发送', 'Never'),
} as const satisfies Record<string, Text>
export type Pace = keyof typeof paces

/** Languages in which notifications are written. */
export const languages = {
  zh: text('中文', 'Chinese'),
  en: text('英文', 'English'),
} as const satisfies Record<string, Text>

/** Why nobody chooses when he is told of safety. */
export const SAFETY_AT_ONCE = text(
  '涉及人身安全，任何渠道都立即发送，不受免打扰和汇总限制',
  'The safety of people is told at once on every channel, in quiet hours too, and never in a digest',
)

/** When and how notifications go out one way: for each class, with the quiet hours of the site's clock. */
export interface Plan {
  readonly safety: 'at-once'
  readonly trouble: Pace
  readonly work: Pace
  readonly news: Pace
  readonly digestAt: string
  readonly quietFrom: string
  readonly quietUntil: string
  readonly language: keyof typeof languages
}

/** How people are told by e-mail until they choose otherwise. */
export const USUAL_PLAN: Plan = {
  safety: 'at-once',
  trouble: 'at-once',
  work: 'digest',
  news: 'none',
  digestAt: '08:30',
  quietFrom: '20:00',
  quietUntil: '08:00',
  language: 'zh',
}

const clock = (title: Text, usual: string, hint?: Text) =>
  field(z.string().refine(isClock).default(usual), { title, widget: 'line', ...(hint && { hint }) })

const pace = (title: Text, usual: Pace) =>
  field(z.enum(keysOf(paces)).default(usual), { title, widget: 'choice', options: paces })

/** The fields of a plan as they are asked. */
export const planFields = {
  safety: field(z.enum(['at-once']).default('at-once'), {
    title: noticeClasses.safety,
    widget: 'choice',
    options: { 'at-once': paces['at-once'] },
    hint: SAFETY_AT_ONCE,
  }),
  trouble: pace(noticeClasses.trouble, USUAL_PLAN.trouble),
  work: pace(noticeClasses.work, USUAL_PLAN.work),
  news: pace(noticeClasses.news, USUAL_PLAN.news),
  digestAt: clock(text('汇总发送时间', 'Digest at'), USUAL_PLAN.digestAt, text('例如 08:30', 'Such as 08:30')),
  quietFrom: clock(
    text('免打扰开始', 'Quiet from'),
    USUAL_PLAN.quietFrom,
    text(
      '免打扰时段内只发送安全事项；开始与结束相同即不设免打扰',
      'Safety alone goes out in quiet hours; the same time twice means none',
    ),
  ),
  quietUntil: clock(text('免打扰结束', 'Quiet until'), USUAL_PLAN.quietUntil),
  language: field(z.enum(keysOf(languages)).default(USUAL_PLAN.language), {
    title: text('语言', 'Language'),
    widget: 'choice',
    options: languages,
  }),
}
