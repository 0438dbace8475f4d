import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { contacted } from '../contacted.ts'
import { RECEIPT } from '../fields.ts'
import { OPEN } from '../inquiry.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { HANDLE } from '../taxonomy.ts'

const AT = text('联系时间', 'Contacted at')

/** S28-3.1d, X44: who asks hears from us; the first conversation stops the contact clock, an attempt does not. */
export const recordContact = inquiryCommand('record-contact', {
  title: text('登记与客户联系', 'Record a contact'),
  fulfils: ['S28-4.4a', 'S28-3.1d', 'S28-4.3c'],
  from: OPEN,
  by: HANDLE,
  input: z.object({
    contactedAt: moment(AT).optional(),
    way: choice(text('方式', 'Way'), contactWays).default('telephone'),
    withWhom: line(text('联系对象', 'Spoken with'), { personal: true }).optional(),
    reached: yesNo(text('已联系上', 'Customer reached')).default(true),
    content: paragraph(text('沟通内容', 'What was said')),
  }),
  check: ({ record, input, now }) => [
    notInFuture(input.contactedAt, now, 'contactedAt', AT),
    notBefore(input.contactedAt, record.receivedAt, 'contactedAt', AT, RECEIPT),
  ],
  change: ({ record, input, newId, now, actor }) => {
    const at = happened(input.contactedAt, now)
    const met = input.reached ? contacted(record, at) : {}
    return {
      ...met,
      rows: [
        {
          child: 'contact',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            contactedAt: at,
            way: input.way,
            withWhom: input.withWhom ?? record.contactPerson,
            reached: input.reached,
            content: input.content,
          },
        },
      ],
    }
  },
  tell: ({ record, input }) => {
    const whom = input.withWhom ?? record.contactPerson ?? record.partyName
    const way = contactWays[input.way]
    return input.reached
      ? text(`${way.zh}联系${whom}：${input.content}`, `contacted ${whom} (${way.en.toLowerCase()}): ${input.content}`)
      : text(
          `${way.zh}联系${whom}，未联系上：${input.content}`,
          `tried to contact ${whom} (${way.en.toLowerCase()}), not reached: ${input.content}`,
        )
  },
  fill: ({ record, now }) => ({
    contactedAt: now,
    way: 'telephone' as const,
    reached: true,
    ...(record.contactPerson && { withWhom: record.contactPerson }),
  }),
  remark: ({ record }) =>
    record.firstContactAt ? null : text('还没有与客户通过话。', 'Nobody has spoken with the customer yet.'),
  rank: 8,
})
