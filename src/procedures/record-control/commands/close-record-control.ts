import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, paragraph } from '../../../vocabulary/entry-field.ts'
import { recordControlCommand } from '../record-control-command.ts'

/** The findings of a check were put right. */
export const closeCheck = recordControlCommand('close', {
  title: text('确认整改', 'Confirm that it was put right'),
  fulfils: ['S11-4.1b'],
  from: ['recorded'],
  to: 'closed',
  by: ['administrator', 'quality-head'],
  input: z.object({
    outcome: paragraph(text('整改结果', 'What was done')),
    attachments: attachmentIds.optional(),
  }),
  sign: { meaning: text('整改已完成，我予以确认', 'It was put right; I confirm it') },
  change: ({ input, actor }) => ({
    set: { outcome: input.outcome, closedByName: actor.name },
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'evidence' })),
  }),
  tell: ({ input }) => text(`整改完成：${input.outcome}`, `put right: ${input.outcome}`),
  rank: 20,
})
