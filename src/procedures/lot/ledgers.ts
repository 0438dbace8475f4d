import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { standings } from '../../vocabulary/base-data.ts'

/** Register of lots. */
export const lots = ledger({
  name: 'lots',
  title: text('批次台账', 'Register of lots'),
  fulfils: ['LT-label', 'LT-delivery'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 15, onScreen: true },
    { key: 'title', title: text('产品与批号', 'Product and lot'), kind: 'line', width: 40, onScreen: true },
    { key: 'lotNo', title: text('批号', 'Lot'), kind: 'code', width: 16, onScreen: true },
    { key: 'producedOn', title: text('生产日期', 'Made on'), kind: 'day', width: 12, onScreen: true },
    { key: 'expiresOn', title: text('有效期至', 'Expires'), kind: 'day', width: 12, onScreen: true },
    { key: 'quantityDelivered', title: text('已出库数量', 'Delivered'), kind: 'number', width: 10, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: standings, width: 8, onScreen: true },
    { key: 'createdAt', title: text('登记时间', 'Registered'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state', 'productId'],
  orderedBy: 'createdAt',
  views: [
    { name: 'active', title: text('在用', 'In use'), filter: { state: ['active'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
})
