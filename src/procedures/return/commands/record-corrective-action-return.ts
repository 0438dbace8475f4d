import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'

/** S02-4.2.6e: the department that is responsible says what it did. */
export const recordCorrectiveAction = returnCommand('record-corrective-action', {
  title: text('填报纠正预防措施', 'Record the corrective action'),
  fulfils: ['S02-4.2.6e'],
  from: ['signing', 'to-stock-in', 'stocked-in', 'settled', 'totalled', 'note-reviewed', 'note-sent', 'refused-goods'],
  by: ['department-head', 'quality', 'quality-head', 'sales-head', 'after-sales-head', 'warehouse-head', 'technician'],
  input: z.object({ result: paragraph(text('措施落实情况', 'What was done')) }),
  guard: ({ record }) => [
    record.correctiveAction === null &&
      refuse(
        'no-action-asked',
        text(
          '质管没有要求纠正预防措施，不用填报。',
          'Quality asked for no corrective action: there is none to record.',
        ),
        { clause: 'S02-4.2.6e' },
      ),
    record.correctiveDoneAt !== null &&
      refuse('action-recorded', text('措施已填报。', 'The corrective action is recorded.'), { clause: 'S02-4.2.6e' }),
  ],
  change: ({ input, now, actor }) => ({
    set: { correctiveDoneAt: now, correctiveDoneByName: actor.name, correctiveResult: input.result },
    meet: [{ deadline: 'corrective-action' }],
  }),
  tell: ({ input }) => text(`纠正预防措施：${input.result}`, `took corrective action: ${input.result}`),
  remark: ({ record }) =>
    record.correctiveAction ? text(`要求：${record.correctiveAction}`, `Asked: ${record.correctiveAction}`) : null,
  rank: 30,
})
