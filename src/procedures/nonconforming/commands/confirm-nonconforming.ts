import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'

/** S26-2.3c: the salesperson issues the transfer slip; the keeper then moves the goods. */
export const confirmNonconforming = nonconformingCommand('confirm', {
  title: text('开移库单', 'Issue the transfer slip'),
  about: text(
    '业务员开不合格品移库单，通知保管员移库。',
    'The slip tells the keeper to move the goods to the unqualified store.',
  ),
  fulfils: ['S26-2.3c'],
  from: ['confirmed'],
  to: 'to-move',
  by: ['sales-rep', 'sales', 'sales-head'],
  input: z.object({ note: paragraph(text('移库说明', 'Note')).optional() }),
  sign: { meaning: text('开具不合格品移库单', 'I issue this transfer slip') },
  change: ({ record, input, now, actor }) => ({
    set: {
      slipNo: `${record.number}-YK`,
      slipNote: input.note ?? null,
      slipAt: now,
      slipByName: actor.name,
    },
  }),
  tell: ({ record }) =>
    text(
      `开移库单 ${record.slipNo}，${record.quantity} ${record.unit}移入不合格品区`,
      `issued transfer slip ${record.slipNo} for ${record.quantity} ${record.unit}`,
    ),
  remark: ({ record }) =>
    record.recheckNote ? text(`复查：“${record.recheckNote}”`, `Re-check: "${record.recheckNote}"`) : null,
  rank: 10,
})
