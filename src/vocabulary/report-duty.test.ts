import { expect, test } from 'vitest'
import { filedReport } from './report-duty.ts'

test('a turn of a duty to report begins the very report of its period', () => {
  const done = filedReport('complaint', 'quarterly')
  expect(done?.opens).toBe('periodic-report.begin')
  expect(done?.fill?.({ place: '', from: '2026-07-01', to: '2026-09-30' })).toEqual({
    report: 'complaint.quarterly',
    year: 2026,
    part: 3,
  })
})
