import type { Duty } from '../kernel/duty.ts'
import { periodOfDays } from './report-period.ts'

/**
 * The turn of a duty to report is done when the report of its period is filed; its work begins where that report is begun:
 *
 *     done: filedReport('complaint', 'quarterly')
 */
export const filedReport = (procedure: string, report: string): Duty['done'] => ({
  command: 'periodic-report.file',
  at: ({ record }) => (record.procedure === procedure && record.report === report ? String(record.lastDay) : null),
  opens: 'periodic-report.begin',
  fill: ({ from, to }) => {
    const period = periodOfDays(from, to)
    return { report: `${procedure}.${report}`, ...(period && { year: period.year, part: period.part }) }
  },
})
