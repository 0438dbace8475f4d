import { expect, test } from 'vitest'
import { missingIn } from './missing.ts'

test('a number that is not there between the first and the last is missing', () => {
  expect(missingIn(['TS-2026-00007', 'TS-2026-00009', 'BH-2026-00001', 'TS-2025-00100'])).toEqual(['TS-2026-00008'])
  expect(missingIn([])).toEqual([])
})
