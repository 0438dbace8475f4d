import type { OpenDeadline } from '../../kernel/deadline.ts'
import { addDays, type Day, dayOf, type Instant, type Zone } from '../../kernel/time.ts'
import type { ComplaintRow } from './complaint.ts'
import type { ComplaintContact } from './complaint-rows.ts'

/** Contacts of one local day in which the customer was reached. */
export const contactsOn = (contacts: readonly ComplaintContact[], day: Day, zone: Zone): number =>
  contacts.filter(item => item.reached && dayOf(item.contactedAt, zone) === day).length

/** The clock of the day after a contact; null while that day, or a later one, is already waited for. */
export function nextDailyContact(
  record: Pick<ComplaintRow, 'dailyContactDay' | 'solvedAt'>,
  contactedAt: Instant,
  zone: Zone,
): (OpenDeadline & { readonly key: Day }) | null {
  const key = addDays(dayOf(contactedAt, zone), 1)
  if (record.solvedAt || (record.dailyContactDay && record.dailyContactDay >= key)) return null
  return { deadline: 'daily-contact', key, from: contactedAt }
}
