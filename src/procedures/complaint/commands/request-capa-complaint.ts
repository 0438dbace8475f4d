import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf, daysBetween } from '../../../kernel/time.ts'
import { choice, paragraph, person } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { day } from '../fields.ts'
import { departments } from '../taxonomy.ts'

const capaKinds = {
  corrective: text('纠正措施', 'Corrective action'),
  preventive: text('预防措施', 'Preventive action'),
} as const

/** S10-5.2b, R12: from the findings, quality asks a department for corrective or preventive action, with a day. */
export const requestCapa = complaintCommand('request-capa', {
  title: text('要求纠正或预防措施', 'Ask for corrective or preventive action'),
  fulfils: ['S10-5.2b', 'S10-5.3a', 'S06-5.2b', 'S13-5.3b'],
  from: UNDER_WAY,
  by: QUALITY,
  input: z.object({
    kind: choice(text('类型', 'Kind'), capaKinds).default('corrective'),
    department: choice(text('责任部门', 'Department'), departments),
    handlerId: person(text('责任人', 'Responsible person')).optional(),
    what: paragraph(text('措施要求', 'What is to be done')),
    dueOn: day(text('完成日', 'Due on')),
  }),
  find: ['handler'],
  check: ({ input, found, now, zone }) => [
    input.dueOn < dayOf(now, zone) &&
      refuse('due-in-past', text('完成日不能早于今天。', 'The due day cannot lie in the past.'), { field: 'dueOn' }),
    daysBetween(dayOf(now, zone), input.dueOn) > 366 &&
      refuse('due-too-late', text('完成日须在一年以内。', 'The due day lies within one year.'), { field: 'dueOn' }),
    input.handlerId &&
      found.handler?.state !== 'active' &&
      refuse(
        'no-such-person',
        text('所选责任人不存在或已停用，请重新选择。', 'That person is not there or no longer active: choose again.'),
        {
          field: 'handlerId',
        },
      ),
  ],
  change: ({ input, found, newId, now, actor, zone }) => {
    const id = newId()
    return {
      rows: [
        {
          child: 'action',
          insert: {
            id,
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: input.kind,
            department: input.department,
            what: input.what,
            dueOn: input.dueOn,
            ownerId: found.handler?.id ?? null,
            ownerName: found.handler?.name ?? null,
          },
        },
      ],
      open: [
        {
          deadline: 'action',
          key: id,
          from: now,
          limit: { unit: 'days', value: daysBetween(dayOf(now, zone), input.dueOn), basis: 'company', endOfDay: true },
          ...(found.handler && { ownerId: found.handler.id }),
          note: departments[input.department],
        },
      ],
    }
  },
  tell: ({ input }) =>
    text(
      `要求${departments[input.department].zh}于 ${input.dueOn} 前采取${capaKinds[input.kind].zh}：${input.what}`,
      `asked ${departments[input.department].en} for ${capaKinds[input.kind].en.toLowerCase()} by ${input.dueOn}: ${input.what}`,
    ),
  rank: 45,
})
