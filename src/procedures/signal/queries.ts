import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type FindQuery, type Queries, read } from '../../kernel/queries.ts'
import { containsText } from '../../kernel/substring.ts'
import { text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { COMPLAINT_UNDER_WAY } from '../../vocabulary/intake.ts'
import { monthlyCounts, type RateSubject } from '../../vocabulary/quality-rates.ts'
import type { RateChart } from '../../vocabulary/rate-chart.ts'
import { monthsUpTo } from '../../vocabulary/report-period.ts'
import { rateChartOf } from './chart-of-rate.ts'
import { EMPTY_PAPER } from './forms/view.ts'
import { readPaper } from './paper.ts'
import { chartMonths } from './policies.ts'

/** What is known of a subject's rate up to a month. */
export interface Evaluated extends RateChart {
  readonly name: string
  readonly months: readonly Day[]
  /** Complaints by month. */
  readonly complaints: readonly number[]
  readonly units: readonly number[]
}

/** Charts the rate of one subject over the months up to the one asked. */
const evaluated: FindQuery<Evaluated | null> = async (db, { input, zone, policy }) => {
  const count = policy(chartMonths)
  const period = monthsUpTo(input.month, count, zone, text('', ''))
  const subject = input.subject as RateSubject
  const filter = subject === 'product' ? { productId: input.subjectId } : { supplierId: input.subjectId }
  const rows = await monthlyCounts(db, period, zone, subject, filter)
  const own = rows.filter(row => row.id === input.subjectId)
  const name = own.find(row => row.name)?.name
  if (!name) return null
  const counts = new Map(own.map(row => [row.month, row]))
  return {
    name,
    months: period.months,
    complaints: period.months.map(month => counts.get(month)?.count ?? 0),
    units: period.months.map(month => counts.get(month)?.units ?? 0),
    ...rateChartOf(period.months, own, subject, input.subjectId),
  }
}

/** A signal of the same subject. */
export interface KnownSignal {
  readonly number: string
  readonly rule: string
  readonly points: readonly Day[]
}

/** Signals of the same subject whose points reach into the months of the chart. */
const known: FindQuery<readonly KnownSignal[]> = async (db, { input }) => {
  await holdName(db, `signal/${input.subject}/${input.subjectId}`)
  return (await (db as AnyDatabase)
    .selectFrom('signal')
    .select(['number', 'rule', 'points'])
    .where(input.subject === 'product' ? 'productId' : 'supplierId', '=', input.subjectId)
    .where('month', '<=', input.month)
    .orderBy('month', 'desc')
    .limit(36)
    .execute()) as KnownSignal[]
}

/** A complaint that an investigation names. */
export interface NamedComplaint {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly productId: string | null
  readonly manufacturerId: string | null
}

const complaint: FindQuery<NamedComplaint | null> = async (db, { input }) => {
  if (!input.complaintId) return null
  const row = await (db as AnyDatabase)
    .selectFrom('complaint')
    .select(['id', 'number', 'state', 'productId', 'manufacturerId'])
    .where('id', '=', input.complaintId)
    .executeTakeFirst()
  return (row as NamedComplaint | undefined) ?? null
}

/** A product that an investigation names, with its maker. */
export interface NamedProduct {
  readonly id: string
  readonly manufacturerId: string
}

const product: FindQuery<NamedProduct | null> = async (db, { input }) => {
  const row = await (db as AnyDatabase)
    .selectFrom('product')
    .select(['id', 'manufacturerId'])
    .where('id', '=', input.productId)
    .executeTakeFirst()
  return (row as NamedProduct | undefined) ?? null
}

/** The maker of the signal's product, or the supplier itself: whom a question goes to when nobody else is chosen. */
const readMaker: FactQuery<string | null> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('signal')
    .leftJoin('product', 'product.id', 'signal.productId')
    .select(['signal.id', 'signal.supplierId', 'product.manufacturerId'])
    .where('signal.id', 'in', [...ids])
    .execute()) as { id: string; supplierId: string | null; manufacturerId: string | null }[]
  return new Map(rows.map(row => [row.id, row.supplierId ?? row.manufacturerId]))
}

/** Complaints that a signal is about and that are being worked on, the youngest first. */
const complaints = read({
  title: text('信号涉及的投诉', 'Complaints of a signal'),
  by: [],
  params: z.strictObject({ id: z.uuid(), q: z.string().max(100).default('') }),
  run: async (db, { id, q }, { actor }): Promise<readonly ListedRecord[]> => {
    const { rows } = await sql<ListedRecord>`
      select c.id, c.number, concat_ws(' · ', c.party_name, c.product_name, c.lot_no) as title
      from signal s join complaint c
        on case when s.product_id is null then c.manufacturer_id = s.supplier_id else c.product_id = s.product_id end
      where s.id = ${id}::uuid and s.site_id = ${actor.siteId}::uuid and c.state = any(${[...COMPLAINT_UNDER_WAY]}::text[])
        ${q.trim() === '' ? sql`` : sql`and ${containsText('c.search_text', q)}`}
      order by c.received_at desc limit 30`.execute(db)
    return rows
  },
})

/** A record as the choice list of a field shows it. */
export interface ListedRecord {
  readonly id: string
  readonly number: string
  readonly title: string
}

/** All SQL of signals. */
export const queries = {
  facts: { paper: { read: readPaper, none: EMPTY_PAPER }, maker: { read: readMaker, none: null } },
  finds: { evaluated, known, complaint, product },
  reads: { complaints },
} satisfies Queries

export type SignalQueries = typeof queries
