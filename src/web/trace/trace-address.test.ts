import { expect, test } from 'vitest'
import { traceAddress } from './trace-address.ts'

test.each([
  ['lot', 'flow', {}, 'lot'],
  ['product', 'flow', {}, 'product'],
  ['party', 'flow', { isCustomer: true }, 'customer'],
  ['party', 'flow', { isCustomer: false }, 'supplier'],
  ['shipment', 'flow', {}, 'shipment'],
  ['destruction', 'quality', {}, 'record'],
  ['warehouse', 'flow', {}, undefined],
  ['person', 'administration', {}, undefined],
] as const)('a record of %s (%s) is traced as %s', (name, group, more, kind) => {
  expect(traceAddress({ name, group }, { number: 'X-2026-00001', ...more })?.kind).toBe(kind)
})
