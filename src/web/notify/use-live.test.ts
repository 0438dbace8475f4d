import { expect, test } from 'vitest'
import { shows } from './use-live.ts'

const ids = new Set(['a', 'b'])

test('a record page shows its own record alone', () => {
  expect(shows({ record: { id: 'a' }, rows: [] }, ids)).toBe(true)
  expect(shows({ record: { id: 'c' }, rows: [{ id: 'a' }] }, ids)).toBe(false)
})

test('a register shows the records in its rows', () => {
  expect(shows({ rows: [{ id: 'c' }, { id: 'b' }] }, ids)).toBe(true)
  expect(shows({ rows: [{ id: 'c' }, null] }, ids)).toBe(false)
})

test('anything else shows none', () => {
  for (const data of [undefined, null, 'a', 3, [], {}, { rows: 'a' }]) expect(shows(data, ids)).toBe(false)
})
