import { sql } from 'kysely'
import type { Said } from '../../kernel/paper.ts'
import type { FactQuery } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { reviewsOf } from '../../vocabulary/signed-paper.ts'
import type { NonconformingView, PaperDestruction } from './forms/view.ts'
import type { NonconformingRow } from './nonconforming.ts'
import type { NonconformingDisposition, NonconformingMeasure } from './nonconforming-rows.ts'
import { categories } from './taxonomy.ts'

interface Kept {
  readonly recordId: string
}
type KeptCorrection = Kept & {
  readonly field: string
  readonly was: unknown
  readonly reason: string
  readonly byName: string
  readonly at: string
}
type KeptDestruction = PaperDestruction & { readonly nonconformingId: string }

/** Reads what the printed forms show, for many records at once. */
export const readPaper: FactQuery<NonconformingView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).execute()
  const [rows, dispositions, measures, corrections, signatures, attachments, reviews, destructions] = await Promise.all(
    [
      of('nonconforming', 'id', 'id').then(list => list.map(({ searchText: _, ...row }) => row)) as Promise<
        NonconformingRow[]
      >,
      of('nonconformingDisposition', 'nonconformingId', 'at') as Promise<NonconformingDisposition[]>,
      of('nonconformingMeasure', 'nonconformingId', 'at') as Promise<NonconformingMeasure[]>,
      of('correction', 'recordId', 'at') as Promise<KeptCorrection[]>,
      signaturesOf(db, ids),
      of('attachment', 'recordId', 'uploadedAt') as Promise<(Kept & { name: string })[]>,
      reviewsOf(db, ids, 'write-off'),
      sql<KeptDestruction>`select line.nonconforming_id, item.number, item.reported_by_name as reported_by, item.reported_at,
      item.approved_by_name as approved_by, item.approved_at, item.destroyed_at, item.destroyed_place as place,
      item.process,
      nullif(concat_ws(' ', item.regulator_unit, item.regulator_name, item.regulator_document), '') as regulator,
      array(select witness.name || '（' || witness.unit || '）' from destruction_witness as witness
        where witness.destruction_id = item.id order by witness.place) as witnesses
      from destruction_line as line join destruction as item on item.id = line.destruction_id
      where line.nonconforming_id = any(${[...ids]}::uuid[]) and line.taken_off_at is null and item.state <> 'voided'
      order by item.number`.execute(db),
    ],
  )
  return new Map(
    rows.map(record => {
      const mine = <Row extends Kept>(list: readonly Row[]) => list.filter(item => item.recordId === record.id)
      return [
        record.id,
        {
          record,
          dispositions: dispositions.filter(item => item.nonconformingId === record.id),
          measures: measures.filter(item => item.nonconformingId === record.id),
          reviews: reviews.get(record.id) ?? [],
          destructions: destructions.rows
            .filter(item => item.nonconformingId === record.id)
            .map(({ nonconformingId: _, ...item }) => item),
          attachments: mine(attachments).map(item => item.name),
          corrections: mine(corrections).map(item => ({
            field: item.field,
            old: shown(item.field, item.was),
            by: item.byName,
            at: { instant: item.at },
            reason: item.reason,
          })),
          signed: signatures.get(record.id) ?? [],
        },
      ]
    }),
  )
}

/** An old value in words. */
function shown(field: string, was: unknown): Said | null {
  if (was === null || was === undefined) return null
  if (Array.isArray(was)) return was.join('、')
  const value = String(was)
  return field === 'category' ? (categories[value as keyof typeof categories] ?? text(value, value)) : value
}
