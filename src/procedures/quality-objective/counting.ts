import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Zone } from '../../kernel/time.ts'
import { PLEASED, REACHED } from '../../vocabulary/intake.ts'
import { monthlyCounts } from '../../vocabulary/quality-rates.ts'
import type { Period } from '../../vocabulary/report-period.ts'
import { percent, perThousand } from '../../vocabulary/statistics.ts'
import type { Measured, MeasureName } from './measure.ts'

/** Counts a figure of a period from the records. */
type Count = (db: AnyDatabase, period: Period, zone: Zone) => Promise<Measured>

/** The share of clocks due in a period that were met in time; one that still runs after its end is late. */
const clocksInTime =
  (procedure: string, name: string | null): Count =>
  async (db, { from, to }) => {
    const { rows } = await sql<{ met: number; due: number }>`
      select count(*) filter (where met_at <= due_at)::int as met, count(*)::int as due from deadline
      where due_at between ${from}::timestamptz and ${to}::timestamptz and procedure = ${procedure}
        ${name === null ? sql`` : sql`and name = ${name}`} and cancelled_at is null`.execute(db)
    const { met, due } = rows[0] ?? { met: 0, due: 0 }
    return { count: met, of: due, value: percent(met, due) }
  }

const shareSatisfied: Count = async (db, { from, to }) => {
  const answers = (table: 'complaint' | 'inquiry') =>
    sql`select satisfaction from ${sql.table(table)} where state = 'closed'
      and closed_at between ${from}::timestamptz and ${to}::timestamptz and satisfaction = any(${[...REACHED]}::text[])`
  const { rows } = await sql<{ pleased: number; reached: number }>`
    select count(*) filter (where satisfaction = any(${[...PLEASED]}::text[]))::int as pleased, count(*)::int as reached
    from (${answers('complaint')} union all ${answers('inquiry')}) as answered`.execute(db)
  const { pleased, reached } = rows[0] ?? { pleased: 0, reached: 0 }
  return { count: pleased, of: reached, value: percent(pleased, reached) }
}

const complaintsPerThousand: Count = async (db, period, zone) => {
  const months = await monthlyCounts(db, period, zone, 'all')
  const count = months.reduce((sum, month) => sum + month.count, 0)
  const units = months.reduce((sum, month) => sum + month.units, 0)
  return { count, of: units, value: perThousand(count, units) }
}

/** How each measure is counted. */
export const counting: Readonly<Record<MeasureName, Count>> = {
  'first-contact': clocksInTime('complaint', 'contact'),
  completion: clocksInTime('complaint', 'completion'),
  satisfaction: shareSatisfied,
  'complaint-rate': complaintsPerThousand,
  duties: clocksInTime('duty', null),
}
