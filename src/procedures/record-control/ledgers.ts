import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { states } from './record-control.ts'

/** 监督检查记录: every check of how a department keeps its records. */
export const checkLedger = ledger({
  name: 'checks',
  title: text('记录管理监督检查台账', 'Register of checks of records'),
  fulfils: ['S11-4.1b'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('抽样时间', 'Drawn at'), 'instant', 16),
    choiceColumn('department', text('被查部门', 'Department'), custodians, 16),
    column('periodFrom', text('期间起', 'From'), 'day', 12),
    column('periodTo', text('期间止', 'To'), 'day', 12),
    column('population', text('记录数', 'Records'), 'number', 8),
    column('findings', text('问题数', 'Findings'), 'number', 8),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('checkedByName', text('检查人', 'Checked by'), 'line', 10),
    column('dueOn', text('整改期限', 'Due on'), 'day', 12),
    column('summary', text('检查结论', 'Summary'), 'line', 40, exported),
    column('outcome', text('整改结果', 'What was done'), 'line', 40, exported),
  ],
  filters: ['state', 'department'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('未完成', 'Open'), filter: { state: ['drawn', 'recorded'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
