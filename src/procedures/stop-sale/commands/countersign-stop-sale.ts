import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { suspendNotice } from '../notices.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'

/** The second signature makes the stop a confirmed one and drafts the notice to the other buyers (S01-4.7e). */
export const countersignStopSale = stopSaleCommand('countersign', {
  title: text('确认停售（质量负责人会签）', 'Confirm the stop (quality head signs)'),
  fulfils: ['S01-4.7a', 'S01-4.7f', 'CN-RC-013', 'CN-RC-014'],
  from: ['confirming'],
  by: ['quality-head'],
  input: z.object({
    agree: yesNo(text('同意确认停售', 'I agree to the stop')),
    note: paragraph(text('意见', 'Opinion'), { hint: text('退回复查时说明原因', 'when sent back, why') }).optional(),
  }),
  facts: ['soldLotIds', 'told'],
  check: ({ input }) => [
    !input.agree &&
      !input.note &&
      refuse('reason-missing', text('退回复查时请说明原因。', 'Say why it goes back to the re-check.'), {
        field: 'note',
      }),
  ],
  sign: { meaning: text('我已知悉并同意停售', 'I know of it and agree to the stop'), chain: 'confirmation', step: 2 },
  change: ({ record, input, facts, now, actor }) => {
    if (!input.agree)
      return {
        to: 're-check',
        decline: true,
        set: { finding: null, findingNote: null, findingAt: null, findingByName: null },
        open: [{ deadline: 'recheck', from: now }],
      }
    return {
      to: 'confirmed',
      set: { confirmedAt: now, countersignedByName: actor.name, precautionary: false },
      open: [
        { deadline: 'registrant', from: now },
        { deadline: 'authority', from: now },
      ],
      // The notice because of which the goods were stopped tells their buyers itself.
      start:
        record.source === 'recall' && record.causeId !== null && record.widenCount === 0
          ? []
          : suspendNotice(record, record.findingNote ?? record.reason, facts.soldLotIds, facts.told, now),
    }
  },
  tell: ({ input }) =>
    input.agree
      ? text(
          `会签同意，停售确认${input.note ? `：${input.note}` : ''}`,
          `agreed: the stop is confirmed${input.note ? `: ${input.note}` : ''}`,
        )
      : text(`退回复查：${input.note}`, `sent back to the re-check: ${input.note}`),
  remark: ({ record }) => (record.findingNote ? text(`“${record.findingNote}”`, `"${record.findingNote}"`) : null),
  rank: 15,
})
