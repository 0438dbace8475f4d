import type { PoolClient } from 'pg'
import type { Around } from './around.ts'
import { type Call, isId } from './call.ts'
import type { AnyCommand, Ground } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import type { Kernel } from './kernel.ts'
import { sees } from './mask.ts'
import { parseInput } from './parse.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import { Refused, refuse } from './refusal.ts'
import { fromRow } from './rows.ts'
import type { Settings } from './settings.ts'
import type { SignOffRow } from './sign-off.ts'
import {
  chainSigned,
  factsOf,
  findForGates,
  findIn,
  readDeadlines,
  readFacts,
  readGates,
  readSignOffs,
  situationOf,
} from './situation.ts'
import { type Text, text } from './text.ts'
import { type ChainHead, chainHead, chainOf, GENESIS, lockChain } from './trail.ts'
import { builderOn } from './transaction.ts'

/** All that a step must know before it decides, read under the record's lock. */
export interface Load {
  readonly procedure: Procedure
  readonly record: RecordBase | undefined
  readonly situation: Ground
  readonly found: Record<string, unknown>
  readonly around: Around
  readonly due: readonly DeadlineRow[]
  readonly signOffs: readonly SignOffRow[]
  readonly head: ChainHead
}

/** Locks the record, then reads its clocks, sign-offs, facts, gates and what the input points to. */
export async function loadFor(
  kernel: Kernel,
  settings: Settings,
  client: PoolClient,
  command: AnyCommand,
  call: Call,
  actor: Actor,
): Promise<Load> {
  const procedure = kernel.registry.procedure(command.record.name)
  const db = builderOn(client)
  const now = kernel.clock.now()
  const id = command.from === 'new' ? undefined : call.on
  if (id !== undefined && !isId(id)) throw new Refused([absent(procedure)])
  if (command.from !== 'new' && id === undefined) throw new Refused([absent(procedure)])
  const names = command.facts as readonly string[]
  const ids = id ? [id] : []
  const [record, , head, due, signOffs, factTable, gates] = await Promise.all([
    id ? lockRecord(client, command.record.table, id) : undefined,
    id ? lockChain(client, chainOf(procedure.name, id)) : undefined,
    id ? chainHead(client, chainOf(procedure.name, id)) : { position: 0, hash: GENESIS },
    id ? readDeadlines(client, ids) : [],
    id && procedure.chains.length > 0 ? readSignOffs(client, ids) : [],
    id ? readFacts(db, procedure, names, ids) : new Map(),
    readGates(kernel, db, [command.id], ids),
  ])
  if (id && (!record || !sees(command.record, record, actor))) throw new Refused([absent(procedure)])
  if (record && call.expect !== undefined && call.expect !== record.version)
    throw new Refused([await changedMeanwhile(client, record, call.expect)])
  const parsed = parseInput(command.input, call.input)
  const situation = situationOf(kernel, settings, record, factsOf(procedure, factTable, names, id), actor, now)
  const finds = command.find as readonly string[]
  const found: Record<string, unknown> = {}
  let foundByGates: unknown[] = []
  if (parsed.ok) {
    const ask = {
      input: parsed.value,
      record,
      actor,
      now,
      zone: kernel.zone,
      policy: situation.policy,
      calendar: settings.calendar,
    }
    ;[foundByGates] = await Promise.all([
      findForGates(kernel, db, command.id, ask),
      ...finds.map(async name => {
        found[name] = await findIn(procedure, name, db, ask)
      }),
    ])
  }
  return {
    procedure,
    record,
    situation,
    found,
    around: {
      words: kernel.words,
      gates: gates(command.id, id ?? '').map((held, i) => ({ ...held, found: foundByGates[i] })),
      chain: chainSigned(procedure, command),
      signOffs,
    },
    due,
    signOffs,
    head,
  }
}

async function lockRecord(client: PoolClient, table: string, id: string): Promise<RecordBase | undefined> {
  const { rows } = await client.query({
    name: `lock_${table}`,
    text: `SELECT * FROM "${table}" WHERE id = $1 FOR UPDATE`,
    values: [id],
  })
  return rows[0] && recordOf(rows[0])
}

/** A record as the product sees it: the column that only the search reads is left out. */
export function recordOf(row: Record<string, unknown>): RecordBase {
  const { search_text: _, ...rest } = row
  return fromRow<RecordBase>(rest)
}

/** There is no such record for this person. */
export const absent = (procedure: Procedure) =>
  refuse(
    'absent',
    text(
      `没有这条${procedure.noun.zh}记录，或您无权查看。`,
      `There is no such ${procedure.noun.en}, or you may not see it.`,
    ),
    { kind: 'absent' },
  )

/** Shows what changed since the version that the person saw, and by whom. */
async function changedMeanwhile(client: PoolClient, record: RecordBase, expected: number) {
  const { rows } = await client.query(
    `SELECT at, actor_name, version, body->'told' AS told, body->'title' AS title FROM trail
     WHERE record_id = $1 AND outcome = 'accepted' AND version > $2 ORDER BY version`,
    [record.id, expected],
  )
  const last = rows.at(-1)
  const who: string = last?.actor_name ?? ''
  const title: Text = last?.title ?? text('更新', 'an update')
  return refuse(
    'version-changed',
    text(
      `${record.number} 已被${who}更新（${title.zh}）。您填的内容还在：请看过改动后再提交。`,
      `${record.number} was changed by ${who} meanwhile (${title.en}). Your input is kept: look at the change, then submit again.`,
    ),
    {
      kind: 'conflict',
      detail: {
        version: record.version,
        changes: rows.map(row => ({
          at: row.at,
          by: row.actor_name,
          version: row.version,
          told: row.told,
          title: row.title,
        })),
      },
    },
  )
}
