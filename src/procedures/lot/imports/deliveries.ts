import { sql } from 'kysely'
import { type ImportLine, type PlannedCall, tableImport } from '../../../kernel/import.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import {
  type LotNamed,
  type Lots,
  lotNameColumns,
  lotOf,
  lotsNamed,
  type Products,
  partiesNamed,
  partyUnknown,
  productsNamed,
} from '../../../vocabulary/import-lot.ts'
import { twiceInTable } from '../../../vocabulary/import-plan.ts'

interface Values extends LotNamed {
  readonly number: string
  readonly customer: string
  readonly deliveredOn: Day
  readonly quantity: number
  readonly orderNo: string | null
}

interface KnownDelivery {
  readonly number: string
  readonly lotId: string
  readonly partyId: string
  readonly deliveredOn: Day
  readonly quantity: number
}

interface Found {
  readonly products: Products
  readonly lots: Lots
  readonly customers: ReadonlyMap<string, { readonly id: string }>
  readonly known: ReadonlyMap<string, KnownDelivery>
}

/** Lines that one step records at most. */
const AT_ONCE = 5_000

/** Who got which lot, when and how many, from the delivery notes of the time before the ledger of stock. */
export const deliveryImport = tableImport<Values, Found>({
  name: 'deliveries',
  title: text('出库记录', 'Deliveries'),
  about: text(
    '库存启用之前的销售出库，每行一张随货同行单上的一个批号。',
    'What went out before the stock was opened: one lot on a delivery note in each line.',
  ),
  fulfils: ['LT-delivery'],
  by: ['warehouse', 'quality', 'quality-head'],
  columns: [
    {
      key: 'number',
      title: text('随货同行单号', 'Delivery note'),
      names: ['出库单号', '销售单号', '单据号', '发货单号'],
      kind: 'line',
      needed: true,
      example: 'SH20260901-001',
    },
    {
      key: 'customer',
      title: text('客户', 'Customer'),
      names: ['购货者', '客户名称', '购货单位', '收货单位', '单位名称'],
      kind: 'line',
      needed: true,
      example: '郑州金水河湾医院',
    },
    ...lotNameColumns,
    {
      key: 'deliveredOn',
      title: text('出库日期', 'Delivered on'),
      names: ['销售日期', '发货日期', '日期'],
      kind: 'day',
      needed: true,
      example: '2026-09-01',
    },
    {
      key: 'quantity',
      title: text('数量', 'Quantity'),
      names: ['Qty'],
      kind: 'whole-number',
      needed: true,
      example: '300',
    },
    { key: 'orderNo', title: text('订单号', 'Order'), names: ['销售订单号'], kind: 'line', needed: false, example: '' },
  ],
  look: async (db, lines) => {
    const [products, lots, customers] = await Promise.all([
      productsNamed(db, lines),
      lotsNamed(db, lines),
      partiesNamed(
        db,
        lines.map(line => line.values.customer),
      ),
    ])
    const ids = [...lots.values()].map(lot => lot.id)
    const numbers = [...new Set(lines.map(line => line.values.number))]
    const known = (await db
      .selectFrom('delivery')
      .select(['number', 'lotId', 'partyId', 'deliveredOn', 'quantity'])
      .where(sql<boolean>`lot_id = any(${ids}::uuid[])`)
      .where(sql<boolean>`number = any(${numbers})`)
      .execute()) as KnownDelivery[]
    return { products, lots, customers, known: new Map(known.map(row => [`${row.lotId} ${row.number}`, row])) }
  },
  plan: ({ lines, found }) => {
    const placed = lines.map(line => ({
      ...line,
      place: lotOf(line.row, line.values, found),
      partyId: found.customers.get(line.values.customer)?.id,
    }))
    const good = placed.flatMap(({ row, values, place, partyId }) =>
      'lot' in place && partyId ? [{ row, values, lotId: place.lot.id, partyId }] : [],
    )
    const { once, troubles } = twiceInTable(good, line => `${line.lotId} ${line.values.number}`, 'number')
    const compared = once.map(line => ({ ...line, known: found.known.get(`${line.lotId} ${line.values.number}`) }))
    const fresh = compared.filter(line => !line.known)
    const same = compared.filter(line => line.known && agrees(line, line.known))
    const sameRows = new Set(same.map(line => line.row))
    return {
      calls: [...Map.groupBy(fresh, line => line.lotId)].flatMap(([lotId, list]) => callsFor(lotId, list)),
      known: same.map(line => line.row),
      troubles: [
        ...placed.flatMap(({ row, values, place, partyId }) => [
          ...('row' in place ? [place] : []),
          ...(partyId ? [] : [partyUnknown(row, 'customer', values.customer)]),
        ]),
        ...troubles,
        ...compared
          .filter(line => line.known && !sameRows.has(line.row))
          .map(({ row, values }) => ({
            row,
            column: 'number',
            sentence: text(
              `随货同行单 ${values.number} 的这一批号已登记，但客户、日期或数量不同，请核对。`,
              `Delivery note ${values.number} lists this lot already, with another customer, day or quantity: check it.`,
            ),
          })),
      ],
    }
  },
})

type Placed = ImportLine<Values> & { readonly lotId: string; readonly partyId: string }

const agrees = (line: Placed, known: KnownDelivery): boolean =>
  known.partyId === line.partyId &&
  known.deliveredOn === line.values.deliveredOn &&
  known.quantity === line.values.quantity

const COLUMNS: Readonly<Record<string, string>> = { partyId: 'customer' }

/** The steps that record all lines of one lot. */
function callsFor(lotId: string, lines: readonly Placed[]): PlannedCall[] {
  const parts = Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, i) =>
    lines.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
  return parts.map(part => ({
    call: {
      command: 'lot.record-deliveries',
      on: lotId,
      input: {
        deliveries: part.map(({ values: { number, deliveredOn, quantity, orderNo }, partyId }) => ({
          number,
          partyId,
          deliveredOn,
          quantity,
          orderNo,
        })),
      },
    },
    rows: part.map(line => line.row),
    at: ({ field = '' }) => {
      const [, index, name] = field.split('.')
      const row = part[Number(index)]?.row ?? part[0]?.row ?? 0
      return { row, ...(name && { column: COLUMNS[name] ?? name }) }
    },
  }))
}
