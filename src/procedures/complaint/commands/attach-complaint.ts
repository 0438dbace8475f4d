import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { HANDLE } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { OPEN } from '../complaint-states.ts'

const purposes = {
  intake: text('客户来件', 'From the customer'),
  photo: text('照片', 'Photograph'),
  verification: text('核实资料', 'Verification'),
  report: text('检测报告', 'Test report'),
  reply: text('答复资料', 'Reply'),
  other: text('其他', 'Other'),
} as const

/** S28-4.3d: fax, mail, photographs and reports belong to the record. */
export const attachComplaint = complaintCommand('attach', {
  title: text('添加附件', 'Attach files'),
  fulfils: ['S28-4.3d'],
  from: [...OPEN, 'closed'],
  by: HANDLE,
  input: z.object({
    attachments: field(z.array(z.uuid()).min(1).max(20), { title: text('附件', 'Attachments'), widget: 'attachments' }),
    purpose: choice(text('用途', 'What they are'), purposes).default('photo'),
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
