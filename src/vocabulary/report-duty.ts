import type { Duty } from '../kernel/duty.ts'

/**
 * The turn of a duty to report is done when the report of its period is filed:
 *
 *     done: filedReport('complaint', 'quarterly')
 */
export const filedReport = (procedure: string, report: string): Duty['done'] => ({
  command: 'periodic-report.file',
  at: ({ record }) => (record.procedure === procedure && record.report === report ? String(record.lastDay) : null),
})
