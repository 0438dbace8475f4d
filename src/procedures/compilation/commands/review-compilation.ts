import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { compilationCommand } from '../compilation-command.ts'
import { REVIEWING } from '../roles.ts'

/** S11-5.1c: somebody else reviews what was compiled; it is filed. */
export const reviewCompilation = compilationCommand('review', {
  title: text('审核归档', 'Review and file'),
  fulfils: ['S11-5.1.1i'],
  from: ['compiled'],
  to: 'filed',
  by: REVIEWING,
  input: z.object({ note: paragraph(text('审核意见', 'Opinion')).optional() }),
  differ: [
    {
      rule: 'SC21',
      from: ({ record }) => record.createdBy,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您汇编，审核须由另一人签字，请转交质量负责人或管理者代表。`,
          `You compiled ${record.number}: somebody else reviews it. Ask the quality head or the management representative.`,
        ),
    },
  ],
  sign: { meaning: text('我已审核此汇编，予以归档', 'I reviewed this compilation; it is filed') },
  change: ({ now, actor }) => ({ set: { reviewedAt: now, reviewedByName: actor.name } }),
  tell: ({ input }) =>
    text(`审核归档${input.note ? `：${input.note}` : ''}`, `reviewed and filed${input.note ? `: ${input.note}` : ''}`),
  rank: 10,
})
