import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { COMPLAINT_UNDER_WAY, departments } from '../../../vocabulary/intake.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { notItsOwn, oneMore } from '../investigation.ts'
import { QUALITY } from '../roles.ts'
import { signalCommand } from '../signal-command.ts'

/** The investigation asks a department for corrective action, on one of the complaints that the signal is about. */
export const requestCapaSignal = signalCommand('request-capa', {
  title: text('要求纠正措施', 'Ask for corrective action'),
  about: text(
    '在信号涉及的一起投诉上要求纠正措施，由责任部门办理，期限和验证随该投诉。',
    'Corrective action on one of the complaints that the signal is about; its day and its check run there.',
  ),
  fulfils: ['XH-measure'],
  from: ['investigating'],
  by: QUALITY,
  input: z.object({
    complaintId: field(z.uuid(), { title: text('投诉', 'Complaint'), widget: 'record', of: 'signal.complaints' }),
    department: choice(text('责任部门', 'Department'), departments),
    what: paragraph(text('措施要求', 'What is to be done')),
    dueOn: field(daySchema, { title: text('完成日', 'Due on'), widget: 'day' }),
  }),
  find: ['complaint'],
  check: ({ record, input, found, now, zone }) => [
    notItsOwn(record, found.complaint),
    found.complaint !== null &&
      !COMPLAINT_UNDER_WAY.some(state => state === found.complaint?.state) &&
      refuse(
        'complaint-over',
        text(
          `${found.complaint.number} 不在处理中，不能要求纠正措施，请选择处理中的投诉。`,
          `${found.complaint.number} is not being worked on: choose one that is.`,
        ),
        { field: 'complaintId' },
      ),
    input.dueOn < dayOf(now, zone) &&
      refuse('due-in-past', text('完成日不能早于今天。', 'The due day cannot lie in the past.'), { field: 'dueOn' }),
  ],
  change: ({ record, input }) => ({
    set: oneMore(record),
    start: [
      {
        command: 'complaint.request-capa',
        on: input.complaintId,
        input: {
          kind: 'corrective',
          department: input.department,
          what: `${record.number}：${input.what}`,
          dueOn: input.dueOn,
        },
        link: 'corrective-action',
      },
    ],
  }),
  tell: ({ input, found }) =>
    text(
      `在 ${found.complaint?.number} 上要求${departments[input.department].zh}于 ${input.dueOn} 前采取纠正措施：${input.what}`,
      `asked ${departments[input.department].en} for corrective action on ${found.complaint?.number} by ${input.dueOn}: ${input.what}`,
    ),
  fill: ({ record }) => (record.complaintId ? { complaintId: record.complaintId } : {}),
  rank: 20,
})
