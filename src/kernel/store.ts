import type { PoolClient } from 'pg'
import type { AnyCommand, Change } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import { planDeadlines } from './deadline-plan.ts'
import type { Accepted } from './decide.ts'
import { editionAt } from './edition.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { Load } from './load.ts'
import type { Actor } from './person.ts'
import type { RecordBase } from './record.ts'
import { editionWrite } from './record-edition.ts'
import { Refused, refuse } from './refusal.ts'
import { fromRow, insertRow, insertRows, updateRow } from './rows.ts'
import { searchTextOf } from './search-text.ts'
import type { Settings } from './settings.ts'
import { signOffClockChange } from './sign-off-clock.ts'
import { planSignOffs } from './sign-off-plan.ts'
import { type Text, text } from './text.ts'
import { chainHead, chainOf, nextEntry, storeEntry } from './trail.ts'
import {
  childWrites,
  finalWrites,
  kernelWrites,
  linkWrite,
  recordWrite,
  type SignatureMade,
  type Write,
} from './write.ts'

/** The record after the step, and the way to link what the step started. */
export interface Stored {
  readonly record: RecordBase
  readonly due: readonly DeadlineRow[]
  readonly told: Text
  /** Its writes, all sent: what is asked on the same connection from now on sees them. Whoever gets this waits for it. */
  readonly written: Promise<unknown>
  /** Links a record that was started; journalled on the same chain. */
  readonly link: (procedure: string, id: string, kind: string) => Promise<void>
}

/** Writes an accepted step: record, child rows, kernel rows, clocks, search text, trail entry. All sent at once. */
export async function storeAccepted(
  kernel: Kernel,
  settings: Settings,
  client: PoolClient,
  step: {
    readonly command: AnyCommand
    readonly load: Load
    readonly decided: Accepted
    readonly actor: Actor
    readonly signed: SignatureMade | null
    readonly id: string
    readonly number: string
  },
): Promise<Stored> {
  const { command, load, decided, actor, signed, id, number } = step
  const { change } = decided
  const { now, policy, zone } = load.situation
  const procedure = load.procedure.name
  const type = command.record
  const { write, after } = recordWrite(type, load.record, change, { id, number, to: decided.to, actor, now })
  const place = { procedure, declared: load.procedure.deadlines, policy, calendar: settings.calendar, zone, now, actor }
  const final = Boolean(type.states[after.state]?.final)
  const { chains } = load.procedure
  const act = { procedure, chains, command, change, record: after, final, actor, now }
  const signing = chains.length > 0 ? planSignOffs(act, load.signOffs) : null
  if (signing?.refusal) throw new Refused([signing.refusal])
  const clocks = signing && signOffClockChange(chains, load.signOffs, signing.rows, kernel.words.roleTitle)
  const plan = planDeadlines(place, after, load.due, clocks ? withClocks(change, clocks) : change)
  if (plan.refusal) throw new Refused([plan.refusal])
  const open = plan.due.filter(row => !row.metAt && !row.cancelledAt)
  const ended = finalWrites(type, after, open, now)
  const attached = await attachWrites(client, change.attach ?? [], procedure, id, actor, now)
  const edition = load.record ? null : editionAt(settings.editions, procedure, now)
  const writes: Write[] = [
    write,
    ...(edition ? [editionWrite(edition, { procedure, recordId: id, now })] : []),
    ...childWrites(type, change, id),
    ...plan.writes,
    ...ended,
    ...(signing?.writes ?? []),
    ...kernelWrites(command, change, { procedure, record: after, actor, now }, signed, decided.late),
    ...attached,
  ]
  const told = decided.told(after)
  const chain = chainOf(procedure, id)
  const entry = nextEntry(kernel.keys, load.head, {
    chain,
    at: now,
    procedure,
    recordId: id,
    command: command.id,
    outcome: 'accepted',
    version: after.version,
    actorId: actor.id,
    actorName: actor.name,
    via: actor.via,
    clauses: command.fulfils,
    body: asJson({
      title: command.title,
      told,
      number,
      state: after.state,
      input: decided.input,
      writes,
      ...(signed && { signed }),
      ...(decided.late.length > 0 && { late: decided.late }),
    }),
  })
  const search = searchTextOf(type, after)
  const rest = writes.filter(item => item !== write)
  const written = Promise.all([put(client, write, search), ...putAll(client, rest), storeEntry(client, entry)])
  const ends = new Map(ended.map(item => [item.id, 'set' in item ? (item.set as Partial<DeadlineRow>) : {}]))
  return {
    record: after,
    due: plan.due.map(row => ({ ...row, ...ends.get(row.id) })),
    told,
    written,
    link: async (toProcedure, toId, kind) => {
      const linked = linkWrite(procedure, id, { procedure: toProcedure, id: toId, kind }, now)
      const { position: _, previousHash: __, hash: ___, mac: ____, ...statement } = entry
      // what was started may have come back to this record and written to its chain
      const head = nextEntry(kernel.keys, await chainHead(client, chain), {
        ...statement,
        body: asJson({ title: text('建立关联', 'Link'), told: text('关联已建立', 'linked'), number, writes: [linked] }),
        command: 'kernel.link',
        clauses: [],
        via: 'system',
      })
      await Promise.all([put(client, linked, null), storeEntry(client, head)])
    },
  }
}

