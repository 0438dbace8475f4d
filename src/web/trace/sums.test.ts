import { expect, test } from 'vitest'
import type { Trace } from '../../server/trace/trace.ts'
import { sumsOf } from './sums.ts'

const flow = (from: string, to: string, quantity: number) => ({
  from,
  to,
  quantity,
  warehouseId: 'w',
  warehouseName: 'w',
})
const trace = (kind: string): Trace =>
  ({
    subject: { kind },
    lots: [{ id: 'lot' }],
    handed: [
      { partyId: 'a', returned: 2, destroyed: 0 },
      { partyId: 'b', returned: 1, destroyed: 1 },
    ],
    handedCount: 2,
    delivered: 12,
    stock: [{ quantity: 8 }, { quantity: 3 }],
    moves: [
      { kind: 'open-stock', quantity: 5 },
      { kind: 'count', quantity: 1 },
    ],
    flows: [
      flow('supplier', 'waiting', 20),
      flow('counted', 'qualified', 6),
      flow('customer', 'destroyed', 1),
      flow('unqualified', 'destroyed', 2),
    ],
  }) as unknown as Trace
const shown = (kind: string) => sumsOf(trace(kind)).map(({ title, value }) => [title.zh, value])

test('a lot tells what came in, went out, came back, lies here and is gone', () => {
  expect(shown('lot')).toEqual([
    ['入库', 25],
    ['发出', 12],
    ['客户', 2],
    ['退回', 3],
    ['在库', 11],
    ['已销毁', 3],
  ])
})

test('a customer tells what it had and gave back', () => {
  expect(shown('customer')).toEqual([
    ['批次', 1],
    ['发出', 12],
    ['退回', 3],
  ])
})
