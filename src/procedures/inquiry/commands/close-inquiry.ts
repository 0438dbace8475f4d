import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { satisfactions } from '../../../vocabulary/intake.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { DESK } from '../taxonomy.ts'

/** S28-4.5j: the customer is asked whether he is satisfied; nothing stays open. */
export const closeInquiry = inquiryCommand('close', {
  title: text('关闭咨询', 'Close the inquiry'),
  fulfils: ['S28-4.5j', 'S28-1a', 'S28-3.1c', 'S28-4.4c'],
  from: ['answered'],
  to: 'closed',
  by: DESK,
  input: z.object({
    satisfaction: choice(text('满意度', 'Satisfaction'), satisfactions).optional(),
    satisfactionNote: paragraph(text('客户评价', 'Comment of the customer')).optional(),
    noSatisfactionReason: paragraph(text('未询问满意度的原因', 'Why satisfaction was not asked')).optional(),
  }),
  guard: ({ record }) => [
    !record.supervisedAt &&
      refuse(
        'supervision-open',
        text(
          `要关闭 ${record.number}，请先监督核对办理时间与措施。`,
          `To close ${record.number}, first compare handling time and measures with the plan.`,
        ),
        { clause: 'S28-4.4c' },
      ),
  ],
  check: ({ record, input }) => [
    !input.satisfaction &&
      !input.noSatisfactionReason &&
      refuse(
        'satisfaction-open',
        text(
          `要关闭 ${record.number}，请先询问客户满意度，或说明未询问的原因。`,
          `To close ${record.number}, first ask about satisfaction, or say why it was not asked.`,
        ),
        { field: 'satisfaction', clause: 'S28-4.5j' },
      ),
    input.satisfaction === 'dissatisfied' &&
      !input.satisfactionNote &&
      refuse(
        'dissatisfied-without-note',
        text(
          '客户不满意：请写明意见，或退回部门重新办理，或转为投诉。',
          'The customer is not satisfied: write down why, send it back to the department, or turn it into a complaint.',
        ),
        { field: 'satisfactionNote', clause: 'S28-4.5j' },
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      satisfaction: input.satisfaction ?? null,
      satisfactionNote: input.satisfactionNote ?? null,
      noSatisfactionReason: input.satisfaction ? null : (input.noSatisfactionReason ?? null),
      closedAt: now,
      closedByName: actor.name,
    },
  }),
  tell: ({ record, input }) =>
    input.satisfaction
      ? text(
          `关闭 ${record.number}，客户${satisfactions[input.satisfaction].zh}`,
          `closed ${record.number}, customer ${satisfactions[input.satisfaction].en.toLowerCase()}`,
        )
      : text(
          `关闭 ${record.number}，未询问满意度：${input.noSatisfactionReason}`,
          `closed ${record.number}, satisfaction not asked: ${input.noSatisfactionReason}`,
        ),
  rank: 40,
})
