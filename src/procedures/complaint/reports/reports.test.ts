import { expect, test } from 'vitest'
import { COUNTED_COMPLAINTS } from '../../../vocabulary/quality-rates.ts'
import { COUNTED } from './figures.ts'

test('what a chart leads to is what every report counts', () => {
  expect(COUNTED.state).toBe(COUNTED_COMPLAINTS)
})
