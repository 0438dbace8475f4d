import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { countedFrom } from '../classification.ts'
import { complaintCommand } from '../complaint-command.ts'

/** The quality head countersigns the final opinion, or sends it back with a reason; the clock of the opinion then runs again. */
export const countersignOpinion = complaintCommand('countersign-opinion', {
  title: text('会签处置意见', 'Countersign the opinion'),
  fulfils: ['S01-4.4e'],
  from: ['accepted', 'verified'],
  by: ['quality-head'],
  input: z.object({
    agree: yesNo(text('同意该处置意见', 'I agree with the opinion')),
    note: paragraph(text('会签意见', 'Note'), { hint: text('退回时说明原因', 'when sent back, why') }).optional(),
  }),
  facts: ['opinions'],
  guard: ({ record }) => [
    !(record.opinionStage === 'final' && record.opinionState === 'given') &&
      refuse(
        'opinion-first',
        text(
          '没有待会签的处置意见，请先由质量管理部出具最终意见。',
          'No opinion waits to be countersigned: first have quality management give the final one.',
        ),
      ),
  ],
  check: ({ input }) => [
    !input.agree &&
      !input.note &&
      refuse('reason-missing', text('退回处置意见时请说明原因。', 'Say why you send the opinion back.'), {
        field: 'note',
      }),
  ],
  sign: { meaning: text('我已审阅该处置意见', 'I have reviewed this opinion'), chain: 'opinion', step: 2 },
  change: ({ record, input, facts, policy, now, actor }) => {
    const last = facts.opinions.findLast(item => item.stage === 'final')
    const outcome = input.agree ? ('countersigned' as const) : ('declined' as const)
    const rows = last
      ? [
          {
            child: 'opinion',
            id: last.id,
            set: { outcome, decidedAt: now, decidedByName: actor.name, decidedNote: input.note ?? null },
          },
        ]
      : []
    if (input.agree)
      return {
        set: { opinionState: outcome, countersignedAt: now, countersignedByName: actor.name },
        to: 'decided',
        rows,
      }
    const interim = facts.opinions.some(item => item.stage === 'interim')
    return {
      set: { opinionState: outcome },
      rows,
      decline: true,
      open: record.investigated
        ? [{ deadline: interim ? 'final-opinion' : 'opinion', from: countedFrom(record, policy, now) }]
        : [],
    }
  },
  tell: ({ input }) =>
    input.agree
      ? text(
          `会签同意处置意见${input.note ? `：${input.note}` : ''}`,
          `countersigned the opinion${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`退回处置意见：${input.note}`, `sent the opinion back: ${input.note}`),
  remark: ({ record }) => (record.opinion ? text(`“${record.opinion}”`, `"${record.opinion}"`) : null),
  rank: 20,
})
