import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { clockOf } from '../declared-duty.ts'
import { RUNNING } from '../duty.ts'
import { dutyCommand } from '../duty-command.ts'
import { systemOnly } from '../who-may.ts'
import { withoutTurns } from '../without-turns.ts'

const GONE = text('对象已不存在或程序不再要求', 'the place is gone or the procedure demands it no more')

/** The place is gone, or the procedure demands the work no more. What was missed until then stays late. */
export const endDuty = dutyCommand('end', {
  title: text('结束', 'End'),
  about: text('对象撤销后自动结束。', 'Ends by itself when its place is gone.'),
  fulfils: ['DU-planned'],
  from: [...RUNNING, 'suspended'],
  to: 'ended',
  by: ['administrator'],
  input: z.object({}),
  facts: ['owed'],
  guard: systemOnly,
  change: ({ record, facts, now }) => {
    const { rows, cancel } = withoutTurns(record, facts.owed, now, GONE)
    const over = facts.owed.filter(turn => turn.dueAt < now)
    // met late rather than ended with the record: a missed turn stays in the evidence of its clause
    const missed = over
      .filter(turn => turn.state === 'open')
      .map(({ id }) => ({ child: 'turn', id, set: { state: 'missed' } }))
    return { rows: [...rows, ...missed], cancel, meet: over.map(({ key }) => ({ deadline: clockOf(record), key })) }
  },
  tell: () => text(`结束：${GONE.zh}`, `ended: ${GONE.en}`),
  place: 'none',
})