/** A change together with the clocks of its signatures. */
const withClocks = (
  change: Change<RecordBase>,
  clocks: Required<Pick<Change<RecordBase>, 'meet' | 'cancel' | 'open'>>,
): Change<RecordBase> => ({
  ...change,
  meet: [...(change.meet ?? []), ...clocks.meet],
  cancel: [...(change.cancel ?? []), ...clocks.cancel],
  open: [...(change.open ?? []), ...clocks.open],
})

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))

/** Sends one write. The record's own row also gets the text that the search looks through. */
async function put(client: PoolClient, write: Write, search: string | null): Promise<void> {
  const extra: JsonObject = search === null ? {} : { searchText: search }
  if ('insert' in write) {
    await insertRow(client, write.table, { ...write.insert, ...extra })
    return
  }
  const { rowCount } = await updateRow(client, write.table, write.id, { ...write.set, ...extra })
  if (rowCount !== 1) throw new Error(`${write.table} ${write.id} is not there`)
}

/**
 * Sends writes that go with the record's own: changes of single rows, then new rows of one table in one statement. In this
 * order, since what is ended may make room for what begins (a clock that is cancelled and opened anew).
 */
function putAll(client: PoolClient, writes: readonly Write[]): Promise<unknown>[] {
  const inserts = writes.filter(item => 'insert' in item)
  const alike = Map.groupBy(inserts, item => `${item.table} ${Object.keys(item.insert).join(' ')}`)
  return [
    ...writes.filter(item => 'set' in item).map(item => put(client, item, null)),
    ...[...alike.values()].map(list =>
      insertRows(
        client,
        list[0]?.table ?? '',
        list.map(item => item.insert),
      ),
    ),
  ]
}

/** Uploaded files become the record's; only one's own, and only files that belong to no record yet. */
async function attachWrites(
  client: PoolClient,
  attach: readonly { readonly id: string; readonly purpose: string }[],
  procedure: string,
  recordId: string,
  actor: Actor,
  now: string,
): Promise<Write[]> {
  if (attach.length === 0) return []
  const ids = [...new Set(attach.map(item => item.id))]
  const { rows } = await client.query(
    `SELECT id, sha256, name, media_type, size, uploaded_by, uploaded_at FROM attachment
     WHERE id = ANY($1::uuid[]) AND uploaded_by = $2 AND record_id IS NULL FOR UPDATE`,
    [ids, actor.id],
  )
  if (rows.length !== ids.length)
    throw new Refused([
      refuse(
        'attachment-unknown',
        text(
          '有附件已不在或已属于别的记录，请重新上传后再提交。',
          'An attachment is gone or belongs to another record: upload it again.',
        ),
        { field: 'attachments' },
      ),
    ])
  return rows.map(row => {
    const { purpose } = attach.find(item => item.id === row.id) ?? { purpose: '' }
    const { id, ...file } = fromRow<JsonObject & { id: string }>(row)
    // the file itself is written again as it is, so that the trail binds its hash to the record
    return { table: 'attachment', id, set: { ...file, procedure, recordId, purpose, attachedAt: now } }
  })
}
