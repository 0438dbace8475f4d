import type { Calendar, OutsideCalendar } from './calendar.ts'
import type { DeadlineRow, DeadlineType, MovedClock } from './deadline.ts'
import type { Json } from './json.ts'
import { type Due, dueAt } from './limit.ts'
import type { PolicyBook } from './policy.ts'
import type { RecordBase } from './record.ts'
import type { Zone } from './time.ts'

/** A value that nobody has put into force yet. */
export interface Supposed {
  readonly key: string
  readonly value: Json
  /** Version that the value has or would get. */
  readonly version: number
}

/** The book as it would be with one other value; `asked`, when given, gathers the keys of all policies that are read. */
export function supposedBook(book: PolicyBook, { key, value, version }: Supposed, asked?: Set<string>): PolicyBook {
  const read: Pick<PolicyBook, never> & (<Value extends Json>(policy: Parameters<typeof book<Value>>[0]) => Value) =
    policy => {
      asked?.add(policy.key)
      return policy.key === key ? policy.schema.parse(value) : book(policy)
    }
  return Object.assign(read, { version: (name: string) => (name === key ? version : book.version(name)) })
}

/** What a clock is counted with. */
export interface RecountPlace {
  readonly book: PolicyBook
  readonly calendar: Calendar
  readonly zone: Zone
}

/**
 * Counts a clock anew, from the same start, with the policies of the place. Null for a clock with a limit of its own: no
 * policy set it, so none moves it.
 */
export function recounted(
  row: Pick<DeadlineRow, 'openedAt' | 'explanation' | 'policyKey'>,
  record: RecordBase,
  declared: DeadlineType,
  { book, calendar, zone }: RecountPlace,
): Due | OutsideCalendar | null {
  if (!row.explanation.policy || !row.policyKey) return null
  return dueAt(declared.limit({ record, policy: book }), row.openedAt, {
    zone,
    calendar,
    event: declared.startsAt,
    policy: { key: row.policyKey, version: book.version(row.policyKey) },
  })
}

/** Keys of the policies from which the limit of this record's clock is made. */
export function policiesOf(declared: DeadlineType, record: RecordBase, book: PolicyBook): ReadonlySet<string> {
  const asked = new Set<string>()
  declared.limit({ record, policy: supposedBook(book, { key: '', value: null, version: 0 }, asked) })
  return asked
}

/**
 * The clock after it was counted anew, where that ends earlier; null where it does not: a clock never moves later.
 * @param by number of the record that moved it, for "why due then"
 */
export function movedEarlier(
  row: Pick<DeadlineRow, 'dueAt' | 'policyVersion'>,
  due: Due | OutsideCalendar | null,
  by: string,
): MovedClock['set'] | null {
  if (!due?.ok || due.dueAt >= row.dueAt) return null
  return {
    dueAt: due.dueAt,
    limit: due.explanation.limit,
    explanation: { ...due.explanation, moved: { from: row.dueAt, by } },
    policyVersion: due.explanation.policy?.version ?? row.policyVersion,
  }
}
