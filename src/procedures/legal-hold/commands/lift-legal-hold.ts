import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { legalHoldCommand } from '../legal-hold-command.ts'

/** LH-lift: somebody else ends the hold; retention counts on as if it had never been. */
export const liftHold = legalHoldCommand('lift', {
  title: text('解除保留', 'Lift the hold'),
  fulfils: ['LH-lift'],
  from: ['placed'],
  to: 'lifted',
  by: ['quality-head', 'management-representative', 'general-manager'],
  input: z.object({ reason: paragraph(text('解除理由', 'Reason')) }),
  differ: [
    {
      rule: 'LH-lift',
      from: ({ record }) => record.createdBy,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您作出，解除须由另一人签字，请转交质量负责人、管理者代表或总经理。`,
          `You placed ${record.number}: somebody else lifts it. Ask the quality head, the management representative or the general manager.`,
        ),
    },
  ],
  sign: { meaning: text('保留的理由已不存在，我予以解除', 'The reason for the hold is gone; I lift it') },
  change: ({ input, now, actor }) => ({
    set: { liftedAt: now, liftedByName: actor.name, liftReason: input.reason },
  }),
  tell: ({ input }) => text(`解除保留：${input.reason}`, `lifted: ${input.reason}`),
  rank: 20,
})
