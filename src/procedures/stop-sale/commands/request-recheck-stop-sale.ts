import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { stop } from '../fields.ts'
import { recheckForm } from '../policies.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { STOPPERS } from '../stop-sale-roles.ts'
import { formVariants } from '../wording.ts'

/** S25-2.6a: the re-check notice goes to quality; X05: under the name that the company's procedure uses. */
export const requestRecheck = stopSaleCommand('request-recheck', {
  title: text('申请质量复查', 'Ask for the re-check'),
  fulfils: ['S25-2.6a', 'S26-2.1a'],
  from: ['placed'],
  to: 're-check',
  by: STOPPERS,
  input: z.object({
    formVariant: stop.formVariant.optional(),
    problem: paragraph(text('发现的问题', 'Problem found')),
    quantity: stop.quantity.optional(),
    attachments: attachmentIds.optional(),
  }),
  change: ({ input, policy, now, actor }) => ({
    set: {
      formVariant: input.formVariant ?? policy(recheckForm),
      problem: input.problem,
      recheckQuantity: input.quantity ?? null,
      recheckRequestedAt: now,
      recheckRequestedByName: actor.name,
    },
    meet: [{ deadline: 'recheck-request' }],
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'recheck-request' })),
  }),
  tell: ({ record, input }) => {
    const form = formVariants[record.formVariant ?? 'recheck-report']
    return text(
      `以${form.zh}申请质量复查：${input.problem}`,
      `asked for the re-check (${form.en.toLowerCase()}): ${input.problem}`,
    )
  },
  fill: ({ policy }) => ({ formVariant: policy(recheckForm) }),
  rank: 12,
})
