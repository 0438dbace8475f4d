import pg from 'pg'

/**
 * Gives the application role its rights on all tables: to read and add everywhere, to change and remove except in
 * append-only tables (those whose trigger runs `refuse_change`) and in `schema_migration`. A table whose own SQL file
 * grants something to the role keeps exactly that.
 */
export const grantApplicationRights = async (client: pg.ClientBase, role: string): Promise<void> => {
  const { rows } = await client.query<{ name: string; kind: string; granted: boolean; append_only: boolean }>(
    `select c.relname as name, c.relkind as kind,
            exists (select from aclexplode(c.relacl) a where a.grantee = $1::regrole) as granted,
            exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                    where t.tgrelid = c.oid and p.proname = 'refuse_change' and (t.tgtype & 8) > 0) as append_only
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [role],
  )
  const grantee = pg.escapeIdentifier(role)
  const statements = [`grant usage on schema public to ${grantee}`]
  for (const { name, kind, granted, append_only: appendOnly } of rows) {
    const table = `public.${pg.escapeIdentifier(name)}`
    if (appendOnly) statements.push(`revoke update, delete, truncate on ${table} from ${grantee}`)
    if (granted) continue
    if (kind === 'S') statements.push(`grant usage, select on sequence ${table} to ${grantee}`)
    else if (kind === 'v' || kind === 'm' || name === 'schema_migration') {
      statements.push(`grant select on ${table} to ${grantee}`)
    } else statements.push(`grant select, insert${appendOnly ? '' : ', update, delete'} on ${table} to ${grantee}`)
  }
  await client.query(statements.join(';\n'))
}
