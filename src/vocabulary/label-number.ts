import { type RawBuilder, sql } from 'kysely'
import { foldText } from '../kernel/substring.ts'

/**
 * Lot and serial numbers stay as somebody wrote them from the label; whether two of them are the same number does not
 * depend on letter case or on full-width characters. Indexes on `lower(normalize(column, NFKC))` serve these comparisons.
 */
export const sameLabel = (one: string, other: string): boolean => one === other || foldText(one) === foldText(other)

/** The comparison in SQL: the column holds one of these numbers. */
export const labelAmong = (column: string, numbers: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`lower(normalize(${sql.ref(column)}, nfkc)) = any(array(
    select lower(normalize(number, nfkc)) from unnest(${[...new Set(numbers)]}::text[]) as asked (number)))`
