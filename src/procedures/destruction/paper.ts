import { sql } from 'kysely'
import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { DestructionRow } from './destruction.ts'
import type { DestructionLine, DestructionWitness } from './destruction-rows.ts'
import type { DestructionView, PaperReview, PaperSigned } from './forms/view.ts'

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
type KeptReview = Kept & PaperReview & { readonly round: number }

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
    of('signature', 'recordId', 'at') as Promise<KeptSignature[]>,
    of('attachment', 'recordId', 'uploadedAt') as Promise<(Kept & { name: string })[]>,
    sql<KeptReview>`select record_id, key, outcome, signed_by_name as name, signed_at as at, note, round
      from sign_off where record_id = any(${[...ids]}::uuid[]) and chain = 'destruction'
        and outcome in ('pending', 'planned', 'signed', 'declined', 'returned')
      order by round, step, turn`.execute(db),
  ])
  return new Map(
    rows.map(record => {
      const mine = <Row extends Kept>(list: readonly Row[]) => list.filter(item => item.recordId === record.id)
      const asked = mine(reviews.rows)
      const round = Math.max(0, ...asked.map(item => item.round))
      return [
        record.id,
        {
          record,
          lines: lines.filter(item => item.destructionId === record.id),
          witnesses: witnesses.filter(item => item.destructionId === record.id),
          reviews: asked
            .filter(item => item.round === round)
            .map(({ key, outcome, name, at, note }) => ({ key, outcome, name, at, note })),
          attachments: mine(attachments).map(item => item.name),
          signed: mine(signatures).map(item => ({
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
