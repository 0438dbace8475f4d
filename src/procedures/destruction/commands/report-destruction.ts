import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, line, paragraph } from '../../../vocabulary/entry-field.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { destructionCommand } from '../destruction-command.ts'
import { methods, QUALITY } from '../taxonomy.ts'

/** S26-5b: quality writes 销毁医疗器械报告 with the list, and tells the regulator of specially controlled devices. */
export const reportDestruction = destructionCommand('report', {
  title: text('写销毁报告', 'Write the destruction report'),
  about: text('附清单，报分管业务副总审批。', 'With the list; goes to the deputy manager for business.'),
  fulfils: ['S26-5b', 'S26-5e'],
  from: ['listed'],
  to: 'reported',
  by: QUALITY,
  input: z.object({
    reason: paragraph(text('销毁理由', 'Reason')),
    method: choice(text('拟用方法', 'Method'), methods),
    place: line(text('拟定地点', 'Place')),
    plannedOn: field(daySchema, { title: text('拟定日期', 'Day'), widget: 'day' }),
    regulatorNotice: line(text('报请药监部门监毁', 'Reported to the regulator'), {
      hint: text(
        '报送部门、日期、文号；含特殊管理器械时必填',
        'whom, when, number; needed for specially controlled devices',
      ),
    }).optional(),
  }),
  check: ({ record, input, now, zone }) => [
    input.plannedOn < dayOf(now, zone) &&
      refuse(
        'planned-in-past',
        text('拟定日期不能早于今天。', 'The day planned is today or later: choose another day.'),
        { field: 'plannedOn' },
      ),
    record.special &&
      !input.regulatorNotice &&
      refuse(
        'regulator-not-told',
        text(
          '清单含特殊管理器械，须先报药监部门监毁，请填写报送情况。',
          'The list has specially controlled devices: first report it to the regulator, and say when and to whom.',
        ),
        { field: 'regulatorNotice', clause: 'S26-5e' },
      ),
  ],
  sign: {
    meaning: text('清单货物已办报损，建议销毁', 'The goods on the list are written off and should be destroyed'),
    chain: 'destruction',
    step: 1,
  },
  change: ({ input, now, actor }) => ({
    set: {
      reportReason: input.reason,
      plannedMethod: input.method,
      plannedPlace: input.place,
      plannedOn: input.plannedOn,
      regulatorNotice: input.regulatorNotice ?? null,
      reportedAt: now,
      reportedById: actor.id,
      reportedByName: actor.name,
      declinedNote: null,
    },
  }),
  tell: ({ record, input }) =>
    text(
      `报告销毁 ${record.lineCount} 项、${record.quantity} 件，拟 ${input.plannedOn} 在${input.place}${methods[input.method].zh}`,
      `reported ${record.lineCount} records, ${record.quantity} units, to be destroyed on ${input.plannedOn} at ${input.place}`,
    ),
  remark: ({ record }) =>
    record.declinedNote
      ? text(`上次退回：“${record.declinedNote}”`, `Sent back before: "${record.declinedNote}"`)
      : null,
  fill: ({ record }) => ({
    ...(record.reportReason && { reason: record.reportReason }),
    ...(record.plannedMethod && { method: record.plannedMethod }),
    ...((record.plannedPlace ?? record.partyName) && { place: record.plannedPlace ?? record.partyName ?? '' }),
    ...(record.regulatorNotice && { regulatorNotice: record.regulatorNotice }),
  }),
  rank: 10,
})
