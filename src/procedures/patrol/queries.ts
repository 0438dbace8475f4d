import { sql } from 'kysely'
import type { DutyPlace } from '../../kernel/duty.ts'
import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { EMPTY_PATROL, type PatrolPaper } from './forms/view.ts'
import type { ItemRow, PatrolRow } from './patrol.ts'

const items: FactQuery<readonly ItemRow[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('patrolItem')
    .selectAll()
    .where('patrolId', 'in', [...ids])
    .orderBy('place')
    .execute()
  return Map.groupBy(rows as ItemRow[], row => row.patrolId)
}

/** What the printed record shows, for many rounds at once. */
const paper: FactQuery<PatrolPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [records, lines, photographs, signed] = await Promise.all([
    db
      .selectFrom('patrol')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute() as Promise<PatrolRow[]>,
    items(db, ids),
    db
      .selectFrom('attachment')
      .select(['recordId', 'name'])
      .where('recordId', 'in', [...ids])
      .where('purpose', '=', 'photograph')
      .orderBy('uploadedAt')
      .execute() as Promise<{ recordId: string; name: string }[]>,
    signaturesOf(db, ids),
  ])
  return new Map(
    records.map(record => {
      const own = signed.get(record.id)?.find(item => item.command === 'patrol.complete')
      return [
        record.id,
        {
          record,
          items: lines.get(record.id) ?? [],
          photographs: photographs.filter(item => item.recordId === record.id).map(item => item.name),
          signed: own ? { name: own.name, at: own.at, hash: own.hash } : null,
        },
      ]
    }),
  )
}

/** Equipment in use, as a round takes it from the register. */
export interface EquipmentInUse {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly place: string
}

export const queries = {
  facts: {
    items: { read: items, none: [] as readonly ItemRow[] },
    paper: { read: paper, none: EMPTY_PATROL },
  },
  finds: {
    /** Today's round at the site, and whether it still goes on; nobody else begins one meanwhile. */
    today: async (
      db: AnyDatabase,
      { actor, now, zone }: { actor: Actor; now: Instant; zone: string },
    ): Promise<{ readonly number: string; readonly walking: boolean } | null> => {
      const day = dayOf(now, zone)
      await holdName(db, `patrol/${actor.siteId}/${day}`)
      const row = await db
        .selectFrom('patrol')
        .select(['number', 'state'])
        .where('siteId', '=', actor.siteId)
        .where('day', '=', day)
        .executeTakeFirst()
      return row ? { number: String(row.number), walking: row.state === 'walking' } : null
    },
    /** Everything on the register that is in use at the site, in the order of numbers. */
    equipment: async (db: AnyDatabase, { actor }: { actor: Actor }): Promise<readonly EquipmentInUse[]> =>
      (await db
        .selectFrom('equipment')
        .select(['id', 'number', 'name', 'place'])
        .where('siteId', '=', actor.siteId)
        .where('state', '=', 'active')
        .orderBy('number')
        .limit(300)
        .execute()) as EquipmentInUse[],
    /** Sites that have equipment in use. */
    sites: async (db: AnyDatabase, { actor, zone }: { actor: Actor; zone: string }): Promise<readonly DutyPlace[]> => {
      const { rows } = await sql<{ id: string; name: DutyPlace['title']; since: Instant }>`
        select s.id, s.name, min(e.created_at) as since from site s join equipment e on e.site_id = s.id
        where s.id = ${actor.siteId} and s.state = 'active' and e.state = 'active' group by s.id`.execute(db)
      return rows.map(row => ({ key: row.id, title: row.name, siteId: row.id, since: dayOf(row.since, zone) }))
    },
  },
  reads: {},
} satisfies Queries

export type PatrolQueries = typeof queries
