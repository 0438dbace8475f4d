import type { Instant } from '../kernel/time.ts'
import {
  beginning,
  correction,
  dailyContacts,
  hoursAfter,
  type Planning,
  screenOf,
  type Turns,
} from './complaint-course.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import { later } from './office-hours.ts'

/** A complaint about service: apology first, then a department with a plan (S28). */
export function serviceCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
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
  const expected = turns.late
    ? hoursAfter(solved, -luck.between(10, 50) / 10)
    : hoursAfter(solved, luck.between(10, 200) / 10)
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

/** A consumer who wants to return or exchange: judged, apologised, agreed (S02). */
export function consumerCourse(planning: Planning, complaint: ComplaintCase, receivedAt: Instant, turns: Turns): void {
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
