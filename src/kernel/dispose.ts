import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { MASK } from './mask.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase, RecordType } from './record.ts'
import type { Disposing } from './retention.ts'
import { columnOf, fromRow, insertRow, updateRow } from './rows.ts'
import { searchTextOf } from './search-text.ts'
import { text } from './text.ts'
import { chainHead, chainOf, lockChain, nextEntry, storeEntry } from './trail.ts'
import type { Write } from './write.ts'

/** Name under which the trail keeps that a record was disposed of. */
export const DISPOSED = 'kernel.dispose'

/** Fields that a procedure calls personal or health data anywhere: in its rows, its forms, its ledgers. */
export function personalFields({ record, commands, ledgers }: Procedure): ReadonlySet<string> {
  const schemas = [
    record.row,
    ...Object.values(record.children ?? {}).map(child => child.row),
    ...commands.map(item => item.input),
  ]
  const shapes = schemas.flatMap(schema => (schema instanceof z.ZodObject ? Object.entries(schema.shape) : []))
  return new Set([
    ...shapes.flatMap(([key, column]) => (isPersonal(column as z.ZodType) ? [key] : [])),
    ...ledgers.flatMap(ledger => ledger.columns.flatMap(column => (column.personal ? [column.key] : []))),
  ])
}

/** Whether a column is marked, itself or inside what makes it optional. */
function isPersonal(schema: z.ZodType): boolean {
  const meta = schema.meta()
  if (meta?.['x-personal'] || meta?.['x-health']) return true
  return 'innerType' in schema.def ? isPersonal(schema.def.innerType as z.ZodType) : false
}

/** What stands in each of these columns of a row afterwards: nothing, or a mask where the column may not be empty. */
export function blanks(schema: z.ZodType, fields: ReadonlySet<string>): Readonly<Record<string, string | null>> {
  if (!(schema instanceof z.ZodObject)) return {}
  const columns = Object.entries(schema.shape as Record<string, z.ZodType>).filter(([key]) => fields.has(key))
  return Object.fromEntries(
    columns.flatMap(([key, column]): [string, string | null][] =>
      column.safeParse(null).success ? [[key, null]] : column.safeParse(MASK).success ? [[key, MASK]] : [],
    ),
  )
}

/**
 * Disposes of records, each with an entry on its own chain: columns with personal and health data are blanked in the record
 * and its child rows, attached files are marked to be taken off the disk. Number, state, days, trail, signatures and the hashes
 * of the files remain, so the chain still holds; the trail itself is append-only and keeps what steps once wrote.
 * @param disposal the list that was approved
 * @throws Error when a record is gone or was disposed of before
 */
export async function disposeRecords(
  kernel: Pick<Kernel, 'keys' | 'clock' | 'registry'>,
  client: PoolClient,
  list: readonly Disposing[],
  disposal: RecordBase,
  actor: Actor,
): Promise<void> {
  const at = kernel.clock.now()
  for (const { procedure, recordId } of list) {
    const declared = kernel.registry.procedure(procedure)
    const { record: type } = declared
    const personal = personalFields(declared)
    const chain = chainOf(procedure, recordId)
    const { rows } = await client.query(`SELECT * FROM "${type.table}" WHERE id = $1 FOR UPDATE`, [recordId])
    if (!rows[0]) throw new Error(`${procedure} ${recordId} is not there`)
    const record = recordOf(rows[0])
    await lockChain(client, chain)
    const own = blanked(record as unknown as Record<string, unknown>, blanks(type.row, personal))
    const writes: Write[] = [
      ...(own ? [{ table: type.table, id: recordId, set: own }] : []),
      ...(await childWrites(client, type, recordId, personal)),
    ]
    const files = await attachmentWrites(client, recordId, at)
    const columns = writes.flatMap(item =>
      Object.keys('set' in item ? item.set : {}).map(key => `${item.table}.${columnOf(key)}`),
    )
    const row = {
      procedure,
      recordId,
      recordNumber: record.number,
      disposalId: disposal.id,
      disposalNumber: disposal.number,
      blanked: [...new Set(columns)].toSorted(),
      attachments: files.length,
      at,
      byId: actor.id,
      byName: actor.name,
    }
    const id = randomUUID()
    const stub: Write = { table: 'disposed_record', id, insert: { id, ...row } }
    const all = [...writes, ...files, stub]
    for (const item of all)
      if ('insert' in item) await insertRow(client, item.table, item.insert)
      else await updateRow(client, item.table, item.id, searchable(type, record, item))
    const body = {
      title: text('到期处置', 'Disposed of'),
      told: text(
        `按 ${disposal.number} 到期处置：清除个人信息栏 ${row.blanked.length} 项、附件原件 ${files.length} 件；编号、日期、日志和审批保留`,
        `disposed of under ${disposal.number}: ${row.blanked.length} personal columns blanked, ${files.length} files erased; number, days, trail and approval remain`,
      ),
      number: record.number,
      state: record.state,
      writes: all,
    }
    await storeEntry(
      client,
      nextEntry(kernel.keys, await chainHead(client, chain), {
        chain,
        at,
        procedure,
        recordId,
        command: DISPOSED,
        outcome: 'accepted',
        version: record.version,
        actorId: actor.id,
        actorName: actor.name,
        via: 'system',
        clauses: [],
        body: JSON.parse(JSON.stringify(body)),
      }),
    )
  }
}

/** What is written into those of the columns that hold anything; null when none does. */
function blanked(
  row: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, string | null>>,
): JsonObject | null {
  const full = Object.entries(columns).filter(([key]) => row[key] !== null && row[key] !== undefined)
  return full.length > 0 ? Object.fromEntries(full) : null
}

async function childWrites(
  client: PoolClient,
  type: RecordType,
  recordId: string,
  personal: ReadonlySet<string>,
): Promise<(Write & { readonly set: JsonObject })[]> {
  const writes: (Write & { readonly set: JsonObject })[] = []
  for (const { table, row, parent } of Object.values(type.children ?? {})) {
    const columns = blanks(row, personal)
    if (Object.keys(columns).length === 0) continue
    const { rows } = await client.query(`SELECT * FROM "${table}" WHERE "${columnOf(parent)}" = $1 ORDER BY id`, [
      recordId,
    ])
    for (const found of rows) {
      const set = blanked(fromRow<Record<string, unknown>>(found), columns)
      if (set) writes.push({ table, id: found.id as string, set })
    }
  }
  return writes
}

async function attachmentWrites(client: PoolClient, recordId: string, at: string): Promise<Write[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM attachment WHERE record_id = $1 AND erased_at IS NULL ORDER BY id',
    [recordId],
  )
  return rows.map(({ id }) => ({ table: 'attachment', id, set: { erasedAt: at } }))
}

/** What the search looks through follows from the record, and so loses what was blanked. */
const searchable = (type: RecordType, record: RecordBase, write: Write & { readonly set: JsonObject }): JsonObject =>
  write.table === type.table
    ? { ...write.set, searchText: searchTextOf(type, { ...record, ...write.set } as RecordBase) }
    : write.set
