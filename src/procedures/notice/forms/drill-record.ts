import { form } from '../../../kernel/form.ts'
import { cell, instant } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { millisecondsBetween } from '../../../kernel/time.ts'
import { callOutcomes } from '../kinds.ts'
import { balanceTable, figure, goodsTable, grid, type Sheet, section, sheetSchema, sumOf, told } from './sheet.ts'
import type { NoticeView } from './view.ts'

const MINUTE = 60_000

/** Minutes from one moment to another. */
const minutes = (from: string | null, to: string | null) =>
  from && to
    ? text(
        `${Math.ceil(millisecondsBetween(from, to) / MINUTE)} 分钟`,
        `${Math.ceil(millisecondsBetween(from, to) / MINUTE)} minutes`,
      )
    : null

const percent = (value: number | null) => (value === null ? null : `${value}%`)

function fromDrill(view: NoticeView): Sheet {
  const { drillResult } = view
  return {
    opening: [
      text('演练记录：未向任何外部单位发送函件。', 'Record of a drill: no letter was sent to anybody outside.'),
    ],
    blocks: [
      section(
        text('一、演练', '1  Drill'),
        [cell(text('编号', 'Number'), view.number), cell(text('组织人', 'Run by'), view.preparedBy)],
        { tall: cell(text('情景', 'Scenario'), view.reason) },
        [
          cell(text('开始', 'Started'), instant(view.createdAt)),
          cell(text('名单就绪', 'List ready'), instant(drillResult.tracedAt)),
          cell(text('结束', 'Finished'), instant(drillResult.finishedAt)),
        ],
      ),
      goodsTable(view),
      section(
        text('二、成绩', '2  Score'),
        [
          cell(text('列出名单用时', 'Time to the list'), minutes(view.createdAt, drillResult.tracedAt)),
          cell(text('总用时', 'Time in all'), minutes(view.createdAt, drillResult.finishedAt)),
        ],
        [
          cell(text('销售数量', 'Shipped'), figure(sumOf(view, line => line.expected))),
          cell(text('数量落实率', 'Located'), percent(drillResult.located)),
          cell(text('联系方式完整率', 'Contacts complete'), percent(drillResult.contacts)),
        ],
      ),
      balanceTable(view, text('三、数量核对（按批号）', '3  Balance by lot')),
      grid(
        text('四、名单', '4  Recipients'),
        [
          [text('单位', 'Recipient'), 5],
          [text('联系人', 'Contact'), 2],
          [text('电话', 'Telephone'), 3],
          [text('电子邮箱', 'E-mail'), 4],
          [text('供货', 'Got'), 1.4],
          [text('电话核查', 'Called'), 2],
        ],
        told(view).map(item => [
          item.name,
          item.contact,
          item.phone,
          item.email,
          `${item.lines.reduce((sum, line) => sum + line.expected, 0)}`,
          item.callOutcome ? callOutcomes[item.callOutcome] : null,
        ]),
      ),
      section(text('五、评价与改进', '5  Assessment and improvements'), {
        tall: cell(text('评价', 'Assessment'), drillResult.note),
      }),
    ],
    signatures: view.signatures,
  }
}

/** 模拟召回演练记录. */
export const drillRecord = form<NoticeView, Sheet>({
  id: 'drill-record',
  code: 'QR-TZ-11',
  revision: 'A/0',
  title: text('模拟召回演练记录', 'Record of a mock recall'),
  applies: ({ drill }) => drill === true,
  template: new URL('./sheet.typ', import.meta.url),
  sample: new URL('./drill.sample.json', import.meta.url),
  fulfils: ['TZ-drill'],
  schema: sheetSchema,
  data: fromDrill,
})
