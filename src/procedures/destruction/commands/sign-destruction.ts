import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonOwed, type SignerOpinion, signerOpinion, withNote } from '../../../vocabulary/signer-opinion.ts'
import { destructionCommand } from '../destruction-command.ts'

const signature = z.object(signerOpinion())

const noteMissing = (input: SignerOpinion) =>
  reasonOwed(input, text('不同意时请写明理由。', 'Say why you do not agree.'))

/** A refusal ends the round: the list stands, quality writes the report anew or the list is voided. */
const refused = (note: string | undefined) => ({
  to: 'listed',
  decline: true,
  ...withNote(note),
  set: { declinedNote: note ?? null, approvedAt: null, approvedByName: null, checkedAt: null },
})

/** S26-5c, SG07: the deputy for business approves; never the writer of the report. */
export const approveDestruction = destructionCommand('approve', {
  title: text('审批销毁', 'Approve the destruction'),
  fulfils: ['S26-5c'],
  from: ['reported'],
  to: 'approved',
  by: ['business-deputy'],
  input: signature,
  differ: [
    {
      rule: 'SG07',
      from: ({ record }) => record.reportedById,
      sentence: ({ record }) =>
        text(
          `${record.number} 的销毁报告是您写的，须由另一人审批。`,
          `You wrote the report of ${record.number}: somebody else approves it.`,
        ),
    },
  ],
  check: ({ input }) => [noteMissing(input)],
  sign: { chain: 'destruction', step: 'waiting' },
  change: ({ input, now, actor }) =>
    input.agree
      ? { ...withNote(input.note), set: { approvedAt: now, approvedByName: actor.name } }
      : refused(input.note),
  tell: ({ input }) =>
    input.agree
      ? text(
          `批准销毁${input.note ? `：${input.note}` : ''}`,
          `approved the destruction${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`不同意销毁：${input.note}`, `refused the destruction: ${input.note}`),
  remark: ({ record }) => (record.reportReason ? text(`“${record.reportReason}”`, `"${record.reportReason}"`) : null),
  rank: 10,
})

/** S26-5c: warehouse and finance check the list at the same time; the last signature lets quality go on. */
export const checkDestruction = destructionCommand('check', {
  title: text('部门核对会签', 'Check and sign'),
  fulfils: ['S26-5c'],
  from: ['approved'],
  by: ['warehouse', 'warehouse-head', 'finance', 'finance-head'],
  input: signature,
  check: ({ input }) => [noteMissing(input)],
  sign: { chain: 'destruction', step: 'waiting' },
  change: ({ input, signing, now }) => {
    if (!input.agree) return refused(input.note)
    return signing?.last ? { to: 'checked', ...withNote(input.note), set: { checkedAt: now } } : withNote(input.note)
  },
  tell: ({ input }) =>
    input.agree
      ? text(
          `核对相符并签字${input.note ? `：${input.note}` : ''}`,
          `checked and signed${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`核对不符，退回：${input.note}`, `did not agree on checking: ${input.note}`),
  rank: 10,
})
