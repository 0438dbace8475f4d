import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { clockOf } from '../declared-duty.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { turnLabel } from '../turn-label.ts'
import { systemOnly } from '../who-may.ts'

/**
 * The record that had done a turn was voided: the turn is owed again, missed where its end has passed. The clock that it had met no
 * longer counts; an equal one runs to the same end.
 */
export const takeBack = dutyCommand('take-back', {
  title: text('恢复待办', 'Owed again'),
  about: text('完成它的记录作废后自动恢复。', 'By itself when the record that had done it was voided.'),
  fulfils: ['DU-done'],
  from: [...RUNNING, 'suspended'],
  by: ['administrator'],
  input: z.object({ turnId: z.uuid(), number: z.string() }),
  find: ['turn'],
  guard: systemOnly,
  change: ({ record, input, found: { turn }, now }) =>
    turn?.state === 'done'
      ? {
          rows: [
            {
              child: 'turn',
              id: turn.id,
              set: {
                state: turn.dueAt < now ? 'missed' : 'open',
                doneAt: null,
                doneById: null,
                doneByName: null,
                doneProcedure: null,
                doneRecordId: null,
                doneNumber: null,
              },
            },
          ],
          reopen: [
            {
              deadline: clockOf(record),
              key: turn.key,
              reason: text(`${input.number} 作废，恢复待办`, `${input.number} was voided: owed again`),
            },
          ],
        }
      : {},
  tell: ({ input, found, zone }) => {
    const label = found.turn ? turnLabel(found.turn, zone) : text('', '')
    return text(`${input.number} 作废，${label.zh} 恢复待办`, `${input.number} was voided: ${label.en} is owed again`)
  },
  place: 'none',
})
