import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { HANDLE } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'
import { clockTitles } from '../deadlines.ts'

/** Clocks that run, and those that were met late; the running ones first. */
const explainable = (facts: { readonly clocks: readonly string[]; readonly lateClocks: readonly string[] }) => [
  ...new Set([...facts.clocks, ...facts.lateClocks]),
]

/**
 * Why a clock runs late, or was met late: also said afterwards, as long as the record is not void. Nothing is extended: the clock stays
 * as it is, and the reason stands beside it.
 */
export const noteDelay = complaintCommand('note-delay', {
  title: text('说明延误原因', 'Explain a delay'),
  about: text(
    '只记原因，时限不变；已逾期办结的也可补充说明。',
    'Only the reason is kept; the limit stays. A clock that was met late can be explained afterwards.',
  ),
  fulfils: ['S28-4.5i', 'S28-4.4c', 'S28-3.1c'],
  from: [...OPEN, 'closed'],
  by: HANDLE,
  input: z.object({
    deadline: choice(text('哪个时限', 'Which clock'), clockTitles),
    reason: paragraph(text('延误原因', 'Reason of the delay')),
  }),
  facts: ['clocks', 'lateClocks'],
  guard: ({ facts }) => [
    explainable(facts).length === 0 &&
      refuse(
        'no-clock',
        text(
          '没有正在计时或逾期办结的时限，不需说明。',
          'No clock is running and none was met late: nothing to explain.',
        ),
      ),
  ],
  check: ({ input, facts }) => [
    !explainable(facts).includes(input.deadline) &&
      refuse(
        'clock-not-running',
        text(
          `“${clockTitles[input.deadline]?.zh}”既未在计时，也未逾期办结，请选择其他时限。`,
          `"${clockTitles[input.deadline]?.en}" neither runs nor was met late: choose another.`,
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
  fill: ({ facts }) => {
    const [first] = explainable(facts)
    return first ? { deadline: first } : {}
  },
  choices: ({ facts }) => ({
    deadline: explainable(facts).map(name => ({ value: name, title: clockTitles[name] ?? text(name, name) })),
  }),
  rank: 83,
  place: 'menu',
})
