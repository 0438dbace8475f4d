import type { Pool } from 'pg'
import type { TrailKeys } from './kernel.ts'
import { merkleRoot } from './merkle.ts'
import type { Registry } from './registry.ts'
import { fromRow } from './rows.ts'
import { type Seal, sealHolds } from './seal.ts'
import { entryHash, GENESIS, macHolds, type TrailEntry, trailEntry } from './trail.ts'
import {
  BATCH,
  compareRows,
  type Fault,
  type FoldedRow,
  type Known,
  type PendingRow,
  type Reader,
  type Report,
  verifyNothingAdded,
} from './verify-rows.ts'
import type { Write } from './write.ts'

/** What a verification looked at and found. */
export interface Verification {
  readonly entries: number
  readonly rows: number
  readonly seals: number
  readonly faults: readonly Fault[]
}

/** Reporting stops here: one is enough to distrust, a hundred are enough to look. */
const MOST = 100

/**
 * Proves that every trail entry, seal and journalled row is as the product wrote it: hashes and macs of entries, order of
 * chains, Merkle roots and signatures of seals, and each row of each table rebuilt from the trail and compared.
 */
export async function verifyTrail(pool: Pool, registry: Registry, keys: TrailKeys): Promise<Verification> {
  const client = await pool.connect()
  try {
    // One view of the database: people go on working meanwhile, and what they write is not held against what was read before.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifyOne(client, registry, keys)
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release()
  }
}

async function verifyOne(pool: Reader, registry: Registry, keys: TrailKeys): Promise<Verification> {
  const faults: Fault[] = []
  const report = (fault: Fault): void => {
    if (faults.length < MOST) faults.push(fault)
  }
  const seals = await verifySeals(pool, keys, report)
  const { entries, rows, known } = await verifyChains(pool, keys, report)
  await verifyNothingAdded(pool, registry, known, report)
  await verifyNumbers(pool, registry, report)
  return { entries, rows, seals, faults }
}

async function verifyChains(
  pool: Reader,
  keys: TrailKeys,
  report: Report,
): Promise<{ entries: number; rows: number; known: Known }> {
  const known: Known = new Map()
  let entries = 0
  let rows = 0
  let chain = ''
  let position = 0
  let hash = GENESIS
  let number = ''
  let folded = new Map<string, FoldedRow>()
  let pending: PendingRow[] = []
  const flush = async (): Promise<void> => {
    rows += pending.length
    await compareRows(pool, pending, report)
    pending = []
  }
  const finish = async (): Promise<void> => {
    for (const row of folded.values()) pending.push({ name: number || chain, row })
    folded = new Map()
    if (pending.length >= BATCH) await flush()
  }
  for await (const entry of allEntries(pool)) {
    entries += 1
    if (entry.chain !== chain) {
      await finish()
      chain = entry.chain
      position = 0
      hash = GENESIS
      number = ''
    }
    if (typeof entry.body.number === 'string') number = entry.body.number
    const wrong = entryFault(keys, entry, position, hash)
    if (wrong)
      report({ kind: 'entry', record: number || chain, at: `#${entry.position} (seq ${entry.seq})`, what: wrong })
    position = entry.position
    hash = entry.hash
    for (const write of (entry.body.writes ?? []) as unknown as Write[]) {
      const key = `${write.table}/${write.id}`
      if ('insert' in write || write.table === 'attachment') {
        const ids = known.get(write.table) ?? new Set()
        known.set(write.table, ids.add(write.id))
      }
      if ('insert' in write) {
        folded.set(key, { table: write.table, id: write.id, row: { ...write.insert }, whole: true })
      } else {
        const before = folded.get(key)
        folded.set(key, {
          table: write.table,
          id: write.id,
          row: { ...before?.row, ...write.set },
          whole: before?.whole ?? false,
        })
      }
    }
  }
  await finish()
  await flush()
  return { entries, rows, known }
}

