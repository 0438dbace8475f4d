import { type Text, text } from '../../kernel/text.ts'
import type { Trace } from '../../server/trace/trace.ts'

/** A number above the lists. */
export interface Sum {
  readonly title: Text
  readonly value: number
  readonly tone?: 'warn' | 'late'
  /** Counted in the product's unit. */
  readonly unit: boolean
}

/** The sums of a trace: what came, what went, what came back, what lies here, what is gone for good. */
export function sumsOf(trace: Trace): readonly Sum[] {
  const into = (from: string): number =>
    trace.flows.reduce((sum, item) => (item.from === from ? sum + item.quantity : sum), 0)
  const away = (to: string): number =>
    trace.flows.reduce((sum, item) => (item.to === to ? sum + item.quantity : sum), 0)
  const handed = (of: 'returned' | 'destroyed'): number => trace.handed.reduce((sum, line) => sum + line[of], 0)
  const opened = trace.moves.reduce((sum, move) => (move.kind === 'open-stock' ? sum + move.quantity : sum), 0)
  const left = trace.stock.reduce((sum, item) => sum + item.quantity, 0)
  const customers = new Set(trace.handed.map(line => line.partyId)).size
  const { kind } = trace.subject
  const delivered: Sum = { title: text('发出', 'Delivered'), value: trace.delivered, unit: true }
  const returned: Sum = { title: text('退回', 'Returned'), value: handed('returned'), unit: true }
  if (kind === 'customer' || kind === 'delivery')
    return [{ title: text('批次', 'Lots'), value: trace.lots.length, unit: false }, delivered, returned]
  return [
    { title: text('入库', 'Came in'), value: into('supplier') + opened, unit: true },
    delivered,
    {
      title: text('客户', 'Customers'),
      value: trace.lots.length === 1 ? trace.handedCount : customers,
      unit: false,
    },
    returned,
    { title: text('在库', 'In stock'), value: left, unit: true },
    ...(away('destroyed') > 0
      ? [{ title: text('已销毁', 'Destroyed'), value: away('destroyed'), tone: 'late' as const, unit: true }]
      : []),
  ]
}
