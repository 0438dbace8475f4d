import { z } from 'zod'
import { localTime } from '../../../kernel/explain.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { HOUR, millisecondsBetween } from '../../../kernel/time.ts'
import { moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { DEPARTMENT_HEADS } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { departments } from '../taxonomy.ts'

/** S28-4.5e: the department head writes expected time and measures, both, and returns the record. */
export const planComplaint = complaintCommand('plan', {
  title: text('填写预计时间与措施', 'Enter expected time and measures'),
  about: text(
    '两项都填才能交回受理专员；预计时间即开始计时。',
    'Both go back to the intake specialist; the expected time becomes a clock.',
  ),
  fulfils: ['S28-4.5e', 'S28-4.4b', 'S28-4.4c'],
  from: ['accepted', 'verified', 'decided'],
  by: DEPARTMENT_HEADS,
  input: z.object({
    expectedAt: moment(text('预计解决时间', 'Expected to be solved')),
    measures: paragraph(text('拟采取的措施', 'Planned measures')),
    reason: paragraph(text('延后原因', 'Why it takes longer')).optional(),
  }),
  guard: ({ record }) => [
    !record.assignedDepartment &&
      refuse(
        'not-assigned',
        text(
          '要填写预计时间与措施，请先把投诉转交部门。',
          'To enter expected time and measures, first pass the complaint to a department.',
        ),
      ),
    record.solvedAt &&
      refuse('already-solved', text('问题已解决，不需再填计划。', 'The problem is solved: no further plan is needed.')),
  ],
  check: ({ record, input, now }) => [
    input.expectedAt <= now &&
      refuse('expected-in-past', text('预计解决时间须晚于现在。', 'The expected time must lie in the future.'), {
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
      set: { expectedAt: input.expectedAt, measures: input.measures, planCount: count },
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
      `预计 ${localTime(input.expectedAt, zone)} 前解决：${input.measures}`,
      `expects to solve it by ${localTime(input.expectedAt, zone)}: ${input.measures}`,
    ),
  fill: ({ record }) => ({
    ...(record.expectedAt && { expectedAt: record.expectedAt }),
    ...(record.measures && { measures: record.measures }),
  }),
  rank: 18,
})

/** Key of the clock of the n-th plan; a later plan runs beside the first, it does not replace it. */
export const planKey = (count: number): string => `plan-${count}`
