import { z } from 'zod'
import { holds } from '../../../kernel/person.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { goodsListed, letter } from '../letter.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES, SALES } from '../taxonomy.ts'

/** S02-4.2.3c, 4.2.4a: only after the approval is the customer told to send the goods. */
export const tellCustomer = returnCommand('tell-customer', {
  title: text('通知客户退货', 'Tell the customer to send the goods'),
  about: text(
    '批准以后才能通知；质量退货由业务部通知。',
    'Only after the approval; on the quality route sales tells the customer.',
  ),
  fulfils: ['S02-4.2.3c', 'S02-4.2.4a', 'S02-3.4a'],
  from: ['reviewing', 'over-limits', 'sample-test', 'explaining', 'approving', 'declined', 'approved'],
  by: [...AFTER_SALES, ...SALES],
  input: z.object({
    instructions: paragraph(text('退货要求（包装、发运、截止日等）', 'How to send the goods')).optional(),
  }),
  facts: ['lines'],
  guard: ({ record, actor }) => [
    record.state !== 'approved' &&
      refuse(
        'not-approved',
        text(
          `${record.number} 尚未批准，不能通知客户退货，请先完成审批。`,
          `${record.number} is not approved: the customer is told only after the approval.`,
        ),
        { clause: 'S02-4.2.3c' },
      ),
    record.state === 'approved' &&
      record.route !== 'dealer' &&
      record.way === null &&
      refuse(
        'way-open',
        text(
          '要通知客户，请先由业务部决定运回还是就地销毁。',
          'To tell the customer, first have sales decide whether the goods are shipped back.',
        ),
        { clause: 'S12-5.8.2e' },
      ),
    record.route === 'dealer' &&
      record.reason === 'quality' &&
      !holds(actor, SALES) &&
      refuse(
        'told-by-sales',
        text(
          '质量退货由业务部通知客户，请转业务部办理。',
          'On the quality route sales tells the customer: ask them to do it.',
        ),
        { kind: 'forbidden', clause: 'S02-4.2.4a' },
      ),
  ],
  change: ({ record, input, facts, now, actor }) => ({
    to: 'awaiting',
    set: { toldAt: now, toldByName: actor.name, way: record.way ?? ('ship-back' as const) },
    meet: [{ deadline: 'tell-customer' }],
    start: [
      letter(record, {
        subject: '请将获批货品退回我公司',
        paragraphs: [
          `${record.partyName}：`,
          `贵单位的调退货申请已批准，请将下列货品退回我公司：\n${goodsListed(facts.lines)}`,
          ...(facts.lines.some(line => line.isColdChain)
            ? ['其中冷链产品须全程冷链运输，并随货提供售出期间和在途的温度记录；记录不全或超温的，我公司将拒收。']
            : []),
          ...(input.instructions ? [input.instructions] : []),
          `发货后请告知承运单位和到货地点，并在包装上注明 ${record.number}。`,
        ],
      }),
    ],
  }),
  tell: ({ record, input }) =>
    text(
      `通知${record.partyName}退货${input.instructions ? `：${input.instructions}` : ''}`,
      `told ${record.partyName} to send the goods${input.instructions ? `: ${input.instructions}` : ''}`,
    ),
  rank: 15,
})
