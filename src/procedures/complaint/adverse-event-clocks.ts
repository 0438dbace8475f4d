import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Instant } from '../../kernel/time.ts'
import type { ComplaintRow } from './complaint.ts'
import { severityMap } from './policies.ts'
import type { Severity } from './severity.ts'
import type { AdverseEventClass } from './taxonomy.ts'

/** Clocks of a reportable event, counted from the moment of knowledge: the report, and telling the holder. */
export function reportClocks(
  record: Pick<ComplaintRow, 'aeClusterReportedAt'>,
  eventClass: AdverseEventClass,
  cluster: boolean,
  knownAt: Instant,
): OpenDeadline[] {
  const from = knownAt
  const clocks: OpenDeadline[] = [
    { deadline: eventClass === 'death' ? 'ae-death-report' : 'ae-serious-report', from },
    { deadline: 'ae-holder-notice', from },
  ]
  if (cluster) {
    clocks.push({ deadline: 'ae-cluster-case', from }, { deadline: 'ae-cluster-notice', from })
    if (!record.aeClusterReportedAt) clocks.push({ deadline: 'ae-cluster-call', from })
  }
  return clocks
}

/** An event may raise the severity of its complaint, never lower it. */
export function severityWith(
  record: Pick<ComplaintRow, 'severity' | 'severityProvisional'>,
  eventClass: AdverseEventClass,
  policy: PolicyBook,
): Partial<Pick<ComplaintRow, 'severity' | 'severityProvisional'>> {
  const severity: Severity =
    eventClass === 'could-be-serious' && policy(severityMap) === 'potential-is-s2' ? 'S2' : 'S1'
  // S1 comes before S2: the smaller, the graver.
  return !record.severity || severity <= record.severity ? { severity, severityProvisional: false } : {}
}
