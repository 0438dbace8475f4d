import { locatedOf } from './balance.ts'
import { active, type Course } from './reckon.ts'

/** What a mock recall is measured by. */
export interface DrillScore {
  readonly recipients: number
  /** Recipients of whom we know a person or number and an e-mail address. */
  readonly reachable: number
  readonly shipped: number
  /** Units whose whereabouts somebody stated. */
  readonly located: number
}

/** Counts it. */
export function drillScore(course: Course): DrillScore {
  const { recipients, lines } = active(course)
  return {
    recipients: recipients.length,
    reachable: recipients.filter(item => item.phone && item.email).length,
    shipped: lines.reduce((sum, line) => sum + line.expected, 0),
    located: lines.filter(line => line.statedAt !== null).reduce((sum, line) => sum + locatedOf(line), 0),
  }
}
