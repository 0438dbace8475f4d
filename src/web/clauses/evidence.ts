import type { Text } from '../../kernel/text.ts'
import type { ClauseMeta } from '../answers.ts'

/** What proves one clause in a period. */
export interface ClauseEvidence extends ClauseMeta {
  readonly id: string
  readonly controls: readonly {
    readonly kind: 'step' | 'clock' | 'gate' | 'form' | 'ledger' | 'report' | 'duty' | 'other'
    readonly title: Text
  }[]
  readonly accepted: number
  readonly refused: number
  /** Clocks due in the period; null when the clause has none. */
  readonly clocks: {
    readonly due: number
    readonly inTime: number
    readonly late: number
    readonly open: number
  } | null
  /** False: the product does not yet fulfil the clause and says so. */
  readonly fulfilled: boolean
}

/** Answer of `GET /api/read/evidence.clauses`. */
export interface Evidence {
  readonly from: string
  readonly to: string
  readonly clauses: readonly ClauseEvidence[]
}

/** Share of the decided clocks that were met in time, 0 to 1; null while none is decided. */
export function onTimeShare(clocks: ClauseEvidence['clocks']): number | null {
  if (!clocks) return null
  const decided = clocks.inTime + clocks.late
  return decided === 0 ? null : clocks.inTime / decided
}

/** A period of evidence: first and last day. */
export interface Period {
  readonly id: 'month' | 'quarter' | 'year'
  readonly title: Text
  readonly from: string
  readonly to: string
}

const two = (value: number): string => String(value).padStart(2, '0')
const QUARTERS = ['一', '二', '三', '四'] as const

/** The periods that are offered on a day: this month, this quarter, the last twelve months. */
export function periods(today: string): readonly [Period, Period, Period] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const quarter = Math.ceil(month / 3)
  return [
    { id: 'month', title: { zh: '本月', en: 'This month' }, from: `${today.slice(0, 8)}01`, to: today },
    {
      id: 'quarter',
      title: { zh: `${year} 第${QUARTERS[quarter - 1]}季度`, en: `${year} Q${quarter}` },
      from: `${year}-${two(quarter * 3 - 2)}-01`,
      to: today,
    },
    { id: 'year', title: { zh: '近一年', en: 'Last 12 months' }, from: `${year - 1}-${two(month)}-01`, to: today },
  ]
}
