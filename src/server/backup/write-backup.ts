import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import { attachmentPath } from '../attachments/attachment-file.ts'
import { CannotStart, errorCode, explainFileProblem } from '../cannot-start.ts'
import type { Database } from '../database/open-database.ts'
import { trailKeysFile } from '../trail-keys.ts'
import {
  type BackupHead,
  type BESIDE,
  besideEntry,
  fileEntry,
  HEAD,
  LAYOUT,
  type OnProgress,
  tableEntry,
} from './backup-head.ts'
import { copiedTables, copyOut, RowCount } from './copied-table.ts'
import { SHORTEST_PASSPHRASE, writeSealed } from './sealed-file.ts'

/** What to back up, and where to. */
export interface BackupWork {
  readonly database: Pick<Database, 'openPool'>
  readonly dataDir: string
  /** File to be written; it must not exist. */
  readonly file: string
  /** Version of the program. */
  readonly program: string
  /** Encrypts the whole file. */
  readonly passphrase?: string | undefined
  readonly onProgress?: OnProgress
}

/** A backup that was written. */
export interface WrittenBackup {
  readonly head: BackupHead
  readonly bytes: number
  readonly rows: number
}

/**
 * Writes everything that the company has into one file while the server runs: all tables as of one moment, attached files, keys.
 * The file appears under its name when it is whole and on the disk; it holds the keys of the trail and so is for its owner alone.
 * @throws CannotStart when it exists, the disk is full, or the passphrase is too short
 */
export async function writeBackup(work: BackupWork): Promise<WrittenBackup> {
  const { file, passphrase } = work
  if (passphrase !== undefined && [...passphrase].length < SHORTEST_PASSPHRASE)
    throw new CannotStart({
      zh: `备份口令至少 ${SHORTEST_PASSPHRASE} 个字符。请换一个更长的 BIHUAN_BACKUP_PASSPHRASE。`,
      en: `The passphrase of a backup has ${SHORTEST_PASSPHRASE} characters at least. Choose a longer BIHUAN_BACKUP_PASSPHRASE.`,
    })
  if ((await stat(file).catch(() => null)) !== null)
    throw new CannotStart({
      zh: `文件 ${file} 已存在，备份不会覆盖它。请换一个文件名。`,
      en: `The file ${file} exists and a backup never overwrites one. Choose another name.`,
    })
  const draft = `${file}.${randomBytes(4).toString('hex')}.part`
  const pool = work.database.openPool({ as: 'owner', max: 1, values: 'driver' })
  try {
    const client = await pool.connect()
    try {
      // Before the moment of the tables: a seal that is made meanwhile would else be listed and missing.
      const beside = await filesBeside(work.dataDir)
      await client.query('begin isolation level repeatable read read only')
      const zip = new ZipFile()
      const made = fill(zip, client, work, beside).catch(error => {
        zip.emit('error', error)
        throw error
      })
      made.catch(() => undefined)
      const failed = new Promise<never>((_, fail) => zip.once('error', fail))
      await Promise.race([writeSealed(zip.outputStream, draft, passphrase), failed])
      const head = await made
      await client.query('commit')
      await rename(draft, file)
      const { size } = await stat(file)
      return { head, bytes: size, rows: head.tables.reduce((sum, table) => sum + table.rows, 0) }
    } finally {
      client.release(true)
    }
  } catch (error) {
    throw explainFileProblem(error, file)
  } finally {
    await rm(draft, { force: true })
    await pool.end()
  }
}

/** A file that lies beside the database: its name and what it holds. */
type Beside = readonly [(typeof BESIDE)[number], Buffer]

async function filesBeside(dataDir: string): Promise<readonly Beside[]> {
  const found: Beside[] = []
  for (const [name, path] of [
    ['trail-keys.json', trailKeysFile(dataDir)],
    ['session-secret', join(dataDir, 'session-secret')],
    ['seals.log', join(dataDir, 'seals.log')],
  ] as const) {
    const content = await readFile(path).catch(error => {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    })
    if (content !== null) found.push([name, content])
  }
  return found
}

async function fill(
  zip: ZipFile,
  client: pg.PoolClient,
  work: BackupWork,
  beside: readonly Beside[],
): Promise<BackupHead> {
  const { dataDir, onProgress } = work
  const at = (await client.query<{ at: Date }>('select now() as at')).rows[0]?.at ?? new Date(0)
  const { rows: schema } = await client.query<BackupHead['schema'][number]>(
    'select procedure, name, sha256 from schema_migration order by applied_at, procedure, name',
  )
  const { rows: sequences } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`,
  )
  const found = await copiedTables(client)
  const tables: BackupHead['tables'] = []
  for (const [done, table] of found.entries()) {
    onProgress?.({ stage: 'tables', done, of: found.length, what: table.name })
    const { rows, sha256 } = await copyInto(zip, client, table)
    tables.push({ name: table.name, columns: [...table.columns], rows, sha256 })
  }
  const { rows: attached } = await client.query<{ sha256: string; kept: boolean }>(
    'select sha256, bool_or(record_id is not null) as kept from attachment group by 1 order by 1',
  )
  const files: string[] = []
  const missingFiles: string[] = []
  for (const [done, { sha256, kept }] of attached.entries()) {
    onProgress?.({ stage: 'files', done, of: attached.length, what: sha256.slice(0, 12) })
    if (await addFile(zip, attachmentPath(dataDir, sha256), fileEntry(sha256))) files.push(sha256)
    else if (kept) missingFiles.push(sha256)
  }
  for (const [name, content] of beside) zip.addBuffer(content, besideEntry(name))
  const head: BackupHead = {
    layout: LAYOUT,
    program: work.program,
    at: at.toISOString(),
    schema,
    tables,
    sequences: sequences.map(({ name, last }) => ({ name, last: last === null ? null : Number(last) })),
    files,
    missingFiles,
    beside: beside.map(([name]) => name),
  }
  zip.addBuffer(Buffer.from(JSON.stringify(head)), HEAD)
  zip.end()
  return head
}

/** Copies one table into the file; the next may begin when it has passed. */
const copyInto = (
  zip: ZipFile,
  client: pg.PoolClient,
  table: Parameters<typeof copyOut>[0],
): Promise<{ rows: number; sha256: string }> =>
  new Promise((done, fail) => {
    const rows = client.query(copyTo(copyOut(table)))
    const counted = new RowCount()
    rows.once('error', error => {
      counted.destroy()
      fail(error)
    })
    counted.once('end', () => done({ rows: counted.rows, sha256: counted.sha256() }))
    zip.addReadStream(rows.pipe(counted), tableEntry(table.name))
  })

/** Adds an attached file as it is: pictures and PDF do not get smaller. False: it is not there. */
const addFile = async (zip: ZipFile, path: string, entry: string): Promise<boolean> => {
  const found = await stat(path).catch(() => null)
  if (found === null) return false
  await new Promise<void>((done, fail) => {
    const content = createReadStream(path)
    content.once('error', fail)
    content.once('end', done)
    zip.addReadStream(content, entry, { compress: false, size: found.size })
  })
  return true
}
