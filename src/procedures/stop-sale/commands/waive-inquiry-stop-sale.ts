import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { AT_WORK } from '../stop-sale.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'
import { QUALITY } from '../stop-sale-roles.ts'

/** S01-4.6b asks the supplier "where circumstances call for it": where they do not, the reason is kept. */
export const waiveInquiry = stopSaleCommand('waive-inquiry', {
  title: text('不发质量查询', 'Do not ask the supplier'),
  fulfils: ['S01-4.6b'],
  from: AT_WORK,
  by: QUALITY,
  input: z.object({ reason: paragraph(text('不发的理由', 'Reason')) }),
  guard: ({ record }) => [
    record.inquiryState === 'sent' &&
      refuse(
        'inquiry-sent',
        text('已向供货单位发出质量查询，请在查询中办理。', 'The supplier was asked already: go on with that inquiry.'),
      ),
  ],
  change: ({ input }) => ({ set: { inquiryState: 'waived' as const, inquiryWaivedReason: input.reason } }),
  tell: ({ input }) => text(`不向供货单位发质量查询：${input.reason}`, `the supplier is not asked: ${input.reason}`),
  rank: 60,
  place: 'menu',
})
