import { sql } from 'kysely'
import { z } from 'zod'
import { openLinked } from '../../kernel/linked.ts'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { addLocalMonths, dayOf, type Instant, SITE_ZONE } from '../../kernel/time.ts'
import type { Trade } from './exchange-rate.ts'
import { EMPTY_PAPER, type ReturnPaper } from './forms/paper.ts'
import { type FoundLot, findGoods } from './goods.ts'
import { readPaper } from './read-paper.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine, ReturnNote, ReturnVerdict } from './return-rows.ts'
import { ENDED, NOT_TAKEN } from './states.ts'

/** What a customer's record says. */
export interface FoundParty {
  readonly id: string
  readonly name: string
  readonly isCustomer: boolean
  readonly state: string
  readonly customerKind: string | null
  readonly phones: readonly string[]
  readonly email: string | null
  readonly province: string | null
  readonly city: string | null
  readonly contacts: readonly { readonly name: string; readonly phone: string | null }[]
}

/** A person who may be given work. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly roles: readonly string[]
}

/** A complaint or notice that a return came from. */
export interface FoundMatter {
  readonly id: string
  readonly number: string
  readonly state: string
}

/** A record that is still open. */
export interface OpenReturn {
  readonly id: string
  readonly number: string
}

/** What a customer bought and exchanged, for every length of the accounting period that a policy may set. */
export interface FoundTrade {
  /** Trade of the last `months` months, the return itself left out. */
  readonly within: (months: number) => Trade
  readonly from: (months: number) => string
}

const childrenOf =
  <Row extends { returnId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('returnId', 'in', ids)
      .orderBy(order)
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as Row[], row => row.returnId)
  }

const none: never[] = []

interface Asked<Input> {
  readonly input: Input
  readonly record?: ReturnRow
  readonly now: Instant
}

/** Open returns of each complaint: those that name it, and those that came out of it through a notice. */
const ofComplaint: FactQuery<readonly OpenReturn[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [named, linked] = await Promise.all([
    db
      .selectFrom('goodsReturn')
      .select(['id', 'number', 'complaintId'])
      .where('complaintId', 'in', ids)
      .where('state', 'not in', ENDED)
      .orderBy('number')
      .execute() as Promise<(OpenReturn & { complaintId: string })[]>,
    openLinked(db, ids, { procedure: 'return', table: 'goods_return', ended: ENDED }),
  ])
  return new Map(
    ids.map(id => {
      const all = [...named.filter(item => item.complaintId === id), ...(linked.get(id) ?? [])]
      return [id, [...new Map(all.map(({ id: key, number }) => [key, { id: key, number }])).values()]] as const
    }),
  )
}

/** Goods of each return that are reported as nonconforming and not destroyed or freed yet. */
const openNonconforming: FactQuery<readonly OpenReturn[]> = (db, ids) =>
  openLinked(db, ids, {
    procedure: 'nonconforming',
    table: 'nonconforming',
    ended: ['destroyed', 'filed', 'released', 'voided'],
  })

/** Purchases and exchanges of a customer by month back from now. */
async function tradeOf(db: AnyDatabase, partyId: string, exceptId: string | null, now: Instant): Promise<FoundTrade> {
  const today = dayOf(now, SITE_ZONE)
  const from = (months: number): string => dayOf(addLocalMonths(now, -months, SITE_ZONE), SITE_ZONE)
  const earliest = from(36)
  const [bought, exchanged] = await Promise.all([
    sql<{ day: string; pieces: number }>`
      select delivered_on as day, sum(quantity)::int as pieces from delivery
      where party_id = ${partyId}::uuid and delivered_on > ${earliest}::date and delivered_on <= ${today}::date
      group by delivered_on`.execute(db),
    sql<{ at: string; pieces: number; amount: number | null }>`
      select requested_at as at, quantity as pieces, amount from goods_return
      where party_id = ${partyId}::uuid and reason = 'unsaleable' and state <> all(${[...NOT_TAKEN]}::text[])
        and requested_at > ${earliest}::date and (${exceptId}::uuid is null or id <> ${exceptId}::uuid)`.execute(db),
  ])
  return {
    from,
    within: months => {
      const day = from(months)
      const mine = exchanged.rows.filter(row => dayOf(row.at, SITE_ZONE) > day)
      return {
        purchasedPieces: bought.rows.filter(row => row.day > day).reduce((sum, row) => sum + row.pieces, 0),
        purchasedAmount: null,
        exchangedPieces: mine.reduce((sum, row) => sum + row.pieces, 0),
        exchangedAmount: mine.some(row => row.amount === null)
          ? null
          : mine.reduce((sum, row) => sum + (row.amount ?? 0), 0),
      }
    },
  }
}

