import { addDays, addLocalDays, addMilliseconds, dayOf, type Instant } from '../kernel/time.ts'
import {
  adverseEvent,
  beginning,
  correction,
  dailyContacts,
  hoursAfter,
  type Planning,
  screenOf,
  type Turns,
} from './complaint-course.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import { later, type OfficeHours } from './office-hours.ts'

/** A complaint about a device: verified, tested, judged, answered (S01). */
export function qualityCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
  const { office } = planning
  const { text, local, luck, product } = complaint.subject
  const { opened, accepted, contacted, screened } = beginning(planning, complaint, receivedAt, turns)
  const legal = text.kind === 'quality' || text.kind === 'accident-notice'
  complaint.contact(contacted)
  complaint.keepHold(office.after(opened, luck.between(3, 8) / 10), 'hung', office)
  correction(complaint, accepted, turns)
  if (turns.refused === 'wrong-role')
    complaint.attempt(hoursAfter(contacted, 0.4), 'sales', 'close', { hazardRemoved: true })
  const eventSettled = adverseEvent(planning, complaint, screened)
  const dispatched =
    turns.late === 'verification'
      ? office.after(hoursAfter(receivedAt, local ? 24 : 60), luck.between(10, 50) / 10)
      : office.after(accepted, luck.between(8, 60) / 10, local ? hoursAfter(receivedAt, 24) : undefined)
  complaint.dispatch(dispatched)
  if (turns.late === 'verification' && local)
    complaint.step(hoursAfter(receivedAt, 23), 'quality', 'note-delay', {
      deadline: 'verification',
      reason: '两名质检员均在外地核实，已与客户约定次日上午到场。',
    })
  const outcome = screenOf(text)
  const notified =
    legal && (outcome === 'not-reportable' || outcome === 'undecided')
      ? office.after(accepted, luck.between(10, 65) / 10)
      : null
  if (notified) complaint.notify(notified)
  const verified = office.after(dispatched, local ? luck.between(3, 20) : luck.between(18, 50))
  if (turns.refused === 'opinion-too-early')
    complaint.attempt(hoursAfter(dispatched, 0.5), 'quality', 'give-opinion', {
      opinion: text.opinion,
      causeCategory: text.cause,
      cause: text.findingNote,
    })
  complaint.verify(verified)
  const sampled = product ? office.after(verified, luck.between(10, 60) / 10) : verified
  if (product) complaint.sample(sampled)
  complaint.keepHold(office.after(sampled, luck.between(4, 30) / 10), 'freed', office)
  const opinionLimit = addLocalDays(receivedAt, 3, planning.stage.kernel.zone)
  const opined = opinionOf(
    planning,
    complaint,
    { receivedAt, verified: later(sampled, dispatched), limit: opinionLimit },
    turns,
  )
  const proposed = office.after(verified, luck.between(10, 50) / 10)
  const decided = office.after(proposed, luck.between(20, 150) / 10)
  complaint.responsibility(proposed, decided)
  const completion = addLocalDays(receivedAt, 7, planning.stage.kernel.zone)
  const solved = text.urgent
    ? office.after(contacted, luck.between(18, 44), completion)
    : office.after(opined, luck.between(20, 160) / 10, hoursAfter(completion, -20))
  dailyContacts(planning, complaint, contacted, text.urgent ? solved : null)
  if (!text.urgent && text.contactNotes.length > 1) complaint.contact(hoursAfter(solved, -0.4))
  complaint.solve(solved)
  const replied = office.after(later(opined, solved), luck.between(10, 60) / 10, hoursAfter(completion, -10))
  complaint.reply(replied)
  if (turns.refused === 'closed-too-early')
    complaint.attempt(hoursAfter(opened, 2.3), 'quality', 'close', { hazardRemoved: true })
  const asked = office.after(replied, luck.between(10, 80) / 10, hoursAfter(completion, -6))
  complaint.satisfaction(asked)
  const finished = measures(planning, complaint, verified, turns)
  const ready = later(asked, decided, notified, eventSettled, finished)
  const closed =
    turns.late === 'closing'
      ? office.after(later(ready, completion), luck.between(10, 80) / 10)
      : office.after(ready, luck.between(3, 30) / 10, later(completion, ready))
  if (turns.late === 'closing')
    complaint.step(addMilliseconds(completion, -luck.between(40, 300) * 60_000), 'quality', 'note-delay', {
      deadline: 'completion',
      reason: '等待生产企业寄回分析报告，客户已知情并同意延期。',
    })
  complaint.close(closed)
  if (turns.reopened) again(planning, complaint, closed)
}

