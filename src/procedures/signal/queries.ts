import type { AnyDatabase, FindQuery, Queries } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOfLaterMonth } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { monthlyCounts, type RateSubject } from '../../vocabulary/quality-rates.ts'
import { monthsFrom } from '../../vocabulary/report-period.ts'
import { type RateChart, rateChartOf } from './chart-of-rate.ts'
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
  const first = dayOfLaterMonth(input.month, 1 - count, 1)
  const period = monthsFrom(Number(first.slice(0, 4)), Number(first.slice(5, 7)), count, zone, text('', ''))
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
    ...rateChartOf(period.months, counts, subject, input.subjectId),
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

/** The complaint to whose measures an investigation belongs. */
export interface NamedComplaint {
  readonly id: string
  readonly productId: string | null
  readonly manufacturerId: string | null
}

const complaint: FindQuery<NamedComplaint | null> = async (db, { input }) => {
  if (!input.complaintNumber) return null
  const row = await (db as AnyDatabase)
    .selectFrom('complaint')
    .select(['id', 'productId', 'manufacturerId'])
    .where('number', '=', input.complaintNumber)
    .executeTakeFirst()
  return (row as NamedComplaint | undefined) ?? null
}

/** All SQL of signals. */
export const queries = {
  facts: { paper: { read: readPaper, none: EMPTY_PAPER } },
  finds: { evaluated, known, complaint },
  reads: {},
} satisfies Queries

export type SignalQueries = typeof queries
