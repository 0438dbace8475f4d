import type { Change } from '../../kernel/command.ts'
import type { Text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { clockOf } from './declared-duty.ts'
import type { DutyRow, TurnRow } from './duty.ts'

/** Turns that are still to come are no longer asked; those that are over stay as they are. */
export function withoutTurns(
  record: Pick<DutyRow, 'ofProcedure' | 'duty'>,
  owed: readonly TurnRow[],
  now: Instant,
  reason: Text,
): Required<Pick<Change<DutyRow>, 'rows' | 'cancel'>> {
  const coming = owed.filter(turn => turn.state === 'open' && turn.dueAt >= now)
  return {
    rows: coming.map(({ id }) => ({ child: 'turn', id, set: { state: 'dropped', dropReason: { ...reason } } })),
    cancel: coming.map(({ key }) => ({ deadline: clockOf(record), key, reason })),
  }
}
