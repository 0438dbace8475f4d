import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { disposalCommand } from '../disposal-command.ts'
import { LISTING } from '../roles.ts'

/** The list is taken back; its records are kept. */
export const withdrawDisposal = disposalCommand('withdraw', {
  title: text('撤回清单', 'Take the list back'),
  fulfils: ['DS-list'],
  from: ['listed', 'approved'],
  to: 'withdrawn',
  by: LISTING,
  input: z.object({ reason: paragraph(text('撤回理由', 'Reason')) }),
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ input }) => text(`撤回清单：${input.reason}`, `took the list back: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
