import { isId } from '../../kernel/call.ts'
import { recordOf } from '../../kernel/load.ts'
import type { Outside, OutsideLink, OutsidePage } from '../../kernel/outside.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { columnOf } from '../../kernel/rows.ts'
import { factsOf, readFacts } from '../../kernel/situation.ts'
import { OUTSIDE } from '../../vocabulary/role.ts'
import type { ServerParts } from '../parts.ts'

/** Somebody outside whom a link lets in: to one record, as one of its guests. */
export interface Guest {
  readonly link: OutsideLink
  readonly procedure: Procedure
  readonly outside: Outside
  readonly record: RecordBase
  readonly page: OutsidePage
  readonly actor: Actor
}

/**
 * Lets the holder of a token in, or answers null: not our token, expired, no such record, no such guest of this record, or
 * nothing more to see. The answer does not tell these apart.
 */
export const guestOf = async (parts: ServerParts, token: string): Promise<Guest | null> => {
  const { kernel, pool } = parts
  const now = kernel.clock.now()
  const link = await parts.links.open(token, now)
  if (link === null || !kernel.registry.has(link.procedure)) return null
  const procedure = kernel.registry.procedure(link.procedure)
  const { outside, record: type } = procedure
  if (!outside || !isId(link.recordId)) return null
  const { rows } = await pool.query(`select * from "${type.table}" where id = $1`, [link.recordId])
  if (!rows[0] || !(await isGuest(parts, procedure, outside, link))) return null
  const record = recordOf(rows[0])
  const table = await readFacts(kernel.db, procedure, outside.facts, [record.id])
  const facts = factsOf(procedure, table, outside.facts, record.id)
  const guestId = link.guestId ?? record.id
  const page = outside.page({ record, facts, guestId, now, zone: kernel.zone })
  if (page === null) return null
  const actor: Actor = {
    id: guestId,
    name: page.reader,
    username: OUTSIDE,
    roles: [OUTSIDE],
    siteId: record.siteId,
    via: 'link',
    scopes: outside.commands,
  }
  return { link, procedure, outside, record, page, actor }
}

/** Whether the link's guest is a row of this very record. */
const isGuest = async (
  { pool }: ServerParts,
  { record }: Procedure,
  outside: Outside,
  { recordId, guestId }: OutsideLink,
): Promise<boolean> => {
  if (outside.guest === null || guestId === null) return outside.guest === guestId
  const child = record.children?.[outside.guest]
  if (!child) throw new Error(`${record.name} has no child ${outside.guest} to be its guest`)
  if (!isId(guestId)) return false
  const { rowCount } = await pool.query(
    `select 1 from "${child.table}" where id = $1 and "${columnOf(child.parent)}" = $2`,
    [guestId, recordId],
  )
  return rowCount === 1
}
