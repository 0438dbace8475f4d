import { text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RecordView, Section, Shown } from '../../kernel/view.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import {
  moveKinds,
  places,
  type StockCountRow,
  type StockInRow,
  zones,
  zoneTitles,
  zoneTones,
  zoneTypes,
} from '../../vocabulary/stock.ts'
import type { OfProduct, ShownDelivery, ShownHolder } from './queries.ts'
import type { ShownMove, ZoneStock } from './stock-queries.ts'

interface Facts {
  readonly product: OfProduct | null
  readonly stock: readonly ZoneStock[]
  readonly moves: readonly ShownMove[]
  readonly holders: readonly ShownHolder[]
  readonly deliveries: readonly ShownDelivery[]
  readonly stockIns: readonly StockInRow[]
  readonly stockCounts: readonly StockCountRow[]
}

/** How a lot presents itself: what it is, what lies where, who has the rest, and every move of it. */
export function lotView(lot: LotRow, facts: Facts, { now, zone }: { now: string; zone: string }): RecordView {
  const { product } = facts
  const expired = lot.expiresOn !== null && lot.expiresOn < dayOf(now, zone)
  const inStock = facts.stock.reduce((sum, row) => sum + row.quantity, 0)
  const units = (value: number): Shown => ({
    kind: 'number',
    value,
    ...(product && { unit: text(product.unit, product.unit) }),
  })
  return {
    title: lot.title,
    badges: expired ? [{ text: text('已过有效期', 'Expired'), tone: 'late' }] : [],
    subtitle: product ? [product.registrationNo, product.manufacturerName] : [],
    sections: [
      {
        title: text('批次', 'Lot'),
        facts: [
          {
            label: text('产品', 'Product'),
            shown: { kind: 'line', value: product ? `${product.name} ${product.model}` : null },
          },
          { label: text('批号', 'Lot'), shown: { kind: 'code', value: lot.lotNo }, field: 'lotNo' },
          { label: text('生产日期', 'Made on'), shown: { kind: 'day', value: lot.producedOn }, field: 'producedOn' },
          { label: text('有效期至', 'Expires'), shown: { kind: 'day', value: lot.expiresOn }, field: 'expiresOn' },
          {
            label: text('灭菌批号', 'Sterilisation lot'),
            shown: { kind: 'code', value: lot.sterilisationLot },
            field: 'sterilisationLot',
          },
          { label: text('库存数量', 'In stock'), shown: units(inStock) },
          { label: text('已出库数量', 'Delivered'), shown: units(lot.quantityDelivered) },
        ],
      },
      stockSection(facts.stock, units),
      holdersSection(facts.holders, units),
      deliveriesSection(facts.deliveries, units),
      movesSection(facts.moves, units),
      ...stockInSection(facts.stockIns, units),
      ...countSection(facts.stockCounts, units),
    ],
    notices: expired
      ? [
          {
            text: text(
              inStock > 0 ? `该批次已过有效期，不能出库；库存 ${inStock} 请报告不合格品` : '该批次已过有效期，不能出库',
              inStock > 0
                ? `This lot is beyond its last day of use and cannot go out: report the ${inStock} in stock as nonconforming`
                : 'This lot is beyond its last day of use and cannot go out',
            ),
            tone: 'late',
          },
        ]
      : [],
  }
}

type Units = (value: number) => Shown
const line = (value: string | null): Shown => ({ kind: 'line', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })
const day = (value: string | null): Shown => ({ kind: 'day', value })

function stockSection(stock: readonly ZoneStock[], units: Units): Section {
  const there = stock.filter(row => row.quantity > 0)
  const order = (row: ZoneStock) => zones.indexOf(row.zone)
  return {
    title: text('库存', 'Stock'),
    columns: [
      { key: 'warehouse', title: text('仓库', 'Warehouse') },
      { key: 'zone', title: text('库区', 'Zone') },
      { key: 'quantity', title: text('数量', 'Quantity') },
    ],
    rows: there
      .toSorted((a, b) => a.warehouseName.localeCompare(b.warehouseName) || order(a) - order(b))
      .map(row => ({
        warehouse: line(row.warehouseName),
        zone: { kind: 'tag', value: zoneTitles[row.zone], tone: zoneTones[zoneTypes[row.zone].colour] },
        quantity: units(row.quantity),
      })),
    empty: text('没有库存', 'Nothing is in stock'),
  }
}

