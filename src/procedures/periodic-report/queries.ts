import { hashOf } from '../../kernel/canonical.ts'
import type { AnyDatabase, FactQuery, FindQuery, Queries } from '../../kernel/queries.ts'
import type { ReportContent } from '../../kernel/report.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { partsOfYear, periodOf } from '../../vocabulary/report-period.ts'
import { type DeclaredReports, declarationOf, reportOf } from './declared-report.ts'
import type { PeriodicReportRow, ReportComment, ReportReceipt } from './periodic-report.ts'

/** What was drawn for a draft. */
export interface Drawn {
  readonly content: ReportContent
  readonly contentHash: string
  /** Moved on to a working day where the clause lets it. */
  readonly dueOn: Day
}

/** Comments that hold, in the order in which they were written. */
const readComments: FactQuery<readonly ReportComment[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('periodicReportComment')
    .selectAll()
    .where('periodicReportId', 'in', ids)
    .where('replaced', '=', false)
    .orderBy('at')
    .execute()) as ReportComment[]
  return Map.groupBy(rows, row => row.periodicReportId)
}

/** Who has read the filed report, in the order of reading. */
const readReceipts: FactQuery<readonly ReportReceipt[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('periodicReportReceipt')
    .selectAll()
    .where('periodicReportId', 'in', ids)
    .orderBy('at')
    .execute()) as ReportReceipt[]
  return Map.groupBy(rows, row => row.periodicReportId)
}

/** The report of the same period that stands; one that was withdrawn or superseded does not. */
const known: FindQuery<{ readonly number: string } | null> = async (db, { input }) => {
  await holdName(db, `periodic-report/${input.report}/${input.year}/${input.part}`)
  const [procedure = '', report = ''] = String(input.report).split('.')
  const row = await (db as AnyDatabase)
    .selectFrom('periodicReport')
    .select('number')
    .where('procedure', '=', procedure)
    .where('report', '=', report)
    .where('year', '=', input.year)
    .where('part', '=', input.part)
    .where('state', 'not in', ['withdrawn', 'superseded'])
    .where('id', '!=', input.supersedesId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  return (row as { number: string } | undefined) ?? null
}

/** A correction of a filed report that is under way. */
const successor: FindQuery<{ readonly number: string } | null> = async (db, { record }) => {
  await holdName(db, `periodic-report/${record.id}`)
  const row = await (db as AnyDatabase)
    .selectFrom('periodicReport')
    .select('number')
    .where('supersedesId', '=', record.id)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst()
  return (row as { number: string } | undefined) ?? null
}

/** All SQL of regular reports; drawing one asks the report itself. */
export const queriesFor = (declared: DeclaredReports) => {
  const drawn: FindQuery<Drawn | null> = async (db, { input, record, actor, now, zone, policy, calendar }) => {
    const known = record as PeriodicReportRow | undefined
    const item = known ? declarationOf(declared, known) : reportOf(declared, input.report)
    if (!item) return null
    const every = known?.every ?? item.every(policy)
    const [year, part] = known ? [known.year, known.part] : [input.year, input.part]
    if (part > partsOfYear(every)) return null
    const period = periodOf(every, year, part)
    // a period that still runs is refused; its numbers are not asked for
    if (period.lastDay >= dayOf(now, zone)) return null
    const params = item.report.params.parse(item.periodic.params(period))
    const filled = await item.report.fill(db, params, { actor, now, zone, policy })
    // what is kept is JSON: what it cannot carry is gone before the hash is taken
    const content = JSON.parse(JSON.stringify(filled)) as ReportContent
    const dueOn = item.dueOn(period, policy)
    return { content, contentHash: hashOf(content), dueOn: item.isMoved(policy) ? calendar.onWorkday(dueOn) : dueOn }
  }
  return {
    facts: {
      comments: { read: readComments, none: [] as readonly ReportComment[] },
      receipts: { read: readReceipts, none: [] as readonly ReportReceipt[] },
    },
    finds: { drawn, known, successor },
    reads: {},
  } satisfies Queries
}

export type PeriodicReportQueries = ReturnType<typeof queriesFor>
