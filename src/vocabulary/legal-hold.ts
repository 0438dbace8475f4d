import { linkedAround } from '../kernel/linked.ts'
import type { AnyDatabase } from '../kernel/queries.ts'
import type { Concerned } from './kept-record.ts'

/** A hold in force: what it covers may not be disposed of, whatever its retention. */
interface PlacedHold {
  readonly number: string
  readonly scope: 'matter' | 'party' | 'product' | 'lot'
  readonly subjectId: string
}

/** Name that is held while holds are placed and while records are disposed of, so that neither passes the other unseen. */
export const HOLDS = 'legal-hold'

/** Answers the numbers of the holds that cover a record. */
export type HeldBy = (recordId: string, concerned: Concerned) => string[]

/**
 * Reads the holds in force, and for those on a matter every record that is linked with it.
 * A hold on a party, product or lot covers records that are made later too.
 */
export async function readHolds(db: AnyDatabase): Promise<HeldBy> {
  const placed = (await db
    .selectFrom('legalHold')
    .select(['number', 'scope', 'subjectId'])
    .where('state', '=', 'placed')
    .orderBy('number')
    .execute()) as PlacedHold[]
  const matters = await Promise.all(
    placed
      .filter(hold => hold.scope === 'matter')
      .map(async hold => {
        const around = await linkedAround(db, [hold.subjectId])
        return { hold, ids: new Set([hold.subjectId, ...around.map(end => end.id)]) }
      }),
  )
  return (recordId, { lots, products, parties }) => {
    const sets = { party: parties, product: products, lot: lots }
    const byGoods = placed.filter(hold => hold.scope !== 'matter' && sets[hold.scope].has(hold.subjectId))
    const byMatter = matters.filter(({ ids }) => ids.has(recordId)).map(({ hold }) => hold)
    return [...byGoods, ...byMatter].map(hold => hold.number).toSorted()
  }
}
