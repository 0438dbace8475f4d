import type { Text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { NoticeClass } from '../../vocabulary/notification-plan.ts'

/** Kinds of events that people are told, as webhooks name them. */
type NoticeKind =
  | 'deadline.half'
  | 'deadline.near'
  | 'deadline.overdue'
  | 'deadline.escalated'
  | 'work.opened'
  | 'signature.asked'
  | 'record.changed'
  | 'record.answered'
  | 'report.filed'
  | 'letter.failed'
  | 'channel.failing'
  | 'channel.test'
  | 'safety.named'
  | 'health.trouble'
  | 'mail.failing'

/** Who is to be told. People see only what they may see of the record. */
interface Audience {
  readonly siteId: string
  readonly people?: readonly string[]
  readonly roles?: readonly string[]
  /** Told where there is nobody of `people` and `roles`: the next role up. */
  readonly instead?: readonly string[]
  /** Who did it knows it. */
  readonly except?: string | null
  /** Nobody in the product; this channel alone. */
  readonly channel?: string
}

/** What a notice asks for; while it is asked, the notice is not settled. */
type Asked =
  /** That these clocks are met; where they are handed on, `owner` (person or role) is no longer asked. */
  | { readonly clocks: readonly string[]; readonly owner?: string }
  /** This signature. */
  | { readonly signOff: string }
  /** That the record leaves this state. */
  | { readonly state: string }

/** One thing that happened and that people are told. */
export interface Notice {
  /** Says what it is, the same however often it is found: `deadline:<id>:half`. */
  readonly id: string
  readonly at: Instant
  readonly class: NoticeClass
  readonly kind: NoticeKind
  readonly procedure: string | null
  readonly recordId: string | null
  readonly number: string | null
  /** Made of numbers and of names of procedures, steps and clocks: it leaves the company. */
  readonly sentence: Text
  readonly to: Audience
  /** Absent where the product cannot see that it is done: whoever is told reads it. */
  readonly asks?: Asked
}
