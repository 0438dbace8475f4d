import type { Change, ChildWrite } from '../../kernel/command.ts'
import type { Instant } from '../../kernel/time.ts'
import { stillWaiting } from './notices.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { StopSaleTold } from './stop-sale-rows.ts'

/**
 * These are now told that the stop is over. The clock is met, and the record finished, by the last of all who were told to
 * stop, not by the first (TL04).
 */
export function toldResumed(
  all: readonly StopSaleTold[],
  now: readonly StopSaleTold[],
  by: { readonly name: string; readonly at: Instant; readonly note: string | null },
): Pick<Change<StopSaleRow>, 'rows' | 'meet'> & { readonly last: boolean } {
  const rows: ChildWrite[] = now.map(row => ({
    child: 'told',
    id: row.id,
    set: { resumedAt: by.at, resumedByName: by.name, resumedNote: by.note },
  }))
  const last = stillWaiting(all).every(row => now.some(one => one.id === row.id))
  return { rows, last, ...(last && { meet: [{ deadline: 'release' }] }) }
}
