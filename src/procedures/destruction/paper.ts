import type { FactQuery } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { reviewsOf } from '../../vocabulary/signed-paper.ts'
import type { DestructionRow } from './destruction.ts'
import type { DestructionLine, DestructionWitness } from './destruction-rows.ts'
import type { DestructionView } from './forms/view.ts'

interface Kept {
  readonly recordId: string
}

/** Reads what the printed forms show, for many records at once. */
export const readPaper: FactQuery<DestructionView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).execute()
  const [rows, lines, witnesses, signatures, attachments, reviews] = await Promise.all([
    of('destruction', 'id', 'id').then(list => list.map(({ searchText: _, ...row }) => row)) as Promise<
      DestructionRow[]
    >,
    of('destructionLine', 'destructionId', 'place') as Promise<DestructionLine[]>,
    of('destructionWitness', 'destructionId', 'place') as Promise<DestructionWitness[]>,
    signaturesOf(db, ids),
    of('attachment', 'recordId', 'uploadedAt') as Promise<(Kept & { name: string })[]>,
    reviewsOf(db, ids, 'destruction'),
  ])
  return new Map(
    rows.map(record => {
      const mine = <Row extends Kept>(list: readonly Row[]) => list.filter(item => item.recordId === record.id)
      return [
        record.id,
        {
          record,
          lines: lines.filter(item => item.destructionId === record.id),
          witnesses: witnesses.filter(item => item.destructionId === record.id),
          reviews: reviews.get(record.id) ?? [],
          attachments: mine(attachments).map(item => item.name),
          signed: signatures.get(record.id) ?? [],
        },
      ]
    }),
  )
}
