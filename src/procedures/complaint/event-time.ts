import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { addMilliseconds, type Instant } from '../../kernel/time.ts'

/** The clock of a person's device may run ahead of the server's by this much. */
const AHEAD_MS = 120_000

/** The moment of an event as stored: never later than its record. */
export const happened = (at: Instant | null | undefined, now: Instant): Instant => (at && at < now ? at : now)

/** Refuses an event that has not happened yet. */
export const notInFuture = (at: Instant | null | undefined, now: Instant, field: string, what: Text): Refusal | null =>
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

/** Refuses an event that lies before the one that it follows. */
export const notBefore = (
  at: Instant | null | undefined,
  earliest: Instant,
  field: string,
  what: Text,
  before: Text,
): Refusal | null =>
  at && at < earliest
    ? refuse(
        'too-early',
        text(
          `“${what.zh}”不能早于${before.zh}，请核对时间。`,
          `"${what.en}" cannot be earlier than ${before.en}: check the time.`,
        ),
        { field },
      )
    : null

/** What most events follow. */
export const RECEIPT: Text = text('接到投诉的时间', 'the receipt of the complaint')