const matter =
  (table: string, key: string) =>
  async (db: AnyDatabase, { input }: Asked<Record<string, unknown>>): Promise<FoundMatter | null> => {
    const id = input[key]
    if (typeof id !== 'string') return null
    const row = await db.selectFrom(table).select(['id', 'number', 'state']).where('id', '=', id).executeTakeFirst()
    return (row as FoundMatter | undefined) ?? null
  }

/** How many returns are open in each state. */
const counts = read({
  title: text('退货数量', 'Number of returns'),
  by: [],
  params: z.strictObject({}),
  run: async db => {
    const { rows } = await sql<{ state: string; count: number }>`
      select state, count(*)::int as count from goods_return where state <> all(${ENDED}::text[]) group by state`.execute(
      db,
    )
    return rows
  },
})

/** All SQL of returns, by name. */
export const queries = {
  facts: {
    lines: { read: childrenOf<ReturnLine>('goodsReturnLine', 'lineNo'), none },
    verdicts: { read: childrenOf<ReturnVerdict>('goodsReturnVerdict', 'at'), none },
    notes: { read: childrenOf<ReturnNote>('goodsReturnNote', 'at'), none },
    ofComplaint: { read: ofComplaint, none },
    openNonconforming: { read: openNonconforming, none },
    paper: { read: readPaper, none: EMPTY_PAPER as ReturnPaper },
  },
  finds: {
    party: async (db: AnyDatabase, { input }: Asked<{ partyId: string }>): Promise<FoundParty | null> => {
      const row = await db
        .selectFrom('party')
        .select([
          'id',
          'name',
          'isCustomer',
          'state',
          'customerKind',
          'phones',
          'email',
          'province',
          'city',
          'contacts',
        ])
        .where('id', '=', input.partyId)
        .executeTakeFirst()
      return (row as FoundParty | undefined) ?? null
    },
    otherParty: async (
      db: AnyDatabase,
      { input }: Asked<{ otherPartyId?: string | undefined }>,
    ): Promise<{ readonly id: string; readonly name: string } | null> => {
      if (!input.otherPartyId) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'name'])
        .where('id', '=', input.otherPartyId)
        .where('isCustomer', '=', true)
        .executeTakeFirst()
      return (row as { id: string; name: string } | undefined) ?? null
    },
    /** The lots of the lines, with what the customer may still send back of them. */
    goods: (
      db: AnyDatabase,
      { input }: Asked<{ partyId: string; lines: readonly { lotId: string }[] }>,
    ): Promise<readonly FoundLot[]> =>
      findGoods(
        db,
        input.partyId,
        input.lines.map(line => line.lotId),
      ),
    complaint: matter('complaint', 'complaintId'),
    trade: async (db: AnyDatabase, { record, now }: Asked<object>): Promise<FoundTrade | null> =>
      record ? tradeOf(db, record.partyId, record.id, now) : null,
    driver: async (db: AnyDatabase, { input }: Asked<{ driverId: string }>): Promise<FoundPerson | null> => {
      const row = await db
        .selectFrom('person')
        .select(['id', 'name', 'state', 'roles'])
        .where('id', '=', input.driverId)
        .executeTakeFirst()
      return (row as FoundPerson | undefined) ?? null
    },
  },
  reads: { counts },
} satisfies Queries

/** What steps may ask for by name. */
export type ReturnQueries = typeof queries
