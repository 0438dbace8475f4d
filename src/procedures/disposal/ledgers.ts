import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { states } from './disposal.ts'

/** 记录处置台账. */
export const disposalLedger = ledger({
  name: 'disposals',
  title: text('记录处置台账', 'Register of disposals'),
  fulfils: ['DS-list', 'DS-approve'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('列单时间', 'Listed at'), 'instant', 16),
    choiceColumn('department', text('保管部门', 'Kept by'), custodians, 16),
    column('count', text('记录数', 'Records'), 'number', 8),
    column('endedFrom', text('最早到期', 'First ended'), 'day', 12),
    column('endedTo', text('最晚到期', 'Last ended'), 'day', 12),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('disposedCount', text('处置数', 'Disposed'), 'number', 8),
    column('archiveNumber', text('归档介质', 'Medium'), 'code', 14),
    column('listedByName', text('列单人', 'Listed by'), 'line', 10),
    column('carriedOutAt', text('执行时间', 'Carried out'), 'instant', 16, exported),
    column('carriedOutByName', text('执行人', 'By'), 'line', 10, exported),
    column('witnessName', text('监督人', 'Witness'), 'line', 10, exported),
    column('endReason', text('未处置理由', 'Why not'), 'line', 30, exported),
  ],
  filters: ['state', 'department'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('办理中', 'Open'), filter: { state: ['listed', 'approved'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
