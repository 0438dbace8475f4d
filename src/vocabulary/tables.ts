import type { Generated, GeneratedAlways } from 'kysely'
import type { DeliveryRow } from './delivery.ts'
import type { LotRow } from './lot.ts'
import type { PartyRow } from './party.ts'
import type { ProductRow } from './product.ts'
import type { SiteRow } from './site.ts'

/** The vocabulary's tables as the query builder sees them (columns in camelCase). */
export interface VocabularyTables {
  site: SiteRow
  party: PartyRow & { findText: GeneratedAlways<string> }
  product: ProductRow & { findText: GeneratedAlways<string> }
  lot: Omit<LotRow, 'quantityDelivered'> & { quantityDelivered: Generated<number> }
  delivery: DeliveryRow
}
