import { addDays, addMilliseconds, type Day, dayOf, HOUR, type Instant, instantAt } from '../kernel/time.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import type { Screened } from './complaint-wording.ts'
import type { KnownIds } from './master-data.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Stage } from './stage.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'

/** What stories are planned with. */
export interface Planning {
  readonly stage: Stage
  readonly known: KnownIds
  readonly office: OfficeHours
}

/** Turns that a finished complaint may take; each at most one of its kind. */
export interface Turns {
  readonly late?: 'contact' | 'verification' | 'opinion' | 'closing'
  readonly declined?: boolean
  readonly capa?: boolean
  readonly corrected?: 'serial' | 'phone' | 'department'
  readonly refused?: 'closed-too-early' | 'opinion-too-early' | 'wrong-role'
  readonly reopened?: boolean
}

/** The moment so many hours later. */
export const hoursAfter = (at: Instant, hours: number): Instant => addMilliseconds(at, hours * HOUR)

/** How the screen comes out for a text. */
export function screenOf(text: Pick<ComplaintText, 'safety'>): Screened {
  if (text.safety.harmHappened === 'yes') return 'serious'
  if (text.safety.couldHarm === 'yes') return 'could-be-serious'
  return text.safety.couldHarm === 'unknown' ? 'undecided' : 'not-reportable'
}

/** Registered, accepted, screened, first contact: how every complaint begins. Answers when each happened. */
export function beginning({ office }: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns = {}) {
  const { text, luck } = complaint.subject
  const opened = addMilliseconds(receivedAt, luck.between(3, 14) * 60_000)
  complaint.open(opened, { receivedAt })
  const accepted = office.after(opened, luck.between(2, 12) / 10, hoursAfter(opened, text.urgent ? 1 : 4))
  complaint.accept(accepted)
  const limit = hoursAfter(receivedAt, text.urgent ? 8 : 24)
  const contacted =
    turns.late === 'contact'
      ? office.after(limit, luck.between(5, 40) / 10)
      : office.after(accepted, luck.between(text.urgent ? 2 : 5, text.urgent ? 20 : 60) / 10, limit)
  if (turns.late === 'contact')
    complaint.step(addMilliseconds(limit, 20 * 60_000), 'service-desk', 'note-delay', {
      deadline: 'contact',
      reason: '多次致电科室无人接听，已留言并发短信，改约次日再联系。',
    })
  const screened = office.after(accepted, luck.between(5, 70) / 10, hoursAfter(receivedAt, 24))
  return { opened, accepted, contacted, screened }
}

/** The screen and what follows from it. Answers when it was settled. */
export function adverseEvent({ office }: Planning, complaint: ComplaintCase, screened: Instant): Instant {
  const { text, luck } = complaint.subject
  const outcome = screenOf(text)
  complaint.screen(screened, outcome)
  if (outcome === 'not-reportable') return screened
  let known = screened
  if (outcome === 'undecided') {
    const decision = luck.next() < 0.5 ? 'not-reportable' : 'could-be-serious'
    known = office.after(screened, luck.between(15, 60) / 10, hoursAfter(screened, 24))
    complaint.decideEvent(known, decision)
    if (decision === 'not-reportable') return known
  }
  // Telling the registrant counts only once the event is found to be reportable.
  complaint.notify(office.after(known, luck.between(3, 15) / 10))
  const reported = office.after(known, luck.between(6, 60))
  complaint.reportEvent(reported)
  return reported
}

/** Contacts of each day until the urgent problem is solved; one is tried in vain now and then. */
export function dailyContacts(
  { office, stage }: Planning,
  complaint: ComplaintCase,
  first: Instant,
  until: Instant | null,
): void {
  if (!until) return
  const { zone } = stage.kernel
  const { luck } = complaint.subject
  const firstDay = dayOf(first, zone)
  if (luck.next() < 0.6) {
    const second = office.after(first, luck.between(25, 45) / 10, instantAt(firstDay, '20:30', zone))
    if (dayOf(second, zone) === firstDay && second < until) complaint.contact(second)
  }
  for (let day: Day = addDays(firstDay, 1); day <= dayOf(until, zone); day = addDays(day, 1)) {
    const morning = addMilliseconds(instantAt(day, '08:50', zone), luck.between(0, 150) * 60_000)
    if (morning < until) complaint.contact(morning)
    const afternoon = addMilliseconds(instantAt(day, '14:30', zone), luck.between(0, 160) * 60_000)
    if (afternoon < until && luck.next() < 0.7) complaint.contact(afternoon)
  }
}

/** An entry that was wrong and is struck through. */
export function correction(complaint: ComplaintCase, accepted: Instant, { corrected }: Turns): void {
  if (!corrected) return
  const at = hoursAfter(accepted, 1.1)
  const { luck, party } = complaint.subject
  if (corrected === 'phone')
    complaint.step(at, 'service-desk', 'correct', {
      phone: `142${String(luck.between(10_000_000, 99_999_999))}`,
      reason: `回拨原号码不通，经${party.name}总机核实后更正`,
    })
  if (corrected === 'department')
    complaint.step(at, 'service-desk-2', 'correct', {
      customerDepartment: '急诊科观察区',
      reason: '客户复述时更正科室',
    })
  if (corrected === 'serial')
    complaint.step(at, 'quality', 'correct', {
      serial: `SN${luck.between(100_000, 999_999)}`,
      reason: '登记时听错序列号，按客户发来的铭牌照片更正',
    })
}
