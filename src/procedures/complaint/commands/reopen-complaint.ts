import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { CASE_HEADS } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { nextDailyContact } from '../daily-contact.ts'

/** S01-4.1a: the hazard came back, or the customer does not agree. What was done stays; new clocks count from now. */
export const reopenComplaint = complaintCommand('reopen', {
  title: text('重新打开', 'Reopen'),
  about: text('原处理经过全部保留，时限从现在重新计算。', 'Everything done so far stays; the clocks count from now.'),
  fulfils: ['S01-4.1a', 'S28-4.5i'],
  from: ['closed'],
  to: 'accepted',
  by: CASE_HEADS,
  input: z.object({
    reason: paragraph(text('重新打开的原因', 'Why it is reopened')),
    verifyAgain: yesNo(text('须重新到场核实', 'To be verified on site again')).default(false),
  }),
  change: ({ record, input, now, zone }) => {
    const again = input.verifyAgain && record.investigated
    const daily =
      record.urgency === 'urgent' ? nextDailyContact({ dailyContactDay: null, solvedAt: null }, now, zone) : null
    const clocks = record.investigated ? ['completion', 'opinion', ...(again ? ['verification'] : [])] : []
    return {
      set: {
        reopenedAt: now,
        reopenCount: record.reopenCount + 1,
        reopenReason: input.reason,
        solvedAt: null,
        solvedByName: null,
        solution: null,
        opinion: null,
        opinionStage: null,
        opinionState: null,
        opinionAt: null,
        opinionByName: null,
        countersignedAt: null,
        countersignedByName: null,
        repliedAt: null,
        repliedByName: null,
        replyTo: null,
        reply: null,
        satisfaction: null,
        satisfactionNote: null,
        satisfactionAt: null,
        satisfactionByName: null,
        closedAt: null,
        closedByName: null,
        closingNote: null,
        dailyContactDay: daily?.key ?? null,
        ...(again && {
          dispatchedAt: null,
          inspectorId: null,
          inspectorName: null,
          visitedAt: null,
          verifiedAt: null,
          verifiedByName: null,
          finding: null,
          findingNote: null,
        }),
      },
      open: [...clocks.map(deadline => ({ deadline, from: now })), ...(daily ? [daily] : [])],
    }
  },
  tell: ({ record, input }) =>
    text(`重新打开 ${record.number}：${input.reason}`, `reopened ${record.number}: ${input.reason}`),
  rank: 60,
})
