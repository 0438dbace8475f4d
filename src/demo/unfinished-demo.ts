import type { Pool } from '../server/database/pool.ts'
import { site } from './world/company.ts'

/**
 * Empties a database in which the filling of the demo company was broken off: its site is there, the row of a company is
 * not. Anything else is left alone. Needs the owner of the tables, since the trail refuses everybody else.
 */
export async function clearUnfinishedDemo(adminPool: Pool): Promise<boolean> {
  const { rows } = await adminPool.query<{ unfinished: boolean }>(
    'select exists (select from site where id = $1) and not exists (select from company) as unfinished',
    [site.id],
  )
  if (!rows[0]?.unfinished) return false
  const client = await adminPool.connect()
  try {
    await client.query(`begin;
      do $$
      declare
        tables text[];
        one text;
      begin
        select array_agg(format('%I', c.relname)) into tables
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration';
        foreach one in array tables loop execute 'alter table ' || one || ' disable trigger user'; end loop;
        execute 'truncate ' || array_to_string(tables, ', ') || ' restart identity';
        foreach one in array tables loop execute 'alter table ' || one || ' enable trigger user'; end loop;
      end $$;
      commit`)
    return true
  } finally {
    client.release()
  }
}
