import { sign } from 'node:crypto'
import { canonical } from './canonical.ts'
import { hidingDisposed } from './disposed.ts'
import { keptBack, settledFor } from './in-work.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { seesFiles, seesHealth, withoutHealth } from './mask.ts'
import { merkleLevels, proofIn } from './merkle.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import { findRecord } from './record-page.ts'
import { Refused, refuse } from './refusal.ts'
import { fromRow } from './rows.ts'
import type { Seal } from './seal.ts'
import { text } from './text.ts'
import { chainOf, trailEntry } from './trail.ts'

/** Trees under seals, kept while many records are exported one after the other. */
export type SealTrees = Map<number, { readonly places: ReadonlyMap<number, number>; readonly levels: SealLevels }>
type SealLevels = ReturnType<typeof merkleLevels>

/** Trees that are kept at once: records of one time lie under the same seals. */
const KEPT_TREES = 40

/**
 * A record with its whole trail, and for each sealed entry the proof that it lies under a signed seal; the file as a whole is signed too,
 * since clocks, files and what is withheld stand under no hash of the trail. `scripts/check-record.mjs` checks it offline with nothing
 * but Node; the key's fingerprint is compared with the one that the company published.
 * An inspector gets it without health data and without what does not hold yet, and everybody a record that was disposed of without what was personal: entries that carried
 * some keep their hash and place, and say `withheld`.
 * @throws Refused `health-data` for other people who see the record masked: they ask who handles it for the whole
 */
export async function exportRecord(
  kernel: Kernel,
  procedure: Procedure,
  idOrNumber: string,
  actor: Actor,
  trees: SealTrees = new Map(),
): Promise<JsonObject> {
  const type = procedure.record
  const record = await findRecord(kernel, procedure, idOrNumber, actor)
  const whole = seesHealth(type, actor)
  if (!whole && !actor.sight) throw new Refused([healthData])
  const hide = (await hidingDisposed(kernel, [record.id])).get(record.id)
  const shown = <Value>(value: Value): Value => {
    const kept = whole ? value : withoutHealth(type, value)
    return hide ? hide(kept) : kept
  }
  const kept = await keptBack(kernel, procedure, record, actor)
  const { rows } = await kernel.pool.query('SELECT * FROM trail WHERE chain = $1 ORDER BY position', [
    chainOf(procedure.name, record.id),
  ])
  const entries = rows.map(trailEntry)
  const { rows: sealRows } = await kernel.pool.query(
    `SELECT s.* FROM seal s WHERE EXISTS (SELECT 1 FROM unnest($1::bigint[]) AS seq WHERE seq > s.from_seq - 1 AND seq <= s.to_seq) ORDER BY s.number`,
    [entries.map(entry => entry.seq)],
  )
  const seals = sealRows.map(row => fromRow<Seal>(row))
  const sealed = await Promise.all(
    seals.map(seal =>
      sealedEntries(
        kernel,
        seal,
        entries.map(entry => entry.seq),
        trees,
      ),
    ),
  )
  const of = (table: string, order: string) =>
    kernel.pool.query(`SELECT * FROM ${table} WHERE record_id = $1 ORDER BY ${order}`, [record.id])
  const [corrections, signatures, deadlines, attachments] = await Promise.all([
    of('correction', 'at, id'),
    of('signature', 'at, id'),
    of('deadline', 'opened_at, id'),
    kernel.pool.query(
      `SELECT id, name, sha256, size, purpose, uploaded_at FROM attachment
       WHERE record_id = $1 AND erased_at IS NULL ORDER BY uploaded_at, id`,
      [record.id],
    ),
  ])
  const rowsOf = ({ rows: found }: { rows: Record<string, unknown>[] }) =>
    found.map(row => shown(fromRow<JsonObject>(row)))
  const exported: JsonObject = JSON.parse(
    JSON.stringify({
      format: 'bihuan-record/1',
      exportedAt: kernel.clock.now(),
      exportedBy: actor.name,
      procedure: procedure.name,
      number: record.number,
      record: shown(settledFor(type, record, actor)),
      corrections: rowsOf(corrections),
      signatures: rowsOf(signatures).filter(row => !kept.step(row as Parameters<typeof kept.step>[0])),
      deadlines: rowsOf(deadlines),
      attachments: seesFiles(type, record, actor) ? rowsOf(attachments).filter(row => !kept.file(row.id)) : [],
      entries: entries.map(({ mac: _, ...entry }) => {
        if (kept.step(entry)) return { ...entry, body: {}, withheld: 'in-work' }
        const body = shown(entry.body)
        return JSON.stringify(body) === JSON.stringify(entry.body)
          ? entry
          : { ...entry, body, withheld: hide ? 'disposed' : 'health-data' }
      }),
      seals,
      proofs: sealed.flat(),
      key: kernel.keys.checking.export({ type: 'spki', format: 'pem' }),
    }),
  )
  const signature = sign(null, Buffer.from(canonical(exported)), kernel.keys.sealing).toString('base64')
  return { ...exported, signature }
}

const healthData = refuse(
  'health-data',
  text(
    '导出内容含患者健康信息，由办理该记录的岗位导出，请转交其导出。',
    'The export carries health data of a person: ask somebody who handles the record to export it.',
  ),
  { kind: 'forbidden' },
)

async function sealedEntries(
  kernel: Kernel,
  seal: Seal,
  wanted: readonly number[],
  trees: SealTrees,
): Promise<JsonObject[]> {
  const tree = trees.get(seal.number) ?? (await readTree(kernel, seal))
  if (!trees.has(seal.number) && trees.size >= KEPT_TREES) trees.delete(trees.keys().next().value ?? 0)
  trees.set(seal.number, tree)
  const { places, levels } = tree
  return wanted.flatMap(seq => {
    const index = places.get(seq)
    return index === undefined
      ? []
      : [{ seq, seal: seal.number, index, size: places.size, proof: proofIn(levels, index) }]
  })
}

async function readTree(kernel: Kernel, seal: Seal) {
  const { rows } = await kernel.pool.query<{ seq: number; hash: string }>(
    `SELECT seq, hash FROM trail WHERE seq > coalesce((SELECT to_seq FROM seal WHERE number = $1), 0) AND seq <= $2 ORDER BY seq`,
    [seal.number - 1, seal.toSeq],
  )
  return {
    places: new Map(rows.map((row, index) => [row.seq, index])),
    levels: merkleLevels(rows.map(row => row.hash)),
  }
}
