import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { complaintCommand } from '../complaint-command.ts'
import { RECEIPT } from '../fields.ts'
import { classOf } from '../taxonomy.ts'

const AT = text('致歉时间', 'Apologised at')

/** S28-4.5a, S02-4.3.2a: the apology comes first, for the company. */
export const apologiseComplaint = complaintCommand('apologise', {
  title: text('代表公司致歉', 'Apologise for the company'),
  fulfils: ['S28-4.5a', 'S02-4.3.2a', 'S28-3.1d'],
  from: ['registered', 'accepted', 'verified', 'decided'],
  by: ['service-head', 'after-sales-head', 'after-sales', 'quality-head'],
  input: z.object({
    at: moment(AT).optional(),
    to: line(text('致歉对象', 'Apologised to'), { personal: true }).optional(),
    note: paragraph(text('致歉情况', 'What was said')).optional(),
  }),
  guard: ({ record, actor }) => [
    record.apologisedAt &&
      refuse(
        'already-apologised',
        text(
          `已由${record.apologisedByName}致歉；再次沟通请用“登记联系”。`,
          `${record.apologisedByName} has apologised already; write further talks down as contacts.`,
        ),
      ),
    classOf(record.kind) === 'service' &&
      !actor.roles.includes('service-head') &&
      refuse(
        'head-apologises',
        text(
          '服务类投诉由客户服务中心负责人致歉，请转交其办理。',
          'The head of customer service apologises for complaints about service: hand it over.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.at, now, 'at', AT),
    notBefore(input.at, record.receivedAt, 'at', AT, RECEIPT),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      apologisedAt: happened(input.at, now),
      apologisedByName: actor.name,
      apologyNote: [input.to, input.note].filter(Boolean).join('：') || null,
    },
  }),
  tell: ({ record, input }) =>
    text(
      `代表公司向${input.to ?? record.partyName}致歉`,
      `apologised to ${input.to ?? record.partyName} for the company`,
    ),
  fill: ({ record, now }) => ({ at: now, ...(record.contactPerson && { to: record.contactPerson }) }),
  rank: 10,
})
