import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { CannotStart, errorCode } from '../cannot-start.ts'
import { grantApplicationRights } from './grants.ts'
import { APP_ROLE } from './open-database.ts'
import type { Pool } from './pool.ts'

/** The numbered SQL files of one procedure (or of the kernel, the vocabulary, the server). */
export interface SchemaSource {
  readonly procedure: string
  readonly dependsOn?: readonly string[]
  /** Folder of `NNN_name.sql` files; it may be missing. */
  readonly folder: URL
}

/** One applied file. */
export interface AppliedFile {
  readonly procedure: string
  readonly name: string
}

interface SchemaFile extends AppliedFile {
  readonly sql: string
  readonly sha256: string
}

/** Any number, as long as everybody takes the same one: "Bihuan schema". */
const MIGRATION_LOCK = 2_604_196_551

/**
 * Applies what has not been applied yet: sources in the order of their dependencies, files by number, each in its own
 * transaction, one process at a time. Running it twice does nothing. Answers the files applied now.
 * `pool` connects as the owner of the tables. `only`: nothing but these, to rebuild the schema of a backup.
 * @throws CannotStart when a released file was changed or removed, a file fails, or sources depend on each other in a ring.
 */
export const migrate = async (
  pool: Pool,
  sources: readonly SchemaSource[],
  only?: readonly (AppliedFile & { readonly sha256: string })[],
): Promise<AppliedFile[]> => {
  const known = (await Promise.all(inDependencyOrder(sources).map(readFiles))).flat()
  const files = only ? wantedOf(known, only) : known
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`
      create table if not exists schema_migration (
        procedure text not null,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now(),
        primary key (procedure, name)
      )`)
    const { rows } = await client.query<SchemaFile>('select procedure, name, sha256 from schema_migration')
    const waiting = compare(files, rows)
    const appRoleExists = (await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])).rows.length > 0
    for (const file of waiting) await apply(client, file, appRoleExists)
    if (appRoleExists && waiting.length > 0) await grantApplicationRights(client, APP_ROLE)
    return waiting.map(({ procedure, name }) => ({ procedure, name }))
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    client.release()
  }
}

/** Sources so ordered that each comes after those it depends on, otherwise as given. */
export const inDependencyOrder = (sources: readonly SchemaSource[]): SchemaSource[] => {
  const byName = new Map(sources.map(source => [source.procedure, source]))
  const done = new Set<string>()
  const ordered: SchemaSource[] = []
  const visit = (source: SchemaSource, path: readonly string[]): void => {
    if (done.has(source.procedure)) return
    if (path.includes(source.procedure)) {
      const ring = [...path.slice(path.indexOf(source.procedure)), source.procedure].join(' → ')
      throw new CannotStart({
        zh: `数据库结构的依赖形成了环：${ring}。请去掉其中一个 dependsOn。`,
        en: `The schemas depend on each other in a ring: ${ring}. Remove one of these dependsOn.`,
      })
    }
    for (const name of source.dependsOn ?? []) {
      const needed = byName.get(name)
      if (needed === undefined) {
        throw new CannotStart({
          zh: `${source.procedure} 依赖的 ${name} 不存在。请先登记 ${name}。`,
          en: `${source.procedure} depends on ${name}, which does not exist. Register ${name} first.`,
        })
      }
      visit(needed, [...path, source.procedure])
    }
    done.add(source.procedure)
    ordered.push(source)
  }
  for (const source of sources) visit(source, [])
  return ordered
}

const readFiles = async ({ procedure, folder }: SchemaSource): Promise<SchemaFile[]> => {
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`)
  const names = await readdir(base).catch(error => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  const sqlNames = names.filter(name => name.endsWith('.sql')).sort()
  const seen = new Map<string, string>()
  for (const name of sqlNames) {
    const number = /^(\d{3})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
    const twin = number === undefined ? undefined : seen.get(number)
    if (number === undefined || twin !== undefined) {
      throw new CannotStart({
        zh: `${procedure} 的数据库结构文件 ${name} 命名有误${twin ? `，与 ${twin} 编号相同` : ''}。请命名为 001_name.sql。`,
        en: `The schema file ${name} of ${procedure} is misnamed${twin ? `: ${twin} has the same number` : ''}. Name it like 001_name.sql.`,
      })
    }
    seen.set(number, name)
  }
  return Promise.all(
    sqlNames.map(async name => {
      const sql = await readFile(new URL(name, base), 'utf8')
      return { procedure, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Of the files that this version knows, those that are wanted; each of them must be known, and be the same. */
const wantedOf = (
  known: readonly SchemaFile[],
  only: readonly (AppliedFile & { readonly sha256: string })[],
): SchemaFile[] => {
  compare(known, only)
  const wanted = new Set(only.map(({ procedure, name }) => `${procedure}/${name}`))
  return known.filter(({ procedure, name }) => wanted.has(`${procedure}/${name}`))
}

/** The files still to be applied, after checking that history was left alone. */
const compare = (
  files: readonly SchemaFile[],
  applied: readonly (AppliedFile & { readonly sha256: string })[],
): SchemaFile[] => {
  const byKey = new Map(files.map(file => [`${file.procedure}/${file.name}`, file]))
  for (const { procedure, name, sha256 } of applied) {
    const file = byKey.get(`${procedure}/${name}`)
    if (file === undefined) {
      throw new CannotStart({
        zh: `数据库已应用 ${procedure}/${name}，但本版本没有该文件。请启动较新的版本，或恢复该文件。`,
        en: `The database has ${procedure}/${name}, which this version does not know. Start the newer version, or restore the file.`,
      })
    }
    if (file.sha256 !== sha256) {
      throw new CannotStart({
        zh: `${procedure}/${name} 在应用到数据库之后被改动过。请恢复原文件，并把改动写入编号更大的新文件。`,
        en: `${procedure}/${name} was changed after it had been applied. Restore the file, and write the change into a new file with a higher number.`,
      })
    }
  }
  const done = new Set(applied.map(({ procedure, name }) => `${procedure}/${name}`))
  return files.filter(({ procedure, name }) => !done.has(`${procedure}/${name}`))
}

const apply = async (client: ClientBase, file: SchemaFile, appRoleExists: boolean): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(appRoleExists ? file.sql : withoutRights(file.sql))
    await client.query('insert into schema_migration (procedure, name, sha256) values ($1, $2, $3)', [
      file.procedure,
      file.name,
      file.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new CannotStart(
      {
        zh: `数据库结构文件 ${file.procedure}/${file.name} 执行失败：${reason}。数据库保持执行前的状态。`,
        en: `The schema file ${file.procedure}/${file.name} failed: ${reason}. The database is as it was before it.`,
      },
      error,
    )
  }
}

/** Leaves out what concerns the application role, where the log-in was not allowed to make that role. */
const withoutRights = (sql: string): string =>
  sql.replace(new RegExp(`^\\s*(grant|revoke)\\b[^;]*\\b${APP_ROLE}\\b[^;]*;`, 'gim'), '')
