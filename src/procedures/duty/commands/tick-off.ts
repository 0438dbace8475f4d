import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { instantSchema } from '../../../vocabulary/record-base.ts'
import { clockOf } from '../declared-duty.ts'
import { isOwed, RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { turnLabel } from '../turn-label.ts'
import { systemOnly } from '../who-may.ts'

/** An accepted step has done a turn. A turn that is settled meanwhile stays as it is: the step itself is never held up by this. */
export const tickOff = dutyCommand('tick-off', {
  title: text('完成', 'Done'),
  about: text('完成规定的步骤后自动销号。', 'Ticked off by itself when the step that does the work was accepted.'),
  fulfils: ['DU-done'],
  from: [...RUNNING, 'suspended'],
  by: ['administrator'],
  input: z.object({
    turnId: z.uuid(),
    at: instantSchema,
    procedure: z.string(),
    recordId: z.uuid(),
    number: z.string(),
  }),
  find: ['turn'],
  guard: systemOnly,
  change: ({ record, input, found, actor }) =>
    found.turn && isOwed(found.turn)
      ? {
          rows: [
            {
              child: 'turn',
              id: found.turn.id,
              set: {
                state: 'done',
                doneAt: input.at,
                doneById: actor.id,
                doneByName: actor.name,
                doneProcedure: input.procedure,
                doneRecordId: input.recordId,
                doneNumber: input.number,
              },
            },
          ],
          meet: [{ deadline: clockOf(record), key: found.turn.key, at: input.at }],
        }
      : {},
  tell: ({ input, found, zone }) => {
    const label = found.turn ? turnLabel(found.turn, zone) : text('', '')
    const late = found.turn && input.at > found.turn.dueAt ? text('（逾期）', ' (late)') : text('', '')
    return text(`${label.zh} 由 ${input.number} 完成${late.zh}`, `${input.number} did ${label.en}${late.en}`)
  },
  place: 'none',
})
