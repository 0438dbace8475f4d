import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { systemOnly } from '../who-may.ts'

/** Turns whose window is over are missed. Their clocks go on until somebody says why. */
export const noteMissed = dutyCommand('note-missed', {
  title: text('记为漏做', 'Note as missed'),
  about: text('时段已过仍未完成的，自动记为漏做。', 'Turns that were not done in time are noted as missed.'),
  fulfils: ['DU-missed'],
  from: [...RUNNING, 'suspended'],
  by: ['administrator'],
  input: z.object({ turnIds: z.array(z.uuid()).min(1).max(2_000) }),
  facts: ['owed'],
  guard: systemOnly,
  change: ({ input, facts, now }) => ({
    rows: facts.owed
      .filter(turn => input.turnIds.includes(turn.id) && turn.state === 'open' && turn.dueAt < now)
      .map(({ id }) => ({ child: 'turn', id, set: { state: 'missed' } })),
  }),
  tell: ({ input }) =>
    text(`${input.turnIds.length} 次未按时完成`, `${input.turnIds.length} turns were not done in time`),
  place: 'none',
})
