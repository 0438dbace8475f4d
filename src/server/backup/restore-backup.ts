import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { keepContent } from '../attachments/attachment-file.ts'
import { CannotStart } from '../cannot-start.ts'
import { migrate, type SchemaSource } from '../database/migrate.ts'
import { type Database, openDatabase } from '../database/open-database.ts'
import { type BackupFile, damaged, openBackup } from './backup-file.ts'
import { type BackupHead, besideEntry, fileEntry, type OnProgress, tableEntry } from './backup-head.ts'
import { copiedTables, copyIn, copyOut, RowCount } from './copied-table.ts'
import { isSealed, unseal } from './sealed-file.ts'

/** What to restore, and where to. */
export interface RestoreWork {
  readonly file: string
  /** Folder that is empty or does not exist yet. */
  readonly dataDir: string
  /** An empty database in place of the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly passphrase?: string | undefined
  readonly sources: readonly SchemaSource[]
  readonly onProgress?: OnProgress
  /** Looks at what was restored before it is kept: the chain of the trail, seals, attached files. */
  readonly verify: (database: Database, dataDir: string) => Promise<readonly string[]>
}

/**
 * Restores a backup into an empty folder: builds the schema under which it was written, fills the tables, compares every table
 * with what the backup says of it, puts files and keys in their places, brings the schema up to date, and verifies the whole.
 * What fails leaves no half-filled folder behind.
 * @throws CannotStart when the folder is not empty, the file is damaged or of another passphrase, or the comparison fails
 */
export async function restoreBackup(work: RestoreWork): Promise<BackupHead> {
  const dataDir = resolve(work.dataDir)
  const there = await readdir(dataDir).catch(() => null)
  if (there !== null && there.length > 0)
    throw new CannotStart({
      zh: `文件夹 ${dataDir} 不是空的。恢复只写入空文件夹，请用 --data 指定另一个。`,
      en: `The folder ${dataDir} is not empty. A backup is restored into an empty one; choose another with --data.`,
    })
  const plain = `${dataDir}.backup-plain.zip`
  try {
    const sealed = await isSealed(work.file)
    if (sealed) await unseal(work.file, plain, work.passphrase)
    const file = await openBackup(sealed ? plain : work.file)
    try {
      await restoreInto(file, dataDir, work)
      return file.head
    } finally {
      file.close()
    }
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true })
    if (there !== null) await mkdir(dataDir, { mode: 0o700 })
    throw error
  } finally {
    await rm(plain, { force: true })
  }
}

async function restoreInto(file: BackupFile, dataDir: string, work: RestoreWork): Promise<void> {
  const { head } = file
  const database = await openDatabase({ dataDir, databaseUrl: work.databaseUrl })
  try {
    const { rows } = await database.adminPool.query(
      `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' limit 1`,
    )
    if (rows.length > 0)
      throw new CannotStart({
        zh: 'DATABASE_URL 指定的数据库里已有表。请指定一个空数据库。',
        en: 'The database in DATABASE_URL has tables already. Name an empty one.',
      })
    await migrate(database.adminPool, work.sources, head.schema)
    await fillTables(file, database, work)
    for (const [done, sha256] of head.files.entries()) {
      work.onProgress?.({ stage: 'files', done, of: head.files.length, what: sha256.slice(0, 12) })
      const content = await buffer(await file.read(fileEntry(sha256)))
      if (createHash('sha256').update(content).digest('hex') !== sha256)
        throw damaged(work.file, `附件 ${sha256} 已损坏`, `the attached file ${sha256} is damaged`)
      await keepContent(dataDir, sha256, content)
    }
    for (const name of head.beside) {
      const path = join(dataDir, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, await buffer(await file.read(besideEntry(name))), { mode: 0o600, flush: true })
    }
    await migrate(database.adminPool, work.sources)
    work.onProgress?.({ stage: 'verifying', done: 0, of: 1, what: '' })
    const faults = await work.verify(database, dataDir)
    if (faults.length > 0)
      throw damaged(
        work.file,
        `核验发现 ${faults.length} 处不符：${faults[0]}`,
        `${faults.length} faults: ${faults[0]}`,
      )
  } finally {
    await database.stop()
  }
}

/** Fills all tables in one transaction, their triggers asleep, and compares each with the backup before it is committed. */
async function fillTables(file: BackupFile, database: Database, work: RestoreWork): Promise<void> {
  const { head } = file
  const pool = database.openPool({ as: 'owner', max: 1, values: 'driver' })
  const client = await pool.connect()
  try {
    await client.query('begin')
    const found = await copiedTables(client)
    const copied = new Map(head.tables.map(table => [table.name, table]))
    const tables = found.flatMap(table => {
      const row = copied.get(table.name)
      return row ? [{ ...table, ...row, columns: row.columns }] : []
    })
    if (tables.length < head.tables.length)
      throw damaged(work.file, '有的表在结构中不存在', 'it has tables that its schema does not have')
    for (const { name } of tables)
      await client.query(`alter table public.${pg.escapeIdentifier(name)} disable trigger user`)
    // migrations may have put rows there themselves: the backup has them too
    for (const { name } of [...tables].reverse()) await client.query(`delete from public.${pg.escapeIdentifier(name)}`)
    for (const [done, { name, columns }] of tables.entries()) {
      work.onProgress?.({ stage: 'tables', done, of: tables.length, what: name })
      await pipeline(await file.read(tableEntry(name)), client.query(copyFrom(copyIn(name, columns))))
    }
    for (const { name, last } of head.sequences)
      if (last !== null)
        await client.query('select setval($1::regclass, $2)', [`public.${pg.escapeIdentifier(name)}`, last])
    for (const [done, table] of tables.entries()) {
      work.onProgress?.({ stage: 'comparing', done, of: tables.length, what: table.name })
      const counted = new RowCount()
      await pipeline(client.query(copyTo(copyOut(table))), counted, nowhere())
      if (counted.rows !== table.rows || counted.sha256() !== table.sha256)
        throw damaged(
          work.file,
          `表 ${table.name} 与备份时不一致`,
          `the table ${table.name} is not as it was backed up`,
        )
    }
    // constraints that wait for the end of the transaction are asked now: a table with questions open cannot be altered
    await client.query('set constraints all immediate')
    for (const { name } of tables)
      await client.query(`alter table public.${pg.escapeIdentifier(name)} enable trigger user`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (error instanceof CannotStart) throw error
    throw damaged(work.file, '数据写不进数据库', 'its rows cannot be written', error)
  } finally {
    client.release(true)
    await pool.end()
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
