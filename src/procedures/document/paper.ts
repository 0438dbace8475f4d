import { sql } from 'kysely'
import type { FactQuery } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import type { DocumentRow } from './document.ts'
import type { DocumentView, PaperReview } from './forms/view.ts'
import { readReaders, readVersions } from './version-queries.ts'

interface Kept {
  readonly recordId: string
}

/** Reads what the printed forms show, for many documents at once. */
export const readPaper: FactQuery<DocumentView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, versions, readers, signatures, reviews] = await Promise.all([
    db
      .selectFrom('document')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute() as Promise<(DocumentRow & { searchText: string })[]>,
    readVersions(db, ids),
    readReaders(db, ids),
    signaturesOf(db, ids),
    sql<Kept & PaperReview & { round: number }>`
      select record_id, key, outcome, signed_by_name as name, signed_at as at, note, round
      from sign_off where record_id = any(${[...ids]}::uuid[]) and chain = 'version'
      order by round, step, turn`.execute(db),
  ])
  return new Map(
    rows.map(({ searchText: _, ...record }) => {
      const asked = reviews.rows.filter(item => item.recordId === record.id)
      const round = Math.max(0, ...asked.map(item => item.round))
      return [
        record.id,
        {
          record,
          versions: versions.get(record.id) ?? [],
          readers: readers.get(record.id) ?? [],
          reviews: asked
            .filter(item => item.round === round)
            .map(({ key, outcome, name, at, note }) => ({ key, outcome, name, at, note })),
          signed: [...(signatures.get(record.id) ?? [])],
        },
      ]
    }),
  )
}
