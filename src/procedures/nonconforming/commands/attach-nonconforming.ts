import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { choice } from '../../../vocabulary/entry-field.ts'
import { OPEN } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { PAPER } from '../taxonomy.ts'

const purposes = {
  finding: text('不合格照片', 'Photograph of the fault'),
  recheck: text('复查、检测报告', 'Re-check, test report'),
  remote: text('客户处远程证据', 'Evidence from the customer'),
  supplier: text('供货者函件', 'Letter of the supplier'),
  receipt: text('签收单', 'Receipt'),
  other: text('其他', 'Other'),
} as const

/** S26-7a: what belongs into the quality-issue file. */
export const attachNonconforming = nonconformingCommand('attach', {
  title: text('添加附件', 'Attach files'),
  fulfils: ['S26-7a'],
  from: [...OPEN, 'filed', 'released'],
  by: PAPER,
  input: z.object({
    attachments: field(z.array(z.uuid()).min(1).max(20), { title: text('附件', 'Attachments'), widget: 'attachments' }),
    purpose: choice(text('用途', 'What they are'), purposes).default('finding'),
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
