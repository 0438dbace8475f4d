import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonOwed, signerOpinion } from '../../../vocabulary/signer-opinion.ts'
import { objectiveCommand } from '../quality-objective-command.ts'
import { APPROVED } from '../sign-off-chain.ts'

/** ZL-approval: the quality head puts an objective into force, or declines it with a reason. */
export const approveObjective = objectiveCommand('approve', {
  title: text('批准质量目标', 'Approve the objective'),
  fulfils: ['ZL-approval', 'ZL-separation'],
  from: ['proposed'],
  by: ['quality-head'],
  input: z.object(signerOpinion(text('批准', 'Approve'), text('意见', 'Opinion'))),
  differ: [
    {
      rule: 'ZL-separation',
      from: ({ record }) => record.proposedById,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您提出，须由另一位质量负责人批准。`,
          `You proposed ${record.number}: another quality head approves it.`,
        ),
    },
  ],
  check: ({ input }) => [reasonOwed(input, text('不批准时请写明理由。', 'Say why you decline it.'))],
  sign: { meaning: APPROVED, chain: 'approval', step: 2 },
  change: ({ input, now, actor }) =>
    input.agree
      ? {
          to: 'in-force',
          ...(input.note && { note: input.note }),
          set: { approvedAt: now, approvedByName: actor.name },
        }
      : { to: 'declined', decline: true, note: input.note ?? '', set: { declinedNote: input.note ?? null } },
  tell: ({ input }) =>
    input.agree
      ? text(`批准质量目标${input.note ? `：${input.note}` : ''}`, `approved${input.note ? `: ${input.note}` : ''}`)
      : text(`未批准：${input.note}`, `declined: ${input.note}`),
  rank: 10,
})
