import { sql } from 'kysely'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { DocumentRow } from './document.ts'
import type { DocumentView, PaperReview, PaperSigned } from './forms/view.ts'
import { readReaders, readVersions } from './version-queries.ts'

interface Kept {
  readonly recordId: string
}
type KeptSignature = Kept & {
  readonly command: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: PaperSigned['meaning']
  readonly at: string
  readonly signedHash: string
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
    db
      .selectFrom('signature')
      .selectAll()
      .where('recordId', 'in', [...ids])
      .orderBy('at')
      .execute() as Promise<KeptSignature[]>,
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
          signed: signatures
            .filter(item => item.recordId === record.id)
            .map(item => ({
              command: item.command,
              meaning: item.meaning,
              name: signedName(item),
              at: item.at,
              hash: item.signedHash,
            })),
        },
      ]
    }),
  )
}
