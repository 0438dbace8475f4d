import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonOwed, signerOpinion } from '../../../vocabulary/signer-opinion.ts'
import { periodicReportCommand } from '../periodic-report-command.ts'
import { REVIEWERS } from '../sign-off-chain.ts'

/** S26-8b, X22: a reviewer signs with an opinion, or returns the report to its author with a reason. */
export const signPeriodicReport = periodicReportCommand('sign', {
  title: text('审阅签字', 'Review and sign'),
  fulfils: ['BB-review'],
  from: ['signing'],
  by: REVIEWERS,
  input: z.object(signerOpinion(text('同意归档', 'Agree to its filing'), text('分析与意见', 'Analysis and opinion'))),
  differ: [
    {
      rule: 'BB-review',
      from: ({ record }) => record.submittedById,
      sentence: ({ record }) =>
        text(
          `${record.number} 由您编制，须由另一人审阅签字。`,
          `You wrote ${record.number}: somebody else reviews it.`,
        ),
    },
  ],
  check: ({ input }) => [reasonOwed(input, text('退回时请写明理由。', 'Say why you return it.'), 'BB-review')],
  sign: { chain: 'filing', step: 'waiting' },
  change: ({ input, signing, now }) => {
    if (!input.agree)
      return {
        to: 'commented',
        decline: true,
        ...(input.note && { note: input.note }),
        set: {
          returnedNote: input.note ?? null,
          answersHash: null,
          submittedAt: null,
          submittedById: null,
          submittedByName: null,
        },
      }
    return {
      ...(input.note && { note: input.note }),
      ...(signing?.last && { to: 'signed', set: { signedAt: now } }),
    }
  },
  tell: ({ input }) =>
    input.agree
      ? text(
          `审阅签字${input.note ? `：${input.note}` : ''}`,
          `reviewed and signed${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`退回编制人：${input.note}`, `returned to its author: ${input.note}`),
  rank: 10,
})
