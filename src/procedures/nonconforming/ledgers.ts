import { ledger } from '../../kernel/ledger.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Column, Tone } from '../../kernel/view.ts'
import { zoneTitles } from '../../vocabulary/stock.ts'
import { OPEN, states } from './nonconforming.ts'
import { categories, liabilities, sources, verdicts } from './taxonomy.ts'

const column = (key: string, title: Text, kind: Column['kind'], width: number, more: Partial<Column> = {}): Column => ({
  key,
  title,
  kind,
  width,
  onScreen: true,
  ...more,
})

const choice = (
  key: string,
  title: Text,
  titles: Readonly<Record<string, Text>>,
  width: number,
  tones: Readonly<Record<string, Tone>> = {},
  more: Partial<Column> = {},
): Column =>
  column(key, title, 'choice', width, {
    options: Object.fromEntries(
      Object.entries(titles).map(([name, said]) => [name, { title: said, tone: tones[name] ?? 'plain' }]),
    ),
    ...more,
  })

const exported = { onScreen: false }

/** 不合格品台账: every finding, one line each (S26-1b, 1c, 2.3c, 3a; R72). */
export const nonconformingLedger = ledger({
  name: 'nonconforming',
  title: text('不合格品台账', 'Ledger of nonconforming goods'),
  fulfils: ['S26-1b', 'S26-1c', 'S26-2.3c', 'S26-3a', 'GMP-87'],
  columns: [
    column('number', text('编号', 'No.'), 'code', 15),
    column('foundAt', text('发现时间', 'Found'), 'instant', 16),
    choice('source', text('来源', 'Found at'), sources, 10),
    column('productName', text('产品', 'Product'), 'product', 22),
    column('lotNo', text('批号', 'Lot'), 'code', 14),
    column('quantity', text('数量', 'Quantity'), 'number', 8),
    column('unit', text('单位', 'Unit'), 'line', 6),
    choice('zone', text('所在库区', 'Zone'), zoneTitles, 10, { unqualified: 'late', return: 'warn', waiting: 'warn' }),
    column('place', text('货位', 'Place'), 'line', 10, exported),
    column('state', text('状态', 'State'), 'state', 12, { options: states }),
    choice('category', text('类别', 'Kind'), categories, 10),
    column('finding', text('不合格情况', 'Finding'), 'line', 30),
    choice('liable', text('处理意见', 'Opinion'), liabilities, 18),
    column('supplierQuantity', text('退回', 'Back'), 'number', 8, exported),
    column('writeOffQuantity', text('报损', 'Written off'), 'number', 8, exported),
    column('supplierName', text('供货者', 'Supplier'), 'party', 20),
    column('partyName', text('客户', 'Customer'), 'party', 20, exported),
    column('atCustomer', text('货在客户处', 'At the customer'), 'yes-no', 8, exported),
    column('causeNumber', text('来源编号', 'Came from'), 'code', 15),
    column('expiresOn', text('有效期至', 'Expires'), 'day', 12, exported),
    column('document', text('相关单据', 'Papers'), 'line', 18, exported),
    column('foundByName', text('发现人', 'Found by'), 'line', 10, exported),
    column('markedAt', text('挂牌时间', 'Marked'), 'instant', 16, exported),
    column('markedByName', text('挂牌人', 'Marked by'), 'line', 10, exported),
    choice('recheckResult', text('复查结论', 'Re-check'), verdicts, 10, {}, exported),
    column('recheckNote', text('复查情况', 'What it found'), 'line', 30, exported),
    column('recheckedByName', text('复查人', 'Re-checked by'), 'line', 10, exported),
    column('slipNo', text('移库单号', 'Transfer slip'), 'code', 18, exported),
    column('slipByName', text('开单人', 'Issued by'), 'line', 10, exported),
    column('isolatedAt', text('登账时间', 'Entered'), 'instant', 16, exported),
    column('isolatedByName', text('登账保管员', 'Entered by'), 'line', 10, exported),
    column('opinion', text('质管意见', 'Opinion in words'), 'line', 30, exported),
    column('opinionByName', text('意见人', 'Opinion of'), 'line', 10, exported),
    column('writeOffApprovedAt', text('报损批准', 'Written off'), 'instant', 16, exported),
    column('destructionNumber', text('销毁编号', 'Destruction'), 'code', 15, exported),
    column('destroyedAt', text('销毁时间', 'Destroyed'), 'instant', 16, exported),
    column('filedAt', text('归档时间', 'Filed'), 'instant', 16, exported),
  ],
  filters: [
    'state',
    'source',
    'category',
    'liable',
    'zone',
    'productId',
    'lotId',
    'supplierId',
    'partyId',
    'warehouseId',
  ],
  orderedBy: 'foundAt',
  views: [
    { name: 'open', title: text('处理中', 'Open'), filter: { state: OPEN } },
    { name: 'to-recheck', title: text('待复查', 'To be re-checked'), filter: { state: ['reported'] } },
    { name: 'to-move', title: text('待移库', 'To be moved'), filter: { state: ['confirmed', 'to-move'] } },
    { name: 'to-decide', title: text('待处理意见', 'Opinion wanted'), filter: { state: ['isolated'] } },
    { name: 'disposing', title: text('处置中', 'Being disposed of'), filter: { state: ['disposing'] } },
    { name: 'to-destroy', title: text('待销毁', 'Awaiting destruction'), filter: { state: ['awaiting-destruction'] } },
    { name: 'all', title: text('全部', 'All'), filter: {} },
  ],
  board: {
    columns: [
      { title: text('待复查', 'To be re-checked'), states: ['reported', 'cleared'], tone: 'warn' },
      { title: text('待移库', 'To be moved'), states: ['confirmed', 'to-move'], tone: 'warn' },
      { title: text('待处理意见', 'Opinion wanted'), states: ['isolated'], tone: 'info' },
      { title: text('处置中', 'Being disposed of'), states: ['disposing'], tone: 'info' },
      { title: text('待销毁', 'To be destroyed'), states: ['awaiting-destruction', 'destroyed'], tone: 'info' },
      { title: text('已办结', 'Done'), states: ['filed', 'released', 'voided'], tone: 'ok' },
    ],
    card: { title: 'productName', party: 'supplierName', quantity: 'quantity', lines: ['lotNo', 'finding'] },
  },
})
