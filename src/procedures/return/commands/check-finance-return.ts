import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { alertOf } from '../alert.ts'
import { returnCommand } from '../return-command.ts'
import { OPEN } from '../states.ts'

/** S02-4.2.11a, 3.8a–c: the head of finance looks at a return whenever he wants, and raises what he finds. */
export const checkFinance = returnCommand('check-finance', {
  title: text('财务检查', 'Check by finance'),
  about: text(
    '财务负责人可随时检查；发现问题的，业务负责人和总经理须签收。',
    'Finance may look at any time; a problem is signed for by the head of sales and the general manager.',
  ),
  fulfils: ['S02-4.2.11a', 'S02-3.8a', 'S02-3.8c'],
  from: OPEN,
  by: ['finance-head'],
  input: z.object({
    note: paragraph(text('检查意见', 'What was found')),
    problem: yesNo(text('发现问题，需要上报', 'There is a problem to report')).default(false),
  }),
  change: ({ input, newId, now, actor }) => {
    const raised = input.problem ? alertOf(input.note, now) : null
    return {
      set: { financeCheckedAt: now, financeCheckedByName: actor.name, financeNote: input.note, ...raised?.set },
      rows: [
        {
          child: 'note',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'finance-inspection',
            content: input.note,
            department: null,
            otherPartyId: null,
            otherPartyName: null,
          },
        },
      ],
      open: raised?.open ?? [],
      seek: raised?.seek ?? [],
    }
  },
  tell: ({ input }) =>
    text(
      `财务检查${input.problem ? '发现问题' : ''}：${input.note}`,
      `finance checked the return${input.problem ? ' and found a problem' : ''}: ${input.note}`,
    ),
  rank: 70,
  place: 'menu',
})
