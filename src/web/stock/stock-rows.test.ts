import { expect, test } from 'vitest'
import { expiryOf } from './expiry.ts'
import { type StockLine, stockRows } from './stock-rows.ts'

const line = (lotId: string, warehouseId: string, zone: StockLine['zone'], quantity: number): StockLine => ({
  lotId,
  lotNumber: `PC-${lotId}`,
  lotNo: lotId,
  lotState: 'active',
  expiresOn: null,
  productId: 'p',
  productName: '输液泵',
  model: 'A',
  unit: '台',
  warehouseId,
  warehouseName: warehouseId,
  zone,
  quantity,
})

test('the zones of a lot stand side by side, each warehouse by itself, in the order in which they came', () => {
  const rows = stockRows([
    line('1', 'main', 'qualified', 8),
    line('2', 'main', 'waiting', 5),
    line('1', 'cold', 'qualified', 2),
    line('1', 'main', 'return', 1),
  ])
  expect(rows.map(({ key, zones, total }) => [key, zones, total])).toEqual([
    ['1/main', { qualified: 8, return: 1 }, 9],
    ['2/main', { waiting: 5 }, 5],
    ['1/cold', { qualified: 2 }, 2],
  ])
})

test.each([
  ['2026-11-21', 'late', '已过期 1 天'],
  ['2026-11-22', 'late', '今天到期'],
  ['2026-11-23', 'warn', '近效期，剩 1 天'],
  ['2027-05-21', 'warn', '近效期，剩 180 天'],
  ['2027-05-22', 'plain', '剩 181 天'],
])('a lot that expires on %s is %s', (day, tone, zh) => {
  expect(expiryOf(day, '2026-11-22')).toMatchObject({ tone, words: { zh } })
})

test('a lot without a last day is never near it', () => {
  expect(expiryOf(null, '2026-11-22')).toBeNull()
})
