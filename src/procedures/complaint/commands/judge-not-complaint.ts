import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, paragraph } from '../../../vocabulary/entry-field.ts'
import { keptOpen } from '../adverse-event-hold.ts'
import { CLASSIFY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'

/** The four kinds of normal request (S28 四1(1)) and the quality query (S01 4.2). */
const inquiryKinds = {
  'product-enquiry': text('产品询问', 'Product enquiry'),
  training: text('培训', 'Training'),
  implementation: text('实施维护', 'Implementation or maintenance'),
  service: text('服务', 'Service'),
  'quality-query': text('质量查询', 'Quality query'),
} as const

/** S10-3.1a: feedback that is no complaint; needs a reason and goes on as an inquiry. */
export const judgeNotComplaint = complaintCommand('judge-not-complaint', {
  title: text('判定不属投诉', 'Judge not to be a complaint'),
  about: text(
    '说明理由；本件转为咨询继续办理，编号保留。',
    'Give the reason; the case goes on as an inquiry, its number stays.',
  ),
  fulfils: ['S10-3.1a', 'S28-4.1a', 'S28-4.1b', 'S28-4.4a'],
  from: ['registered', 'accepted'],
  to: 'not-complaint',
  by: CLASSIFY,
  input: z.object({
    reason: paragraph(text('不属投诉的理由', 'Why it is not a complaint')),
    kind: choice(text('咨询类别', 'Kind of inquiry'), inquiryKinds).default('product-enquiry'),
  }),
  guard: ({ record }) => [
    keptOpen(record, text('判定不属投诉', 'judge it not to be a complaint')),
    record.harmHappened === 'yes' &&
      refuse(
        'harm-reported',
        text(
          `${record.number} 登记了死亡或严重伤害，必须按投诉办理；如登记有误，请先更正。`,
          `${record.number} reports death or serious injury and stays a complaint; if that is an error, correct it first.`,
        ),
      ),
  ],
  change: ({ record, input }) => ({
    set: { endReason: input.reason },
    start: [
      {
        command: 'inquiry.open-from-complaint',
        input: {
          complaintId: record.id,
          complaintNumber: record.number,
          kind: input.kind,
          receivedAt: record.receivedAt,
          firstContactAt: record.firstContactAt,
          channel: record.channel,
          urgency: record.urgency,
          partyId: record.partyId,
          partyName: record.partyName,
          contactPerson: record.contactPerson,
          phone: record.phone,
          fax: record.fax,
          email: record.email,
          productId: record.productId,
          productName: record.productName,
          lotNo: record.lotNo,
          title: record.title,
          question: record.description,
          request: record.request,
          expectation: record.expectation,
          department: record.assignedDepartment,
          reason: input.reason,
        },
        link: 'became-inquiry',
      },
    ],
  }),
  tell: ({ input }) =>
    text(
      `判定不属投诉，转为咨询：${input.reason}`,
      `judged not to be a complaint and became an inquiry: ${input.reason}`,
    ),
  rank: 90,
  place: 'menu',
})
