import { column } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './access-review.ts'

/** Register of the half-yearly reviews. */
export const reviews = ledger({
  name: 'reviews',
  title: text('权限复核台账', 'Register of access reviews'),
  fulfils: ['AR-review'],
  columns: [
    column('number', text('编号', 'Number'), 'code', 16),
    column('periodEnd', text('半年', 'Half-year'), 'day', 12, { every: 'half-year' }),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('accountCount', text('账号', 'Accounts'), 'number', 8),
    column('undecided', text('未核对', 'Undecided'), 'number', 8),
    column('changeCount', text('变更', 'Changes'), 'number', 8),
    column('openedByName', text('开始人', 'Begun by'), 'line', 10),
    column('createdAt', text('开始时间', 'Begun'), 'instant', 18),
    column('closedAt', text('完成时间', 'Done'), 'instant', 18),
  ],
  filters: ['state', 'period'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('进行中', 'Under way'), filter: { state: ['open', 'signing'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
