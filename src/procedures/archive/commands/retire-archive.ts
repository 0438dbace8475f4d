import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { archiveCommand, KEEPERS } from '../archive-command.ts'

/** A medium is no longer used; its entry stays. */
export const retireMedium = archiveCommand('retire', {
  title: text('停用介质', 'Retire the medium'),
  fulfils: ['S11-5c'],
  from: ['kept', 'unreadable'],
  to: 'retired',
  by: KEEPERS,
  input: z.object({ reason: paragraph(text('停用原因及替代介质', 'Why, and what takes its place')) }),
  sign: { meaning: text('此介质停用，内容已另有保存', 'This medium is retired; its content is kept elsewhere') },
  change: ({ input }) => ({ set: { retireReason: input.reason } }),
  tell: ({ input }) => text(`停用：${input.reason}`, `retired: ${input.reason}`),
  rank: 90,
  place: 'menu',
})
