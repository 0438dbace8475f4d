import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds as attachments, choice, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { INSPECT } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { RECEIPT } from '../fields.ts'
import { investigatedOnly } from '../investigation.ts'
import { causes, findings } from '../taxonomy.ts'

const AT = text('到场时间', 'Visited at')

/** S01-4.4c–d: verified on site, signed by who was there. */
export const verifyComplaint = complaintCommand('verify', {
  title: text('登记现场核实结果', 'Record the verification on site'),
  fulfils: ['S01-4.4c', 'S01-4.4d', 'S01-4.4b', 'S06-5.2a'],
  from: ['accepted', 'verified'],
  to: 'verified',
  by: INSPECT,
  input: z.object({
    visitedAt: moment(AT),
    finding: choice(text('核实结论', 'Finding'), findings),
    note: paragraph(text('核实情况', 'What was found')),
    causeCategory: choice(text('原因类别', 'Cause category'), causes).optional(),
    cause: paragraph(text('原因分析', 'Cause found')).optional(),
    attachments: attachments.optional(),
  }),
  guard: ({ record }) => [investigatedOnly(record)],
  check: ({ record, input, now }) => [
    notInFuture(input.visitedAt, now, 'visitedAt', AT),
    notBefore(input.visitedAt, record.receivedAt, 'visitedAt', AT, RECEIPT),
  ],
  sign: { meaning: text('我到场核实，所记结论属实', 'I was there; what is recorded is what I found') },
  change: ({ record, input, newId, now, actor }) => {
    const visitedAt = happened(input.visitedAt, now)
    return {
      set: {
        visitedAt,
        finding: input.finding,
        findingNote: input.note,
        verifiedAt: now,
        verifiedByName: actor.name,
        ...(input.causeCategory && { causeCategory: input.causeCategory }),
        ...(input.cause && { cause: input.cause }),
        // Who goes there unasked was dispatched by going.
        ...(!record.dispatchedAt && { dispatchedAt: visitedAt, inspectorId: actor.id, inspectorName: actor.name }),
      },
      rows: [
        {
          child: 'verification',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            visitedAt,
            finding: input.finding,
            note: input.note,
          },
        },
      ],
      meet: [{ deadline: 'verification', at: visitedAt }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'verification' })),
    }
  },
  tell: ({ input }) =>
    text(
      `现场核实：${findings[input.finding].zh}。${input.note}`,
      `verified on site: ${findings[input.finding].en.toLowerCase()}. ${input.note}`,
    ),
  fill: ({ record, now }) => ({
    visitedAt: now,
    ...(record.causeCategory && { causeCategory: record.causeCategory }),
    ...(record.cause && { cause: record.cause }),
  }),
  rank: 14,
})
