import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'
import { climates } from '../../vocabulary/warehouse.ts'

/** Register of warehouses. */
export const warehouses = ledger({
  name: 'warehouses',
  title: text('仓库台账', 'Register of warehouses'),
  fulfils: ['WA-zones', 'WA-climate'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'name', title: text('名称', 'Name'), kind: 'line', width: 24, onScreen: true },
    {
      key: 'climate',
      title: text('温度分类', 'Climate'),
      kind: 'choice',
      options: Object.fromEntries(Object.entries(climates).map(([key, title]) => [key, { title }])),
      width: 22,
      onScreen: true,
    },
    { key: 'isMain', title: text('主仓库', 'Main'), kind: 'yes-no', width: 8, onScreen: true },
    { key: 'operator', title: text('受托贮存企业', 'Stored by'), kind: 'line', width: 28, onScreen: true },
    { key: 'address', title: text('地址', 'Address'), kind: 'line', width: 36, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: standings, width: 8, onScreen: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state', 'climate', 'isMain'],
  orderedBy: 'createdAt',
  views: [
    { name: 'active', title: text('在用', 'In use'), filter: { state: ['active'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
