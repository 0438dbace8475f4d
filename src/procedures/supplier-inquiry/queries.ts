import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { ContactPerson } from '../../vocabulary/party.ts'
import { EMPTY_PAPER } from './forms/view.ts'
import { readPaper } from './paper.ts'
import type { SupplierInquiryAnswer, SupplierInquiryRow } from './supplier-inquiry.ts'

/** What a supplier's record says. */
export interface FoundSupplier {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly isSupplier: boolean
  readonly isManufacturer: boolean
  readonly email: string | null
  readonly contacts: readonly ContactPerson[]
}

/** Product and lot that the question is about. */
export interface FoundDevice {
  readonly product: {
    readonly id: string
    readonly name: string
    readonly model: string
    readonly registrationNo: string
  } | null
  readonly lot: { readonly id: string; readonly productId: string; readonly lotNo: string } | null
}

const answers: FactQuery<readonly SupplierInquiryAnswer[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('supplierInquiryAnswer')
    .selectAll()
    .where('supplierInquiryId', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as SupplierInquiryAnswer[], row => row.supplierInquiryId)
}

const none: never[] = []

/** A supplier's record in one line: how often it was asked, how it answered, what came of it. */
interface SupplierStanding {
  readonly partyId: string
  readonly partyName: string
  readonly asked: number
  readonly onTime: number
  readonly late: number
  readonly unanswered: number
  readonly liable: number
  readonly warned: number
  readonly probation: number
  readonly suspensions: number
  /** Days from asking to answer, on average; null where nothing was answered. */
  readonly days: number | null
  /** The gravest effect of the period. */
  readonly effect: string | null
}

/** What every supplier's inquiries of a time came to; those with the gravest effect first. */
export async function supplierStandings(
  db: AnyDatabase,
  ask: { readonly from: string; readonly to: string; readonly zone: string; readonly partyId?: string | null },
): Promise<SupplierStanding[]> {
  const { rows } = await sql<SupplierStanding>`
    select party_id, max(party_name) as party_name, count(*)::int as asked,
      count(*) filter (where answered_at is not null and (answered_at at time zone ${ask.zone})::date <= due_on)::int as on_time,
      count(*) filter (where answered_at is not null and (answered_at at time zone ${ask.zone})::date > due_on)::int as late,
      count(*) filter (where answered_at is null)::int as unanswered,
      count(*) filter (where liability in ('supplier', 'manufacturer'))::int as liable,
      count(*) filter (where effect = 'warned')::int as warned,
      count(*) filter (where effect = 'probation')::int as probation,
      count(*) filter (where effect = 'suspension-proposed')::int as suspensions,
      round(avg(extract(epoch from answered_at - sent_at)) / 86400, 1)::float as days,
      (array['none', 'warned', 'probation', 'suspension-proposed'])[max(array_position(
        array['none', 'warned', 'probation', 'suspension-proposed'], effect))] as effect
    from supplier_inquiry
    where state <> 'voided' and sent_at between ${ask.from} and ${ask.to}
      and (${ask.partyId ?? null}::uuid is null or party_id = ${ask.partyId ?? null}::uuid)
    group by party_id
    order by suspensions desc, probation desc, warned desc, asked desc, party_name
    limit 500`.execute(db)
  return rows
}

/** One supplier's record of the last two years, for its page and for purchasing. */
const standing = read({
  title: text('供货单位质量查询记录', 'A supplier’s record of inquiries'),
  by: [],
  params: z.strictObject({ partyId: z.uuid() }),
  run: async (db, { partyId }, { now, zone }): Promise<SupplierStanding | null> => {
    const from = `${Number(now.slice(0, 4)) - 2}${now.slice(4)}`
    const [row] = await supplierStandings(db, { from, to: now, zone, partyId })
    return row ?? null
  },
})

/** All SQL of supplier inquiries, by name. */
export const queries = {
  facts: {
    answers: { read: answers, none },
    /** The inquiry as its printed letter sees it. */
    paper: { read: readPaper, none: EMPTY_PAPER },
  },
  finds: {
    supplier: async (
      db: AnyDatabase,
      { input, record }: { input: { partyId?: string }; record?: SupplierInquiryRow },
    ): Promise<FoundSupplier | null> => {
      const id = input.partyId ?? record?.partyId
      if (!id) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'name', 'state', 'isSupplier', 'isManufacturer', 'email', 'contacts'])
        .where('id', '=', id)
        .executeTakeFirst()
      return (row as FoundSupplier | undefined) ?? null
    },
    device: async (
      db: AnyDatabase,
      { input }: { input: { productId?: string; lotId?: string } },
    ): Promise<FoundDevice> => {
      const [product, lot] = await Promise.all([
        input.productId
          ? db
              .selectFrom('product')
              .select(['id', 'name', 'model', 'registrationNo'])
              .where('id', '=', input.productId)
              .executeTakeFirst()
          : undefined,
        input.lotId
          ? db.selectFrom('lot').select(['id', 'productId', 'lotNo']).where('id', '=', input.lotId).executeTakeFirst()
          : undefined,
      ])
      return {
        product: (product as FoundDevice['product'] | undefined) ?? null,
        lot: (lot as FoundDevice['lot'] | undefined) ?? null,
      }
    },
  },
  reads: { standing },
} satisfies Queries

/** What steps may ask for by name. */
export type SupplierInquiryQueries = typeof queries
