import { z } from 'zod'
import type { Start } from '../../../kernel/command.ts'
import { text } from '../../../kernel/text.ts'
import { reasonOwed, signerOpinion } from '../../../vocabulary/signer-opinion.ts'
import type { AccessReviewLine } from '../access-review.ts'
import { accessReviewCommand } from '../access-review-command.ts'
import type { Holding } from '../queries.ts'

/** The steps on the person's record that carry a line out: what is still held and still open. */
function stepsFor(line: AccessReviewLine, holding: Holding | undefined, number: string): readonly Start[] {
  if (!holding) return []
  const reason = `${number}：${line.reason ?? ''}`
  if (line.decision === 'deactivate')
    return holding.state === 'active' ? [{ command: 'person.deactivate', on: line.personId, input: { reason } }] : []
  return line.revoked
    .filter(role => holding.roles.includes(role))
    .map(role => ({ command: 'person.revoke-role', on: line.personId, input: { role, reason } }))
}

/** Quality head and administrator sign, two people; with the last signature the changes are carried out. */
export const signAccessReview = accessReviewCommand('sign', {
  title: text('会签', 'Sign'),
  about: text(
    '最后一人签字时，收回角色和停用账号随即办理。',
    'With the last signature roles are revoked and accounts closed.',
  ),
  fulfils: ['AR-signatures', 'AR-changes'],
  from: ['signing'],
  by: ['quality-head', 'administrator'],
  input: z.strictObject(signerOpinion()),
  facts: ['lines'],
  find: ['holdings'],
  check: ({ input }) => [
    reasonOwed(input, text('不同意时请写明哪里不对。', 'Say what is wrong when you do not agree.')),
  ],
  sign: { chain: 'review', step: 'waiting' },
  change: ({ record, input, facts, found, signing, actor, now }) => {
    const note = input.note ? { note: input.note } : {}
    if (!input.agree) return { ...note, to: 'open', decline: true, set: { submittedAt: null } }
    if (!signing?.last) return note
    const changes = facts.lines.filter(line => line.decision === 'revoke' || line.decision === 'deactivate')
    // nobody changes an account of his own: another administrator does that by hand
    const mine = changes.filter(line => line.personId !== actor.id)
    return {
      ...note,
      to: 'closed',
      set: { closedAt: now },
      rows: mine.map(line => ({ child: 'line', id: line.id, set: { carriedOutAt: now } })),
      start: mine.flatMap(line => stepsFor(line, found.holdings.get(line.personId), record.number)),
    }
  },
  tell: ({ input, signing }) =>
    input.agree
      ? signing?.last
        ? text('会签完成，变更已办理', 'signed; the changes are carried out')
        : text('签字同意', 'signed')
      : text(`不同意，退回核对：${input.note}`, `did not agree: ${input.note}`),
  rank: 10,
})
