import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Instant, Zone } from '../../kernel/time.ts'
import { countedFrom, INVESTIGATION_CLOCKS } from './classification.ts'
import type { ComplaintRow } from './complaint.ts'
import { nextDailyContact } from './daily-contact.ts'

const COUNTED_FROM_RECEIPT = ['contact', 'verification', 'opinion', 'final-opinion', 'completion', 'ae-screen']

/**
 * Clocks after a correction. Those that run are counted again: the kernel moves a running clock only to an earlier end.
 * A case that turns out to be about quality gets the clocks of the investigation from its receipt; one that turns out to be
 * urgent gets its daily contact.
 */
export function correctedClocks(
  before: ComplaintRow,
  after: ComplaintRow,
  running: readonly string[],
  policy: PolicyBook,
  now: Instant,
  zone: Zone,
): { readonly open: readonly OpenDeadline[]; readonly set: Partial<ComplaintRow> } {
  const matters =
    before.receivedAt !== after.receivedAt ||
    before.locality !== after.locality ||
    before.urgency !== after.urgency ||
    before.investigated !== after.investigated
  if (!matters || before.state === 'closed') return { open: [], set: {} }
  const from = countedFrom(after, policy, now)
  const again = COUNTED_FROM_RECEIPT.filter(name => running.includes(name))
  const fresh =
    !before.investigated && after.investigated ? INVESTIGATION_CLOCKS.filter(name => !running.includes(name)) : []
  const daily =
    after.urgency === 'urgent' && before.urgency !== 'urgent' && after.lastContactAt
      ? nextDailyContact(after, after.lastContactAt, zone)
      : null
  return {
    open: [...[...again, ...fresh].map(deadline => ({ deadline, from })), ...(daily ? [daily] : [])],
    set: daily ? { dailyContactDay: daily.key } : {},
  }
}
