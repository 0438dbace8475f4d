import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase, RecordType } from './record.ts'
import type { Instant } from './time.ts'
import { chainOf } from './trail.ts'

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
  { name, record: type }: Pick<Procedure, 'name' | 'record'>,
  record: RecordBase,
  { sight }: Pick<Actor, 'sight'>,
): Promise<KeptBack> {
  const { inWork } = type
  if (!sight || !inWork) return NOTHING
  const { rows } = await pool.query<{ at: Instant | null }>({
    name: 'last_held',
    text: `SELECT max(at) AS at FROM trail WHERE chain = $1 AND command = $2 AND outcome = 'accepted'`,
    values: [chainOf(name, record.id), inWork.endedBy],
  })
  const since = rows[0]?.at ?? ''
  const files = new Set(inWork.files(record))
  return {
    step: ({ command, at }) => command !== null && inWork.steps.includes(command) && at > since,
    file: id => files.has(String(id)),
  }
}
