import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { responsibilities } from '../taxonomy.ts'

/** S09-4.2a as read in X20: sales proposes who is responsible; quality decides. */
export const proposeResponsibility = complaintCommand('propose-responsibility', {
  title: text('提出责任判断', 'Propose who is responsible'),
  fulfils: ['S09-4.2a', 'S09-4.1a'],
  from: UNDER_WAY,
  by: ['sales', 'sales-head'],
  input: z.object({
    responsibility: choice(text('责任方', 'Responsible'), responsibilities),
    reason: paragraph(text('理由', 'Reason')),
  }),
  change: ({ input, actor }) => ({
    set: {
      proposedResponsibility: input.responsibility,
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposedReason: input.reason,
    },
  }),
  tell: ({ input }) =>
    text(
      `业务部提出责任方：${responsibilities[input.responsibility].zh}。${input.reason}`,
      `sales proposes as responsible: ${responsibilities[input.responsibility].en.toLowerCase()}. ${input.reason}`,
    ),
  remark: ({ record }) =>
    record.proposedResponsibility
      ? text(
          `${record.proposedByName}已提出：${responsibilities[record.proposedResponsibility].zh}`,
          `${record.proposedByName} proposed: ${responsibilities[record.proposedResponsibility].en.toLowerCase()}`,
        )
      : null,
  rank: 32,
})
