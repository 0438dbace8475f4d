import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { seesHealth } from './mask.ts'
import { inclusionProof } from './merkle.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import { findRecord } from './record-page.ts'
import { Refused, refuse } from './refusal.ts'
import { fromRow } from './rows.ts'
import type { Seal } from './seal.ts'
import { text } from './text.ts'
import { chainOf, trailEntry } from './trail.ts'

/**
 * A record with its whole trail, and for each sealed entry the proof that it lies under a signed seal. `scripts/check-record.mjs`
 * checks it offline with nothing but Node; the key's fingerprint is compared with the one that the company published.
 * @throws Refused `health-data` for people who see the record masked: the trail is whole or proves nothing
 */
export async function exportRecord(
  kernel: Kernel,
  procedure: Procedure,
  idOrNumber: string,
  actor: Actor,
): Promise<JsonObject> {
  const record = await findRecord(kernel, procedure, idOrNumber, actor)
  if (!seesHealth(procedure.record, actor)) throw new Refused([healthData])
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
      ),
    ),
  )
  return JSON.parse(
    JSON.stringify({
      format: 'bihuan-record/1',
      exportedAt: kernel.clock.now(),
      exportedBy: actor.name,
      procedure: procedure.name,
      number: record.number,
      record,
      entries: entries.map(({ mac: _, ...entry }) => entry),
      seals,
      proofs: sealed.flat(),
      key: kernel.keys.checking.export({ type: 'spki', format: 'pem' }),
    }),
  )
}

const healthData = refuse(
  'health-data',
  text(
    '导出内容含患者健康信息，由办理该记录的岗位导出，请转交其导出。',
    'The export carries health data of a person: ask somebody who handles the record to export it.',
  ),
  { kind: 'forbidden' },
)

async function sealedEntries(kernel: Kernel, seal: Seal, wanted: readonly number[]): Promise<JsonObject[]> {
  const { rows } = await kernel.pool.query(
    `SELECT seq, hash FROM trail WHERE seq > coalesce((SELECT to_seq FROM seal WHERE number = $1), 0) AND seq <= $2 ORDER BY seq`,
    [seal.number - 1, seal.toSeq],
  )
  const hashes = rows.map(row => row.hash as string)
  return rows.flatMap((row, index) =>
    wanted.includes(row.seq)
      ? [{ seq: row.seq, seal: seal.number, index, size: hashes.length, proof: inclusionProof(hashes, index) }]
      : [],
  )
}
