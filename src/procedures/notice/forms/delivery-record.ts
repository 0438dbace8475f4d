import { form } from '../../../kernel/form.ts'
import { cell, instant } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { kinds, recipientStates } from '../kinds.ts'
import {
  balanceTable,
  classCell,
  figure,
  goodsTable,
  grid,
  measuresCell,
  responseCells,
  type Sheet,
  section,
  sheetSchema,
  told,
} from './sheet.ts'
import type { NoticeView } from './view.ts'

/** Who was told when and how, what came back: the record behind every notice and the recall record of GSP art. 111. */
function fromNotice(view: NoticeView): Sheet {
  const changed = view.recipients.filter(item => item.removedReason || item.originReason)
  const signed = told(view).flatMap(item =>
    item.lines.filter(line => line.signedRemainder > 0).map(line => ({ name: item.name, line })),
  )
  return {
    opening: [],
    blocks: [
      section(
        text('一、通知', '1  Notice'),
        [
          cell(text('编号', 'Number'), view.number),
          cell(text('类别', 'Kind'), view.number === null ? null : kinds[view.kind]),
          classCell(view),
        ],
        [
          cell(text('发出', 'Sent'), instant(view.sentAt)),
          cell(text('全部告知', 'Everyone told'), instant(view.allToldAt)),
        ],
        [measuresCell(view), cell(text('召回计划', 'Recall plan'), view.planReference)],
        responseCells(view),
      ),
      goodsTable(view),
      grid(
        text('二、送达与回收', '2  Delivery and recovery'),
        [
          [text('接收单位', 'Recipient'), 4],
          [text('送达时间', 'Told'), 2.6],
          [text('方式', 'How'), 1.6],
          [text('确认', 'Acknowledged'), 2.6],
          [text('批号', 'Lot'), 2],
          [text('供货', 'Got'), 1.2],
          [text('收回', 'Back'), 1.2],
          [text('在外', 'Outside'), 1.3],
          [text('状态', 'State'), 1.8],
        ],
        told(view).flatMap(item =>
          (item.lines.length > 0 ? item.lines : [null]).map((line, at) => [
            at === 0 ? item.name : '',
            at === 0 ? instant(item.toldAt) : '',
            at === 0 ? item.toldHow : '',
            at === 0 ? instant(item.acknowledgedAt) : '',
            line?.lotNo ?? null,
            figure(line?.expected ?? null),
            figure(line?.receivedBack ?? null),
            figure(line ? line.onHand + line.comingBack : null),
            at === 0 ? recipientStates[item.state] : '',
          ]),
        ),
      ),
      balanceTable(view, text('三、数量核对（按批号）', '3  Balance by lot')),
      ...(changed.length > 0
        ? [
            grid(
              text('四、名单的增减', '4  Changes of the list'),
              [
                [text('单位', 'Recipient'), 4],
                [text('变化', 'Change'), 2],
                [text('理由', 'Reason'), 8],
              ],
              changed.map(item => [
                item.name,
                item.removedReason ? text('移出', 'Taken off') : text('增加', 'Added'),
                item.removedReason ?? item.originReason,
              ]),
            ),
          ]
        : []),
      ...(signed.length > 0
        ? [
            grid(
              text('五、签批的差额', '5  Signed remainders'),
              [
                [text('单位', 'Recipient'), 4],
                [text('批号', 'Lot'), 2],
                [text('数量', 'Quantity'), 1.4],
                [text('理由', 'Reason'), 6],
              ],
              signed.map(({ name, line }) => [name, line.lotNo, figure(line.signedRemainder), line.remainderReason]),
            ),
          ]
        : []),
      section(text('效果评价', 'Assessment'), { tall: cell(text('评价', 'Assessment'), view.closingNote) }),
    ],
    signatures: view.signatures,
  }
}

/** 通知送达与召回记录 (S04-4.9b, GSP art. 111, 29号令 art. 21). */
export const deliveryRecord = form<NoticeView, Sheet>({
  id: 'delivery-record',
  code: 'QR-TZ-06',
  revision: 'A/0',
  title: text('通知送达与召回记录', 'Record of delivery and recovery'),
  template: new URL('./sheet.typ', import.meta.url),
  sample: new URL('./recall.sample.json', import.meta.url),
  fulfils: ['S04-4.9b', 'CN-GSP-111', 'CN-RC-011'],
  schema: sheetSchema,
  data: fromNotice,
})
