import { type Kysely, sql } from 'kysely'
import { containsText, foldText, likeAnywhere, likeFromStart } from '../kernel/substring.ts'
import { CHOICES } from './find-party.ts'
import { labelAmong } from './label-number.ts'
import type { LotChoice } from './lot.ts'
import type { ProductRow } from './product.ts'
import type { VocabularyTables } from './tables.ts'
import { storedDi } from './udi.ts'

/** A product as a choice list shows it. */
export type ProductChoice = Pick<
  ProductRow,
  'id' | 'number' | 'name' | 'model' | 'spec' | 'registrationNo' | 'deviceClass' | 'udiDi' | 'unit'
> & { readonly manufacturer: string }

const choice = (db: Kysely<VocabularyTables>) =>
  db
    .selectFrom('product')
    .innerJoin('party', 'party.id', 'product.manufacturerId')
    .select([
      'product.id',
      'product.number',
      'product.name',
      'product.model',
      'product.spec',
      'product.registrationNo',
      'product.deviceClass',
      'product.udiDi',
      'product.unit',
      'party.name as manufacturer',
    ])

/**
 * Active products whose name, pinyin, model, specification, registration number, UDI-DI or number contain every word of
 * `term`; an equal UDI-DI or model first, then names and initials that begin with it. A blank term finds nothing.
 */
export async function findProducts(
  db: Kysely<VocabularyTables>,
  term: string,
  limit = CHOICES,
): Promise<ProductChoice[]> {
  const asked = foldText(term).trim()
  if (asked === '') return []
  const rank = sql<number>`case
    when lower(product.udi_di) = ${asked} then 0
    when lower(product.model) = ${asked} then 1
    when lower(product.name) like ${likeFromStart(asked)} then 2
    when product.py like ${likeFromStart(asked)} then 3
    when lower(product.model) like ${likeFromStart(asked)} then 4
    when lower(product.name) like ${likeAnywhere(asked)} then 5
    else 6 end`
  return choice(db)
    .where('product.state', '=', 'active')
    .where(containsText('product.searchText', asked))
    .orderBy(rank)
    .orderBy(sql`length(product.name)`)
    .orderBy('product.name')
    .orderBy('product.model')
    .limit(limit)
    .execute()
}

/**
 * The product with this device identifier, its own or that of one of its packages; undefined when we do not know it. Also
 * answers for inactive products.
 */
export async function productByUdiDi(db: Kysely<VocabularyTables>, udiDi: string): Promise<ProductChoice | undefined> {
  const di = storedDi(udiDi)
  const packed = JSON.stringify([{ udiDi: di }])
  return choice(db)
    .where(sql<boolean>`(product.udi_di = ${di} or product.packages @> ${packed}::jsonb)`)
    .orderBy(sql`product.udi_di = ${di}`, 'desc')
    .executeTakeFirst()
}

/** A product by its id; undefined when there is none. */
export const productById = async (db: Kysely<VocabularyTables>, id: string): Promise<ProductChoice | undefined> =>
  choice(db).where('product.id', '=', id).executeTakeFirst()

/** Lots of a product, the youngest first; `prefix` narrows them to lot numbers that begin with it. */
export const lotsOfProduct = async (
  db: Kysely<VocabularyTables>,
  productId: string,
  prefix = '',
  limit = 50,
): Promise<LotChoice[]> =>
  db
    .selectFrom('lot')
    .select(['id', 'productId', 'lotNo', 'producedOn', 'expiresOn', 'quantityDelivered'])
    .where('productId', '=', productId)
    .where('state', '=', 'active')
    .where('lotNo', 'like', likeFromStart(prefix.trim()))
    .orderBy('producedOn', 'desc')
    .orderBy('lotNo', 'desc')
    .limit(limit)
    .execute()

/** The lot of a product with this number, however it is written; undefined when we do not know it. */
export const lotByNumber = async (
  db: Kysely<VocabularyTables>,
  productId: string,
  lotNo: string,
): Promise<LotChoice | undefined> =>
  db
    .selectFrom('lot')
    .select(['id', 'productId', 'lotNo', 'producedOn', 'expiresOn', 'quantityDelivered'])
    .where('productId', '=', productId)
    .where(labelAmong('lot_no', [lotNo.trim()]))
    .orderBy(sql`lot_no = ${lotNo.trim()}`, 'desc')
    .executeTakeFirst()
