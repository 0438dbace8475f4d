import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { line } from '../../../vocabulary/entry-field.ts'
import { yuan } from '../exchange-rate.ts'
import { goodsListed, letter } from '../letter.ts'
import { returnCommand } from '../return-command.ts'
import { wishes } from '../taxonomy.ts'

/** S02-3.7b, 4.2.9b: the return note is with the customer before noon of the next day; a copy is filed. */
export const sendNote = returnCommand('send-note', {
  title: text('发退货单给客户', 'Send the return note'),
  about: text(
    '统计完成的次日 12:00 以前发出；系统附《退货单》发函并归档。',
    'Before noon of the day after the statistics; the note goes out as a letter and is filed.',
  ),
  fulfils: ['S02-3.7b', 'S02-4.2.9b'],
  from: ['note-reviewed'],
  to: 'note-sent',
  by: ['sales-clerk'],
  input: z.object({
    receivedBy: line(text('客户收件人', 'Attention of'), { personal: true }).optional(),
  }),
  facts: ['lines'],
  change: ({ record, input, facts, now, actor }) => ({
    set: { noteSentAt: now, noteSentByName: actor.name },
    meet: [{ deadline: 'return-note' }],
    start: [
      letter(
        { ...record, contactPerson: input.receivedBy ?? record.contactPerson },
        {
          subject: '退货单',
          paragraphs: [
            `${record.partyName}：`,
            `贵单位退回的货品已办理完毕，明细如下：\n${goodsListed(facts.lines)}`,
            `合计数量 ${record.totalQuantity ?? 0}，金额 ${yuan(record.totalAmount ?? 0)} 元；处理结果：${record.settledAs ? wishes[record.settledAs].zh : '—'}${record.replacementOrderNo ? `（换货单 ${record.replacementOrderNo}）` : ''}。`,
            '附《退货单》一份，请核对。如有出入，请于收到后及时与我公司联系。',
          ],
          form: 'return-note',
        },
      ),
    ],
  }),
  tell: ({ record }) =>
    text(`退货单已发${record.partyName}并归档`, `sent the return note to ${record.partyName} and filed it`),
  rank: 10,
})
