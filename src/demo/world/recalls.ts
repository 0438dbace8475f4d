import { type Day, daysBetween } from '../../kernel/time.ts'
import type { DemoLot } from './lots.ts'
import { products } from './products.ts'

/** Lots of disposables that many customers took and that have a story of their own; nobody else complains about them. */
export interface RecallLots {
  /** Recalled about ten months ago; everything is done by now. */
  readonly finished: DemoLot
  /** Recalled three days ago. */
  readonly running: DemoLot
  /** Held, and found good within the day. */
  readonly freed: DemoLot
  /** Taken for the drill of a recall. */
  readonly drilled: DemoLot
}

/** Disposables that almost every customer takes: each lot of them goes to many. */
export const STAPLES: ReadonlySet<string> = new Set(['MC-SYQ-A', 'MC-LZ-22G'])

/** The lots of the recall stories; ages in days tell which of each staple's lots they are. */
export function recallLots(lots: readonly DemoLot[], today: Day): RecallLots {
  const made = (model: string, age: number): DemoLot => {
    const productId = products.find(product => product.model === model)?.id
    const distance = (lot: DemoLot): number => Math.abs(daysBetween(lot.producedOn, today) - age)
    const [nearest] = lots.filter(lot => lot.productId === productId).sort((a, b) => distance(a) - distance(b))
    if (!nearest) throw new Error(`the demo world has no lot of ${model}`)
    return nearest
  }
  return {
    finished: made('MC-LZ-22G', 630),
    running: made('MC-SYQ-A', 330),
    freed: made('MC-SYQ-A', 450),
    drilled: made('MC-LZ-22G', 430),
  }
}
