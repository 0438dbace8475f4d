import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds as attachments, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { HANDLE } from '../case-roles.ts'
import { SOLVE_WITH_CONTACT } from '../classification.ts'
import { complaintCommand } from '../complaint-command.ts'
import { RECEIPT } from '../fields.ts'
import { planKey } from './plan-complaint.ts'

const AT = text('解决时间', 'Solved at')

/** The problem at the customer's is solved; the daily reports of an urgent case end with it. */
export const solveComplaint = complaintCommand('solve', {
  title: text('登记问题已解决', 'Record that the problem is solved'),
  fulfils: ['S28-1a', 'S28-4.4b', 'S28-4.5f', 'S01-4.4d', 'S01-4.1a', 'S09-1a', 'S12-5.10.5a'],
  from: ['accepted', 'verified', 'decided'],
  by: HANDLE,
  input: z.object({
    solvedAt: moment(AT).optional(),
    solution: paragraph(text('处理时间与措施', 'What was done, and when')),
    attachments: attachments.optional(),
  }),
  guard: ({ record }) => [
    record.solvedAt &&
      refuse(
        'already-solved',
        text(
          `${record.solvedByName}已登记解决；如又发生，请登记联系或重新打开。`,
          `${record.solvedByName} recorded it as solved; if it came back, write a contact or reopen.`,
        ),
      ),
    record.firstContactAt === null &&
      refuse(
        'contact-first',
        text('要登记解决，请先登记与客户的联系。', 'To record it as solved, first record a contact with the customer.'),
        {
          clause: 'S28-4.5f',
        },
      ),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.solvedAt, now, 'solvedAt', AT),
    notBefore(input.solvedAt, record.receivedAt, 'solvedAt', AT, RECEIPT),
  ],
  change: ({ record, input, now, actor }) => {
    const at = happened(input.solvedAt, now)
    const plans = Array.from({ length: record.planCount }, (_, i) => planKey(i + 1))
    return {
      set: { solvedAt: at, solvedByName: actor.name, solution: input.solution, dailyContactDay: null },
      meet: [...plans, SOLVE_WITH_CONTACT].map(key => ({ deadline: 'expected-time', key, at })),
      cancel: record.dailyContactDay
        ? [
            {
              deadline: 'daily-contact',
              key: record.dailyContactDay,
              reason: text('问题已解决', 'the problem is solved'),
            },
          ]
        : [],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'solution' })),
    }
  },
  tell: ({ input }) => text(`问题已解决：${input.solution}`, `solved: ${input.solution}`),
  fill: ({ now }) => ({ solvedAt: now }),
  rank: 35,
})
