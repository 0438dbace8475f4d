import type { Change, ChildWrite } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { Instant } from '../../kernel/time.ts'
import { locatedOf, outstandingOf } from './balance.ts'
import { TELL } from './deadlines.ts'
import { type NoticeKind, type RecipientState, WITH_QUANTITIES } from './kinds.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'

/** How far a notice has come: its recipients and what they said. */
export interface Course {
  readonly recipients: readonly NoticeRecipient[]
  readonly lines: readonly NoticeLine[]
}

/** What a step changes of that. */
export interface Patch {
  readonly recipients?: Readonly<Record<string, Partial<NoticeRecipient>>>
  readonly lines?: Readonly<Record<string, Partial<NoticeLine>>>
  readonly newRecipients?: readonly Omit<NoticeRecipient, 'noticeId'>[]
  readonly newLines?: readonly Omit<NoticeLine, 'noticeId'>[]
}

type Subject = Pick<NoticeRow, 'kind' | 'drill' | 'standing' | 'state' | 'allToldAt' | 'completedAt'>

/** Units of a line that neither an answer nor a signature settles. */
export const openUnits = (line: NoticeLine, kind: NoticeKind): number =>
  Math.max(0, outstandingOf(line, kind) - line.signedRemainder)

/** Whether a recipient has said what its kind of notice asks for. */
export const hasAnswered = (recipient: NoticeRecipient, lines: readonly NoticeLine[], kind: NoticeKind): boolean =>
  WITH_QUANTITIES.includes(kind) && lines.length > 0
    ? lines.every(line => line.statedAt !== null)
    : recipient.acknowledgedAt !== null

/** How far one recipient has come, from what is known of it and its lines. */
export function stateOf(
  recipient: NoticeRecipient,
  lines: readonly NoticeLine[],
  { kind, drill }: Pick<NoticeRow, 'kind' | 'drill'>,
): RecipientState {
  if (recipient.removedReason !== null) return 'removed'
  const told = drill || recipient.toldAt !== null
  const excused = recipient.excusedReason !== null
  if (!told) return 'to-tell'
  if (kind === 'resume' || kind === 'refusal') return 'settled'
  if (kind === 'advisory' || lines.length === 0)
    return recipient.acknowledgedAt !== null || excused ? 'settled' : 'told'
  if (lines.every(line => openUnits(line, kind) === 0)) return 'settled'
  if (lines.every(line => line.statedAt !== null)) return 'stated'
  if (drill) return 'to-tell'
  return recipient.acknowledgedAt !== null ? 'acknowledged' : 'told'
}

/** Applies a patch; states of recipients follow from it. */
export function courseAfter(subject: Pick<NoticeRow, 'kind' | 'drill'>, course: Course, patch: Patch): Course {
  const lines = [
    ...course.lines.map(line => ({ ...line, ...patch.lines?.[line.id] })),
    ...(patch.newLines ?? []),
  ] as NoticeLine[]
  const ofRecipient = Map.groupBy(lines, line => line.recipientId)
  const recipients = [
    ...course.recipients.map(item => ({ ...item, ...patch.recipients?.[item.id] })),
    ...(patch.newRecipients ?? []),
  ] as NoticeRecipient[]
  return {
    lines,
    recipients: recipients.map(item => ({ ...item, state: stateOf(item, ofRecipient.get(item.id) ?? [], subject) })),
  }
}

/** Recipients that are told by this notice, and their lines. */
export function active({ recipients, lines }: Course): Course {
  const left = recipients.filter(item => item.state !== 'removed')
  const ids = new Set(left.map(item => item.id))
  return { recipients: left, lines: lines.filter(line => ids.has(line.recipientId)) }
}

/** The numbers that registers show. */
export function countsOf(kind: NoticeKind, drill: boolean, course: Course) {
  const { recipients, lines } = active(course)
  const ofRecipient = Map.groupBy(lines, line => line.recipientId)
  return {
    recipients: recipients.length,
    told: drill ? 0 : recipients.filter(item => item.toldAt !== null).length,
    answered: recipients.filter(item => hasAnswered(item, ofRecipient.get(item.id) ?? [], kind)).length,
    shipped: lines.reduce((sum, line) => sum + line.expected, 0),
    located: lines.reduce((sum, line) => sum + locatedOf(line), 0),
    recovered: lines.reduce((sum, line) => sum + line.receivedBack, 0),
    outstanding: lines.reduce((sum, line) => sum + openUnits(line, kind), 0),
  }
}

/** What a step on the course means for the record: its rows, its numbers and its clocks. */
export function reckon(
  subject: Subject,
  course: Course,
  patch: Patch,
  now: Instant,
): Required<Pick<Change<NoticeRow>, 'set' | 'rows' | 'meet' | 'open'>> {
  const after = courseAfter(subject, course, patch)
  const counts = countsOf(subject.kind, subject.drill, after)
  const { recipients } = active(after)
  const running = subject.state === 'running'
  const everyone = running && recipients.length > 0
  const allTold = everyone && counts.told === counts.recipients
  const allAnswered = allTold && (counts.answered === counts.recipients || recipients.every(isSettled))
  const settled = allTold && recipients.every(isSettled)
  const tell = TELL[subject.kind]
  const completes = settled && subject.completedAt === null
  return {
    set: {
      ...counts,
      ...(allTold && subject.allToldAt === null && { allToldAt: now }),
      ...(completes && { completedAt: now }),
    },
    rows: writesOf(course, after, patch),
    meet: [
      ...(allTold && tell ? [{ deadline: tell }] : []),
      ...(allAnswered ? ['answers', 'reminder', 'escalation'].map(deadline => ({ deadline })) : []),
    ],
    open:
      completes && subject.kind === 'recall' && subject.standing === 'holder'
        ? [{ deadline: 'authority-summary', from: now }]
        : [],
  }
}

const isSettled = (recipient: NoticeRecipient): boolean => recipient.state === 'settled'

/** New rows whole, known rows as far as they changed. */
function writesOf(before: Course, after: Course, patch: Patch): ChildWrite[] {
  const changed = <Row extends { id: string }>(
    child: string,
    old: readonly Row[],
    now: readonly Row[],
  ): ChildWrite[] => {
    const known = new Map(old.map(row => [row.id, row]))
    return now.flatMap((row): ChildWrite[] => {
      const was = known.get(row.id)
      if (!was) return [{ child, insert: row as unknown as JsonObject & { id: string } }]
      const set = Object.fromEntries(Object.entries(row).filter(([key, value]) => was[key as keyof Row] !== value))
      return Object.keys(set).length > 0 ? [{ child, id: row.id, set: set as JsonObject }] : []
    })
  }
  const fresh = new Set((patch.newRecipients ?? []).map(item => item.id))
  const recipients = changed('recipient', before.recipients, after.recipients)
  // recipients are written before the lines that point to them
  return [
    ...recipients.filter(write => 'insert' in write && fresh.has(write.insert.id)),
    ...recipients.filter(write => !('insert' in write)),
    ...changed('line', before.lines, after.lines),
  ]
}
