import { z } from 'zod'
import { localTime } from '../../../kernel/explain.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { DESK } from '../taxonomy.ts'

/** S28-4.4c: handling time and measures are compared with the plan; what does not satisfy goes back to the department. */
export const superviseInquiry = inquiryCommand('supervise', {
  title: text('监督办理', 'Supervise the handling'),
  about: text('对照预计时间与措施核对办理时间与措施。', 'Handling time and measures against what was planned.'),
  fulfils: ['S28-4.4c', 'S28-3.1c', 'S28-3.1d'],
  from: ['forwarded', 'handled', 'answered'],
  by: DESK,
  input: z.object({
    asPlanned: yesNo(text('时间与措施符合计划', 'Time and measures are as planned')),
    note: paragraph(text('监督意见', 'Note')),
    sendBack: yesNo(text('退回部门重新办理', 'Send back to the department')).default(false),
  }),
  check: ({ record, input }) => [
    input.sendBack &&
      record.state === 'forwarded' &&
      refuse(
        'not-returned',
        text(
          '部门尚未填回记录，无须退回；请在监督意见中写明督办要求。',
          'The department has not returned the record yet: write in the note what is asked of it.',
        ),
        { field: 'sendBack' },
      ),
  ],
  change: ({ record, input, newId, now, actor }) => ({
    // Pressing a department that is still at work supervises nothing that was handled.
    ...(record.state !== 'forwarded' &&
      !input.sendBack && {
        set: { supervisedAt: now, supervisedByName: actor.name, supervisionNote: input.note },
      }),
    ...(input.sendBack && { to: 'forwarded' }),
    rows: [
      {
        child: 'supervision',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          asPlanned: input.asPlanned,
          note: input.note,
          sentBack: input.sendBack,
        },
      },
    ],
  }),
  tell: ({ input }) =>
    input.sendBack
      ? text(`退回部门重新办理：${input.note}`, `sent back to the department: ${input.note}`)
      : text(
          `监督办理，${input.asPlanned ? '符合计划' : '不符合计划'}：${input.note}`,
          `supervised, ${input.asPlanned ? 'as planned' : 'not as planned'}: ${input.note}`,
        ),
  fill: ({ record }) => ({
    ...(record.handledAt && record.expectedAt && { asPlanned: record.handledAt <= record.expectedAt }),
    sendBack: false,
  }),
  remark: ({ record, zone }) => {
    if (!record.expectedAt) return text('部门没有填写计划。', 'The department made no plan.')
    const expected = localTime(record.expectedAt, zone)
    if (record.state === 'forwarded' || !record.handledAt)
      return text(
        `预计 ${expected} 办结：${record.plannedMeasures}`,
        `Expected by ${expected}: ${record.plannedMeasures}`,
      )
    const handled = localTime(record.handledAt, zone)
    const late = record.handledAt > record.expectedAt
    return text(
      `预计 ${expected}：${record.plannedMeasures}；实际 ${handled}${late ? '，晚于计划' : ''}：${record.measures}`,
      `Expected ${expected}: ${record.plannedMeasures}; handled ${handled}${late ? ', later than planned' : ''}: ${record.measures}`,
    )
  },
  rank: 25,
})
