import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { states } from './compilation.ts'

/** 月度记录汇编台账. */
export const compilationLedger = ledger({
  name: 'compilations',
  title: text('月度记录汇编台账', 'Register of monthly compilations'),
  fulfils: ['S11-5.1.1i'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('汇编时间', 'Compiled at'), 'instant', 16),
    column('month', text('月份', 'Month'), 'code', 9),
    choiceColumn('department', text('部门', 'Department'), custodians, 18),
    column('count', text('记录数', 'Records'), 'number', 8),
    column('closedCount', text('已办结', 'Settled'), 'number', 8),
    column('voidedCount', text('作废', 'Voided'), 'number', 8),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('compiledByName', text('汇编人', 'By'), 'line', 10),
    column('reviewedByName', text('审核人', 'Reviewed by'), 'line', 10),
    column('note', text('说明', 'Note'), 'line', 30, exported),
  ],
  filters: ['state', 'department', 'month'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('待审核', 'To be reviewed'), filter: { state: ['compiled'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
