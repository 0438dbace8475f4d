import { z } from 'zod'
import { holds } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { declaredBy } from '../../procedures/periodic-report/declared-report.ts'
import type { CalendarCell, CalendarState, ReportCalendar } from '../../vocabulary/report-calendar.ts'
import { periodsOf } from '../../vocabulary/report-period.ts'
import type { ServerParts } from '../parts.ts'
import { type ProductRead, productRead } from './product-read.ts'

interface Known {
  readonly id: string
  readonly number: string
  readonly state: CalendarState
  readonly key: string
  readonly part: number
  readonly filedAt: string | null
  readonly mine: boolean
  readonly pdf: string | null
}

/** The report calendar. */
export const reportReads: readonly ProductRead[] = [
  productRead({
    name: 'reports.calendar',
    title: text('报表日历', 'Report calendar'),
    by: [],
    params: z.object({ year: z.int().min(2019).max(2100) }),
    run: async ({ kernel, pool }: ServerParts, { year }, actor): Promise<ReportCalendar> => {
      const now = kernel.clock.now()
      const today = dayOf(now, kernel.zone)
      const [{ policies, calendar }, { rows: sites }, { rows: firsts }, { rows }] = await Promise.all([
        kernel.settings(),
        pool.query<{ since: string }>('select min(created_at) as since from site'),
        pool.query<{ key: string; first: Day }>(
          `select procedure || '.' || report as key, min(first_day) as first from periodic_report
           where state <> 'withdrawn' group by 1`,
        ),
        pool.query<Known>(
          `select r.id, r.number, r.state, r.procedure || '.' || r.report as key, r.part, r.filed_at as "filedAt",
             exists (select from sign_off s where s.record_id = r.id and s.outcome = 'pending'
               and s.by_roles && $2::text[] and r.submitted_by_id is distinct from $3) as mine,
             (select a.id from attachment a where a.record_id = r.id and a.purpose = 'filed-pdf' limit 1) as pdf
           from periodic_report r where r.year = $1 and r.state not in ('superseded', 'withdrawn') order by r.created_at`,
          [year, actor.roles, actor.id],
        ),
      ])
      const policy = policyBook(policies, now)
      const since = sites[0]?.since ? dayOf(sites[0].since, kernel.zone) : today
      return {
        year,
        rows: declaredBy(kernel.registry.procedures).map(item => {
          const every = item.every(policy)
          // a report counts from its first period that was begun here; until then from when the company began
          const start = firsts.find(row => row.key === item.key)?.first ?? since
          const clause = item.procedure.duties.find(duty => duty.name === item.periodic.duty)?.clause ?? ''
          return {
            key: item.key,
            title: item.report.title,
            clause,
            every,
            may: holds(actor, item.periodic.authors),
            cells: periodsOf(every, year).map((period): CalendarCell => {
              const plain = item.dueOn(period, policy)
              const dueOn = item.isMoved(policy) ? calendar.onWorkday(plain) : plain
              const known = rows.findLast(row => row.key === item.key && row.part === period.part)
              const isOver = period.lastDay < today
              const state = known?.state ?? (!isOver ? 'coming' : period.lastDay < start ? 'before' : 'due')
              const isDone = known?.filedAt !== undefined && known.filedAt !== null
              return {
                part: period.part,
                title: period.title,
                lastDay: period.lastDay,
                dueOn,
                state,
                late: isDone
                  ? dayOf(known.filedAt as string, kernel.zone) > dueOn
                  : state !== 'before' && dueOn < today,
                mine: known?.mine ?? false,
                record: known ? { id: known.id, number: known.number } : null,
                filedAt: known?.filedAt ?? null,
                pdf: known?.pdf ?? null,
              }
            }),
          }
        }),
      }
    },
  }),
]
