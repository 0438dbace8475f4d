import { choiceColumn, column } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { decisions, rules, subjects } from './signal.ts'

/** 质量信号台账: every signal with its decision. */
export const signalLedger = ledger({
  name: 'signals',
  title: text('质量信号台账', 'Register of signals'),
  fulfils: ['XH-once', 'XH-watch'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('开立时间', 'Opened'), 'instant', 16),
    choiceColumn('subject', text('对象', 'Whose'), subjects, 14),
    column('subjectName', text('名称', 'Name'), 'line', 26),
    column('month', text('月份', 'Month'), 'day', 12, { every: 'month' }),
    choiceColumn('rule', text('判异', 'Rule'), rules, 22),
    column('count', text('投诉', 'Complaints'), 'number', 8),
    column('rate', text('每千件', 'Per 1,000'), 'number', 9),
    column('upper', text('上控制限', 'Upper limit'), 'number', 9),
    column('state', text('状态', 'State'), 'state', 10),
    choiceColumn('decision', text('处理意见', 'Decision'), decisions, 12),
    column('until', text('期限', 'Until'), 'day', 12),
    column('proposedByName', text('提出人', 'Proposed by'), 'line', 10, { onScreen: false }),
    column('approvedByName', text('批准人', 'Approved by'), 'line', 10, { onScreen: false }),
    column('decisionReason', text('理由', 'Reason'), 'line', 40, { onScreen: false }),
    column('conclusion', text('结论', 'Conclusion'), 'line', 40, { onScreen: false }),
    column('closedAt', text('关闭时间', 'Closed'), 'instant', 16, { onScreen: false }),
  ],
  filters: ['state', 'subject', 'rule', 'decision', 'productId', 'supplierId'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'open',
      title: text('未关闭', 'Open'),
      filter: { state: ['open', 'proposed', 'watching', 'investigating'] },
    },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
