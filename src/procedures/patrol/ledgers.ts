import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './patrol.ts'

/** Register of the daily rounds. */
export const patrols = ledger({
  name: 'patrols',
  title: text('设备巡视台账', 'Register of equipment rounds'),
  fulfils: ['S03-W1a', 'PT-findings'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'day', title: text('日期', 'Day'), kind: 'day', width: 12, onScreen: true },
    { key: 'startedByName', title: text('巡视人', 'By'), kind: 'line', width: 12, onScreen: true },
    { key: 'equipmentCount', title: text('设备数', 'Equipment'), kind: 'number', width: 9, onScreen: true },
    { key: 'findingCount', title: text('异常', 'Findings'), kind: 'number', width: 9, onScreen: true },
    { key: 'openCount', title: text('未处理', 'Open'), kind: 'number', width: 9, onScreen: true },
    { key: 'completedAt', title: text('完成时间', 'Completed'), kind: 'instant', width: 18, onScreen: true },
    { key: 'note', title: text('备注', 'Note'), kind: 'line', width: 36, onScreen: false },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    { key: 'createdAt', title: text('开始时间', 'Begun'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state'],
  orderedBy: 'createdAt',
  views: [
    { name: 'open', title: text('未完', 'Open'), filter: { state: ['walking', 'findings'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
