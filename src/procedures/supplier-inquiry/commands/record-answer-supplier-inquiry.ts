import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, moment } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { answered, answerFields } from '../answered.ts'
import { IN_TOUCH } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

const AT = text('答复时间', 'Answered at')

/** An answer that came by letter, telephone or on a visit is written down by us. */
export const recordAnswer = supplierInquiryCommand('record-answer', {
  title: text('登记供货单位答复', 'Record the supplier’s answer'),
  fulfils: ['S01-4.6b'],
  from: ['sent'],
  to: 'answered',
  by: IN_TOUCH,
  input: z.object({
    ...answerFields,
    way: choice(text('答复方式', 'How'), contactWays).default('letter'),
    answeredAt: moment(AT).optional(),
    attachments: attachmentIds.optional(),
  }),
  check: ({ record, input, now }) => [
    notInFuture(input.answeredAt, now, 'answeredAt', AT),
    notBefore(input.answeredAt, record.sentAt, 'answeredAt', AT, text('发出查询的时间', 'the inquiry')),
  ],
  change: ({ record, input, newId, now, actor }) => ({
    ...answered(record, input, {
      way: input.way,
      answeredAt: happened(input.answeredAt, now),
      now,
      actor,
      newId,
    }),
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'answer' })),
  }),
  tell: ({ record, input }) => {
    const way = contactWays[input.way]
    return text(
      `${record.partyName}以${way.zh}答复：${input.answer}`,
      `${record.partyName} answered (${way.en.toLowerCase()}): ${input.answer}`,
    )
  },
  fill: ({ record, now }) => ({ answeredAt: now, ...(record.contactPerson && { answeredBy: record.contactPerson }) }),
  rank: 12,
})
