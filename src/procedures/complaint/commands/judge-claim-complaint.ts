import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { consumerOnly } from '../consumer-claim.ts'

/** S02-4.3.1c: is the ground sufficient, is the demand reasonable, does the complaint stand? */
export const judgeClaim = complaintCommand('judge-claim', {
  title: text('判断消费者投诉是否成立', 'Judge whether the complaint stands'),
  fulfils: ['S02-4.3.1c', 'S02-4.3.1d'],
  from: UNDER_WAY.slice(0, 3),
  by: ['after-sales', 'after-sales-head'],
  input: z.object({
    groundSufficient: yesNo(text('理由充分', 'The ground is sufficient')),
    demandReasonable: yesNo(text('要求合理', 'The demand is reasonable')),
    established: yesNo(text('投诉成立', 'The complaint stands')),
    ourQuality: yesNo(text('确属我方质量问题', 'It is our quality problem'), {
      when: { field: 'established', is: [true] },
    }).default(false),
    reason: paragraph(text('判断依据', 'Basis of the judgement')),
  }),
  guard: ({ record }) => [consumerOnly(record)],
  check: ({ input }) => [
    input.established &&
      !input.groundSufficient &&
      refuse(
        'ground-missing',
        text(
          '理由不充分时投诉不能成立，请核对两项判断。',
          'A complaint without sufficient ground does not stand: check both answers.',
        ),
        { field: 'established' },
      ),
    !input.established &&
      input.ourQuality &&
      refuse(
        'ours-but-not-established',
        text(
          '确属我方质量问题时投诉应成立，请核对。',
          'If it is our quality problem, the complaint stands: check the answers.',
        ),
        { field: 'ourQuality' },
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      groundSufficient: input.groundSufficient,
      demandReasonable: input.demandReasonable,
      established: input.established,
      ourQuality: input.ourQuality,
      judgementReason: input.reason,
      judgedAt: now,
      judgedByName: actor.name,
    },
  }),
  tell: ({ input }) =>
    input.established
      ? text(`判断投诉成立：${input.reason}`, `judged that the complaint stands: ${input.reason}`)
      : text(
          `判断投诉不成立，本件保留在案：${input.reason}`,
          `judged that the complaint does not stand; it stays on record: ${input.reason}`,
        ),
  rank: 12,
})
