import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import pg from 'pg'

/** A table as a backup copies it. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns of the primary key: the order in which rows are copied, so that equal tables have equal hashes. */
  readonly key: readonly string[]
}

const quoted = (names: readonly string[]): string => names.map(name => pg.escapeIdentifier(name)).join(', ')

/** The tables of the product, each after those that its foreign keys name. */
export async function copiedTables(client: Pick<pg.ClientBase, 'query'>): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { needs: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary), '{}') as key,
      coalesce((select array_agg(distinct f.relname::text) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'
    order by c.relname`)
  const byName = new Map(rows.map(row => [row.name, row]))
  const ordered = new Set<(typeof rows)[number]>()
  const visit = (row: (typeof rows)[number], path: readonly string[]): void => {
    if (ordered.has(row) || path.includes(row.name)) return
    for (const name of row.needs) {
      const needed = byName.get(name)
      if (needed) visit(needed, [...path, row.name])
    }
    ordered.add(row)
  }
  for (const row of rows) visit(row, [])
  return [...ordered].map(({ name, columns, key }) => ({ name, columns, key }))
}

/** Statement that copies a table out, in the order of its key. */
export const copyOut = ({ name, columns, key }: CopiedTable): string =>
  `copy (select ${quoted(columns)} from public.${pg.escapeIdentifier(name)} order by ${quoted(key.length > 0 ? key : columns)}) to stdout`

/** Statement that copies a table in. */
export const copyIn = (name: string, columns: readonly string[]): string =>
  `copy public.${pg.escapeIdentifier(name)} (${quoted(columns)}) from stdin`

/** Passes rows on and counts them and their hash on the way; PostgreSQL ends each row with the only bare line feed in it. */
export class RowCount extends Transform {
  rows = 0
  readonly #hash = createHash('sha256')

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk)
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.rows += 1
    done(null, chunk)
  }

  /** The hash of all that passed, once. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}
