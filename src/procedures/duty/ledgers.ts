import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { roles } from '../../vocabulary/role.ts'
import { states } from './duty.ts'

/** Register of recurring work. */
export const duties = ledger({
  name: 'duties',
  title: text('定期工作台账', 'Register of duties'),
  fulfils: ['DU-planned', 'DU-people'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 14, onScreen: true },
    { key: 'title', title: text('工作', 'Duty'), kind: 'line', width: 28, onScreen: true },
    { key: 'placeTitle', title: text('对象', 'Place'), kind: 'line', width: 20, onScreen: true },
    { key: 'clause', title: text('条款', 'Clause'), kind: 'code', width: 12, onScreen: true },
    {
      key: 'role',
      title: text('责任岗位', 'Role'),
      kind: 'choice',
      options: Object.fromEntries(Object.entries(roles).map(([id, { title }]) => [id, { title }])),
      width: 16,
      onScreen: true,
    },
    { key: 'assigneeName', title: text('指定人员', 'Assigned to'), kind: 'line', width: 12, onScreen: true },
    { key: 'plannedUntil', title: text('排定至', 'Planned until'), kind: 'day', width: 12, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    { key: 'createdAt', title: text('开始时间', 'Begun'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state', 'role', 'clause'],
  orderedBy: 'createdAt',
  views: [
    { name: 'running', title: text('执行中', 'Running'), filter: { state: ['active', 'asked'] } },
    { name: 'suspended', title: text('停做', 'Suspended'), filter: { state: ['suspended'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