const holdersSection = (holders: readonly ShownHolder[], units: Units): Section => ({
  title: text('在谁手中', 'Who holds it'),
  columns: [
    { key: 'party', title: text('客户', 'Customer') },
    { key: 'city', title: text('地市', 'City') },
    { key: 'delivered', title: text('出库', 'Delivered') },
    { key: 'gone', title: text('已退回或销毁', 'Back or destroyed') },
    { key: 'left', title: text('尚在', 'Still there') },
    { key: 'last', title: text('最近出库', 'Last delivery') },
  ],
  rows: holders.map(row => ({
    party: line(row.partyName),
    city: line(row.city),
    delivered: units(row.delivered),
    gone: units(row.gone),
    left: units(row.delivered - row.gone),
    last: day(row.lastDeliveredOn),
  })),
  empty: text('尚未出库', 'Nothing was delivered'),
})

const deliveriesSection = (deliveries: readonly ShownDelivery[], units: Units): Section => ({
  title: text('去向', 'Where it went'),
  columns: [
    { key: 'deliveredOn', title: text('日期', 'Day') },
    { key: 'number', title: text('随货同行单', 'Delivery note') },
    { key: 'party', title: text('客户', 'Customer') },
    { key: 'city', title: text('地市', 'City') },
    { key: 'quantity', title: text('数量', 'Quantity') },
  ],
  rows: deliveries.map(row => ({
    deliveredOn: day(row.deliveredOn),
    number: code(row.number),
    party: line(row.partyName),
    city: line(row.city),
    quantity: units(row.quantity),
  })),
  empty: text('尚未出库', 'Nothing was delivered'),
})

const movesSection = (moves: readonly ShownMove[], units: Units): Section => ({
  title: text('库存流水', 'Moves'),
  columns: [
    { key: 'at', title: text('时间', 'Time') },
    { key: 'kind', title: text('事项', 'Event') },
    { key: 'from', title: text('从', 'From') },
    { key: 'to', title: text('到', 'To') },
    { key: 'quantity', title: text('数量', 'Quantity') },
    { key: 'party', title: text('往来单位', 'Party') },
    { key: 'document', title: text('单据', 'Paper') },
    { key: 'by', title: text('经办', 'By') },
  ],
  rows: moves.map(row => ({
    at: { kind: 'instant', value: row.at },
    kind: { kind: 'text', value: moveKinds[row.kind] },
    from: { kind: 'text', value: places[row.fromPlace] },
    to: { kind: 'text', value: places[row.toPlace] },
    quantity: units(row.quantity),
    party: line(row.partyName),
    document: code(row.document ?? row.causeNumber),
    by: { kind: 'person', value: row.byName },
  })),
  empty: text('库存账尚未启用', 'The stock of this lot is not kept yet'),
})

const stockInSection = (notes: readonly StockInRow[], units: Units): Section[] =>
  notes.length === 0
    ? []
    : [
        {
          title: text('入库单', 'Stock-in notes'),
          columns: [
            { key: 'number', title: text('单号', 'Number') },
            { key: 'quantity', title: text('数量', 'Quantity') },
            { key: 'supplier', title: text('供货者', 'Supplier') },
            { key: 'accepted', title: text('验收员签字', 'Signed by the inspector') },
            { key: 'booked', title: text('保管员签字', 'Signed by the keeper') },
            { key: 'location', title: text('货位', 'Location') },
          ],
          rows: notes.map(row => ({
            number: code(row.number),
            quantity: units(row.quantity),
            supplier: line(row.supplierName),
            accepted: { kind: 'person', value: row.acceptedByName },
            booked: row.bookedByName
              ? { kind: 'person', value: row.bookedByName }
              : { kind: 'tag', value: text('待签', 'Waits'), tone: 'warn' },
            location: line(row.location),
          })),
          empty: text('没有入库单', 'No stock-in note'),
        },
      ]

const countSection = (counts: readonly StockCountRow[], units: Units): Section[] =>
  counts.length === 0
    ? []
    : [
        {
          title: text('盘点记录', 'Stocktakes'),
          columns: [
            { key: 'on', title: text('日期', 'Day') },
            { key: 'zone', title: text('库区', 'Zone') },
            { key: 'booked', title: text('账面', 'Ledger') },
            { key: 'counted', title: text('实盘', 'Counted') },
            { key: 'reason', title: text('差异原因', 'Cause') },
            { key: 'by', title: text('盘点人', 'By') },
          ],
          rows: counts.map(row => ({
            on: day(row.countedOn),
            zone: { kind: 'text', value: zoneTitles[row.zone] },
            booked: units(row.booked),
            counted: units(row.counted),
            reason: line(row.reason),
            by: { kind: 'person', value: row.byName },
          })),
          empty: text('尚未盘点', 'Never counted'),
        },
      ]
