import type { FactQuery } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { onPaper } from '../../vocabulary/signed-paper.ts'
import type { DisposalRow } from './disposal.ts'
import type { DisposalPaper } from './forms/disposal-list.ts'

/** Reads what the printed list shows, for many lists at once. */
export const readPaper: FactQuery<DisposalPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, signatures] = await Promise.all([
    db.selectFrom('disposal').selectAll().where('id', 'in', ids).execute() as Promise<DisposalRow[]>,
    signaturesOf(db, ids),
  ])
  return new Map(rows.map(row => [row.id, { row, signatures: (signatures.get(row.id) ?? []).map(onPaper) }]))
}
