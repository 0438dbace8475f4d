import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph, person } from '../../../vocabulary/entry-field.ts'
import { CASE_HEADS } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { owners } from '../taxonomy.ts'

/** Owner or handler changes; the clocks run on. */
export const handOverComplaint = complaintCommand('hand-over', {
  title: text('移交责任部门或办理人', 'Hand over'),
  about: text('时限照常计算，不因移交顺延。', 'The clocks run on; nothing is extended.'),
  fulfils: ['S28-4.5c', 'S28-3.1d', 'S02-4.3.2c'],
  from: UNDER_WAY,
  by: CASE_HEADS,
  input: z.object({
    ownerRole: choice(text('责任部门', 'Owner'), owners).optional(),
    handlerId: person(text('办理人', 'Handler')).optional(),
    reason: paragraph(text('移交原因', 'Reason')),
  }),
  find: ['handler'],
  check: ({ record, input, found }) => [
    (input.ownerRole ?? record.ownerRole) === record.ownerRole &&
      (input.handlerId ?? record.handlerId) === record.handlerId &&
      refuse('nothing-changed', text('请选择新的责任部门或办理人。', 'Choose another owner or handler.'), {
        field: 'ownerRole',
      }),
    input.handlerId &&
      found.handler?.state !== 'active' &&
      refuse(
        'no-such-person',
        text('所选办理人不存在或已停用，请重新选择。', 'That handler is not there or no longer active: choose again.'),
        {
          field: 'handlerId',
        },
      ),
    record.investigated &&
      input.ownerRole &&
      input.ownerRole !== 'quality' &&
      refuse(
        'quality-owns',
        text(
          '产品质量投诉统一由质量管理部负责，不能移交责任部门，可指定办理人。',
          'Quality management owns every quality complaint: name a handler instead.',
        ),
        { field: 'ownerRole', clause: 'S01-4.3a' },
      ),
  ],
  change: ({ record, input, found, newId, now, actor }) => ({
    set: {
      ownerRole: input.ownerRole ?? record.ownerRole,
      ...(found.handler && { handlerId: found.handler.id, handlerName: found.handler.name }),
    },
    rows: [
      {
        child: 'assignment',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          kind: 'handed-over',
          department: record.assignedDepartment,
          handlerId: found.handler?.id ?? record.handlerId,
          handlerName: found.handler?.name ?? record.handlerName,
          reason: input.reason,
        },
      },
    ],
  }),
  tell: ({ record, input }) =>
    text(
      `移交${owners[record.ownerRole].zh}${record.handlerName ? `，办理人${record.handlerName}` : ''}：${input.reason}`,
      `handed over to ${owners[record.ownerRole].en}${record.handlerName ? `, handled by ${record.handlerName}` : ''}: ${input.reason}`,
    ),
  rank: 82,
  place: 'menu',
})
