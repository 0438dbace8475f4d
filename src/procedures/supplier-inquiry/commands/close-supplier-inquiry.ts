import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

/** What the supplier promised was looked after. */
export const closeSupplierInquiry = supplierInquiryCommand('close', {
  title: text('关闭查询', 'Close the inquiry'),
  fulfils: ['S01-4.6b'],
  from: ['evaluated'],
  to: 'closed',
  by: QUALITY,
  input: z.object({
    note: paragraph(text('措施落实情况', 'What became of the measures')),
  }),
  change: ({ input, now, actor }) => ({ set: { closedAt: now, closedByName: actor.name, closingNote: input.note } }),
  tell: ({ input }) => text(`关闭查询：${input.note}`, `closed: ${input.note}`),
  rank: 30,
})
