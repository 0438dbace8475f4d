import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { HANDLE } from '../case-roles.ts'
import { OPEN } from '../complaint.ts'
import { complaintCommand } from '../complaint-command.ts'
import { clockTitles } from '../deadlines.ts'

/** Why a clock runs late. Nothing is extended: the clock stays as it is, and the reason stands beside it. */
export const noteDelay = complaintCommand('note-delay', {
  title: text('说明延误原因', 'Explain a delay'),
  about: text('只记原因，时限不变。', 'Only the reason is kept; the limit stays.'),
  fulfils: ['S28-4.5i', 'S28-4.4c', 'S28-3.1c'],
  from: OPEN,
  by: HANDLE,
  input: z.object({
    deadline: choice(text('哪个时限', 'Which clock'), clockTitles),
    reason: paragraph(text('延误原因', 'Reason of the delay')),
  }),
  facts: ['clocks'],
  guard: ({ facts }) => [
    facts.clocks.length === 0 &&
      refuse('no-clock', text('没有正在计时的时限，不需说明。', 'No clock is running: nothing to explain.')),
  ],
  check: ({ input, facts }) => [
    !facts.clocks.includes(input.deadline) &&
      refuse(
        'clock-not-running',
        text(
          `“${clockTitles[input.deadline]?.zh}”现在没有计时，请选择正在计时的时限。`,
          `"${clockTitles[input.deadline]?.en}" is not running: choose one that is.`,
        ),
        { field: 'deadline' },
      ),
  ],
  change: ({ input, newId, now, actor }) => ({
    rows: [
      {
        child: 'delay',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          deadline: input.deadline,
          reason: input.reason,
        },
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `说明“${clockTitles[input.deadline]?.zh}”的延误原因：${input.reason}`,
      `explained the delay of "${clockTitles[input.deadline]?.en}": ${input.reason}`,
    ),
  fill: ({ facts }) => ({ ...(facts.clocks[0] && { deadline: facts.clocks[0] }) }),
  rank: 83,
  place: 'menu',
})
