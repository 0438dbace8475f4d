import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { choice, line, moment, paragraph } from '../../../vocabulary/entry-field.ts'
import { happened, notBefore, notInFuture } from '../../../vocabulary/event-time.ts'
import { contactWays } from '../../../vocabulary/intake.ts'
import { contacted } from '../contacted.ts'
import { RECEIPT } from '../fields.ts'
import { inquiryCommand } from '../inquiry-command.ts'
import { DESK, QUALITY } from '../taxonomy.ts'

const AT = text('告知时间', 'Told at')

/** The customer hears the result; quality management itself answers what was asked about quality (S01-3c). */
export const answerInquiry = inquiryCommand('answer', {
  title: text('答复客户', 'Answer the customer'),
  fulfils: ['S28-4.4a', 'S28-3.1d', 'S01-3c', 'S12-5.10.3a', 'S04-4.8a'],
  from: ['handled'],
  to: 'answered',
  by: [...DESK, 'after-sales', 'after-sales-head', 'sales', 'sales-head'],
  input: z.object({
    toldAt: moment(AT).optional(),
    toldHow: choice(text('告知方式', 'Told how'), contactWays).default('telephone'),
    toldTo: line(text('告知对象', 'Told to'), { personal: true }).optional(),
    answer: paragraph(text('答复内容', 'Answer')),
  }),
  guard: ({ record, actor }) => [
    record.kind === 'query' &&
      !holds(actor, QUALITY) &&
      refuse(
        'quality-answers',
        text(
          `${record.number} 是质量查询，由质量管理部答复，请转交其办理。`,
          `${record.number} is a quality query: quality management answers it, ask them to.`,
        ),
        { kind: 'forbidden', clause: 'S01-3c' },
      ),
  ],
  check: ({ record, input, now }) => [
    notInFuture(input.toldAt, now, 'toldAt', AT),
    notBefore(input.toldAt, record.receivedAt, 'toldAt', AT, RECEIPT),
  ],
  change: ({ record, input, now, actor }) => {
    const toldAt = happened(input.toldAt, now)
    const { set, meet } = contacted(record, toldAt)
    return {
      set: {
        ...set,
        toldAt,
        toldByName: actor.name,
        toldTo: input.toldTo ?? record.contactPerson,
        toldHow: input.toldHow,
        answer: input.answer,
      },
      meet,
    }
  },
  tell: ({ record, input }) =>
    text(
      `${contactWays[input.toldHow].zh}答复${record.toldTo ?? record.partyName}：${input.answer}`,
      `answered ${record.toldTo ?? record.partyName} (${contactWays[input.toldHow].en.toLowerCase()}): ${input.answer}`,
    ),
  fill: ({ record, now }) => ({
    toldAt: now,
    ...(record.contactPerson && { toldTo: record.contactPerson }),
    ...(record.result && { answer: record.result }),
  }),
  rank: 30,
})
