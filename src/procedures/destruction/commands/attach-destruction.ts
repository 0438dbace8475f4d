import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { destructionCommand } from '../destruction-command.ts'
import { KEEPERS, QUALITY } from '../taxonomy.ts'

const purposes = {
  'destruction-photo': text('销毁照片', 'Photograph of the destruction'),
  'destruction-video': text('销毁录像', 'Video of the destruction'),
  supervision: text('监毁记录', 'Paper of the regulator'),
  disposal: text('处置单位凭证', 'Proof of the disposal company'),
  other: text('其他', 'Other'),
} as const

/** S26-7a: what belongs to the file of the destruction. */
export const attachDestruction = destructionCommand('attach', {
  title: text('添加附件', 'Attach files'),
  fulfils: ['S26-7a'],
  from: ['listed', 'reported', 'approved', 'checked', 'destroyed', 'filed'],
  by: [...QUALITY, ...KEEPERS, 'quality-inspector'],
  input: z.object({
    attachments: field(z.array(z.uuid()).min(1).max(20), { title: text('附件', 'Attachments'), widget: 'attachments' }),
    purpose: choice(text('用途', 'What they are'), purposes).default('other'),
  }),
  change: ({ input }) => ({ attach: input.attachments.map(id => ({ id, purpose: input.purpose })) }),
  tell: ({ input }) =>
    text(
      `添加 ${input.attachments.length} 个附件（${purposes[input.purpose].zh}）`,
      `attached ${input.attachments.length} file(s) (${purposes[input.purpose].en.toLowerCase()})`,
    ),
  rank: 80,
  place: 'menu',
})
