import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** S02-1a: a return is closed once the customer has everything and nothing of it is open. */
export const closeReturn = returnCommand('close', {
  title: text('关闭退货', 'Close the return'),
  fulfils: ['S02-1a', 'S02-3.3a', 'S02-4.2.6e', 'S02-4.2.6g'],
  from: ['note-sent'],
  to: 'closed',
  by: AFTER_SALES,
  input: z.object({ note: paragraph(text('办结说明', 'Note')).optional() }),
  guard: ({ record, signOffs }) => [
    record.refusedQuantity > 0 &&
      record.refusalToldAt === null &&
      refuse(
        'refusal-open',
        text(
          `要关闭 ${record.number}，请先把拒签说明答复客户并退还货品。`,
          `To close ${record.number}, first tell the customer of the refusal and send those goods back.`,
        ),
        { clause: 'S02-4.2.6g' },
      ),
    record.correctiveAction !== null &&
      record.correctiveDoneAt === null &&
      refuse(
        'action-open',
        text(
          `要关闭 ${record.number}，请先由责任部门填报纠正预防措施。`,
          `To close ${record.number}, first have the department record its corrective action.`,
        ),
        { clause: 'S02-4.2.6e' },
      ),
    signOffs.some(row => row.chain === 'alert' && row.outcome === 'pending') &&
      refuse(
        'alert-open',
        text(
          `要关闭 ${record.number}，请先由业务负责人和总经理签收财务预警。`,
          `To close ${record.number}, first have the head of sales and the general manager sign for the alert.`,
        ),
        { clause: 'S02-3.8c' },
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: { closedAt: now, closedByName: actor.name, endReason: input.note ?? null },
  }),
  tell: ({ record, input }) =>
    text(
      `关闭 ${record.number}${input.note ? `：${input.note}` : ''}`,
      `closed ${record.number}${input.note ? `: ${input.note}` : ''}`,
    ),
  rank: 40,
})
