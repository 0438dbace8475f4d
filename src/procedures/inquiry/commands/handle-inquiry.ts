import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { planKey } from '../deadlines.ts'
import { otherDepartment } from '../department-work.ts'
import { RECEIPT } from '../fields.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { HANDLE } from '../taxonomy.ts'

const AT = text('办理时间', 'Handled at')

/** S28-4.4b: the department fills in handling time, measures and result, and returns the record. */
export const handleInquiry = inquiryCommand('handle', {
  title: text('填报办理情况', 'Fill in the handling'),
  about: text(
    '填写办理时间、措施和结果，交回受理专员。',
    'Handling time, measures and result go back to the intake specialist.',
  ),
  fulfils: ['S28-4.4b', 'S28-3.2a', 'S01-3c'],
  from: ['forwarded'],
  to: 'handled',
  by: HANDLE,
  input: z.object({
    handledAt: moment(AT).optional(),
    measures: paragraph(text('办理措施', 'Measures taken')),
    result: paragraph(text('办理结果', 'Result')),
  }),
  guard: situation => [otherDepartment(situation, text('填报办理情况', 'fill in the handling'))],
  check: ({ record, input, now }) => [
    notInFuture(input.handledAt, now, 'handledAt', AT),
    notBefore(input.handledAt, record.receivedAt, 'handledAt', AT, RECEIPT),
  ],
  change: ({ record, input, newId, now, actor }) => {
    const handledAt = happened(input.handledAt, now)
    return {
      set: {
        handledAt,
        handledByName: actor.name,
        measures: input.measures,
        result: input.result,
        // What was supervised before was the handling that was sent back.
        supervisedAt: null,
        supervisedByName: null,
        supervisionNote: null,
      },
      rows: [
        {
          child: 'assignment',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'handled',
            department: record.assignedDepartment,
            handlerId: record.handlerId,
            handlerName: record.handlerName,
            handledAt,
            measures: input.measures,
            result: input.result,
          },
        },
      ],
      meet: Array.from({ length: record.planCount }, (_, i) => ({
        deadline: 'expected-time',
        key: planKey(i + 1),
        at: handledAt,
      })),
    }
  },
  tell: ({ input }) =>
    text(`已办理：${input.measures}；结果：${input.result}`, `handled: ${input.measures}; result: ${input.result}`),
  fill: ({ record, now }) => ({
    handledAt: now,
    ...((record.measures ?? record.plannedMeasures) && { measures: record.measures ?? record.plannedMeasures ?? '' }),
    ...(record.result && { result: record.result }),
  }),
  rank: 20,
})
