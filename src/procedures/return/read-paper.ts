import type { FactQuery } from '../../kernel/queries.ts'
import { signedName } from '../../kernel/signed-name.ts'
import type { Text } from '../../kernel/text.ts'
import { postOf } from '../../vocabulary/role.ts'
import type { ReturnPaper } from './forms/paper.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine, ReturnNote, ReturnVerdict } from './return-rows.ts'

/** A signature as the kernel keeps it. */
interface KeptSignature {
  readonly recordId: string
  readonly command: string
  readonly personName: string
  readonly deputyFor?: { readonly name: string } | null
  readonly meaning: Text
  readonly at: string
  readonly role?: string | null
  readonly signedHash: string
}

/** A corrected value as the kernel keeps it. */
interface KeptCorrection {
  readonly recordId: string
  readonly field: string
  readonly was: unknown
  readonly reason: string
  readonly byName: string
  readonly at: string
}

/** Reads what the printed forms show, for many returns at once. */
export const readPaper: FactQuery<ReturnPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const of = (table: string, column: string, order: string) =>
    db.selectFrom(table).selectAll().where(column, 'in', ids).orderBy(order).execute()
  const [rows, lines, verdicts, notes, signatures, corrections, attachments] = await Promise.all([
    of('goodsReturn', 'id', 'id') as Promise<ReturnRow[]>,
    of('goodsReturnLine', 'returnId', 'lineNo') as Promise<ReturnLine[]>,
    of('goodsReturnVerdict', 'returnId', 'at') as Promise<ReturnVerdict[]>,
    of('goodsReturnNote', 'returnId', 'at') as Promise<ReturnNote[]>,
    of('signature', 'recordId', 'at') as Promise<KeptSignature[]>,
    of('correction', 'recordId', 'at') as Promise<KeptCorrection[]>,
    of('attachment', 'recordId', 'uploadedAt') as Promise<{ recordId: string; name: string }[]>,
  ])
  return new Map(
    rows.map(record => [
      record.id,
      {
        record,
        lines: lines.filter(item => item.returnId === record.id),
        verdicts: verdicts.filter(item => item.returnId === record.id && !item.superseded),
        notes: notes.filter(item => item.returnId === record.id),
        signatures: signatures
          .filter(item => item.recordId === record.id)
          .map(item => ({
            command: item.command,
            meaning: item.meaning,
            role: postOf(item.role),
            name: signedName(item),
            at: { instant: item.at, exact: true as const },
            hash: item.signedHash,
          })),
        corrections: corrections
          .filter(item => item.recordId === record.id)
          .map(item => ({
            field: item.field,
            old: item.was === null || item.was === undefined ? null : String(item.was),
            by: item.byName,
            at: { instant: item.at },
            reason: item.reason,
          })),
        attachments: attachments.filter(item => item.recordId === record.id).map(item => item.name),
      },
    ]),
  )
}
