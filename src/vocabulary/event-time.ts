import { type EventTime, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Text, text } from '../kernel/text.ts'
import { addMilliseconds, type Instant } from '../kernel/time.ts'

/** The clock of a person's device may run ahead of the server's by this much. */
const AHEAD_MS = 120_000

/** The moment of an event as stored: never later than its record. */
export const happened = (at: Instant | null | undefined, now: Instant): Instant => (at && at < now ? at : now)

/**
 * Refuses an event that has not happened yet, and reports any other to the kernel, which refuses what is written down too
 * late without a reason (S11-5.1.1f). For events of the company's own work; others: {@link notAhead}.
 */
export const notInFuture = (
  at: Instant | null | undefined,
  now: Instant,
  field: string,
  what: Text,
): Refusal | EventTime | null => notAhead(at, now, field, what) ?? (at ? { event: at, field, what } : null)

/**
 * Refuses an event that has not happened yet, and leaves open how long ago it was: what happened to others before we were
 * told, and moments that a correction or a rule of their own already asks a reason for.
 */
export const notAhead = (at: Instant | null | undefined, now: Instant, field: string, what: Text): Refusal | null =>
  at && at > addMilliseconds(now, AHEAD_MS)
    ? refuse(
        'in-future',
        text(
          `“${what.zh}”不能晚于现在，请填写实际发生的时间。`,
          `"${what.en}" cannot lie in the future: enter when it happened.`,
        ),
        { field },
      )
    : null

/** People enter minutes; the product itself notes milliseconds. */
const MINUTE_LENGTH = 'YYYY-MM-DDTHH:MM'.length
const minuteOf = (at: Instant): string => at.slice(0, MINUTE_LENGTH)

/** Refuses an event that lies before the one that it follows; within the same minute their order is not known. */
export const notBefore = (
  at: Instant | null | undefined,
  earliest: Instant,
  field: string,
  what: Text,
  before: Text,
): Refusal | null =>
  at && minuteOf(at) < minuteOf(earliest)
    ? refuse(
        'too-early',
        text(
          `“${what.zh}”不能早于${before.zh}，请核对时间。`,
          `"${what.en}" cannot be earlier than ${before.en}: check the time.`,
        ),
        { field },
      )
    : null
