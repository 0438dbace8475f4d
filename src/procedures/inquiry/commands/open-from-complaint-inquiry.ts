import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { firstClocks } from '../deadlines.ts'
import { intake } from '../fields.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { DESK, type InquiryKind, kinds } from '../taxonomy.ts'

/** Kinds as complaint handling names them when it judges, and what they are here. */
const kindOf = {
  'product-enquiry': 'enquiry',
  training: 'training',
  implementation: 'implementation',
  service: 'service',
  'quality-query': 'query',
  'situation-report': 'situation-report',
} as const satisfies Record<string, InquiryKind>
type HandedOver = keyof typeof kindOf

const handedOver = Object.fromEntries(Object.entries(kindOf).map(([key, kind]) => [key, kinds[kind]])) as Record<
  HandedOver,
  (typeof kinds)[InquiryKind]
>

/**
 * S10-3.1a, S28-4.1a: a complaint that was judged to be none goes on here, with its number kept beside ours. Only that
 * judgement starts it, in the same transaction, so that no inquiry claims a complaint that nobody judged.
 */
export const openFromComplaint = inquiryCommand('open-from-complaint', {
  title: text('由投诉转为咨询', 'Register from a complaint'),
  fulfils: ['S28-4.1a', 'S28-4.1b', 'S28-4.4a'],
  from: 'new',
  to: 'registered',
  by: DESK,
  input: z.object({
    complaintId: field(z.uuid(), { title: text('源自投诉', 'From the complaint'), widget: 'record', of: 'complaint' }),
    complaintNumber: line(text('投诉编号', 'Number of the complaint')),
    reason: paragraph(text('不属投诉的理由', 'Why it is no complaint')),
    kind: choice(text('类别', 'Kind'), handedOver).default('product-enquiry'),
    receivedAt: intake.receivedAt,
    firstContactAt: moment(text('首次联系时间', 'First contact')).nullish(),
    channel: intake.channel,
    partyId: intake.partyId.nullish(),
    partyName: intake.partyName,
    contactPerson: intake.contactPerson.nullish(),
    phone: intake.phone.nullish(),
    fax: intake.fax.nullish(),
    email: intake.email.nullish(),
    productId: intake.productId.nullish(),
    productName: intake.productName.nullish(),
    lotNo: intake.lotNo.nullish(),
    title: intake.title,
    question: intake.description,
    request: intake.request.nullish(),
    expectation: intake.expectation.nullish(),
    urgency: intake.urgency,
    department: choice(text('办理部门', 'Department'), departments).nullish(),
  }),
  guard: ({ actor }) => [
    actor.via !== 'system' &&
      refuse(
        'only-from-complaint',
        text(
          '要把投诉转为咨询，请在该投诉上办理“判定不属投诉”。',
          'To turn a complaint into an inquiry, judge on the complaint itself that it is none.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ input, policy, actor }) => {
    const { complaintId, complaintNumber, reason, kind, question, department, firstContactAt, ...taken } = input
    return {
      set: {
        ...taken,
        kind: kindOf[kind],
        description: question,
        assignedDepartment: department ?? null,
        receivedByName: actor.name,
        originComplaintId: complaintId,
        originNumber: complaintNumber,
        originReason: reason,
        firstContactAt: firstContactAt ?? null,
        lastContactAt: firstContactAt ?? null,
        planCount: 0,
      },
      open: firstContactAt ? [] : firstClocks(input.receivedAt, policy),
    }
  },
  tell: ({ record, input }) =>
    text(
      `源自 ${input.complaintNumber}：判定不属投诉（${input.reason}），转为咨询 ${record.number} 办理`,
      `from ${input.complaintNumber}, which was judged to be no complaint (${input.reason}); goes on as ${record.number}`,
    ),
  rank: 2,
  place: 'none',
})
