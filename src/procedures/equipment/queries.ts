import { sql } from 'kysely'
import type { DutyPlace } from '../../kernel/duty.ts'
import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { EquipmentRow, InspectionRow } from './equipment.ts'

/** As many inspections are shown with the equipment. */
const SHOWN = 60

const inspections: FactQuery<readonly InspectionRow[]> = async (db, ids) => {
  const { rows } = await sql<InspectionRow>`
    select i.* from unnest(${[...ids]}::uuid[]) as e(id) cross join lateral (
      select * from equipment_inspection where equipment_id = e.id
      order by (result <> 'fit' and mended_at is null) desc, at desc limit ${SHOWN}) as i`.execute(db)
  return Map.groupBy(rows, row => row.equipmentId)
}

interface Sited {
  readonly actor: Actor
  readonly zone: string
}

/** Equipment in use at a site as places of a duty, each since the day of its registration. */
const placesWhere =
  (isLift: boolean) =>
  async (db: AnyDatabase, { actor, zone }: Sited): Promise<readonly DutyPlace[]> => {
    const rows = (await db
      .selectFrom('equipment')
      .select(['id', 'name', 'siteId', 'createdAt'])
      .where('state', '=', 'active')
      .where('siteId', '=', actor.siteId)
      .where('kind', isLift ? '=' : '<>', 'lift')
      .orderBy('number')
      .execute()) as (Pick<EquipmentRow, 'id' | 'name' | 'siteId'> & { readonly createdAt: Instant })[]
    return rows.map(row => ({
      key: row.id,
      title: text(row.name, row.name),
      siteId: row.siteId,
      since: dayOf(row.createdAt, zone),
    }))
  }

export const queries = {
  facts: { inspections: { read: inspections, none: [] as readonly InspectionRow[] } },
  finds: {
    /** Number of other equipment in use under this name at the site. */
    nameTaken: async (
      db: AnyDatabase,
      { input, record, actor }: { input: { name: string }; record?: EquipmentRow; actor: Actor },
    ): Promise<string | null> => {
      const siteId = record?.siteId ?? actor.siteId
      await holdName(db, `equipment.name/${siteId}/${input.name}`)
      const row = (await db
        .selectFrom('equipment')
        .select(['id', 'number'])
        .where('siteId', '=', siteId)
        .where('state', '=', 'active')
        .where('name', '=', input.name)
        .executeTakeFirst()) as { id: string; number: string } | undefined
      return row && row.id !== record?.id ? row.number : null
    },
    /** Number of other equipment in use under the name of this one. */
    ownNameTaken: async (db: AnyDatabase, { record }: { record?: EquipmentRow }): Promise<string | null> => {
      if (!record) return null
      await holdName(db, `equipment.name/${record.siteId}/${record.name}`)
      const row = await db
        .selectFrom('equipment')
        .select('number')
        .where('siteId', '=', record.siteId)
        .where('state', '=', 'active')
        .where('name', '=', record.name)
        .where('id', '<>', record.id)
        .executeTakeFirst()
      return (row?.number as string | undefined) ?? null
    },
    /** The supplier that is named. */
    supplier: async (
      db: AnyDatabase,
      { input }: { input: { supplierId: string | null } },
    ): Promise<{ readonly id: string; readonly name: string } | null> => {
      if (!input.supplierId) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'name'])
        .where('id', '=', input.supplierId)
        .where('state', '=', 'active')
        .where('isSupplier', '=', true)
        .executeTakeFirst()
      return (row as { id: string; name: string } | undefined) ?? null
    },
    lifts: placesWhere(true),
    systems: placesWhere(false),
  },
  reads: {},
} satisfies Queries

export type EquipmentQueries = typeof queries
