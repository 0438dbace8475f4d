import type { RecordBase } from '../kernel/record.ts'
import { addDays, addLocalDays, addMilliseconds, type Day, dayOf, HOUR, type Instant, instantAt } from '../kernel/time.ts'
import { classOf } from '../procedures/complaint/taxonomy.ts'
import { type ComplaintCase, complaintCase, type Screened, type Subject } from './complaint-case.ts'
import type { KnownIds } from './master-data.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Stage } from './stage.ts'
import type { Chance } from './world/chance.ts'
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

const later = (...instants: (Instant | null)[]): Instant =>
  instants.filter(item => item !== null).reduce((latest, item) => (item > latest ? item : latest))
const hoursAfter = (at: Instant, hours: number): Instant => addMilliseconds(at, hours * HOUR)

/** How the screen comes out for a text. */
export function screenOf(text: Pick<ComplaintText, 'safety'>): Screened {
  if (text.safety.harmHappened === 'yes') return 'serious'
  if (text.safety.couldHarm === 'yes') return 'could-be-serious'
  return text.safety.couldHarm === 'unknown' ? 'undecided' : 'not-reportable'
}

/** A complaint from receipt to closing, by the class of its kind. */
export function finishedComplaint(
  planning: Planning,
  subject: Subject,
  receivedAt: Instant,
  turns: Turns = {},
  takeUp?: () => Promise<RecordBase>,
): ComplaintCase {
  const complaint = complaintCase(planning.stage, planning.known, subject, takeUp)
  const shape = classOf(subject.text.kind)
  if (shape === 'quality') qualityCourse(planning, complaint, receivedAt, turns)
  else if (shape === 'service') serviceCourse(planning, complaint, receivedAt, turns)
  else consumerCourse(planning, complaint, receivedAt, turns)
  return complaint
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

function qualityCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
  const { office } = planning
  const { text, local, luck, product } = complaint.subject
  const { opened, accepted, contacted, screened } = beginning(planning, complaint, receivedAt, turns)
  const legal = text.kind === 'quality' || text.kind === 'accident-notice'
  complaint.contact(contacted)
  correction(complaint, accepted, turns)
  if (turns.refused === 'wrong-role') complaint.attempt(hoursAfter(contacted, 0.4), 'sales', 'close', { hazardRemoved: true })
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
  const notified = legal && (outcome === 'not-reportable' || outcome === 'undecided') ? office.after(accepted, luck.between(10, 65) / 10) : null
  if (notified) complaint.notify(notified)
  const verified = office.after(dispatched, local ? luck.between(3, 20) : luck.between(18, 50))
  if (turns.refused === 'opinion-too-early')
    complaint.attempt(office.after(dispatched, 0.6), 'quality', 'give-opinion', {
      opinion: text.opinion,
      causeCategory: text.cause,
      cause: text.findingNote,
    })
  complaint.verify(verified)
  const sampled = product ? office.after(verified, luck.between(10, 60) / 10) : verified
  if (product) complaint.sample(sampled)
  const opinionLimit = addLocalDays(receivedAt, 3, planning.stage.kernel.zone)
  const opined = opinionOf(planning, complaint, { receivedAt, verified: later(sampled, dispatched), limit: opinionLimit }, turns)
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
  if (turns.refused === 'closed-too-early') complaint.attempt(hoursAfter(opened, 2.3), 'quality', 'close', { hazardRemoved: true })
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

/** Interim where the verification takes longer than the limit; the final opinion, declined once perhaps; countersigned. */
function opinionOf(
  { office, stage }: Planning,
  complaint: ComplaintCase,
  { receivedAt, verified, limit }: { readonly receivedAt: Instant; readonly verified: Instant; readonly limit: Instant },
  turns: Turns,
): Instant {
  const { luck } = complaint.subject
  const finalLimit = addLocalDays(receivedAt, 7, stage.kernel.zone)
  const wished = office.after(verified, luck.between(8, 60) / 10)
  const late = turns.late === 'opinion'
  const given = late ? office.after(limit, luck.between(20, 90) / 10) : wished < limit ? wished : office.after(verified, luck.between(8, 60) / 10, finalLimit)
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

/** Contacts of each day until the urgent problem is solved; one is tried in vain now and then. */
export function dailyContacts({ office, stage }: Planning, complaint: ComplaintCase, first: Instant, until: Instant | null): void {
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

/** Corrective or preventive action where the story has one. Answers when it was finished. */
function measures({ office, stage }: Planning, complaint: ComplaintCase, verified: Instant, turns: Turns): Instant | null {
  if (!turns.capa) return null
  const { luck } = complaint.subject
  const asked = office.after(verified, luck.between(20, 40) / 10)
  const done = office.after(asked, luck.between(20, 44))
  complaint.capa(asked, addDays(dayOf(asked, stage.kernel.zone), luck.between(4, 8)), done)
  return done
}

/** An entry that was wrong and is struck through. */
function correction(complaint: ComplaintCase, accepted: Instant, { corrected }: Turns): void {
  if (!corrected) return
  const at = hoursAfter(accepted, 1.1)
  const { luck, party } = complaint.subject
  if (corrected === 'phone')
    complaint.step(at, 'service-desk', 'correct', {
      phone: `142${String(luck.between(10_000_000, 99_999_999))}`,
      reason: `回拨原号码不通，经${party.name}总机核实后更正`,
    })
  if (corrected === 'department') complaint.step(at, 'service-desk-2', 'correct', { customerDepartment: '急诊科观察区', reason: '客户复述时更正科室' })
  if (corrected === 'serial')
    complaint.step(at, 'quality', 'correct', {
      serial: `SN${luck.between(100_000, 999_999)}`,
      reason: '登记时听错序列号，按客户发来的铭牌照片更正',
    })
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
  for (let at = office.after(from, 20, hoursAfter(from, 24)); at < until; at = office.after(at, 20, hoursAfter(at, 24))) complaint.contact(at)
}

function serviceCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
  const { office } = planning
  const { text, luck } = complaint.subject
  const { accepted, contacted, screened } = beginning(planning, complaint, receivedAt, turns)
  const apologised = office.after(accepted, 0.2, later(hoursAfter(receivedAt, 4), hoursAfter(accepted, 0.4)))
  complaint.apologise(apologised)
  const first = later(contacted, hoursAfter(apologised, 0.1))
  complaint.contact(first)
  if (turns.refused) complaint.attempt(hoursAfter(accepted, 0.05), 'service-desk', 'reply', { reply: text.reply })
  complaint.screen(screened, screenOf(text))
  const assigned = office.after(first, luck.between(3, 15) / 10)
  const planned = office.after(assigned, luck.between(4, 30) / 10)
  const solved = office.after(planned, luck.between(60, 380) / 10)
  const expected = turns.late ? hoursAfter(solved, -luck.between(10, 50) / 10) : hoursAfter(solved, luck.between(10, 200) / 10)
  complaint.assign(assigned, planned, expected > planned ? expected : hoursAfter(planned, 1))
  correction(complaint, accepted, turns.corrected === 'serial' ? {} : turns)
  if (text.urgent) dailyContacts(planning, complaint, first, solved)
  complaint.solve(solved)
  const replied = office.after(solved, luck.between(10, 50) / 10)
  complaint.reply(replied)
  const asked = office.after(replied, luck.between(10, 80) / 10)
  complaint.satisfaction(asked)
  complaint.close(office.after(asked, luck.between(5, 30) / 10))
}

function consumerCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
  const { office } = planning
  const { text, luck } = complaint.subject
  const { accepted, contacted, screened } = beginning(planning, complaint, receivedAt, turns)
  complaint.contact(contacted)
  complaint.screen(screened, screenOf(text) === 'not-reportable' ? 'not-reportable' : 'could-be-serious')
  const judged = office.after(later(contacted, accepted), luck.between(10, 90) / 10)
  complaint.judge(judged)
  const apologised = office.after(judged, 0.4)
  complaint.apologise(apologised)
  const agreed = office.after(apologised, luck.between(3, 20) / 10)
  complaint.remedy(agreed)
  const solved = office.after(agreed, luck.between(20, 300) / 10)
  if (text.urgent) dailyContacts(planning, complaint, contacted, solved)
  complaint.solve(solved)
  const reported = screenOf(text) === 'not-reportable' ? null : office.after(screened, luck.between(8, 40))
  if (reported) complaint.reportEvent(reported)
  if (reported) complaint.notify(office.after(screened, 2))
  const replied = office.after(solved, luck.between(10, 40) / 10)
  complaint.reply(replied)
  const asked = office.after(replied, luck.between(10, 60) / 10)
  complaint.satisfaction(asked)
  complaint.close(office.after(later(asked, reported), luck.between(5, 30) / 10))
}

/** Randomly chosen turns, of which most complaints take none. */
export function turnsOf(luck: Chance, text: ComplaintText): Turns {
  const seldom = (share: number) => luck.next() < share
  return {
    ...(seldom(0.27) && { late: luck.pick(['contact', 'verification', 'opinion', 'closing'] as const) }),
    ...(seldom(0.05) && { declined: true }),
    ...(seldom(text.finding === 'defect' ? 0.16 : 0.02) && { capa: true }),
    ...(seldom(0.16) && { corrected: luck.pick(['serial', 'phone', 'department'] as const) }),
    ...(seldom(0.12) && { refused: luck.pick(['closed-too-early', 'opinion-too-early', 'wrong-role'] as const) }),
    ...(seldom(0.04) && { reopened: true }),
  }
}
