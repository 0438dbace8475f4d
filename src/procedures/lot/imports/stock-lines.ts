import { sql } from 'kysely'
import type { ImportColumn, ImportLine } from '../../../kernel/import.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { text } from '../../../kernel/text.ts'
import {
  type KnownLot,
  type LotNamed,
  type Lots,
  lotOf,
  lotsNamed,
  type Products,
  productsNamed,
} from '../../../vocabulary/import-lot.ts'

/** Columns of every table that counts units of a lot in a warehouse. */
export const stockColumns: readonly ImportColumn[] = [
  {
    key: 'warehouse',
    title: text('仓库', 'Warehouse'),
    names: ['库房', '仓库名称'],
    kind: 'line',
    needed: false,
    example: '',
    hint: text('不填即主仓库', 'The main warehouse when empty'),
  },
  {
    key: 'quantity',
    title: text('数量', 'Quantity'),
    names: ['数量合计', 'Qty'],
    kind: 'whole-number',
    needed: true,
    example: '200',
  },
  {
    key: 'serials',
    title: text('序列号', 'Serial numbers'),
    names: ['SN', '机身号'],
    kind: 'list',
    needed: false,
    example: '',
    hint: text('按序列号管理的产品必填，用顿号隔开', 'Needed where the product is tracked by serial'),
  },
]

/** A line that counts units of a lot in a warehouse. */
export interface StockValues extends LotNamed {
  readonly warehouse: string | null
  readonly quantity: number
  readonly serials: readonly string[] | null
}

/** What such lines name. */
export interface StockFound {
  readonly products: Products
  readonly lots: Lots
  /** Id of each warehouse in use, by name. */
  readonly warehouses: ReadonlyMap<string, string>
  /** Moves of these lots of the kind that the table brings, told apart by {@link moveKey}. */
  readonly moved: ReadonlySet<string>
}

/** What makes a move the same as a line of a table. */
export const moveKey = (lotId: string, document: string | null, day: string, quantity: number): string =>
  [lotId, document ?? '', day, quantity].join(' ')

/** Looks up products, lots, warehouses and the moves that are there already. */
export async function lookUpStock(
  db: AnyDatabase,
  lines: readonly ImportLine<StockValues>[],
  kind: 'open-stock' | 'receive',
): Promise<StockFound> {
  const [products, lots] = await Promise.all([productsNamed(db, lines), lotsNamed(db, lines)])
  const ids = [...lots.values()].map(lot => lot.id)
  const [warehouses, moves] = await Promise.all([
    db.selectFrom('warehouse').select(['id', 'name']).where('state', '=', 'active').execute(),
    db
      .selectFrom('stockMove')
      .select(['lotId', 'document', 'happenedOn', 'quantity', 'toPlace'])
      .where('kind', '=', kind)
      .where(sql<boolean>`lot_id = any(${ids}::uuid[])`)
      .execute(),
  ])
  return {
    products,
    lots,
    warehouses: new Map(warehouses.map(row => [row.name as string, row.id as string])),
    moved: new Set(
      moves.map(row =>
        moveKey(row.lotId, kind === 'open-stock' ? row.toPlace : row.document, row.happenedOn, row.quantity),
      ),
    ),
  }
}

/** Lot and warehouse of a line, or what is wrong with it. */
export function placeOf({ row, values }: ImportLine<StockValues>, found: StockFound) {
  const lot = lotOf(row, values, found)
  if ('row' in lot) return { trouble: lot }
  const warehouseId = values.warehouse === null ? null : found.warehouses.get(values.warehouse)
  if (warehouseId === undefined)
    return {
      trouble: {
        row,
        column: 'warehouse',
        sentence: text(
          `没有在用的仓库“${values.warehouse}”：请核对名称，或先登记仓库。`,
          `There is no warehouse "${values.warehouse}" in use: check the name, or register it first.`,
        ),
      },
    }
  return { lot: lot.lot as KnownLot, warehouseId }
}
