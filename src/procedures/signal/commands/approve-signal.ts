import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { dayOf, daysBetween } from '../../../kernel/time.ts'
import { reasonOwed, signerOpinion } from '../../../vocabulary/signer-opinion.ts'
import { APPROVED } from '../sign-off-chain.ts'
import { decisions } from '../signal.ts'
import { signalCommand } from '../signal-command.ts'

/** The quality head approves the decision, or returns it with a reason. */
export const approveSignal = signalCommand('approve', {
  title: text('批准处理意见', 'Approve the decision'),
  fulfils: ['XH-decision', 'XH-separation'],
  from: ['proposed'],
  by: ['quality-head'],
  input: z.object(signerOpinion(text('批准', 'Approve'), text('意见', 'Opinion'))),
  differ: [
    {
      rule: 'SG09',
      from: ({ record }) => record.proposedById,
      sentence: ({ record }) =>
        text(
          `${record.number} 的处理意见由您提出，须由另一人批准。`,
          `You proposed the decision on ${record.number}: somebody else approves it.`,
        ),
    },
  ],
  check: ({ input }) => [reasonOwed(input, text('退回时请写明理由。', 'Say why you return it.'))],
  sign: { meaning: APPROVED, chain: 'decision', step: 2 },
  change: ({ record, input, now, zone, actor }) => {
    if (!input.agree)
      return { to: 'open', decline: true, note: input.note ?? '', set: { returnedNote: input.note ?? null } }
    const decision = record.decision ?? 'no-action'
    const days = record.until ? Math.max(0, daysBetween(dayOf(now, zone), record.until)) : 0
    return {
      to: decision === 'watch' ? 'watching' : decision === 'investigate' ? 'investigating' : 'closed',
      ...(input.note && { note: input.note }),
      set: {
        approvedAt: now,
        approvedByName: actor.name,
        ...(decision === 'no-action' && {
          conclusion: record.decisionReason,
          closedAt: now,
          closedByName: actor.name,
        }),
      },
      meet: [{ deadline: 'decision' }],
      ...(decision !== 'no-action' && {
        open: [
          {
            deadline: 'review',
            from: now,
            limit: { unit: 'days', value: days, basis: 'company', endOfDay: true } as const,
          },
        ],
      }),
    }
  },
  tell: ({ record, input }) =>
    input.agree
      ? text(
          `批准“${decisions[record.decision ?? 'no-action'].zh}”${input.note ? `：${input.note}` : ''}`,
          `approved "${decisions[record.decision ?? 'no-action'].en}"${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`退回：${input.note}`, `returned: ${input.note}`),
  remark: ({ record }) =>
    record.decisionReason ? text(`“${record.decisionReason}”`, `"${record.decisionReason}"`) : null,
  rank: 10,
})
