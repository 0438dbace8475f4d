import type { FactQuery } from '../../kernel/queries.ts'
import type { SignalPaper } from './forms/view.ts'
import type { SignalRow } from './signal.ts'

/** Reads what the printed form shows, for many signals at once. */
export const readPaper: FactQuery<SignalPaper> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db.selectFrom('signal').selectAll().where('id', 'in', ids).execute()) as SignalRow[]
  return new Map(
    rows.map(row => [
      row.id,
      {
        subject: row.subject,
        subjectName: row.subjectName,
        month: row.month,
        rule: row.rule,
        points: row.points,
        chart: row.chart,
        count: row.count,
        units: row.units,
        rate: row.rate,
        upper: row.upper,
        decision: row.decision,
        reason: row.decisionReason,
        until: row.until,
        responsible: row.responsibleName,
        complaint: row.complaintNumber,
        proposedBy: row.proposedByName,
        proposedAt: row.proposedAt,
        approvedBy: row.approvedByName,
        approvedAt: row.approvedAt,
        conclusion: row.conclusion,
        closedBy: row.closedByName,
        closedAt: row.closedAt,
      },
    ]),
  )
}
