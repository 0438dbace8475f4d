import type { DutyPlace } from '../../kernel/duty.ts'
import type { AnyDatabase, FindQuery, Queries } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { Period } from '../../vocabulary/report-period.ts'
import { counting } from './counting.ts'
import { type Measured, measures } from './measure.ts'
import type { QualityObjectiveRow } from './quality-objective.ts'
import { nextQuarter, quarterOf } from './quarter.ts'

/** A quarter with the value that the records give it. */
export interface Standing extends Measured {
  /** First day of the quarter. */
  readonly quarter: Day
  readonly period: Period
}

/** What the records say about the quarter that is to be assessed next. */
const standing: FindQuery<Standing> = async (db, { record, zone }) => {
  const { measure, startsOn, latestQuarter } = record as QualityObjectiveRow
  const quarter = nextQuarter({ startsOn, latestQuarter })
  const period = quarterOf(quarter, zone)
  return { quarter, period, ...(await counting[measure](db, period, zone)) }
}

/** Number of an objective for the same measure that is proposed or in force. */
const same: FindQuery<string | null> = async (db, { input, actor }) => {
  await holdName(db, `quality-objective/${actor.siteId}/${input.measure}`)
  const row = await (db as AnyDatabase)
    .selectFrom('qualityObjective')
    .select('number')
    .where('siteId', '=', actor.siteId)
    .where('measure', '=', input.measure)
    .where('state', 'in', ['proposed', 'in-force'])
    .executeTakeFirst()
  return (row?.number as string | undefined) ?? null
}

/** Objectives in force, each to be assessed once a quarter. */
const inForce = async (db: AnyDatabase): Promise<DutyPlace[]> => {
  const rows = await db
    .selectFrom('qualityObjective')
    .select(['id', 'number', 'title', 'measure', 'siteId', 'startsOn'])
    .where('state', '=', 'in-force')
    .orderBy('number')
    .execute()
  return rows.map(row => {
    const { title } = measures[row.measure as keyof typeof measures]
    return {
      key: row.id as string,
      title: text(`${row.number} ${title.zh}`, `${row.number} ${title.en}`),
      siteId: row.siteId as string,
      since: row.startsOn as Day,
    }
  })
}

/** All SQL of objectives, by name. */
export const queries = { facts: {}, finds: { standing, same, inForce }, reads: {} } satisfies Queries

/** What steps may ask for by name. */
export type ObjectiveQueries = typeof queries
