import type { Outside } from '../../kernel/outside.ts'
import { text } from '../../kernel/text.ts'
import type { SupplierInquiryAnswer, SupplierInquiryRow } from './supplier-inquiry.ts'

/** The supplier's page: the question and its own earlier answers, nothing of ours. */
export const outside: Outside<SupplierInquiryRow, { readonly answers: readonly SupplierInquiryAnswer[] }> = {
  guest: null,
  guestField: null,
  facts: ['answers'],
  commands: ['supplier-inquiry.answer'],
  page: ({ record, facts }) => {
    if (record.state === 'voided') return null
    const waits = record.state === 'sent'
    return {
      reader: [record.partyName, record.contactPerson].filter(Boolean).join(' '),
      heading: text(`质量查询函 ${record.number}`, `Quality inquiry ${record.number}`),
      lead: waits
        ? text(
            `请于 ${record.dueOn} 前答复，写明原因和纠正措施。`,
            `Please answer by ${record.dueOn}, with the cause and your corrective measures.`,
          )
        : text('我公司已收到贵单位的答复。', 'We have your answer.'),
      sections: [
        {
          title: text('查询内容', 'Question'),
          facts: [
            {
              label: text('产品', 'Device'),
              shown: { kind: 'line', value: [record.productName, record.model].filter(Boolean).join(' ') },
            },
            ...(record.registrationNo
              ? [
                  {
                    label: text('注册证/备案编号', 'Registration'),
                    shown: { kind: 'code' as const, value: record.registrationNo },
                  },
                ]
              : []),
            ...(record.lotNo
              ? [{ label: text('批号', 'Lot'), shown: { kind: 'code' as const, value: record.lotNo } }]
              : []),
            { label: text('查询内容', 'Question'), shown: { kind: 'paragraph', value: record.question }, wide: true },
            { label: text('答复期限', 'Due on'), shown: { kind: 'day', value: record.dueOn } },
          ],
        },
        ...facts.answers.map(item => ({
          title: text(`贵单位的答复（第 ${item.round} 次）`, `Your answer (round ${item.round})`),
          facts: [
            {
              label: text('答复内容', 'Answer'),
              shown: { kind: 'paragraph' as const, value: item.answer },
              wide: true,
            },
            { label: text('原因', 'Cause'), shown: { kind: 'paragraph' as const, value: item.cause }, wide: true },
            {
              label: text('纠正措施', 'Measures'),
              shown: { kind: 'paragraph' as const, value: item.measures },
              wide: true,
            },
            { label: text('答复时间', 'Answered at'), shown: { kind: 'instant' as const, value: item.answeredAt } },
          ],
        })),
      ],
      codes: [],
      steps: waits ? ['answer'] : [],
      thanks: waits ? null : text('答复已收到，谢谢。', 'Your answer has arrived. Thank you.'),
      ask: text(`联系人：质量管理部 ${record.sentByName}`, `Ask for ${record.sentByName}, quality management`),
    }
  },
}
