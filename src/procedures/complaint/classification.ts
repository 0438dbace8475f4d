import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Instant } from '../../kernel/time.ts'
import { generalContactHours } from '../../vocabulary/contact-limit.ts'
import type { ComplaintRow } from './complaint.ts'
import { caseClocks, clockStart, generalSolveIn24h, ownerByClass, severityMap } from './policies.ts'
import { type SafetyAnswers, type SeverityResult, severityOf } from './severity.ts'
import { classOf, type Kind, type Owner, type Urgency } from './taxonomy.ts'

/** What follows from kind, urgency and safety answers. */
export type Classified = Pick<
  ComplaintRow,
  'kind' | 'urgency' | 'severity' | 'severityProvisional' | 'ownerRole' | 'investigated' | keyof SafetyAnswers
>

/** The answers alone. */
export const safetyAnswers = ({ harmHappened, couldHarm, treatmentAffected, functionLost }: SafetyAnswers) => ({
  harmHappened,
  couldHarm,
  treatmentAffected,
  functionLost,
})

/**
 * Owner by class (X04), severity by the safety questions (X18), and whether the clocks of S01 run (X03).
 * A lost key function makes a case urgent by definition (S28-4.3f).
 */
export function classified(
  asked: { readonly kind: Kind; readonly urgency: Urgency } & SafetyAnswers,
  policy: PolicyBook,
): Classified {
  const caseClass = classOf(asked.kind)
  const severity: SeverityResult = severityOf(asked, policy(severityMap))
  return {
    kind: asked.kind,
    urgency: asked.functionLost === 'yes' ? 'urgent' : asked.urgency,
    ...safetyAnswers(asked),
    ...severityColumns(severity),
    ownerRole: policy(ownerByClass[caseClass]) as Owner,
    investigated: caseClass === 'quality' || policy(caseClocks) === 'every',
  }
}

const severityColumns = ({ severity, provisional }: SeverityResult) => ({ severity, severityProvisional: provisional })

/** From when a complaint's clocks count (X01). */
export const countedFrom = (
  complaint: { readonly receivedAt: Instant; readonly createdAt?: Instant },
  policy: PolicyBook,
  now: Instant,
): Instant => (policy(clockStart) === 'received_at' ? complaint.receivedAt : (complaint.createdAt ?? now))

/** Clocks of the investigation of S01: verification, opinion, completion. */
export const INVESTIGATION_CLOCKS = ['verification', 'opinion', 'completion'] as const

/** The clocks that a complaint starts with: contact and screen always, those of S01 where it is investigated (X03). */
export function firstClocks(complaint: Classified, from: Instant, policy: PolicyBook): OpenDeadline[] {
  const clocks: OpenDeadline[] = [
    { deadline: 'contact', from },
    { deadline: 'ae-screen', from },
  ]
  if (complaint.investigated) clocks.push(...INVESTIGATION_CLOCKS.map(deadline => ({ deadline, from })))
  if (complaint.urgency === 'general' && policy(generalSolveIn24h))
    clocks.push({
      deadline: 'expected-time',
      key: SOLVE_WITH_CONTACT,
      from,
      limit: { unit: 'hours', value: policy(generalContactHours), basis: 'procedure' },
    })
  return clocks
}

/** Key of the clock that binds solving to the contact limit (X06). */
export const SOLVE_WITH_CONTACT = 'with-contact'
