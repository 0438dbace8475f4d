import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'
import { OPEN } from '../states.ts'

/** S02-3.8c: the head of sales and the leadership sign that they know what finance found. */
export const readAlert = returnCommand('read-alert', {
  title: text('签收财务预警', 'Sign for the alert'),
  fulfils: ['S02-3.8c'],
  from: OPEN,
  by: ['sales-head', 'general-manager'],
  input: z.object({ measure: paragraph(text('处理意见', 'What is done about it')) }),
  sign: { chain: 'alert', step: 'waiting' },
  change: ({ input, signing }) => ({ note: input.measure, meet: signing?.last ? [{ deadline: 'alert' }] : [] }),
  tell: ({ input }) =>
    text(`已知悉财务预警，处理意见：${input.measure}`, `read the alert of finance: ${input.measure}`),
  remark: ({ record }) => (record.alert ? text(record.alert, record.alert) : null),
  rank: 5,
})
