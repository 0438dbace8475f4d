import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { policyCommand } from '../policy-command.ts'

/**
 * Carries out what proposer and approver signed: running clocks that the new value ends earlier move earlier, some
 * hundred at a time, each with an entry on its own record. The server takes this step by itself once the value holds.
 */
export const moveClocksPolicyChange = policyCommand('move-clocks', {
  title: text('提前在计时的时限', 'Move running clocks earlier'),
  about: text('系统在生效后自动办理；也可在此立即办理。', 'The product does it once the value holds; or do it now.'),
  fulfils: ['PL-running'],
  from: ['approved'],
  to: 'approved',
  by: ['quality', 'quality-head', 'administrator'],
  input: z.strictObject({}),
  find: ['movable'],
  guard: ({ record, now }) => [
    !record.moveOpen &&
      refuse(
        'not-asked',
        text(
          `${record.number} 未选择提前在计时的时限，它们保持不变。要提前，请另提一项变更。`,
          `${record.number} leaves running clocks as they are. To move them, propose another change.`,
        ),
        { clause: 'PL-running' },
      ),
    record.moveOpen &&
      record.movedAt !== null &&
      refuse(
        'moved-already',
        text(
          `${record.number} 的时限已全部核对，提前了 ${record.movedCount} 个，无需再办。`,
          `All clocks of ${record.number} were looked at and ${record.movedCount} moved: nothing is left to do.`,
        ),
      ),
    (record.effectiveFrom === null || record.effectiveFrom > now) &&
      refuse(
        'not-in-force',
        text(
          `${record.number} 自 ${record.effectiveOn} 起生效，届时再提前。`,
          `${record.number} holds from ${record.effectiveOn}: move the clocks from then on.`,
        ),
        { clause: 'PL-versions' },
      ),
  ],
  change: ({ record, found, now }) => ({
    set: {
      moveCursor: found.movable.cursor,
      movedCount: record.movedCount + found.movable.moves.length,
      movedAt: found.movable.done ? now : null,
    },
    move: found.movable.moves,
  }),
  tell: ({ found, record }) =>
    found.movable.done
      ? text(
          `在计时的时限已核对完，共提前 ${record.movedCount} 个`,
          `looked at all running clocks; ${record.movedCount} moved earlier`,
        )
      : text(`提前了 ${found.movable.moves.length} 个时限`, `moved ${found.movable.moves.length} clocks earlier`),
  rank: 20,
  place: 'menu',
})
