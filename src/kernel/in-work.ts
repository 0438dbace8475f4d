import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { InWork, RecordBase, RecordType } from './record.ts'
import type { Instant } from './time.ts'

/** Whether anything of the record holds. */
export const holdsAlready = ({ inWork }: RecordType, record: RecordBase): boolean =>
  !inWork || ((record as unknown as JsonObject)[inWork.until] ?? null) !== null

/** The record as the person sees it: for an inspector without what does not hold yet. */
export const settledFor = <Row extends RecordBase>(
  type: RecordType,
  record: Row,
  { sight }: Pick<Actor, 'sight'>,
): Row => (sight && type.inWork ? (type.inWork.settled(record) as Row) : record)

/** What of a record the person does not see, because it is about what does not hold yet. */
export interface KeptBack {
  readonly step: (row: { readonly command: string | null; readonly at: Instant }) => boolean
  readonly file: (id: unknown) => boolean
}

const NOTHING: KeptBack = { step: () => false, file: () => false }

/** Reads what of a record is kept back from the person: its steps since something last came to hold, and their files. */
export async function keptBack(
  { pool }: Pick<Kernel, 'pool'>,
  { record: type }: Pick<Procedure, 'record'>,
  record: RecordBase,
  { sight }: Pick<Actor, 'sight'>,
): Promise<KeptBack> {
  const { inWork } = type
  if (!sight || !inWork) return NOTHING
  const since = (await lastHeld(pool, [record.id], [inWork])).get(record.id) ?? ''
  const files = new Set(inWork.files(record))
  return {
    step: ({ command, at }) => command !== null && inWork.steps.includes(command) && at > since,
    file: id => files.has(String(id)),
  }
}

/** Says of steps on any records which of them the person does not see, because they make what does not hold yet. */
export async function keptBackAmong(
  { pool, registry }: Pick<Kernel, 'pool' | 'registry'>,
  recordIds: readonly string[],
  { sight }: Pick<Actor, 'sight'>,
): Promise<(row: { readonly recordId: string | null; readonly command: string; readonly at: Instant }) => boolean> {
  const types = sight ? registry.procedures.flatMap(({ record }) => record.inWork ?? []) : []
  if (types.length === 0 || recordIds.length === 0) return () => false
  const held = await lastHeld(pool, recordIds, types)
  const steps = new Set(types.flatMap(type => type.steps))
  return ({ recordId, command, at }) => recordId !== null && steps.has(command) && at > (held.get(recordId) ?? '')
}

/** When something of these records last came to hold. */
async function lastHeld(
  pool: Kernel['pool'],
  recordIds: readonly string[],
  types: readonly Pick<InWork<RecordBase>, 'endedBy'>[],
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await pool.query<{ id: string; at: Instant }>({
    name: 'last_held',
    text: `SELECT record_id AS id, max(at) AS at FROM trail
           WHERE record_id = ANY($1::uuid[]) AND command = ANY($2::text[]) AND outcome = 'accepted' GROUP BY record_id`,
    values: [[...new Set(recordIds)], types.map(type => type.endedBy)],
  })
  return new Map(rows.map(({ id, at }) => [id, at]))
}
