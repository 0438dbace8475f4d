import { type RawBuilder, sql } from 'kysely'

/**
 * Substring search that also works for two Chinese characters.
 *
 * PostgreSQL's `pg_trgm` needs three characters and, where the database's character type is `C`, sees no Chinese at all.
 * So the index holds all pairs of neighbouring characters: `CREATE INDEX … USING gin (bigrams(search_text))`. A search
 * asks for rows that have all pairs of the term and lets `LIKE` check that they stand side by side. The SQL function
 * `bigrams(text)` is made by the vocabulary's first schema file.
 */

/** Text as it is stored for searching: full-width forms made plain (NFKC), lower case. Terms are folded the same way. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * All pairs of neighbouring characters, and of letters, digits and signs of ASCII also three together, since these are few and many texts
 * hold all pairs of a number or of initials without the word. Each once, in order of appearance; the same as the SQL function `bigrams`.
 */
export function bigrams(folded: string): string[] {
  const characters = [...folded]
  const parts = new Set<string>()
  for (let i = 0; i + 1 < characters.length; i += 1) {
    parts.add(characters.slice(i, i + 2).join(''))
    const three = characters.slice(i, i + 3).join('')
    if (LATIN.test(three)) parts.add(three)
  }
  return [...parts]
}

const LATIN = /^[!-~]{3}$/

/** A `LIKE` pattern that finds `term` anywhere, with `%`, `_` and `\` taken literally. */
export const likeAnywhere = (term: string): string => `%${escapeLike(term)}%`

/** A `LIKE` pattern that finds `term` at the beginning. */
export const likeFromStart = (term: string): string => `${escapeLike(term)}%`

const escapeLike = (term: string): string => term.replace(/[\\%_]/g, character => `\\${character}`)

/**
 * SQL condition: the folded text in `column` contains `term`. Several words (parted by blanks) must all occur, in any order.
 * A blank term is true for every row; a single character is looked for without the index.
 */
export const containsText = (column: string, term: string): RawBuilder<boolean> =>
  allWords(term, word => {
    const pairs = bigrams(word)
    const like = sql`${sql.ref(column)} like ${likeAnywhere(word)}`
    return pairs.length === 0 ? like : sql`(${like} and bigrams(${sql.ref(column)}) @> ${pairs}::text[])`
  })

/** The same condition for a few rows that are at hand already, without the index. */
export const containsTextHere = (column: string, term: string): RawBuilder<boolean> =>
  allWords(term, word => sql`${sql.ref(column)} like ${likeAnywhere(word)}`)

function allWords(term: string, condition: (word: string) => RawBuilder<unknown>): RawBuilder<boolean> {
  const words = foldText(term).split(/\s+/).filter(Boolean)
  if (words.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(words.map(condition), sql` and `)})`
}
