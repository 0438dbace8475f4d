import { choiceColumn, column, exported } from '../../kernel/column.ts'
import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { kinds, mediumTypes, states } from './archive.ts'

/** 备份介质登记台账. */
export const mediaLedger = ledger({
  name: 'media',
  title: text('备份介质登记台账', 'Register of media'),
  fulfils: ['S11-5c'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 14),
    column('createdAt', text('登记时间', 'Registered'), 'instant', 16),
    choiceColumn('kind', text('内容', 'Holds'), kinds, 10),
    choiceColumn('medium', text('介质', 'Medium'), mediumTypes, 12),
    column('label', text('标签', 'Label'), 'code', 14),
    column('place', text('存放地点', 'Place'), 'line', 20),
    column('madeOn', text('制作日期', 'Made on'), 'day', 12),
    column('checkedAt', text('最近抽检', 'Read back'), 'instant', 16),
    column('state', text('状态', 'State'), 'state', 10, { options: states }),
    column('fileName', text('文件名', 'File'), 'line', 30, exported),
    column('sha256', text('SHA-256', 'SHA-256'), 'code', 40, exported),
    column('registeredByName', text('登记人', 'By'), 'line', 10, exported),
  ],
  filters: ['state', 'kind', 'medium'],
  orderedBy: 'createdAt',
  views: [
    { name: 'kept', title: text('在存', 'Kept'), filter: { state: ['kept', 'unreadable'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
