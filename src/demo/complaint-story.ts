import type { RecordBase } from '../kernel/record.ts'
import type { Instant } from '../kernel/time.ts'
import { classOf } from '../procedures/complaint/taxonomy.ts'
import { complaintCase } from './complaint-case.ts'
import type { Planning, Turns } from './complaint-course.ts'
import type { ComplaintCase } from './complaint-plan.ts'
import { qualityCourse } from './quality-course.ts'
import { consumerCourse, serviceCourse } from './service-course.ts'
import type { Subject } from './subject.ts'
import type { Chance } from './world/chance.ts'
import type { ComplaintText } from './world/complaints/complaint-text.ts'

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
