import type { Text } from '../../../kernel/text.ts'
import type { FindingRow, InspectionRow, RequestRow } from '../inspection.ts'

/** An inspection as its printed form sees it; the record is null on a blank form. */
export interface InspectionView {
  readonly record: InspectionRow | null
  readonly requests: readonly RequestRow[]
  readonly findings: readonly FindingRow[]
  readonly opened: readonly {
    readonly at: string
    readonly told: Text
    readonly outcome: 'accepted' | 'refused'
  }[]
  readonly signed: readonly {
    readonly meaning: Text
    readonly role?: string | null
    readonly name: string
    readonly at: string
    readonly hash: string
  }[]
}

/** An inspection of which nothing is known: prints the blank form. */
export const EMPTY_INSPECTION: InspectionView = { record: null, requests: [], findings: [], opened: [], signed: [] }
