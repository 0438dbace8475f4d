import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

/** An inquiry that went to the wrong supplier or about the wrong goods; the number stays. */
export const voidSupplierInquiry = supplierInquiryCommand('void', {
  title: text('作废', 'Void'),
  about: text('发错时使用；对方的链接随即失效。', 'For errors; the supplier’s link stops working at once.'),
  fulfils: ['S01-4.6b'],
  from: ['sent', 'answered'],
  to: 'voided',
  by: QUALITY,
  input: z.object({ reason: paragraph(text('作废原因', 'Reason')) }),
  sign: { meaning: text('此查询发出有误，我予以作废', 'This inquiry was sent in error; I void it') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ input }) => text(`作废：${input.reason}`, `voided: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
