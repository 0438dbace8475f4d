import type { FactQuery } from '../../kernel/queries.ts'
import type { DocumentReader, DocumentVersion } from './document-rows.ts'

/** All that a version says of itself but its content, which may be long. */
const SHORT = [
  'id',
  'documentId',
  'place',
  'label',
  'title',
  'changes',
  'effectiveOn',
  'effectiveFrom',
  'compiledAt',
  'compiledByName',
  'reviewedAt',
  'reviewedByName',
  'approvedAt',
  'approvedByName',
  'contentHash',
  'files',
  'withdrawnFrom',
] as const

/** The approved versions of documents, oldest first. */
export const readVersions: FactQuery<readonly DocumentVersion[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('documentVersion')
    .select(SHORT)
    .where('documentId', 'in', [...ids])
    .orderBy('place')
    .execute()) as DocumentVersion[]
  return Map.groupBy(rows, row => row.documentId)
}

/** Who was asked to read, in the order of asking. */
export const readReaders: FactQuery<readonly DocumentReader[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('documentReader')
    .selectAll()
    .where('documentId', 'in', [...ids])
    .orderBy('askedAt')
    .orderBy('issueNo')
    .execute()) as DocumentReader[]
  return Map.groupBy(rows, row => row.documentId)
}
