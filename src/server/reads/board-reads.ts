import { z } from 'zod'
import { type LedgerPage, readLedger } from '../../kernel/ledger-read.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { refuseWith } from '../refusal-answer.ts'
import { type ProductRead, productRead } from './product-read.ts'

/** Cards of one column; what is further down is found in the list. */
const CARDS = 40

/** The clock of a card that runs out first. */
export interface CardClock {
  readonly title: Text
  readonly openedAt: Instant
  readonly dueAt: Instant
}

/** Answer of `GET /api/read/board.of`. */
export interface BoardAnswer {
  /** In the order of the declared columns. */
  readonly columns: readonly Pick<LedgerPage, 'rows' | 'count'>[]
  /** By the id of the record. */
  readonly clocks: Readonly<Record<string, CardClock>>
}

/** A ledger as cards in columns, each with its nearest clock. */
export const boardReads: readonly ProductRead[] = [
  productRead({
    name: 'board.of',
    title: text('看板', 'Board'),
    by: [],
    params: z.object({
      procedure: z.string().max(60),
      ledger: z.string().max(60),
      search: z.string().max(200).optional(),
    }),
    run: async ({ kernel, pool }, ask, actor): Promise<BoardAnswer> => {
      const procedure = kernel.registry.has(ask.procedure) ? kernel.registry.procedure(ask.procedure) : undefined
      const ledger = procedure?.ledgers.find(item => item.name === ask.ledger)
      if (!procedure || !ledger?.board) return refuseWith(noBoard)
      const { search } = ask
      const columns = await Promise.all(
        ledger.board.columns.map(({ states }) =>
          readLedger(
            kernel,
            procedure,
            ledger,
            { filter: { state: states }, limit: CARDS, ...(search && { search }) },
            actor,
          ),
        ),
      )
      const ids = columns.flatMap(({ rows }) => rows.map(row => row.id))
      const { rows } = await pool.query<{ id: string; name: string; openedAt: Instant; dueAt: Instant }>({
        name: 'board_clocks',
        text: `select distinct on (record_id) record_id as id, name, opened_at as "openedAt", due_at as "dueAt" from deadline
               where record_id = any($1::uuid[]) and met_at is null and cancelled_at is null order by record_id, due_at`,
        values: [ids],
      })
      const title = (name: string): Text =>
        procedure.deadlines.find(item => item.name === name)?.title ?? text(name, name)
      return {
        columns: columns.map(({ rows: cards, count }) => ({ rows: cards, count })),
        clocks: Object.fromEntries(rows.map(({ id, name, ...clock }) => [id, { title: title(name), ...clock }])),
      }
    },
  }),
]

const noBoard = refuse('absent', text('这本台账没有看板，请用列表。', 'This register has no board: use the list.'), {
  kind: 'absent',
})
