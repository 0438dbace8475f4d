import { type Text, text } from '../../kernel/text.ts'
import type { Answer } from './taxonomy.ts'

/** The one severity scale of the product (X18, M08). */
export const severities = {
  S1: text('S1 危及生命', 'S1 life-threatening'),
  S2: text('S2 影响治疗', 'S2 affects treatment'),
  S3: text('S3 功能丧失', 'S3 function lost'),
  S4: text('S4 轻微', 'S4 minor'),
} as const satisfies Record<string, Text>
export type Severity = keyof typeof severities

/** The four safety questions, the gravest first. */
export interface SafetyAnswers {
  /** Did somebody die or suffer a serious injury? */
  readonly harmHappened: Answer
  /** Could somebody, if it happened again? */
  readonly couldHarm: Answer
  /** Was a treatment or diagnosis delayed, stopped or wrong? */
  readonly treatmentAffected: Answer
  /** Is a key feature or function unusable? */
  readonly functionLost: Answer
}

/** Whether a mere possibility of serious harm already makes S1 (X18) or only S2. */
export type SeverityMap = 'potential-is-s1' | 'potential-is-s2'

export interface SeverityResult {
  readonly severity: Severity
  /** An answer at or above this level is still unknown, so the level may turn out lower, but does not until somebody says no. */
  readonly provisional: boolean
}

/**
 * Severity from the safety questions. An unknown answer counts as yes and marks the result provisional: not knowing never
 * lowers a severity.
 */
export function severityOf(given: SafetyAnswers, map: SeverityMap): SeverityResult {
  const ladder: readonly (readonly [Answer, Severity])[] = [
    [given.harmHappened, 'S1'],
    [given.couldHarm, map === 'potential-is-s1' ? 'S1' : 'S2'],
    [given.treatmentAffected, 'S2'],
    [given.functionLost, 'S3'],
  ]
  const first = ladder.find(([answer]) => answer !== 'no')
  if (!first) return { severity: 'S4', provisional: false }
  const severity = first[1]
  return { severity, provisional: !ladder.some(([answer, level]) => answer === 'yes' && level === severity) }
}