/** Interim where the verification takes longer than the limit; the final opinion, declined once perhaps; countersigned. */
function opinionOf(
  { office, stage }: Planning,
  complaint: ComplaintCase,
  {
    receivedAt,
    verified,
    limit,
  }: { readonly receivedAt: Instant; readonly verified: Instant; readonly limit: Instant },
  turns: Turns,
): Instant {
  const { luck } = complaint.subject
  const finalLimit = addLocalDays(receivedAt, 7, stage.kernel.zone)
  const wished = office.after(verified, luck.between(8, 60) / 10)
  const late = turns.late === 'opinion'
  const given = late
    ? office.after(limit, luck.between(20, 90) / 10)
    : wished < limit
      ? wished
      : office.after(verified, luck.between(8, 60) / 10, finalLimit)
  const final = later(given, verified)
  if (!late && final >= limit) complaint.interim(addMilliseconds(limit, -luck.between(90, 600) * 60_000))
  complaint.opinion(final)
  let signed = office.after(final, luck.between(5, 50) / 10, later(hoursAfter(final, 10), finalLimit))
  if (turns.declined) {
    complaint.countersign(signed, '原因分析未说明同批在库产品如何处置，请补充后重新出具。')
    const again = office.after(signed, luck.between(10, 40) / 10)
    complaint.opinion(again)
    signed = office.after(again, luck.between(5, 30) / 10)
  }
  complaint.countersign(signed)
  return signed
}

/** Corrective or preventive action where the story has one. Answers when it was finished. */
function measures(
  { office, stage }: Planning,
  complaint: ComplaintCase,
  verified: Instant,
  turns: Turns,
): Instant | null {
  if (!turns.capa) return null
  const { luck } = complaint.subject
  const asked = office.after(verified, luck.between(20, 40) / 10)
  const done = office.after(asked, luck.between(20, 44))
  complaint.capa(asked, addDays(dayOf(asked, stage.kernel.zone), luck.between(4, 8)), done)
  return done
}

/** The hazard came back: opinion, solution and reply anew. */
function again({ office }: Planning, complaint: ComplaintCase, closed: Instant): void {
  const { luck, text } = complaint.subject
  const at = office.after(closed, luck.between(4, 14) * 24)
  complaint.step(at, 'quality', 'reopen', { reason: '客户来电反映更换后同样问题再次出现，要求继续处理。' })
  const contacted = office.after(at, 1.2)
  complaint.contact(contacted)
  const opined = office.after(at, luck.between(20, 50))
  complaint.opinion(opined)
  const signed = office.after(opined, luck.between(5, 30) / 10)
  complaint.countersign(signed)
  const solved = office.after(signed, luck.between(10, 30) / 10)
  if (text.urgent) dailyContactsFrom(complaint, office, contacted, solved)
  complaint.solve(solved)
  const replied = office.after(solved, 1.5)
  complaint.reply(replied)
  const asked = office.after(replied, 3)
  complaint.satisfaction(asked)
  complaint.close(office.after(asked, 1))
}

function dailyContactsFrom(complaint: ComplaintCase, office: OfficeHours, from: Instant, until: Instant): void {
  for (let at = office.after(from, 20, hoursAfter(from, 24)); at < until; at = office.after(at, 20, hoursAfter(at, 24)))
    complaint.contact(at)
}
