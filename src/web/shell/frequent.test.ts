import { expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { Meta } from '../answers.ts'
import { frequentPlaces } from './frequent.ts'

const register = (name: string, group: string) => ({
  name,
  nouns: text(name, name),
  group,
  ledgers: [{ name: 'all', title: text('台账', 'Register') }],
  reports: [],
})
const procedures = [
  register('complaint', 'after-sales'),
  register('inquiry', 'after-sales'),
  register('shipment', 'flow'),
  register('person', 'administration'),
]
const shown = (...roles: string[]) =>
  frequentPlaces({ procedures, me: { roles } } as unknown as Meta).map(place => place.to)

test('on a telephone a keeper has his stores at hand, the desk its complaints, the manager what waits for him', () => {
  expect(shown('warehouse')).toEqual(['/stores', '/stock'])
  expect(shown('service-desk')).toEqual(['/complaint', '/inquiry'])
  expect(shown('general-manager')).toEqual(['/signing', '/reports'])
})

test('a place that the navigation does not open is left out', () => {
  expect(shown('administrator')).toEqual(['/person', '/health'])
  expect(shown('equipment-technician')).toEqual([])
})
