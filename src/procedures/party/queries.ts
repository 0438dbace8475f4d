import { sql } from 'kysely'
import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { PartyRow, Region } from '../../vocabulary/party.ts'

/** One line of a delivery note, as the page of a customer shows it. */
export interface ShownDelivery {
  readonly partyId: string
  readonly number: string
  readonly deliveredOn: string
  readonly lotId: string
  readonly title: string
  readonly quantity: number
}

/** The last twenty deliveries to each party, the latest first. */
const deliveries: FactQuery<readonly ShownDelivery[]> = async (db, ids) => {
  const { rows } = await sql<ShownDelivery>`
    select party_id, number, delivered_on, lot_id, title, quantity from (
      select d.party_id, d.number, d.delivered_on, d.lot_id, l.title, d.quantity,
        row_number() over (partition by d.party_id order by d.delivered_on desc, d.number desc) as nth
      from delivery d join lot l on l.id = d.lot_id where d.party_id = any(${[...ids]}::uuid[])
    ) as listed where nth <= 20 order by nth`.execute(db)
  return Map.groupBy(rows, row => row.partyId)
}

export const queries = {
  facts: { deliveries: { read: deliveries, none: [] as readonly ShownDelivery[] } },
  finds: {
    /** Where the site stands: decides who is local. */
    site: async (db: AnyDatabase, { actor }: { actor: Actor }): Promise<Region> => {
      const row = await db
        .selectFrom('site')
        .select(['city', 'regionCode'])
        .where('id', '=', actor.siteId)
        .executeTakeFirst()
      return (row as Region | undefined) ?? { city: null, regionCode: null }
    },
    /** Number of another party of the same name; private people may share theirs. */
    nameTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { name: string; customerKind: string | null }; record?: PartyRow },
    ): Promise<string | null> => {
      if (input.customerKind === 'consumer') return null
      await holdName(db, `party/${input.name}`)
      const rows = (await db
        .selectFrom('party')
        .select(['id', 'number'])
        .where('name', '=', input.name)
        .where('customerKind', 'is distinct from', 'consumer')
        .limit(2)
        .execute()) as { id: string; number: string }[]
      return rows.find(row => row.id !== record?.id)?.number ?? null
    },
  },
  reads: {},
} satisfies Queries

export type PartyQueries = typeof queries
