import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { attachmentIds as attachments, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { apologyFirst } from '../apology.ts'
import { CASE_HEADS } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { RECEIPT } from '../fields.ts'
import { classOf } from '../taxonomy.ts'

const AT = text('答复时间', 'Replied at')

/** S28-4.5d: the head tells the customer the result in person; no complaint is closed before. */
export const replyComplaint = complaintCommand('reply', {
  title: text('把结果告知客户', 'Tell the customer the result'),
  fulfils: ['S28-4.5d', 'S01-3c', 'S28-3.1d', 'S02-4.3.1b', 'S02-4.3.1d', 'CN-CP-001'],
  from: ['accepted', 'verified', 'decided'],
  to: 'answered',
  by: [...CASE_HEADS, 'after-sales'],
  input: z.object({
    repliedAt: moment(AT).optional(),
    to: line(text('答复对象', 'Replied to'), { personal: true }).optional(),
    reply: paragraph(text('答复内容', 'What was said')),
    attachments: attachments.optional(),
  }),
  guard: ({ record, actor }) => [
    classOf(record.kind) === 'service' &&
      !actor.roles.includes('service-head') &&
      refuse(
        'head-replies',
        text(
          '服务类投诉由客户服务中心负责人亲自告知结果，请转交其办理。',
          'The head of customer service tells the result in person: hand it over.',
        ),
        { kind: 'forbidden', clause: 'S28-4.5d' },
      ),
    record.investigated &&
      record.state !== 'decided' &&
      refuse(
        'opinion-first',
        text(
          '要答复客户，请先出具最终处置意见并由质量负责人会签。',
          'To tell the customer the result, first give the final opinion and have the quality head countersign it.',
        ),
        { clause: 'S01-4.4e' },
      ),
    classOf(record.kind) === 'consumer' &&
      record.established === null &&
      refuse(
        'judge-first',
        text(
          '要答复消费者，请先判断投诉是否成立。',
          'To answer the consumer, first judge whether the complaint stands.',
        ),
        {
          clause: 'S02-4.3.1c',
        },
      ),
    classOf(record.kind) === 'consumer' &&
      record.established === true &&
      record.remedy === null &&
      refuse(
        'remedy-first',
        text('要答复消费者，请先协商退、换、折价等方案。', 'To answer the consumer, first agree a remedy.'),
        {
          clause: 'S02-4.3.2b',
        },
      ),
    apologyFirst(record, text('答复客户', 'tell the customer the result')),
    record.solvedAt === null &&
      refuse(
        'solve-first',
        text('要告知结果，请先登记问题已解决。', 'To tell the result, first record that the problem is solved.'),
      ),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.repliedAt, now, 'repliedAt', AT),
    notBefore(input.repliedAt, record.receivedAt, 'repliedAt', AT, RECEIPT),
  ],
  change: ({ record, input, now, actor }) => ({
    set: {
      repliedAt: happened(input.repliedAt, now),
      repliedByName: actor.name,
      replyTo: input.to ?? record.contactPerson,
      reply: input.reply,
    },
    attach: (input.attachments ?? []).map(id => ({ id, purpose: 'reply' })),
  }),
  tell: ({ record, input }) =>
    text(
      `亲自告知${record.replyTo ?? record.partyName}结果：${input.reply}`,
      `told ${record.replyTo ?? record.partyName} the result: ${input.reply}`,
    ),
  fill: ({ record, now }) => ({ repliedAt: now, ...(record.contactPerson && { to: record.contactPerson }) }),
  rank: 40,
})
