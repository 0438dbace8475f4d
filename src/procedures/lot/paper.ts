import type { PaperSignature } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import type { ProductRow } from '../../vocabulary/product.ts'
import type { StockCountRow, StockInRow } from '../../vocabulary/stock.ts'

/** A signature of a step on the lot. */
interface LotSignature extends PaperSignature {
  readonly command: string
}

/** A lot as its printed forms see it. */
export interface LotPaper {
  readonly lot: LotRow
  readonly product: ProductRow
  readonly stockIns: readonly (StockInRow & { readonly warehouseName: string })[]
  readonly counts: readonly (StockCountRow & { readonly warehouseName: string })[]
  readonly signatures: readonly LotSignature[]
}

/** In which capacity each step is signed. */
const SIGNERS: Readonly<Record<string, Text>> = {
  'lot.accept': text('验收员', 'Acceptance inspector'),
  'lot.book-in': text('保管员', 'Keeper'),
  'lot.count': text('盘点人', 'Counted by'),
}

interface Kept {
  readonly recordId: string
  readonly command: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: Text
  readonly at: string
  readonly signedHash: string
}

/** Reads what the printed forms of many lots show. */
export const paperOfLots: FactQuery<LotPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const child = (table: string, order: string) =>
    db
      .selectFrom(table)
      .innerJoin('warehouse', 'warehouse.id', `${table}.warehouseId`)
      .selectAll(table)
      .select('warehouse.name as warehouseName')
      .where(`${table}.lotId`, 'in', [...ids])
      .orderBy(`${table}.${order}`)
      .execute()
  const [lots, stockIns, counts, signatures] = await Promise.all([
    db
      .selectFrom('lot')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute() as Promise<LotRow[]>,
    child('stockIn', 'acceptedAt') as unknown as Promise<LotPaper['stockIns']>,
    child('stockCount', 'at') as unknown as Promise<LotPaper['counts']>,
    db
      .selectFrom('signature')
      .selectAll()
      .where('recordId', 'in', [...ids])
      .orderBy('at')
      .execute() as unknown as Promise<Kept[]>,
  ])
  const products = (await db
    .selectFrom('product')
    .selectAll()
    .where('id', 'in', [...new Set(lots.map(lot => lot.productId))])
    .execute()) as ProductRow[]
  const byId = new Map(products.map(product => [product.id, product]))
  return new Map(
    lots.flatMap(lot => {
      const product = byId.get(lot.productId)
      if (!product) return []
      const paper: LotPaper = {
        lot,
        product,
        stockIns: stockIns.filter(row => row.lotId === lot.id),
        counts: counts.filter(row => row.lotId === lot.id),
        signatures: signatures
          .filter(item => item.recordId === lot.id)
          .map(({ command, meaning, at, signedHash: hash, ...who }) => ({
            command,
            meaning,
            role: SIGNERS[command] ?? null,
            name: signedName(who),
            at: { instant: at, exact: true },
            hash,
          })),
      }
      return [[lot.id, paper] as const]
    }),
  )
}
