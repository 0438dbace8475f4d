import { instant } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { type SignedName, signedName } from '../../kernel/signed-name.ts'
import type { Text } from '../../kernel/text.ts'
import type { DisposalRow } from './disposal.ts'
import type { DisposalPaper } from './forms/disposal-list.ts'

interface SignatureRow extends SignedName {
  readonly recordId: string
  readonly meaning: Text
  readonly at: string
  readonly signedHash: string
}

/** Reads what the printed list shows, for many lists at once. */
export const readPaper: FactQuery<DisposalPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, signatures] = await Promise.all([
    db.selectFrom('disposal').selectAll().where('id', 'in', ids).execute() as Promise<DisposalRow[]>,
    db
      .selectFrom('signature')
      .select(['recordId', 'personName', 'deputyFor', 'meaning', 'at', 'signedHash'])
      .where('recordId', 'in', ids)
      .orderBy('at')
      .execute() as Promise<SignatureRow[]>,
  ])
  return new Map(
    rows.map(row => [
      row.id,
      {
        row,
        signatures: signatures
          .filter(item => item.recordId === row.id)
          .map(item => ({
            meaning: item.meaning,
            role: null,
            name: signedName(item),
            at: instant(item.at),
            hash: item.signedHash,
          })),
      },
    ]),
  )
}
