import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { goodsListed, letter } from '../letter.ts'
import { unitsOf, verdictsInForce } from '../lines.ts'
import { returnCommand } from '../return-command.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** S02-4.2.6g: after-sales passes the statement of refusal on to the customer, with the goods that are not taken back. */
export const tellRefusal = returnCommand('tell-refusal', {
  title: text('拒签答复并退还客户', 'Tell the refusal, send the goods back'),
  about: text(
    '把质管的书面说明发给客户，并写明拒签货品怎样退还。',
    'The statement of quality goes to the customer; say how the refused goods go back.',
  ),
  fulfils: ['S02-4.2.6g', 'S02-4.2.6f'],
  from: ['refused-goods', 'signing', 'to-stock-in', 'stocked-in', 'settled', 'totalled', 'note-reviewed', 'note-sent'],
  by: AFTER_SALES,
  input: z.object({ sentBackHow: paragraph(text('退还方式（承运、单号、时间）', 'How the goods go back')) }),
  facts: ['lines', 'verdicts'],
  guard: ({ record }) => [
    record.refusedQuantity === 0 &&
      refuse(
        'nothing-refused',
        text('质管没有拒签的货品，不用答复拒签。', 'Quality refused nothing: there is no refusal to tell.'),
        { clause: 'S02-4.2.6g' },
      ),
    record.refusalToldAt !== null &&
      refuse('refusal-told', text('拒签说明已答复客户。', 'The customer has the statement of refusal.'), {
        clause: 'S02-4.2.6g',
      }),
  ],
  change: ({ record, input, facts, now, actor }) => {
    const back = verdictsInForce(facts.verdicts).filter(item => !item.takenIn)
    const lines = facts.lines
      .map(line => ({ ...line, counted: unitsOf(back.filter(item => item.lineId === line.id)) }))
      .filter(line => line.counted > 0)
    const ends = record.state === 'refused-goods'
    return {
      ...(ends && { to: 'sent-back' }),
      set: {
        refusalToldAt: now,
        refusalToldByName: actor.name,
        sentBackHow: input.sentBackHow,
        ...(ends && { endReason: record.refusalStatement }),
      },
      meet: [{ deadline: 'refusal-statement' }],
      start: [
        letter(record, {
          subject: '退货拒签书面说明',
          paragraphs: [
            `${record.partyName}：`,
            `贵单位退回的下列货品，经我公司质量管理部检验不予接收，现退还贵单位：\n${goodsListed(lines)}`,
            `说明：${record.refusalStatement ?? ''}`,
            `退还方式：${input.sentBackHow}`,
          ],
          form: 'refusal-statement',
        }),
      ],
    }
  },
  tell: ({ record, input }) =>
    text(
      `拒签 ${record.refusedQuantity} 已书面答复${record.partyName}；${input.sentBackHow}`,
      `told ${record.partyName} in writing that ${record.refusedQuantity} are refused; ${input.sentBackHow}`,
    ),
  remark: ({ record }) =>
    record.refusalStatement ? text(`“${record.refusalStatement}”`, `"${record.refusalStatement}"`) : null,
  rank: 10,
})
