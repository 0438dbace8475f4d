import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyReport, Periodic, ReportEvery, ReportPeriod } from '../../kernel/report.ts'
import { type Day, dayOfLaterMonth } from '../../kernel/time.ts'

/** A regular report together with the procedure that declares it and when it is due. */
export interface DeclaredReport {
  /** `complaint.quarterly`. */
  readonly key: string
  readonly procedure: Procedure
  readonly report: AnyReport
  readonly periodic: Periodic
  readonly every: (policy: PolicyBook) => ReportEvery
  /** The day on which the report of a period is due; where the clause lets it, holidays move it on. */
  readonly dueOn: (period: ReportPeriod, policy: PolicyBook) => Day
  /** Whether the due day is moved on to the next working day. */
  readonly isMoved: (policy: PolicyBook) => boolean
}

/** All regular reports; asked late, since the list of procedures holds this procedure too. */
export type DeclaredReports = () => readonly DeclaredReport[]

/**
 * The regular reports that procedures declare, in their order.
 * @throws Error when a report names a duty that its procedure lacks, or one that is not for periods
 */
export const declaredBy = (procedures: readonly Procedure[]): DeclaredReport[] =>
  procedures.flatMap(procedure =>
    procedure.reports.flatMap((report: AnyReport): DeclaredReport[] => {
      const { periodic } = report
      if (!periodic) return []
      const duty = procedure.duties.find(item => item.name === periodic.duty)
      if (!duty) throw new Error(`${procedure.name}.${report.name} names a duty ${periodic.duty}, which is not there`)
      const rhythm = (policy: PolicyBook) => {
        const found = duty.rhythm(policy)
        if (found.every === 'day' || found.every === 'shares')
          throw new Error(`the duty ${periodic.duty} has no periods to report on`)
        return found
      }
      return [
        {
          key: `${procedure.name}.${report.name}`,
          procedure,
          report,
          periodic,
          every: policy => rhythm(policy).every,
          dueOn: (period, policy) => {
            const { dueMonth, dueDay } = rhythm(policy)
            return dayOfLaterMonth(period.lastDay, dueMonth, dueDay)
          },
          isMoved: policy =>
            (typeof duty.holidays === 'function' ? duty.holidays(policy) : duty.holidays) === 'next-working-day',
        },
      ]
    }),
  )

/** A regular report by its key. */
export const reportOf = (declared: DeclaredReports, key: string): DeclaredReport | undefined =>
  declared().find(item => item.key === key)

/** The declaration behind a record. */
export const declarationOf = (
  declared: DeclaredReports,
  record: { readonly procedure: string; readonly report: string },
): DeclaredReport | undefined => reportOf(declared, `${record.procedure}.${record.report}`)
