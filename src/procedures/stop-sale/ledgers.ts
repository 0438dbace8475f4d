import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { AT_WORK, states } from './stop-sale.ts'
import { scopes, sources, verdicts } from './wording.ts'

/** 停售台账: every stop, one line each; the record of stops and releases in the system (S26-2.2a, S26-2.3a, S26-6a). */
export const stopSaleLedger = ledger({
  name: 'stop-sales',
  title: text('停售台账', 'Stop-sale ledger'),
  fulfils: ['S26-2.2a', 'S26-2.3a', 'S26-6a', 'CN-RC-013'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('placedAt', text('停售时间', 'Held at'), 'instant', 16),
    column('state', text('状态', 'State'), 'state', 12, { options: states }),
    column('productName', text('产品', 'Device'), 'line', 20),
    column('lotNos', text('批号', 'Lots'), 'code', 16),
    choiceColumn('scope', text('范围', 'Scope'), scopes, 10),
    choiceColumn('source', text('来源', 'Source'), sources, 14),
    column('causeNumber', text('来源记录', 'Came from'), 'code', 15),
    choiceColumn('finding', text('复查结论', 'Finding'), verdicts, 10, {
      good: 'ok',
      bad: 'late',
      undetermined: 'warn',
    }),
    column('expectedInStock', text('应有库存', 'Expected'), 'number', 8),
    column('countedInStock', text('清点', 'Counted'), 'number', 8),
    column('expectedAtBuyers', text('购货方数量', 'With buyers'), 'number', 8),
    column('releasedAt', text('解除时间', 'Released at'), 'instant', 16),
    column('model', text('规格型号', 'Model'), 'line', 14, exported),
    column('registrationNo', text('注册证/备案编号', 'Registration'), 'code', 20, exported),
    column('manufacturerName', text('生产企业', 'Manufacturer'), 'line', 24, exported),
    column('reason', text('停售原因', 'Reason'), 'line', 40, exported),
    column('document', text('监管文件号', 'Document'), 'code', 16, exported),
    column('placedByName', text('停售人', 'Held by'), 'line', 10, exported),
    column('expectedUnderWay', text('在途', 'On the way'), 'number', 8, exported),
    column('buyers', text('购货方家数', 'Buyers'), 'number', 8, exported),
    column('marksAt', text('挂牌时间', 'Marks hung'), 'instant', 16, exported),
    column('marksByName', text('挂牌人', 'Marks hung by'), 'line', 10, exported),
    column('salesAckAt', text('业务确认', 'Confirmed by sales'), 'instant', 16, exported),
    column('findingNote', text('复查情况', 'What was found'), 'line', 40, exported),
    column('findingAt', text('复查时间', 'Found at'), 'instant', 16, exported),
    column('findingByName', text('复查人', 'Found by'), 'line', 10, exported),
    column('confirmedAt', text('确认停售', 'Confirmed'), 'instant', 16, exported),
    column('countersignedByName', text('质量负责人', 'Quality head'), 'line', 10, exported),
    column('releasedByName', text('解除人', 'Released by'), 'line', 10, exported),
    column('releaseReason', text('解除理由', 'Reason of the release'), 'line', 30, exported),
    column('marksOffAt', text('摘牌时间', 'Marks off'), 'instant', 16, exported),
    column('everybodyToldAt', text('各方均获通知', 'Everybody told'), 'instant', 16, exported),
    column('closedAt', text('了结时间', 'Closed'), 'instant', 16, exported),
  ],
  filters: ['state', 'source', 'scope', 'finding', 'productId', 'lotId', 'manufacturerId'],
  orderedBy: 'placedAt',
  views: [
    { name: 'held', title: text('停售中', 'Held'), filter: { state: [...AT_WORK] } },
    { name: 'to-check', title: text('待复查', 'To be re-checked'), filter: { state: ['placed', 're-check'] } },
    { name: 'to-sign', title: text('待双签', 'To be signed'), filter: { state: ['confirming'] } },
    { name: 'confirmed', title: text('确认停售', 'Confirmed'), filter: { state: ['confirmed'] } },
    { name: 'releasing', title: text('解除通知中', 'Being told'), filter: { state: ['releasing'] } },
    { name: 'prohibited', title: text('监管禁售', 'Prohibited'), filter: { source: ['authority'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('待复查', 'To be re-checked'), states: ['placed', 're-check'], tone: 'warn' },
      { title: text('待双签确认', 'Two signatures due'), states: ['confirming'], tone: 'late' },
      { title: text('确认停售', 'Stop confirmed'), states: ['confirmed'], tone: 'late' },
      { title: text('解除通知中', 'Free, being told'), states: ['releasing'], tone: 'info' },
      { title: text('已了结', 'Over'), states: ['released', 'closed'], tone: 'ok' },
    ],
    card: {
      title: 'productName',
      quantity: 'expectedInStock',
      lines: ['lotNos', 'source', 'causeNumber', 'expectedAtBuyers'],
    },
  },
})
