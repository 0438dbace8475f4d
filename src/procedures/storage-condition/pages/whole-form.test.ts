import { expect, test } from 'vitest'
import { quickEntryOf, WHOLE_FORM } from './whole-form.ts'

test('a link that names a store and nothing else leads to the two figures, without a store to all; any other to the whole form', () => {
  expect(quickEntryOf({ warehouseId: 'w' })).toEqual({ store: 'w' })
  expect(quickEntryOf({})).toEqual({ store: null })
  expect(quickEntryOf({ warehouseId: 'w', [WHOLE_FORM]: '1' })).toBeNull()
  expect(quickEntryOf({ warehouseId: 'w', measuredAt: '2026-11-20T01:40:00.000Z' })).toBeNull()
})
