import type { ClauseEvidence, ClockCounts } from '../../kernel/evidence.ts'
import type { ClausePage, ClauseSummary } from '../../kernel/evidence-page.ts'
import type { Text } from '../../kernel/text.ts'

/** A written procedure as the overview names it. */
export interface WrittenEntry {
  readonly name: string
  readonly title: Text
  readonly group: string
  readonly source: readonly { readonly id: string; readonly title: Text }[]
  readonly runs: boolean
}

/** Answer of `GET /api/read/evidence.clauses`. */
export interface Evidence {
  readonly from: string
  readonly to: string
  readonly procedures: readonly WrittenEntry[]
  readonly clauses: readonly ClauseEvidence[]
}

/** Answer of `GET /api/read/evidence.clause`: the whole page, or the summary for whoever may not see the trail. */
export interface ClauseAnswer {
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly source: WrittenEntry['source']
  readonly summary: ClauseSummary | null
  readonly page: ClausePage | null
}

/** Share of the decided clocks that were met in time, 0 to 1; null while none is decided. */
export function onTimeShare(clocks: Pick<ClockCounts, 'inTime' | 'late'> | null): number | null {
  if (!clocks) return null
  const decided = clocks.inTime + clocks.late
  return decided === 0 ? null : clocks.inTime / decided
}
