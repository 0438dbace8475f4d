import { type Text, text } from './text.ts'

/** How a clock of a record ended or stands, the best first; one that was dropped before it was due has none of them. */
export const clockOutcomes = {
  open: text('进行中', 'running'),
  'in-time': text('按时完成', 'met in time'),
  late: text('超期结束', 'ended late'),
  overdue: text('超期未完成', 'overdue'),
} as const satisfies Readonly<Record<string, Text>>

/** How a clock ended or stands. */
export type ClockOutcome = keyof typeof clockOutcomes

/** Outcomes, the worst last. */
export const outcomesByRank = Object.keys(clockOutcomes) as readonly ClockOutcome[]

/** The name under which ledgers are filtered by a clock. */
export const clockFilter = (clock: string): string => `clock.${clock}`

/** The name under which ledgers are filtered by the states that a record has left behind. */
export const PASSED_FILTER = 'passed'

/** What {@link PASSED_FILTER} is called. */
export const passedTitle = text('经过的阶段', 'Phase passed')
