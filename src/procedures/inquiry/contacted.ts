import type { MeetDeadline } from '../../kernel/deadline.ts'
import type { Instant } from '../../kernel/time.ts'
import type { InquiryRow } from './inquiry.ts'

/** What a conversation with the customer changes: first and latest contact, and the contact clock. */
export const contacted = (
  record: InquiryRow,
  at: Instant,
): { readonly set: Partial<InquiryRow>; readonly meet: readonly MeetDeadline[] } => ({
  set: {
    ...((!record.firstContactAt || at < record.firstContactAt) && { firstContactAt: at }),
    ...((!record.lastContactAt || at > record.lastContactAt) && { lastContactAt: at }),
  },
  meet: [{ deadline: 'contact', at }],
})
