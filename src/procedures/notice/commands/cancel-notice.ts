import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { noticeCommand } from '../notice-command.ts'

/** A notice that was not sent is given up, with the reason. */
export const cancelNotice = noticeCommand('cancel', {
  title: text('取消通知', 'Cancel the notice'),
  fulfils: ['TZ-trace'],
  from: ['draft', 'approved', 'drill', 'drill-running'],
  to: 'cancelled',
  by: ['quality', 'quality-head'],
  input: z.object({ reason: paragraph(text('取消的原因', 'Why it is cancelled')) }),
  sign: { meaning: text('该通知不再发出', 'This notice will not be sent') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ record, input }) =>
    text(`取消 ${record.number}：${input.reason}`, `cancelled ${record.number}: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
