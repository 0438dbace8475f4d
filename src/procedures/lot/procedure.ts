import { ledger } from '../../kernel/ledger.ts'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RecordView } from '../../kernel/view.ts'
import { standings } from '../../vocabulary/base-data.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import { clauses } from './clauses.ts'
import { changeLot } from './commands/change-lot.ts'
import { deactivateLot, reactivateLot } from './commands/lot-out-of-use.ts'
import { recordDeliveries } from './commands/record-deliveries.ts'
import { registerLot } from './commands/register-lot.ts'
import { Lot } from './lot.ts'
import { type OfProduct, queries, type ShownDelivery } from './queries.ts'

const lots = ledger({
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

interface Facts {
  readonly deliveries: readonly ShownDelivery[]
  readonly product: OfProduct | null
}

function view(lot: LotRow, { deliveries, product }: Facts, { now, zone }: { now: string; zone: string }): RecordView {
  const expired = lot.expiresOn !== null && lot.expiresOn < dayOf(now, zone)
  const unit = product ? { unit: text(product.unit, product.unit) } : {}
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
          { label: text('已出库数量', 'Delivered'), shown: { kind: 'number', value: lot.quantityDelivered, ...unit } },
        ],
      },
      {
        title: text('去向', 'Where it went'),
        columns: [
          { key: 'deliveredOn', title: text('日期', 'Day') },
          { key: 'number', title: text('随货同行单', 'Delivery note') },
          { key: 'party', title: text('客户', 'Customer') },
          { key: 'city', title: text('地市', 'City') },
          { key: 'quantity', title: text('数量', 'Quantity') },
        ],
        rows: deliveries.map(row => ({
          deliveredOn: { kind: 'day', value: row.deliveredOn },
          number: { kind: 'code', value: row.number },
          party: { kind: 'line', value: row.partyName },
          city: { kind: 'line', value: row.city },
          quantity: { kind: 'number', value: row.quantity, ...unit },
        })),
        empty: text('尚未出库', 'Nothing was delivered'),
      },
    ],
    notices: expired
      ? [
          {
            text: text('该批次已过有效期，不能出库', 'This lot is beyond its last day of use and cannot go out'),
            tone: 'late',
          },
        ]
      : [],
  }
}

/** Lots and where they went. */
export const lot: Procedure = procedure({
  name: 'lot',
  title: text('批次与去向', 'Lots and deliveries'),
  noun: text('批次', 'lot'),
  nouns: text('批次', 'Lots'),
  group: 'flow',
  source: [
    { id: '739号令', title: text('医疗器械监督管理条例', 'Regulation on the supervision of medical devices') },
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Lot,
  dependsOn: ['product'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [registerLot, changeLot, recordDeliveries, deactivateLot, reactivateLot],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [lots],
  reports: [],
  viewFacts: ['deliveries', 'product'],
  view,
})
