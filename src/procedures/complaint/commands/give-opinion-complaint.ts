import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { interimOpinion } from '../policies.ts'
import { causes } from '../taxonomy.ts'

/** S01-4.4e: the disposition opinion, signed by quality; the quality head countersigns. */
export const giveOpinion = complaintCommand('give-opinion', {
  title: text('出最终处置意见', 'Give the final opinion'),
  fulfils: ['S01-4.4e', 'S01-3c', 'S01-4.4b', 'S10-1a', 'CN-CP-001'],
  from: ['accepted', 'verified'],
  by: QUALITY,
  input: z.object({
    opinion: paragraph(text('处置意见', 'Disposition opinion')),
    causeCategory: choice(text('原因类别', 'Cause category'), causes),
    cause: paragraph(text('查明的原因', 'Cause found')),
  }),
  guard: ({ record, policy }) => [
    record.investigated &&
      record.verifiedAt === null &&
      refuse(
        'verify-first',
        policy(interimOpinion)
          ? text(
              '要出最终意见，请先登记核实结果；现在可出临时意见。',
              'To give the final opinion, first record the verification; an interim opinion is possible now.',
            )
          : text('要出最终意见，请先登记核实结果。', 'To give the final opinion, first record the verification.'),
        { clause: 'S01-4.4c' },
      ),
  ],
  sign: { meaning: text('以上为我给出的处置意见', 'This is my disposition opinion'), chain: 'opinion', step: 1 },
  change: ({ input, newId, now, actor }) => ({
    set: {
      opinion: input.opinion,
      opinionStage: 'final' as const,
      opinionState: 'given' as const,
      opinionAt: now,
      opinionByName: actor.name,
      countersignedAt: null,
      countersignedByName: null,
      causeCategory: input.causeCategory,
      cause: input.cause,
    },
    rows: [
      {
        child: 'opinion',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          stage: 'final',
          opinion: input.opinion,
          outcome: 'given',
        },
      },
    ],
    meet: [{ deadline: 'opinion' }, { deadline: 'final-opinion' }],
  }),
  tell: ({ input }) => text(`出具处置意见：${input.opinion}`, `gave the disposition opinion: ${input.opinion}`),
  fill: ({ record }) => ({
    ...(record.opinion && { opinion: record.opinion }),
    ...(record.causeCategory && { causeCategory: record.causeCategory }),
    ...(record.cause && { cause: record.cause }),
  }),
  rank: 20,
})
