import type { ClauseEvidence, ClockCounts, ControlKind, Fulfilment } from '../../kernel/evidence.ts'
import type { ClausePage, ClauseSummary } from '../../kernel/evidence-page.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Tone } from '../../kernel/view.ts'

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

/** What kinds of control are called. */
export const KINDS: Readonly<Record<ControlKind, Text>> = {
  step: text('步骤', 'Step'),
  clock: text('时限', 'Clock'),
  chain: text('会签', 'Sign-off'),
  gate: text('闸门', 'Gate'),
  reaction: text('联动', 'Reaction'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
  duty: text('例行', 'Duty'),
  other: text('控制', 'Control'),
}

/** How far a clause is fulfilled, in words. */
export const FULFILMENT: Readonly<Record<Fulfilment, { readonly title: Text; readonly tone: Tone }>> = {
  fulfilled: { title: text('已落实', 'Fulfilled'), tone: 'ok' },
  partly: { title: text('部分落实', 'Partly'), tone: 'warn' },
  'not-yet': { title: text('尚未落实', 'Not yet'), tone: 'plain' },
}

/** How sure we are of the law that stands beside a clause. */
export const CONFIDENCE = {
  'verified-text': { tone: 'ok', title: text('已核对原文', 'Checked against the text') },
  secondary: { tone: 'info', title: text('据二手资料', 'From a secondary source') },
  'memory-to-verify': { tone: 'warn', title: text('待核对原文', 'Still to be checked') },
} as const
