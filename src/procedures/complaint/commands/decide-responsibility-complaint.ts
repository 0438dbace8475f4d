import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { responsibilities } from '../taxonomy.ts'

/** X20, SG10: quality decides who is responsible; never the person who proposed it. */
export const decideResponsibility = complaintCommand('decide-responsibility', {
  title: text('判定责任', 'Decide who is responsible'),
  fulfils: ['S09-4.2a', 'S10-5.2a'],
  from: UNDER_WAY,
  by: QUALITY,
  input: z.object({
    responsibility: choice(text('责任方', 'Responsible'), responsibilities),
    reason: paragraph(text('判定理由', 'Reason')),
  }),
  differ: [
    {
      rule: 'SG10',
      from: ({ record }) => record.proposedBy,
      sentence: ({ record }) =>
        text(
          `责任由${record.proposedByName}提出，须由质量管理部的另一人判定。`,
          `${record.proposedByName} proposed the responsibility, so somebody else of quality management decides it.`,
        ),
    },
  ],
  guard: ({ record }) => [
    record.proposedResponsibility === null &&
      refuse(
        'proposal-first',
        text('要判定责任，请先由业务部提出责任判断。', 'To decide the responsibility, first have sales propose it.'),
        { clause: 'S09-4.2a' },
      ),
  ],
  change: ({ input, actor }) => ({
    set: {
      decidedResponsibility: input.responsibility,
      decidedByName: actor.name,
      decidedReason: input.reason,
    },
  }),
  tell: ({ input }) =>
    text(
      `质量管理部判定责任方：${responsibilities[input.responsibility].zh}。${input.reason}`,
      `quality management decided who is responsible: ${responsibilities[input.responsibility].en.toLowerCase()}. ${input.reason}`,
    ),
  fill: ({ record }) => ({ ...(record.proposedResponsibility && { responsibility: record.proposedResponsibility }) }),
  rank: 33,
})
