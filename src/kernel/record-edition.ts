import { randomUUID } from 'node:crypto'
import { type Edition, editionAt } from './edition.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { fromRow } from './rows.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'
import type { Write } from './write.ts'

/** Under which version a record was made. */
export interface RecordEdition {
  readonly editionId: string
  readonly documentId: string
  readonly code: string
  readonly label: string
  readonly title: Text
  readonly effectiveFrom: Instant
  /** Version in force now, when it is another one; null when the record's own still holds or none does. */
  readonly now: string | null
}

/** The write that keeps with a new record the version under which it is made. */
export const editionWrite = (
  { id: editionId, code, label }: Edition,
  { procedure, recordId, now }: { readonly procedure: string; readonly recordId: string; readonly now: Instant },
): Write => {
  const id = randomUUID()
  const insert: JsonObject = { id, procedure, recordId, editionId, code, label, at: now }
  return { table: 'record_edition', id, insert }
}

/** Under which version each of the records was made; records from before there was a document are left out. */
export async function editionOf(
  kernel: Kernel,
  procedure: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordEdition>> {
  if (recordIds.length === 0) return new Map()
  const [{ rows }, { editions }] = await Promise.all([
    kernel.pool.query({
      name: 'editions_of',
      text: `SELECT m.record_id, m.edition_id, m.code, m.label, e.document_id, e.title, e.effective_from
             FROM record_edition AS m JOIN edition AS e ON e.id = m.edition_id
             WHERE m.record_id = ANY($1::uuid[]) AND m.procedure = $2`,
      values: [[...recordIds], procedure],
    }),
    kernel.settings(),
  ])
  const inForce = editionAt(editions, procedure, kernel.clock.now())
  return new Map(
    rows.map(row => {
      const { recordId, ...made } = fromRow<Omit<RecordEdition, 'now'> & { recordId: string }>(row)
      return [recordId, { ...made, now: inForce && inForce.id !== made.editionId ? inForce.label : null }]
    }),
  )
}
