import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { OUTSIDE } from '../../../vocabulary/role.ts'
import { answered, answerFields } from '../answered.ts'
import { supplierInquiryCommand } from '../supplier-inquiry-command.ts'

/** The supplier answers through the link of its letter. */
export const answerSupplierInquiry = supplierInquiryCommand('answer', {
  title: text('答复', 'Answer'),
  about: text('请写明查明的原因和纠正、预防措施。', 'Say what caused it and what is done against it.'),
  fulfils: ['S01-4.6b'],
  from: ['sent'],
  to: 'answered',
  by: [OUTSIDE],
  input: z.object(answerFields),
  guard: ({ record, actor }) => [
    !(actor.via === 'link' && actor.id === record.id) &&
      refuse(
        'other-guest',
        text(
          '此链接不能答复这份查询，请使用函中给出的链接。',
          'This link does not answer this inquiry: use the one in the letter.',
        ),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ record, input, newId, now, actor }) =>
    answered(record, input, { way: 'link', answeredAt: now, now, actor, newId }),
  tell: ({ record, input }) =>
    text(`${record.partyName}凭链接答复：${input.answer}`, `${record.partyName} answered by its link: ${input.answer}`),
  place: 'none',
})