function entryFault(keys: TrailKeys, entry: TrailEntry, position: number, previous: string): string | null {
  if (entry.position !== position + 1)
    return `entries ${position + 1} to ${entry.position - 1} are missing or out of order before this one`
  if (entry.previousHash !== previous) return 'it does not follow from the entry before it'
  const { seq: _, previousHash, hash, mac: __, ...statement } = entry
  if (entryHash(statement, previousHash) !== hash) return 'its content was changed after it was written'
  if (!macHolds(keys, entry)) return 'it was not written by the product'
  return null
}

async function* allEntries(pool: Reader): AsyncGenerator<TrailEntry> {
  let after: [string, number] = ['', 0]
  for (;;) {
    const { rows } = await pool.query({
      name: 'verify_entries',
      text: 'SELECT * FROM trail WHERE (chain, position) > ($1, $2) ORDER BY chain, position LIMIT $3',
      values: [...after, BATCH],
    })
    for (const row of rows) yield trailEntry(row)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = [last.chain, last.position]
  }
}

/** Numbers of a series run from 1 to its last without a gap, and not beyond it. */
async function verifyNumbers(pool: Reader, registry: Registry, report: Report): Promise<void> {
  const tables = Map.groupBy(registry.procedures, ({ record }) => record.series.prefix)
  for (const [prefix, procedures] of tables) {
    const union = procedures.map(({ record }) => `SELECT number FROM "${record.table}"`).join(' UNION ALL ')
    const { rows: beyond } = await pool.query(
      `SELECT year, max(n) AS n FROM (SELECT split_part(number, '-', 2)::int AS year, split_part(number, '-', 3)::int AS n
                                      FROM (${union}) AS all_numbers WHERE number LIKE $1 || '-%') AS used
       GROUP BY year HAVING max(n) > coalesce((SELECT last FROM number_series s WHERE s.prefix = $1 AND s.year = used.year), 0)`,
      [prefix],
    )
    for (const row of beyond)
      report({
        kind: 'number',
        record: `${prefix}-${row.year}-${row.n}`,
        at: `${procedures.map(({ record }) => record.table).join(', ')} series`,
        what: 'the record has a number that its series has not given yet: the series was set back',
      })
    const { rows } = await pool.query(
      `WITH used AS (SELECT split_part(number, '-', 2)::int AS year, split_part(number, '-', 3)::int AS n FROM (${union}) AS all_numbers
                     WHERE number LIKE $1 || '-%')
       SELECT s.year, i AS n FROM number_series s, generate_series(1, s.last) AS i
       WHERE s.prefix = $1 AND NOT EXISTS (SELECT 1 FROM used WHERE used.year = s.year AND used.n = i) LIMIT 20`,
      [prefix],
    )
    for (const row of rows)
      report({
        kind: 'number',
        record: `${prefix}-${row.year}-${row.n}`,
        at: 'series',
        what: 'the number was given, but its record is gone',
      })
  }
}

async function verifySeals(pool: Reader, keys: TrailKeys, report: Report): Promise<number> {
  const { rows } = await pool.query('SELECT * FROM seal ORDER BY number')
  let previous = GENESIS
  let reached = 0
  let expected = 1
  for (const seal of rows.map(row => fromRow<Seal>(row))) {
    const at = `seal ${seal.number}`
    const wrong = (what: string): void =>
      report({ kind: 'seal', record: `entries ${seal.fromSeq}–${seal.toSeq}`, at, what })
    if (seal.number !== expected) wrong(`seals ${expected} to ${seal.number - 1} are missing`)
    if (seal.previousHash !== previous) wrong('it does not follow from the seal before it')
    if (!sealHolds(keys, seal)) wrong('it was not made by the holder of the key')
    const { rows: entries } = await pool.query('SELECT hash FROM trail WHERE seq > $1 AND seq <= $2 ORDER BY seq', [
      reached,
      seal.toSeq,
    ])
    if (entries.length !== seal.entries)
      wrong(
        `it covers ${seal.entries} entries, but there are ${entries.length}: some were ${entries.length < seal.entries ? 'removed' : 'added'}`,
      )
    else if (merkleRoot(entries.map(row => row.hash as string)) !== seal.root)
      wrong('an entry under it was changed or reordered')
    previous = seal.hash
    reached = seal.toSeq
    expected = seal.number + 1
  }
  return rows.length
}
