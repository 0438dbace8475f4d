import type { ClientBase } from 'pg'
import type { Call } from './call.ts'
import { hashOf } from './canonical.ts'
import type { DeadlineRow } from './deadline.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { absent, recordOf } from './load.ts'
import { sees } from './mask.ts'
import type { Actor } from './person.ts'
import type { RecordBase } from './record.ts'
import { Refused, refuse } from './refusal.ts'
import { insertRow } from './rows.ts'
import { readDeadlines } from './situation.ts'
import { type Text, text } from './text.ts'

interface Repeated {
  readonly record: RecordBase
  readonly due: readonly DeadlineRow[]
  readonly told: Text
}

const requestHash = (call: Call): string =>
  hashOf(JSON.parse(JSON.stringify({ command: call.command, on: call.on ?? null, input: call.input ?? null })))

/**
 * The answer of an earlier request with the same key, or null. Two at once are put in order by a lock on the key, so the
 * second finds the first one's answer.
 * @throws Refused when the key was used for something else
 */
export async function rememberedAnswer(
  kernel: Kernel,
  client: ClientBase,
  actor: Actor,
  call: Call,
): Promise<Repeated | null> {
  const [, { rows }] = await Promise.all([
    client.query({
      name: 'lock_key',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))',
      values: [`${actor.id}/${call.key}`],
    }),
    client.query({
      name: 'remembered',
      text: 'SELECT request_hash, procedure, record_id, told FROM idempotency WHERE actor_id = $1 AND key = $2',
      values: [actor.id, call.key],
    }),
  ])
  const known = rows[0]
  if (!known) return null
  if (known.request_hash !== requestHash(call))
    throw new Refused([
      refuse(
        'key-reused',
        text(
          '这个请求编号已用于另一项内容，请换一个新的编号再提交。',
          'This request key was used for something else: send this request with a new key.',
        ),
        { kind: 'conflict', field: 'key' },
      ),
    ])
  const procedure = kernel.registry.procedure(known.procedure)
  const [{ rows: records }, due] = await Promise.all([
    client.query(`SELECT * FROM "${procedure.record.table}" WHERE id = $1`, [known.record_id]),
    readDeadlines(client, [known.record_id]),
  ])
  const record = records[0] && recordOf(records[0])
  if (!record || !sees(procedure.record, record, actor)) throw new Refused([absent(procedure)])
  return { record, due, told: known.told }
}

/** Keeps the answer under its key, in the same transaction as the change. */
export const rememberAnswer = (
  kernel: Kernel,
  client: ClientBase,
  actor: Actor,
  call: Call,
  { record, told }: Repeated,
): Promise<unknown> =>
  insertRow(client, 'idempotency', {
    actorId: actor.id,
    key: call.key ?? '',
    command: call.command,
    requestHash: requestHash(call),
    procedure: kernel.registry.command(call.command)?.record.name ?? '',
    recordId: record.id,
    told: told as unknown as JsonObject,
    at: kernel.clock.now(),
  })
