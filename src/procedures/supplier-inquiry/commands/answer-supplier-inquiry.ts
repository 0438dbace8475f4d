import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds, choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { OUTSIDE } from '../../../vocabulary/role.ts'
import { roundKey } from '../deadlines.ts'
import { IN_TOUCH } from '../roles.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

const AT = text('答复时间', 'Answered at')

/** The supplier answers through its link; what comes by letter or telephone is written down by us. */
export const answerSupplierInquiry = supplierInquiryCommand('answer', {
  title: text('答复', 'Answer'),
  about: text('写明查明的原因和纠正、预防措施。', 'Say what caused it and what is done against it.'),
  fulfils: ['S01-4.6b'],
  from: ['sent'],
  to: 'answered',
  by: [OUTSIDE, ...IN_TOUCH],
  input: z.object({
    answer: paragraph(text('答复内容', 'Answer')),
    cause: paragraph(text('查明的原因', 'Cause found')).optional(),
    measures: paragraph(text('纠正和预防措施', 'Corrective and preventive measures')).optional(),
    answeredBy: line(text('答复人', 'Answered by'), {
      hint: text('姓名和职务', 'name and position'),
      personal: true,
    }),
    way: choice(text('答复方式', 'How'), contactWays, {
      hint: text('代为登记时填写', 'when it is written down by us'),
    }).optional(),
    answeredAt: moment(AT).optional(),
    attachments: attachmentIds.optional(),
  }),
  guard: ({ record, actor }) => [
    actor.via === 'link' &&
      actor.id !== record.id &&
      refuse(
        'other-guest',
        text(
          '此链接不能答复这份查询，请使用函中给出的链接。',
          'This link does not answer this inquiry: use the one in the letter.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  check: ({ record, input, now, actor }) => [
    notInFuture(input.answeredAt, now, 'answeredAt', AT),
    notBefore(input.answeredAt, record.sentAt, 'answeredAt', AT, text('发出查询的时间', 'the inquiry')),
    actor.via !== 'link' &&
      !input.way &&
      refuse(
        'way-missing',
        text('代供货单位登记答复时，请选择其答复方式。', 'Say how the supplier answered: by letter, telephone, …'),
        { field: 'way' },
      ),
  ],
  change: ({ record, input, newId, now, actor }) => {
    const outside = actor.via === 'link'
    const answeredAt = outside ? now : happened(input.answeredAt, now)
    const said = {
      answeredAt,
      answeredBy: input.answeredBy,
      answer: input.answer,
      cause: input.cause ?? null,
      measures: input.measures ?? null,
    }
    const way = outside ? 'link' : (input.way ?? 'letter')
    return {
      set: { ...said, answerWay: way, verdict: null, evaluation: null },
      rows: [
        {
          child: 'answer',
          insert: {
            id: newId(),
            at: now,
            byId: actor.id,
            byName: actor.name,
            round: record.round,
            question: record.question,
            way,
            ...said,
          },
        },
      ],
      meet: [{ deadline: 'answer', key: roundKey(record.round), at: answeredAt }],
      open: [{ deadline: 'evaluation', key: roundKey(record.round), from: now }],
      attach: (input.attachments ?? []).map(id => ({ id, purpose: 'answer' })),
    }
  },
  tell: ({ record, input }) =>
    text(`${record.partyName}答复：${input.answer}`, `${record.partyName} answered: ${input.answer}`),
  rank: 10,
})
