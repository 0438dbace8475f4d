import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { onOneConnection } from '../../kernel/transaction.ts'
import { refuseWith } from '../refusal-answer.ts'
import { type Hold, type TraceAnswer, type TraceKind, traceKinds } from '../trace/trace.ts'
import { holdsOn, traceOf, traceOfText } from '../trace/trace-of.ts'
import { type ProductRead, productRead } from './product-read.ts'

const traceParams = z.object({
  kind: z.enum([...traceKinds, 'udi']).optional(),
  id: z.string().min(1).max(400).optional(),
  /** What was scanned or typed. */
  q: z.string().max(2_000).optional(),
  /** Page of who had what, from 0. */
  page: z.int().min(0).max(10_000).default(0),
})

/** Where goods came from, where they went, what is left and what happened. */
export const traceReads: readonly ProductRead[] = [
  productRead({
    name: 'trace.of',
    title: text('追溯', 'Trace'),
    by: [],
    params: traceParams,
    run: ({ kernel }, { kind, id, q, page }, actor): Promise<TraceAnswer> => {
      const typed = q ?? (kind === 'udi' || kind === undefined ? id : undefined)
      const isTyped = Boolean(typed?.trim())
      if (!isTyped && (!kind || kind === 'udi' || !id)) return refuseWith(nothingAsked)
      // Some twenty small questions: one process of the database answers them all.
      return onOneConnection(kernel, async one => {
        const parts = { kernel: one, pool: one.pool }
        if (typed && isTyped) return traceOfText(parts, typed, page, actor)
        const trace = await traceOf(parts, kind as TraceKind, id as string, page, actor)
        return { choices: [], trace, remark: null }
      })
    },
  }),
  productRead({
    name: 'trace.holds',
    title: text('在停售的批次', 'Lots under a stop-sale'),
    by: [],
    params: z.object({ lots: z.array(z.uuid()).max(200) }),
    run: async ({ kernel }, { lots }): Promise<readonly Hold[]> => holdsOn(kernel, lots),
  }),
]

const nothingAsked = refuse(
  'nothing-asked',
  text(
    '要追溯，请先扫描或输入 UDI、批号、序列号、随货同行单号、客户或记录编号。',
    'To trace, first scan or type a UDI, lot, serial number, delivery note, customer or record number.',
  ),
  { kind: 'unfit', field: 'q' },
)
