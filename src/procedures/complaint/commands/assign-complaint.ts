import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph, person } from '../../../vocabulary/entry-field.ts'
import { apologyFirst } from '../apology.ts'
import { CLASSIFY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { departments } from '../taxonomy.ts'

/** S28-3.1b, S28-4.5b: the record goes to a department and a handler. */
export const assignComplaint = complaintCommand('assign', {
  title: text('转交部门办理', 'Pass to a department'),
  fulfils: ['S28-4.5b', 'S28-3.1b', 'S28-3.2a', 'S28-4.4a', 'S28-4.5c', 'S02-4.3.2c'],
  from: ['accepted', 'verified', 'decided'],
  by: [...CLASSIFY, 'case-handler'],
  input: z.object({
    department: choice(text('办理部门', 'Department'), departments),
    handlerId: person(text('办理人', 'Handler')).optional(),
    note: paragraph(text('交办要求', 'What is asked')).optional(),
  }),
  find: ['handler'],
  guard: ({ record }) => [apologyFirst(record, text('转交部门', 'pass it to a department'))],
  check: ({ input, found }) => [
    input.handlerId &&
      found.handler?.state !== 'active' &&
      refuse(
        'no-such-person',
        text('所选办理人不存在或已停用，请重新选择。', 'That handler is not there or no longer active: choose again.'),
        {
          field: 'handlerId',
        },
      ),
  ],
  change: ({ input, found, newId, now, actor }) => ({
    set: {
      assignedDepartment: input.department,
      handlerId: found.handler?.id ?? null,
      handlerName: found.handler?.name ?? null,
    },
    rows: [
      {
        child: 'assignment',
        insert: {
          id: newId(),
          at: now,
          byId: actor.id,
          byName: actor.name,
          kind: 'assigned',
          department: input.department,
          handlerId: found.handler?.id ?? null,
          handlerName: found.handler?.name ?? null,
          reason: input.note ?? null,
        },
      },
    ],
  }),
  tell: ({ record, input }) =>
    text(
      `转交${departments[input.department].zh}${record.handlerName ? `，办理人${record.handlerName}` : ''}`,
      `passed to ${departments[input.department].en}${record.handlerName ? `, handled by ${record.handlerName}` : ''}`,
    ),
  fill: ({ record }) => ({
    ...(record.assignedDepartment && { department: record.assignedDepartment }),
    ...(record.handlerId && { handlerId: record.handlerId }),
  }),
  rank: 15,
})
