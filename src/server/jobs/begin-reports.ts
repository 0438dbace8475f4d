import { execute } from '../../kernel/execute.ts'
import { policyBook } from '../../kernel/policy.ts'
import { Refused } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { declaredBy } from '../../procedures/periodic-report/declared-report.ts'
import { periodBefore } from '../../vocabulary/report-period.ts'
import type { ServerParts } from '../parts.ts'
import { systemAt } from './file-report.ts'

interface Site {
  readonly id: string
  readonly createdAt: string
}

/**
 * Begins every regular report whose period has just ended and that nobody has begun: the last period of each, at the oldest site.
 * A period that ended before the company worked with the product is left alone. Answers how many were begun.
 * @throws AggregateError after all others were begun, when some could not be drawn
 */
export async function beginReports({ kernel, pool }: Pick<ServerParts, 'kernel' | 'pool'>): Promise<number> {
  const { rows } = await pool.query<Site>(
    'select id, created_at as "createdAt" from site order by created_at, id limit 1',
  )
  const site = rows[0]
  if (!site) return 0
  const { policies } = await kernel.settings()
  const now = kernel.clock.now()
  const today = dayOf(now, kernel.zone)
  let begun = 0
  const faults: unknown[] = []
  for (const item of declaredBy(kernel.registry.procedures)) {
    const period = periodBefore(item.every(policyBook(policies, now)), today)
    if (period.lastDay < dayOf(site.createdAt, kernel.zone)) continue
    const { rows: known } = await pool.query(
      'select 1 from periodic_report where procedure = $1 and report = $2 and year = $3 and part = $4 limit 1',
      [item.procedure.name, item.report.name, period.year, period.part],
    )
    if (known.length > 0) continue
    const input = { report: item.key, year: period.year, part: period.part }
    try {
      await execute(kernel, { command: 'periodic-report.begin', input }, systemAt(site.id))
      begun += 1
    } catch (fault) {
      // another server on the same database was faster; a report that cannot be drawn stops no other
      if (!(fault instanceof Refused)) faults.push(fault)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'reports could not be begun')
  return begun
}
