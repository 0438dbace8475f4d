import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { OPEN, states } from './supplier-inquiry.ts'
import { answerWays, effects, letterStates, liabilities, verdicts } from './wording.ts'

/** 质量查询台账: every inquiry to a supplier with what it meant for the supplier's record. */
export const supplierInquiryLedger = ledger({
  name: 'supplier-inquiries',
  title: text('质量查询台账', 'Supplier-inquiry ledger'),
  fulfils: ['S01-4.6b'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('sentAt', text('发出时间', 'Sent at'), 'instant', 16),
    column('partyName', text('供货单位', 'Supplier'), 'line', 22),
    column('productName', text('产品', 'Device'), 'line', 18),
    column('lotNo', text('批号', 'Lot'), 'code', 12),
    column('dueOn', text('答复期限', 'Due on'), 'day', 12),
    column('answeredAt', text('答复时间', 'Answered at'), 'instant', 16),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    choiceColumn('effect', text('档案影响', 'Effect'), effects, 12, {
      warned: 'warn',
      probation: 'late',
      'suspension-proposed': 'late',
    }),
    choiceColumn('letterState', text('函件', 'Letter'), letterStates, 10, { failed: 'late', waiting: 'warn' }),
    column('causeNumber', text('来源记录', 'Came from'), 'code', 15),
    column('question', text('查询内容', 'Question'), 'line', 40, exported),
    column('sentByName', text('发出人', 'Sent by'), 'line', 10, exported),
    column('reminders', text('催复次数', 'Reminders'), 'number', 8, exported),
    column('round', text('查询次数', 'Rounds'), 'number', 8, exported),
    choiceColumn('answerWay', text('答复方式', 'How'), answerWays, 10, {}, exported),
    column('answer', text('答复内容', 'Answer'), 'line', 40, exported),
    column('cause', text('原因', 'Cause'), 'line', 30, exported),
    column('measures', text('纠正措施', 'Measures'), 'line', 30, exported),
    choiceColumn('verdict', text('评价', 'Verdict'), verdicts, 14, {}, exported),
    choiceColumn('liability', text('责任方', 'Liable'), liabilities, 12, {}, exported),
    column('evaluation', text('评价说明', 'Evaluation'), 'line', 30, exported),
    column('evaluatedByName', text('评价人', 'Evaluated by'), 'line', 10, exported),
    column('evaluatedAt', text('评价时间', 'Evaluated at'), 'instant', 16, exported),
    column('closedAt', text('关闭时间', 'Closed at'), 'instant', 16, exported),
    column('closingNote', text('措施落实', 'What became of it'), 'line', 30, exported),
  ],
  filters: ['state', 'partyId', 'productId', 'lotId', 'effect', 'verdict', 'letterState'],
  orderedBy: 'sentAt',
  views: [
    { name: 'open', title: text('未关闭', 'Open'), filter: { state: OPEN } },
    { name: 'waiting', title: text('待答复', 'Waits for the answer'), filter: { state: ['sent'] } },
    { name: 'to-judge', title: text('待评价', 'To be evaluated'), filter: { state: ['answered'] } },
    {
      name: 'record',
      title: text('记入供货单位档案', 'On the supplier’s record'),
      filter: { effect: ['warned', 'probation', 'suspension-proposed'] },
    },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
