import type { FactQuery } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { onPaper } from '../../vocabulary/signed-paper.ts'
import type { CompilationRow } from './compilation.ts'
import type { CompilationPaper } from './forms/compilation-index.ts'

/** Reads what the printed index shows, for many compilations at once. */
export const readPaper: FactQuery<CompilationPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, signatures] = await Promise.all([
    db.selectFrom('compilation').selectAll().where('id', 'in', ids).execute() as Promise<CompilationRow[]>,
    signaturesOf(db, ids),
  ])
  return new Map(rows.map(row => [row.id, { row, signatures: (signatures.get(row.id) ?? []).map(onPaper) }]))
}
