import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { EMPTY_NONCONFORMING } from './forms/view.ts'
import { goods, marked, strayed } from './goods.ts'
import { type NonconformingRow, SETTLED } from './nonconforming.ts'
import type { NonconformingDisposition, NonconformingMeasure } from './nonconforming-rows.ts'
import { readPaper } from './paper.ts'

/** A party of the files. */
export interface FoundParty {
  readonly id: string
  readonly name: string
  readonly isCustomer: boolean
  readonly isSupplier: boolean
  readonly state: string
}

/** The record from which a finding comes. */
export interface FoundCause {
  readonly procedure: string
  readonly id: string
  readonly number: string
}

/** Nonconforming goods that came out of another record and are not yet disposed of. */
export interface OpenGoods {
  readonly number: string
  readonly state: NonconformingRow['state']
}

const childrenOf =
  <Row extends { nonconformingId: string }>(table: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('nonconformingId', 'in', ids)
      .orderBy('at')
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as Row[], row => row.nonconformingId)
  }

const none: never[] = []

/** Links that point to where a record came from: a return names its complaint, goods name their cause. */
const BACKWARD = ['complaint', 'cause']

/** Goods that a record led to, by links of at most four steps or because they name one of these records as their cause. */
const openGoods: FactQuery<readonly OpenGoods[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OpenGoods & { root: string }>`
    with recursive reached (root, id, depth) as (
      select id, id, 0 from unnest(${[...ids]}::uuid[]) as asked (id)
      union
      select reached.root, next.id, reached.depth + 1 from reached join lateral (
        select to_id as id from link where from_id = reached.id and kind <> all(${BACKWARD}::text[])
        union all
        select from_id from link where to_id = reached.id and kind = any(${BACKWARD}::text[])
      ) as next on true
      where reached.depth < 4
    )
    select distinct reached.root, item.number, item.state from reached
    join nonconforming as item on item.id = reached.id or item.cause_id = reached.id
    where item.state <> all(${[...SETTLED]}::text[]) order by item.number`.execute(db)
  return Map.groupBy(rows, row => row.root)
}

const partyById = async (db: AnyDatabase, id: string | null | undefined): Promise<FoundParty | null> => {
  if (!id) return null
  const row = await db
    .selectFrom('party')
    .select(['id', 'name', 'isCustomer', 'isSupplier', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as FoundParty | undefined) ?? null
}

/** How many records are in each open state, for boards. */
const counts = read({
  title: text('不合格品数量', 'Number of nonconforming records'),
  by: [],
  params: z.strictObject({}),
  run: async db => {
    const { rows } = await sql<{ state: string; count: number; quantity: number }>`
      select state, count(*)::int as count, sum(quantity)::int as quantity from nonconforming
      where state not in ('filed', 'released', 'voided') group by state`.execute(db)
    return rows
  },
})

/** All SQL of nonconforming goods, by name. */
export const queries = {
  facts: {
    dispositions: { read: childrenOf<NonconformingDisposition>('nonconformingDisposition'), none },
    measures: { read: childrenOf<NonconformingMeasure>('nonconformingMeasure'), none },
    openGoods: { read: openGoods, none: none as readonly OpenGoods[] },
    paper: { read: readPaper, none: EMPTY_NONCONFORMING },
  },
  finds: {
    /** The lot with its product and what of it lies where; see {@link goods}. */
    goods,
    /** The same for a record that is corrected, with the serials that it shall name. */
    goodsAgain: (
      db: AnyDatabase,
      { input, record }: { input: { serials?: readonly string[] }; record?: NonconformingRow },
    ) =>
      record ? goods(db, { input: { ...record, serials: input.serials ?? record.serials } }) : Promise.resolve(null),
    /** What moves of a lot must leave in place; see {@link marked}. */
    markedForAcceptance: marked('waiting'),
    markedForPick: marked('qualified'),
    markedForShipping: marked('shipping'),
    markedForMove: marked(),
    markedForCount: marked(),
    /** Reported goods that went back with a stopped shipment; see {@link strayed}. */
    strayed,
    /** Lines of a destruction record that stand. */
    destructionLines: async (
      db: AnyDatabase,
      { record }: { record?: { id: string } },
    ): Promise<readonly { readonly nonconformingId: string }[]> =>
      record
        ? ((await db
            .selectFrom('destructionLine')
            .select('nonconformingId')
            .where('destructionId', '=', record.id)
            .where('takenOffAt', 'is', null)
            .orderBy('place')
            .execute()) as { nonconformingId: string }[])
        : [],
    /** The customer at whom the goods are. */
    customer: (db: AnyDatabase, { input }: { input: { partyId?: string | null } }) => partyById(db, input.partyId),
    /** The supplier who is named, otherwise the one of the record. */
    supplier: (
      db: AnyDatabase,
      { input, record }: { input: { supplierId?: string | null }; record?: NonconformingRow },
    ) => partyById(db, input.supplierId ?? record?.supplierId),
    /** The stop-sale or the complaint that was chosen as the cause. */
    chosenCause: async (
      db: AnyDatabase,
      { input }: { input: { holdId?: string | null; complaintId?: string | null } },
    ): Promise<FoundCause | null> => {
      const [procedure, table, id] = input.holdId
        ? (['stop-sale', 'stopSale', input.holdId] as const)
        : (['complaint', 'complaint', input.complaintId] as const)
      if (!id) return null
      const row = await db.selectFrom(table).select(['id', 'number']).where('id', '=', id).executeTakeFirst()
      return row ? { procedure, ...(row as { id: string; number: string }) } : null
    },
  },
  reads: { counts },
} satisfies Queries

/** What steps may ask for by name. */
export type NonconformingQueries = typeof queries
