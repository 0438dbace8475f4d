import { type Kysely, sql } from 'kysely'
import { containsText, foldText, likeAnywhere, likeFromStart } from '../kernel/substring.ts'
import type { PartyRow } from './party.ts'
import type { VocabularyTables } from './tables.ts'

/** A party as a choice list shows it. */
export type PartyChoice = Pick<
  PartyRow,
  'id' | 'number' | 'name' | 'customerKind' | 'phones' | 'province' | 'city' | 'locality' | 'contacts'
>

/** Most rows that a choice list shows. */
export const CHOICES = 10

/**
 * Active parties whose name, English name, pinyin (initials or whole), telephone digits or number contain `term`; names that
 * begin with it first, then initials and telephone numbers that do, then the rest, the shorter name before the longer.
 * Telephone numbers may be typed with blanks, hyphens and country code. A blank term finds nothing.
 */
export async function findParties(
  db: Kysely<VocabularyTables>,
  term: string,
  as: 'customer' | 'supplier' | 'manufacturer' = 'customer',
  limit = CHOICES,
): Promise<PartyChoice[]> {
  const asked = searchedTerm(term)
  if (asked === '') return []
  const rank = sql<number>`case
    when lower(name) like ${likeFromStart(asked)} then 0
    when py like ${likeFromStart(asked)} then 1
    when ' ' || phone_digits like ${likeAnywhere(` ${asked}`)} then 2
    when pinyin like ${likeFromStart(asked)} then 3
    when lower(name) like ${likeAnywhere(asked)} then 4
    else 5 end`
  return db
    .selectFrom('party')
    .select(['id', 'number', 'name', 'customerKind', 'phones', 'province', 'city', 'locality', 'contacts'])
    .where('state', '=', 'active')
    .where(as === 'customer' ? 'isCustomer' : as === 'supplier' ? 'isSupplier' : 'isManufacturer', '=', true)
    .where(containsText('searchText', asked))
    .orderBy(rank)
    .orderBy(sql`length(name)`)
    .orderBy('name')
    .limit(limit)
    .execute()
}

// A term of digits and the signs between them is a telephone number.
function searchedTerm(term: string): string {
  const folded = foldText(term).trim()
  if (/^[+\d][\d\s()-]*$/.test(folded)) return folded.replace(/^(\+|00)86/, '').replace(/\D/g, '')
  return folded
}

/** A party by its id; undefined when there is none. */
export const partyById = async (db: Kysely<VocabularyTables>, id: string): Promise<PartyRow | undefined> =>
  db.selectFrom('party').selectAll().where('id', '=', id).executeTakeFirst()
