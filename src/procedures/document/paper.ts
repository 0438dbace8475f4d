import type { FactQuery } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { reviewsOf } from '../../vocabulary/signed-paper.ts'
import type { DocumentRow } from './document.ts'
import type { DocumentView } from './forms/view.ts'
import { readReaders, readVersions } from './version-queries.ts'

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
    reviewsOf(db, ids, 'version'),
  ])
  return new Map(
    rows.map(({ searchText: _, ...record }) => [
      record.id,
      {
        record,
        versions: versions.get(record.id) ?? [],
        readers: readers.get(record.id) ?? [],
        reviews: reviews.get(record.id) ?? [],
        signed: [...(signatures.get(record.id) ?? [])],
      },
    ]),
  )
}
