import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { linkedBack, openLinked } from '../../kernel/linked.ts'
import type { Actor } from '../../kernel/person.ts'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { ContactPerson } from '../../vocabulary/party.ts'
import { EMPTY_NOTICE } from './forms/view.ts'
import { ENDED, type NoticeRow } from './notice.ts'
import type {
  NoticeContact,
  NoticeLine,
  NoticeLot,
  NoticeOnward,
  NoticeRecipient,
  NoticeReport,
  NoticeStatement,
} from './notice-rows.ts'
import { readPaper } from './paper.ts'
import { returnableOf } from './returnable.ts'
import { traceOf } from './trace.ts'

const childrenOf =
  <Row extends { noticeId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('noticeId', 'in', ids)
      .orderBy(order)
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as Row[], row => row.noticeId)
  }

const none: never[] = []
const noNames: readonly string[] = []

/** Names of the clocks that still run on each notice. */
const runningClocks: FactQuery<readonly string[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deadline')
    .select(['recordId', 'name'])
    .where('recordId', 'in', ids)
    .where('metAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .execute()
  const byRecord = Map.groupBy(rows as { recordId: string; name: string }[], row => row.recordId)
  return new Map([...byRecord].map(([id, list]) => [id, list.map(row => row.name)]))
}

/** What a customer's file says of whom to reach. */
export interface FoundParty {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly city: string | null
  readonly email: string | null
  readonly phones: readonly string[]
  readonly contacts: readonly ContactPerson[]
}

/** A line of a running notice on which goods that move count. */
export interface CountedLine {
  readonly noticeId: string
  readonly lineId: string
  /** Units of the lot to which the notice is limited; empty: the whole lot. */
  readonly serials: readonly string[]
}

/** The same, for goods that are destroyed at the buyer's. */
export interface DestroyedLine extends CountedLine {
  /** The goods are destroyed by a return that came out of this notice: they were announced as coming back. */
  readonly announced: boolean
}

/** What a move of goods between us and a buyer says. */
interface MovedGoods {
  readonly input: { readonly partyId?: string | null; readonly cause?: { readonly id: string } | null }
  readonly record?: { readonly id: string }
}

/** Lines of running notices that name this lot and buyer. */
async function countedLines(db: AnyDatabase, { input, record }: MovedGoods): Promise<readonly CountedLine[]> {
  if (!input.partyId || !record) return []
  const rows = await db
    .selectFrom('noticeLine')
    .innerJoin('notice', 'notice.id', 'noticeLine.noticeId')
    .innerJoin('noticeRecipient', 'noticeRecipient.id', 'noticeLine.recipientId')
    .innerJoin('noticeLot', join =>
      join.onRef('noticeLot.noticeId', '=', 'noticeLine.noticeId').onRef('noticeLot.lotId', '=', 'noticeLine.lotId'),
    )
    .select(['noticeLine.noticeId', 'noticeLine.id as lineId', 'noticeLot.serials'])
    .where('noticeLine.lotId', '=', record.id)
    .where('noticeLine.partyId', '=', input.partyId)
    .where('notice.state', '=', 'running')
    .where('notice.kind', 'in', ['suspend', 'recall'])
    .where('noticeRecipient.state', '<>', 'removed')
    .execute()
  return rows as CountedLine[]
}

/** The lot of the next drill: the given one, otherwise one not drilled for longest and, of those, with most buyers. */
async function drillLot(
  db: AnyDatabase,
  { input }: { input: { lotId?: string | null } },
): Promise<{ readonly lotId: string; readonly buyers: number } | null> {
  const { rows } = await sql<{ lotId: string; buyers: number }>`
    select lot.id as lot_id, count(distinct delivery.party_id)::int as buyers
    from lot left join delivery on delivery.lot_id = lot.id
    where ${input.lotId ?? null}::uuid is null or lot.id = ${input.lotId ?? null}::uuid
    group by lot.id
    having ${input.lotId ?? null}::uuid is not null or count(delivery.id) > 0
    order by (select max(notice.created_at) from notice_lot join notice on notice.id = notice_lot.notice_id
              where notice_lot.lot_id = lot.id and notice.drill) nulls first, buyers desc, lot.id
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** Stops that a notice came from, within SQL: they started it, or it names one as its cause. */
const stopsOf = (noticeId: RawBuilder<unknown>) => sql`array(
  select from_id from link where to_id = ${noticeId} and from_procedure = 'stop-sale'
  union select to_id from link where from_id = ${noticeId} and to_procedure = 'stop-sale')`

/** Which of these stops neither is resumed by this notice nor has been released. */
async function stillHolding(db: AnyDatabase, resumeId: string, stops: readonly string[]): Promise<readonly string[]> {
  // stops are another procedure: a company that does not run it has no such table, and no such links
  if (stops.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from stop_sale where id = any(${[...stops]}::uuid[]) and state not in ('releasing', 'released')
      and id <> all(${stopsOf(sql`${resumeId}::uuid`)})`.execute(db)
  return rows.map(row => row.id)
}

const counts = read({
  title: text('通知数量', 'Number of notices'),
  by: [],
  params: z.strictObject({}),
  run: async db => {
    const { rows } = await sql<{ state: string; count: number; urgent: number }>`
      select state, count(*)::int as count, count(*) filter (where kind = 'recall' and recall_class = 1)::int as urgent
      from notice where state <> all(${[...ENDED]}::text[]) group by state`.execute(db)
    return rows
  },
})

/** Everything that the live balance of one notice shows. */
const balance = read({
  title: text('通知的核对', 'Balance of a notice'),
  by: [],
  params: z.strictObject({ id: z.uuid() }),
  run: async (db, { id }) => {
    const of = (table: string, order: string) =>
      db.selectFrom(table).selectAll().where('noticeId', '=', id).orderBy(order).orderBy('id').execute()
    const [recipients, lines, lots, onward] = await Promise.all([
      of('noticeRecipient', 'name'),
      of('noticeLine', 'id'),
      of('noticeLot', 'lotNo'),
      of('noticeOnward', 'at'),
    ])
    return {
      recipients: recipients as NoticeRecipient[],
      lines: lines as NoticeLine[],
      lots: lots as NoticeLot[],
      onward: onward as NoticeOnward[],
    }
  },
})

/** All SQL of notices, by name. */
export const queries = {
  facts: {
    recipients: { read: childrenOf<NoticeRecipient>('noticeRecipient', 'name'), none },
    lines: { read: childrenOf<NoticeLine>('noticeLine', 'lotId'), none },
    lots: { read: childrenOf<NoticeLot>('noticeLot', 'lotNo'), none },
    statements: { read: childrenOf<NoticeStatement>('noticeStatement', 'at'), none },
    onward: { read: childrenOf<NoticeOnward>('noticeOnward', 'at'), none },
    contacts: { read: childrenOf<NoticeContact>('noticeContact', 'contactedAt'), none },
    reports: { read: childrenOf<NoticeReport>('noticeReport', 'reportedAt'), none },
    clocks: { read: runningClocks, none: noNames },
    /** The notice as its printed forms see it. */
    paper: { read: readPaper, none: EMPTY_NOTICE },
    /** Notices that came out of other procedures' records and are not over. */
    openNotices: {
      read: (db: AnyDatabase, ids: readonly string[]) =>
        openLinked(db, ids, { procedure: 'notice', table: 'notice', ended: ENDED }),
      none,
    },
  },
  finds: {
    /** What the records of sale say about the lots that are named, otherwise about those of the record. */
    trace: async (
      db: AnyDatabase,
      { input, record }: { input: { lotIds?: readonly string[]; serials?: readonly string[] }; record?: NoticeRow },
    ) => {
      if (!record) {
        const serials = input.serials ?? []
        const limited = serials.length > 0 ? Object.fromEntries((input.lotIds ?? []).map(id => [id, serials])) : {}
        return traceOf(db, input.lotIds ?? [], limited)
      }
      const lots = await db
        .selectFrom('noticeLot')
        .select(['lotId', 'serials'])
        .where('noticeId', '=', record.id)
        .execute()
      return traceOf(
        db,
        lots.map(lot => lot.lotId as string),
        Object.fromEntries(lots.map(lot => [lot.lotId as string, lot.serials as readonly string[]])),
      )
    },
    /** The stop that a notice is drafted for by hand. */
    hold: async (db: AnyDatabase, { input }: { input: { holdId?: string | null } }) => {
      if (!input.holdId) return null
      const row = await db
        .selectFrom('stopSale')
        .select(['id', 'number'])
        .where('id', '=', input.holdId)
        .executeTakeFirst()
      return (row as { id: string; number: string } | undefined) ?? null
    },
    party: async (db: AnyDatabase, { input }: { input: { partyId?: string | null } }): Promise<FoundParty | null> => {
      if (!input.partyId) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'name', 'state', 'city', 'email', 'phones', 'contacts'])
        .where('id', '=', input.partyId)
        .executeTakeFirst()
      return (row as FoundParty | undefined) ?? null
    },
    /** How many units of each lot the recipient that answers may still be asked back. */
    returnable: (
      db: AnyDatabase,
      { input, record, actor }: { input: { recipientId?: string }; record?: NoticeRow; actor: Actor },
    ) => returnableOf(db, record?.id, actor.via === 'link' ? actor.id : input.recipientId),
    /**
     * Notices to suspend sale that end because all that they stopped may be sold again: every lot, as far as single units of it
     * are meant those units, and no stop that the notice came from holds it any more but the one that is resumed.
     */
    lifted: async (
      db: AnyDatabase,
      { record }: { record?: NoticeRow },
    ): Promise<readonly { readonly id: string }[]> => {
      if (record?.kind !== 'resume') return []
      const { rows } = await sql<{ id: string; stops: string[] }>`
        select notice.id, ${stopsOf(sql.ref('notice.id'))} as stops
        from notice where notice.kind = 'suspend' and not notice.drill
          and notice.state <> all(${[...ENDED]}::text[])
          and not exists (select from notice_lot held where held.notice_id = notice.id
            and not exists (select from notice_lot free where free.notice_id = ${record.id} and free.lot_id = held.lot_id
              and (free.serials = '{}' or (held.serials <> '{}' and held.serials <@ free.serials))))`.execute(db)
      const holding = await stillHolding(db, record.id, [...new Set(rows.flatMap(row => row.stops))])
      return rows.filter(row => !row.stops.some(stop => holding.includes(stop))).map(({ id }) => ({ id }))
    },
    drillLot,
    /** Product and number of the lot that a drill is about. */
    drillTrace: async (db: AnyDatabase, ask: { input: { lotId?: string | null } }) => {
      const lot = await drillLot(db, ask)
      return traceOf(db, lot ? [lot.lotId] : [])
    },
    countedLines,
    destroyedLines: async (db: AnyDatabase, moved: MovedGoods): Promise<readonly DestroyedLine[]> => {
      const lines = await countedLines(db, moved)
      const { cause } = moved.input
      if (lines.length === 0 || !cause) return lines.map(line => ({ ...line, announced: false }))
      const back = new Set((await linkedBack(db, [cause.id])).map(({ id }) => id))
      return lines.map(line => ({ ...line, announced: back.has(line.noticeId) }))
    },
  },
  reads: { counts, balance },
} satisfies Queries

/** What steps may ask for by name. */
export type NoticeQueries = typeof queries
