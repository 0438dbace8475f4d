import type { Chart } from '../../../kernel/report.ts'

/** A signal as its printed form sees it; what is not known yet is null. */
export interface SignalPaper {
  readonly subject: 'product' | 'supplier' | null
  readonly subjectName: string | null
  readonly month: string | null
  readonly rule: 'beyond-limit' | 'run-of-eight' | 'two-of-three' | null
  readonly points: readonly string[]
  readonly chart: Chart | null
  readonly count: number | null
  readonly units: number | null
  readonly rate: number | null
  readonly upper: number | null
  readonly decision: 'no-action' | 'watch' | 'investigate' | null
  readonly reason: string | null
  readonly until: string | null
  readonly responsible: string | null
  readonly complaint: string | null
  readonly proposedBy: string | null
  readonly proposedAt: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly conclusion: string | null
  readonly closedBy: string | null
  readonly closedAt: string | null
}

/** A signal of which nothing is known: prints the blank form. */
export const EMPTY_PAPER: SignalPaper = {
  subject: null,
  subjectName: null,
  month: null,
  rule: null,
  points: [],
  chart: null,
  count: null,
  units: null,
  rate: null,
  upper: null,
  decision: null,
  reason: null,
  until: null,
  responsible: null,
  complaint: null,
  proposedBy: null,
  proposedAt: null,
  approvedBy: null,
  approvedAt: null,
  conclusion: null,
  closedBy: null,
  closedAt: null,
}
