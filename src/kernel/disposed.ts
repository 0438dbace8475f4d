import { personalFields } from './dispose.ts'
import type { Kernel } from './kernel.ts'
import { MASK, withoutFields } from './mask.ts'
import type { Procedure } from './procedure.ts'

/** Texts shorter than this, and plain numbers shorter than {@link LEAST_DIGITS}, stand in sentences without meaning a person. */
const LEAST = 2
const LEAST_DIGITS = 5

/** Says who acted, not whom the record is about: employees stay named. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set([
  'id',
  'recordId',
  'number',
  'hash',
  'previousHash',
  'at',
  'actorName',
  'byName',
  'personName',
  'signedByName',
])

/** Takes out of anything shown of a record what was personal in it. */
export type Hide = <Shown>(shown: Shown) => Shown

/**
 * For each of these records that was disposed of: what takes out of anything that is shown of it what was personal. Trail, corrections
 * and signatures are append-only and hashed, so that they still hold it; whoever shows them asks here first. Hidden are the personal
 * columns, the old and new values of their corrections, and each of these values wherever a sentence repeats it.
 */
export async function hidingDisposed(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, Hide>> {
  if (recordIds.length === 0) return new Map()
  const { rows } = await kernel.pool.query<{ record_id: string; procedure: string }>({
    name: 'disposed_among',
    text: 'SELECT record_id, procedure FROM disposed_record WHERE record_id = ANY($1::uuid[])',
    values: [recordIds],
  })
  const gone = rows.filter(row => kernel.registry.has(row.procedure))
  if (gone.length === 0) return new Map()
  const { rows: entries } = await kernel.pool.query<{ record_id: string; body: unknown }>({
    name: 'bodies_of_disposed',
    text: 'SELECT record_id, body FROM trail WHERE record_id = ANY($1::uuid[])',
    values: [gone.map(row => row.record_id)],
  })
  const bodies = Map.groupBy(entries, entry => entry.record_id)
  return new Map(
    gone.map(({ record_id: id, procedure }) => {
      const written = (bodies.get(id) ?? []).map(({ body }) => body)
      return [id, hider(kernel.registry.procedure(procedure), written)]
    }),
  )
}

/**
 * A list of what is shown of many records, without what was personal in those that were disposed of.
 * @param recordOf id of the record that a part is about; null for none
 */
export async function withoutDisposed<Shown>(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  list: readonly Shown[],
  recordOf: (shown: Shown) => string | null,
): Promise<Shown[]> {
  const hiding = await hidingDisposed(kernel, [...new Set(list.flatMap(shown => recordOf(shown) ?? []))])
  return list.map(shown => hiding.get(recordOf(shown) ?? '')?.(shown) ?? shown)
}

/** Takes the personal values that a record's entries wrote out of anything that is shown of it. */
function hider(procedure: Procedure, bodies: readonly unknown[]): Hide {
  const fields = personalFields(procedure)
  const values = new Set<string>()
  for (const body of bodies) collect(body, fields, values)
  // a longer value may hold a shorter one
  const longest = [...values].sort((a, b) => b.length - a.length)
  return shown => withoutValues(withoutFields(shown, fields), longest)
}

const tells = (value: string): boolean => value !== MASK && value.length >= (/^\d+$/.test(value) ? LEAST_DIGITS : LEAST)

/** Collects the texts under personal fields, and the old and new values of their corrections. */
function collect(value: unknown, fields: ReadonlySet<string>, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, fields, into)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const row = value as Record<string, unknown>
  const corrected = typeof row.field === 'string' && fields.has(row.field)
  for (const [key, inner] of Object.entries(row)) {
    if (fields.has(key) || (corrected && (key === 'was' || key === 'now'))) texts(inner, into)
    else collect(inner, fields, into)
  }
}

function texts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (tells(value.trim())) into.add(value.trim())
  } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) texts(inner, into)
}

function withoutValues<Shown>(shown: Shown, values: readonly string[]): Shown {
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') return values.reduce((said, found) => said.replaceAll(found, MASK), value)
    if (Array.isArray(value)) return value.map(replaced)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, OF_THE_COMPANY.has(key) ? inner : replaced(inner)]),
    )
  }
  return values.length === 0 ? shown : (replaced(shown) as Shown)
}
