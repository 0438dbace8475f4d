import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, paragraph, person, yesNo } from '../../../vocabulary/entry-field.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { DESK } from '../taxonomy.ts'

/** S28-4.4a: the request goes to the department; S28-4.3c: what the customer wants was confirmed before. */
export const forwardInquiry = inquiryCommand('forward', {
  title: text('转交部门办理', 'Forward to a department'),
  about: text('转错了可再转，须说明原因。', 'May be forwarded again with a reason.'),
  fulfils: ['S28-4.4a', 'S28-3.1b', 'S28-3.2a', 'S28-4.3c', 'S01-3c', 'S04-3.2b'],
  from: ['registered', 'forwarded'],
  to: 'forwarded',
  by: DESK,
  input: z.object({
    department: choice(text('办理部门', 'Department'), departments),
    handlerId: person(text('办理人', 'Handler')).optional(),
    toWhom: line(text('接收人', 'Taken over by'), {
      hint: text('接收人不在系统中时填写姓名', 'name of somebody who is not in the system'),
    }).optional(),
    understood: yesNo(text('已与客户确认请求与期望', 'Request and expectation confirmed with the customer')).default(
      false,
    ),
    reason: paragraph(text('重新转交的原因', 'Why it is forwarded again')).optional(),
  }),
  find: ['handler'],
  check: ({ record, input, found }) => [
    record.kind === 'query' &&
      input.department !== 'quality' &&
      refuse(
        'query-to-quality',
        text(
          '质量查询由质量管理部答复处理，请转交质量管理部。',
          'Quality queries are handled by quality management: forward it there.',
        ),
        { field: 'department', clause: 'S01-3c' },
      ),
    input.handlerId &&
      found.handler?.state !== 'active' &&
      refuse(
        'no-such-person',
        text('所选办理人不存在或已停用，请重新选择。', 'That handler is not there or no longer active: choose again.'),
        { field: 'handlerId' },
      ),
    !record.understoodAt &&
      !input.understood &&
      refuse(
        'not-understood',
        text(
          `要转交 ${record.number}，请先向客户复述并确认其请求与期望。`,
          `To forward ${record.number}, first confirm with the customer what is wanted and expected.`,
        ),
        { field: 'understood', clause: 'S28-4.3c' },
      ),
    record.state === 'forwarded' &&
      !input.reason &&
      refuse(
        'reason-missing',
        text('已转交过部门，再次转交请说明原因。', 'It was forwarded before: say why it goes elsewhere.'),
        { field: 'reason' },
      ),
  ],
  change: ({ record, input, found, newId, now, actor }) => {
    const given = {
      handlerId: found.handler?.id ?? null,
      handlerName: found.handler?.name ?? input.toWhom ?? null,
    }
    return {
      set: {
        assignedDepartment: input.department,
        ...given,
        forwardedAt: now,
        forwardedByName: actor.name,
        understoodAt: record.understoodAt ?? now,
      },
      rows: [
        {
          child: 'assignment',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            kind: 'forwarded',
            department: input.department,
            ...given,
            toWhom: input.toWhom ?? null,
            reason: input.reason ?? null,
          },
        },
      ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `转交${departments[input.department].zh}${record.handlerName ? `，由${record.handlerName}办理` : ''}${input.reason ? `（${input.reason}）` : ''}`,
      `forwarded to ${departments[input.department].en}${record.handlerName ? `, handled by ${record.handlerName}` : ''}${input.reason ? ` (${input.reason})` : ''}`,
    ),
  fill: ({ record }) => ({
    ...(record.assignedDepartment
      ? { department: record.assignedDepartment }
      : record.kind === 'query' && { department: 'quality' as const }),
    ...(record.handlerId && { handlerId: record.handlerId }),
  }),
  rank: 10,
})
