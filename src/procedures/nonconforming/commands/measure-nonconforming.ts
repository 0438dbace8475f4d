import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { OPEN } from '../nonconforming.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'
import { measureDepartments, QUALITY } from '../taxonomy.ts'

const DEPARTMENTS: readonly string[] = [
  ...QUALITY,
  'department-head',
  'purchasing',
  'sales-head',
  'warehouse-head',
  'after-sales-head',
  'logistics-deputy',
  'business-deputy',
]

/** Measures go on after the goods are gone. */
const ANY = [...OPEN, 'filed', 'released'] as const

/** S26-8c: the department responsible works out a preventive measure. */
export const noteMeasure = nonconformingCommand('note-measure', {
  title: text('制订预防措施', 'Note a preventive measure'),
  about: text(
    '由责任部门制订，半年汇总分析一并列出。',
    'Worked out by the department responsible; the half-year analysis lists it.',
  ),
  fulfils: ['S26-8c'],
  from: ANY,
  by: DEPARTMENTS,
  input: z.object({
    department: choice(text('责任部门', 'Department'), measureDepartments),
    measure: paragraph(text('预防措施', 'Measure')),
    responsibleName: line(text('责任人', 'Responsible')),
    dueOn: field(daySchema, { title: text('完成期限', 'Due on'), widget: 'day' }),
  }),
  check: ({ input, now, zone }) => [
    input.dueOn < dayOf(now, zone) &&
      refuse('due-in-past', text('完成期限不能早于今天。', 'The measure is due today or later: choose another day.'), {
        field: 'dueOn',
      }),
  ],
  change: ({ input, now, actor, newId }) => ({
    rows: [
      {
        child: 'measure',
        insert: { id: newId(), at: now, byId: actor.id, byName: actor.name, ...input },
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `${measureDepartments[input.department].zh}制订预防措施，${input.dueOn} 前完成：${input.measure}`,
      `preventive measure of ${measureDepartments[input.department].en.toLowerCase()}, due ${input.dueOn}: ${input.measure}`,
    ),
  rank: 60,
})

/** S26-8c: the measure is done, with its result. */
export const finishMeasure = nonconformingCommand('finish-measure', {
  title: text('预防措施完成', 'Finish a preventive measure'),
  fulfils: ['S26-8c'],
  from: ANY,
  by: DEPARTMENTS,
  input: z.object({
    measureId: field(z.uuid(), { title: text('措施', 'Measure'), widget: 'hidden' }).optional(),
    doneOn: field(daySchema, { title: text('完成日期', 'Done on'), widget: 'day' }),
    result: paragraph(text('落实情况', 'Result')),
  }),
  facts: ['measures'],
  guard: ({ record, facts }) => [
    !facts.measures.some(item => item.doneOn === null) &&
      refuse(
        'no-open-measure',
        text(
          `${record.number} 没有未完成的预防措施，请先制订。`,
          `${record.number} has no open measure: first note one.`,
        ),
      ),
  ],
  check: ({ input, facts, now, zone }) => [
    input.measureId !== undefined &&
      !facts.measures.some(item => item.id === input.measureId && item.doneOn === null) &&
      refuse(
        'no-such-measure',
        text('没有这项未完成的措施，请重新选择。', 'There is no such open measure: choose again.'),
        {
          field: 'measureId',
        },
      ),
    input.doneOn > dayOf(now, zone) &&
      refuse(
        'done-in-future',
        text('完成日期不能晚于今天。', 'The measure was done today or earlier: choose another day.'),
        { field: 'doneOn' },
      ),
  ],
  change: ({ input, facts, actor }) => {
    const measure = facts.measures.find(
      item => item.doneOn === null && (!input.measureId || item.id === input.measureId),
    )
    return {
      rows: measure
        ? [
            {
              child: 'measure',
              id: measure.id,
              set: { doneOn: input.doneOn, result: input.result, doneByName: actor.name },
            },
          ]
        : [],
    }
  },
  tell: ({ input }) => text(`预防措施完成：${input.result}`, `preventive measure done: ${input.result}`),
  fill: ({ facts, now, zone }) => {
    const open = facts.measures.find(item => item.doneOn === null)
    return { doneOn: dayOf(now, zone), ...(open && { measureId: open.id }) }
  },
  remark: ({ facts }) => {
    const open = facts.measures.find(item => item.doneOn === null)
    return open
      ? text(
          `“${open.measure}”（${open.responsibleName}，${open.dueOn} 前）`,
          `"${open.measure}" (${open.responsibleName}, by ${open.dueOn})`,
        )
      : null
  },
  rank: 61,
})
