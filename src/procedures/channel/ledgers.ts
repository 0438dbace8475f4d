import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { paces } from '../../vocabulary/notification-plan.ts'
import { kinds, states } from './channel.ts'

const titles = <K extends string>(options: Readonly<Record<K, ReturnType<typeof text>>>) =>
  Object.fromEntries(Object.entries(options).map(([key, title]) => [key, { title: title as ReturnType<typeof text> }]))

const pace = (key: string, zh: string, en: string) =>
  ({ key, title: text(zh, en), kind: 'choice', options: titles(paces), width: 10, onScreen: true }) as const

/** 通知渠道台账: every shared way of notification, and one's own. */
export const channelLedger = ledger({
  name: 'channels',
  title: text('通知渠道台账', 'Register of channels'),
  fulfils: ['CH-keepers', 'CH-failing'],
  columns: [
    { key: 'number', title: text('编号', 'No.'), kind: 'code', width: 15, onScreen: true },
    { key: 'name', title: text('名称', 'Name'), kind: 'line', width: 20, onScreen: true },
    { key: 'kind', title: text('类型', 'Kind'), kind: 'choice', options: titles(kinds), width: 20, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    pace('trouble', '故障', 'Trouble'),
    pace('work', '待办', 'Work'),
    pace('news', '动态', 'News'),
    { key: 'testedAt', title: text('测试时间', 'Tested'), kind: 'instant', width: 16, onScreen: true },
    { key: 'failure', title: text('失败原因', 'Why it fails'), kind: 'line', width: 30, onScreen: false },
    { key: 'createdAt', title: text('添加时间', 'Added'), kind: 'instant', width: 16, onScreen: false },
  ],
  filters: ['state', 'kind'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'shared',
      title: text('公共渠道', 'Shared'),
      filter: {
        state: ['active', 'failing', 'paused'],
        kind: ['email', 'wecom-robot', 'dingtalk-robot', 'feishu-robot', 'webhook'],
      },
    },
    { name: 'failing', title: text('发送失败', 'Failing'), filter: { state: ['failing'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
