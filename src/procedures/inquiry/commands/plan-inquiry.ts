import { z } from 'zod'
import { localTime } from '../../../kernel/explain.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { HOUR, millisecondsBetween } from '../../../kernel/time.ts'
import { moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { planKey } from '../deadlines.ts'
import { otherDepartment } from '../department-work.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { HANDLE } from '../taxonomy.ts'

/** S28-4.4c: expected time and measures, both, against which the handling is supervised. */
export const planInquiry = inquiryCommand('plan', {
  title: text('填写预计时间与措施', 'Enter expected time and measures'),
  about: text('两项都填；预计时间即开始计时。', 'Both are needed; the expected time becomes a clock.'),
  fulfils: ['S28-4.4c', 'S28-4.4b'],
  from: ['forwarded'],
  by: HANDLE,
  input: z.object({
    expectedAt: moment(text('预计办结时间', 'Expected to be done')),
    measures: paragraph(text('拟采取的措施', 'Planned measures')),
    reason: paragraph(text('延后原因', 'Why it takes longer')).optional(),
  }),
  guard: situation => [otherDepartment(situation, text('填写计划', 'plan it'))],
  check: ({ record, input, now }) => [
    input.expectedAt <= now &&
      refuse('expected-in-past', text('预计办结时间须晚于现在。', 'The expected time must lie in the future.'), {
        field: 'expectedAt',
      }),
    record.expectedAt &&
      input.expectedAt > record.expectedAt &&
      !input.reason &&
      refuse(
        'later-without-reason',
        text(
          '比原计划晚，请说明延后原因；原计时不变，仍会显示超期。',
          'It is later than planned: say why. The clock of the first plan stays and shows as late.',
        ),
        { field: 'reason' },
      ),
  ],
  change: ({ record, input, newId, now, actor }) => {
    const count = record.planCount + 1
    return {
      set: { expectedAt: input.expectedAt, plannedMeasures: input.measures, planCount: count },
      rows: [
        {
          child: 'assignment',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'planned',
            department: record.assignedDepartment,
            handlerId: record.handlerId,
            handlerName: record.handlerName,
            expectedAt: input.expectedAt,
            measures: input.measures,
            reason: input.reason ?? null,
          },
        },
      ],
      open: [
        {
          deadline: 'expected-time',
          key: planKey(count),
          from: now,
          limit: { unit: 'hours', value: millisecondsBetween(now, input.expectedAt) / HOUR, basis: 'company' },
          ...(record.handlerId && { ownerId: record.handlerId }),
          ...(record.assignedDepartment && { note: departments[record.assignedDepartment] }),
        },
      ],
    }
  },
  tell: ({ input, zone }) =>
    text(
      `预计 ${localTime(input.expectedAt, zone)} 前办结：${input.measures}`,
      `expects to be done by ${localTime(input.expectedAt, zone)}: ${input.measures}`,
    ),
  fill: ({ record }) => ({
    ...(record.expectedAt && { expectedAt: record.expectedAt }),
    ...(record.plannedMeasures && { measures: record.plannedMeasures }),
  }),
  rank: 18,
})
