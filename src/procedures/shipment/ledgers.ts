import { ledger } from '../../kernel/ledger.ts'
import { text } from '../../kernel/text.ts'
import { states } from './shipment.ts'
import { problems } from './wording.ts'

/** Register of what went out. */
export const shipments = ledger({
  name: 'shipments',
  title: text('出库台账', 'Register of shipments'),
  fulfils: ['S24-4b', 'SH-sales', 'S24-8a'],
  columns: [
    {
      key: 'number',
      title: text('编号（随货同行单号）', 'Number (delivery note)'),
      kind: 'code',
      width: 18,
      onScreen: true,
    },
    { key: 'partyName', title: text('购货者', 'Customer'), kind: 'line', width: 28, onScreen: true },
    { key: 'goods', title: text('货物', 'Goods'), kind: 'line', width: 36, onScreen: true },
    { key: 'quantity', title: text('数量', 'Quantity'), kind: 'number', width: 8, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    { key: 'orderNo', title: text('订单号', 'Order'), kind: 'code', width: 16, onScreen: false },
    { key: 'warehouseName', title: text('仓库', 'Warehouse'), kind: 'line', width: 16, onScreen: false },
    { key: 'orderedByName', title: text('开单', 'Ordered by'), kind: 'line', width: 10, onScreen: false },
    { key: 'pickedByName', title: text('发货员', 'Picker'), kind: 'line', width: 10, onScreen: true },
    { key: 'checkedByName', title: text('复核员', 'Checker'), kind: 'line', width: 10, onScreen: true },
    { key: 'driverName', title: text('运输员', 'Driver'), kind: 'line', width: 10, onScreen: true },
    { key: 'shippedOn', title: text('发运日期', 'Shipped on'), kind: 'day', width: 12, onScreen: true },
    { key: 'temperature', title: text('启运温度', 'Temperature'), kind: 'number', width: 8, onScreen: false },
    { key: 'receivedOn', title: text('签收日期', 'Received on'), kind: 'day', width: 12, onScreen: true },
    {
      key: 'receivedBy',
      title: text('签收人', 'Signed for by'),
      kind: 'line',
      width: 10,
      onScreen: false,
      personal: true,
    },
    {
      key: 'problem',
      title: text('停发原因', 'Stopped because'),
      kind: 'choice',
      options: Object.fromEntries(Object.entries(problems).map(([key, title]) => [key, { title }])),
      width: 20,
      onScreen: false,
    },
    { key: 'createdAt', title: text('开单时间', 'Ordered'), kind: 'instant', width: 18, onScreen: true },
  ],
  filters: ['state', 'partyId', 'warehouseId', 'problem'],
  orderedBy: 'createdAt',
  views: [
    {
      name: 'open',
      title: text('未完成', 'Open'),
      filter: { state: ['ordered', 'picked', 'checked', 'shipped', 'stopped'] },
    },
    { name: 'to-pick', title: text('待拣货', 'To pick'), filter: { state: ['ordered'] } },
    { name: 'to-check', title: text('待复核', 'To check'), filter: { state: ['picked'] } },
    { name: 'on-the-way', title: text('在途', 'On the way'), filter: { state: ['shipped'] } },
    { name: 'stopped', title: text('停发', 'Stopped'), filter: { state: ['stopped'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('待拣货', 'To pick'), states: ['ordered'], tone: 'info' },
      { title: text('待复核', 'To check'), states: ['picked'], tone: 'info' },
      { title: text('待发货', 'To hand over'), states: ['checked'], tone: 'ok' },
      { title: text('在途', 'On the way'), states: ['shipped'], tone: 'warn' },
      { title: text('停发', 'Stopped'), states: ['stopped'], tone: 'late' },
      { title: text('已完成', 'Over'), states: ['signed-back', 'brought-back', 'cancelled'], tone: 'plain' },
    ],
    card: {
      title: 'goods',
      party: 'partyName',
      quantity: 'quantity',
      lines: ['pickedByName', 'checkedByName', 'driverName'],
    },
  },
})
