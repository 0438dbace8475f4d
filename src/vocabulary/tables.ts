import type { DeliveryRow } from './delivery.ts'
import type { LotRow } from './lot.ts'
import type { PartyRow } from './party.ts'
import type { ProductRow } from './product.ts'
import type { SiteRow } from './site.ts'
import type { StockCountRow, StockInRow, StockMoveRow, StockRow, UnitRow } from './stock.ts'
import type { WarehouseRow } from './warehouse.ts'

/** What the kernel adds to a record's row: the folded text that searches look through. */
interface Searched {
  searchText: string
}

/** The vocabulary's tables as the query builder sees them (columns in camelCase). */
export interface VocabularyTables {
  site: SiteRow
  party: PartyRow & Searched
  product: ProductRow & Searched
  lot: LotRow & Searched
  delivery: DeliveryRow
  warehouse: WarehouseRow & Searched
  stock: StockRow
  stockMove: StockMoveRow
  stockIn: StockInRow
  stockCount: StockCountRow
  unit: UnitRow
}
