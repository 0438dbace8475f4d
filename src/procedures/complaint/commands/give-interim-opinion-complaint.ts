import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../case-roles.ts'
import { countedFrom } from '../classification.ts'
import { complaintCommand } from '../complaint-command.ts'
import { interimOpinion } from '../policies.ts'

/** X01: where day 3 comes before the verification, an interim opinion meets the clock; a final one must follow. */
export const giveInterimOpinion = complaintCommand('give-interim-opinion', {
  title: text('出临时处置意见', 'Give an interim opinion'),
  about: text(
    '核实未结束时先给出，满足 3 天时限；之后仍须出最终意见。',
    'Given before the verification ends; a final opinion must follow.',
  ),
  fulfils: ['S01-4.4e'],
  from: ['accepted', 'verified'],
  by: QUALITY,
  input: z.object({ opinion: paragraph(text('临时处置意见', 'Interim opinion')) }),
  guard: ({ record, policy }) => [
    !policy(interimOpinion) &&
      refuse(
        'interim-not-allowed',
        text(
          '公司参数不允许临时意见，请核实后直接出最终处置意见。',
          'Interim opinions are not allowed here: verify, then give the final opinion.',
        ),
      ),
    record.opinionStage === 'final' &&
      record.opinionState !== 'declined' &&
      refuse(
        'final-given',
        text('已有最终处置意见，不需再出临时意见。', 'A final opinion was given: no interim one is needed.'),
      ),
  ],
  sign: { meaning: text('以上为我给出的临时处置意见', 'This is my interim disposition opinion') },
  change: ({ record, input, policy, newId, now, actor }) => ({
    set: {
      opinion: input.opinion,
      opinionStage: 'interim' as const,
      opinionState: 'given' as const,
      opinionAt: now,
      opinionByName: actor.name,
    },
    rows: [
      {
        child: 'opinion',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          stage: 'interim',
          opinion: input.opinion,
          outcome: 'given',
        },
      },
    ],
    meet: [{ deadline: 'opinion' }],
    open: record.investigated ? [{ deadline: 'final-opinion', from: countedFrom(record, policy, now) }] : [],
  }),
  tell: ({ input }) => text(`出具临时处置意见：${input.opinion}`, `gave an interim opinion: ${input.opinion}`),
  rank: 21,
})
