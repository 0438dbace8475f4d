import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { InquiryRow } from './inquiry.ts'
import type { InquiryAssignment, InquiryContact, InquirySupervision } from './inquiry-rows.ts'

/** What a customer's record says. */
export interface FoundParty {
  readonly id: string
  readonly name: string
  readonly isCustomer: boolean
  readonly state: string
  readonly phones: readonly string[]
  readonly fax: string | null
  readonly email: string | null
}

/** What a product's record says. */
export interface FoundProduct {
  readonly id: string
  readonly name: string
  readonly model: string
}

/** A person who may be given work. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly state: string
}

const childrenOf =
  <Row extends { inquiryId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('inquiryId', 'in', ids)
      .orderBy(order)
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as Row[], row => row.inquiryId)
  }

const none: never[] = []

interface Asked<Input> {
  readonly input: Input
  readonly record?: InquiryRow
}

/** How many inquiries are open in each state, and how many of them are urgent. */
const counts = read({
  title: text('咨询数量', 'Number of inquiries'),
  by: [],
  params: z.strictObject({}),
  run: async db => {
    const { rows } = await sql<{ state: string; count: number; urgent: number }>`
      select state, count(*)::int as count, count(*) filter (where urgency = 'urgent')::int as urgent
      from inquiry where state in ('registered', 'forwarded', 'handled', 'answered') group by state`.execute(db)
    return rows
  },
})

/** All SQL of inquiries, by name. */
export const queries = {
  facts: {
    contacts: { read: childrenOf<InquiryContact>('inquiryContact', 'contactedAt'), none },
    assignments: { read: childrenOf<InquiryAssignment>('inquiryAssignment', 'at'), none },
    supervisions: { read: childrenOf<InquirySupervision>('inquirySupervision', 'at'), none },
  },
  finds: {
    /** The customer that was chosen, otherwise the one of the record. */
    party: async (
      db: AnyDatabase,
      { input, record }: Asked<{ partyId?: string | null }>,
    ): Promise<FoundParty | null> => {
      const id = input.partyId ?? record?.partyId
      if (!id) return null
      const row = await db
        .selectFrom('party')
        .select(['id', 'name', 'isCustomer', 'state', 'phones', 'fax', 'email'])
        .where('id', '=', id)
        .executeTakeFirst()
      return (row as FoundParty | undefined) ?? null
    },
    product: async (db: AnyDatabase, { input }: Asked<{ productId?: string | null }>): Promise<FoundProduct | null> => {
      if (!input.productId) return null
      const row = await db
        .selectFrom('product')
        .select(['id', 'name', 'model'])
        .where('id', '=', input.productId)
        .executeTakeFirst()
      return (row as FoundProduct | undefined) ?? null
    },
    handler: async (db: AnyDatabase, { input }: Asked<{ handlerId?: string | null }>): Promise<FoundPerson | null> => {
      if (!input.handlerId) return null
      const row = await db
        .selectFrom('person')
        .select(['id', 'name', 'state'])
        .where('id', '=', input.handlerId)
        .executeTakeFirst()
      return (row as FoundPerson | undefined) ?? null
    },
  },
  reads: { counts },
} satisfies Queries

/** What steps may ask for by name. */
export type InquiryQueries = typeof queries
