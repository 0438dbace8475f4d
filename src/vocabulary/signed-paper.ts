import { sql } from 'kysely'
import type { z } from 'zod'
import type { PaperSignature, tableSchema } from '../kernel/paper.ts'
import type { AnyDatabase } from '../kernel/queries.ts'
import { type Text, text } from '../kernel/text.ts'
import type { GivenSignature } from './given-signature.ts'
import { postOf } from './role.ts'

/** A given signature as forms print it, to the second. */
export const onPaper = ({
  meaning,
  role,
  name,
  at,
  hash,
}: Omit<GivenSignature, 'command' | 'role'> & { readonly role?: string | null }): PaperSignature => ({
  meaning,
  role: postOf(role),
  name,
  at: { instant: at, exact: true },
  hash,
})

/** The newest signature of a step; without one, the place for it. */
export function placeOf(signed: readonly GivenSignature[], command: string, meaning: Text): PaperSignature {
  const given = signed.findLast(item => item.command === command)
  return given ? { ...onPaper(given), meaning } : { meaning, role: null, name: null, at: null, hash: null }
}

/** One signature that was asked of somebody. */
export interface PaperReview {
  readonly key: string
  readonly outcome: string
  readonly name: string | null
  readonly at: string | null
  readonly note: string | null
}

type KeptReview = PaperReview & { readonly recordId: string; readonly round: number }

/** What the newest round of a chain asked on many records, in the order of its steps; signatures that were taken back are left out. */
export async function reviewsOf(
  db: AnyDatabase,
  recordIds: readonly string[],
  chain: string,
): Promise<ReadonlyMap<string, readonly PaperReview[]>> {
  const { rows } = await sql<KeptReview>`
    select record_id, key, outcome, signed_by_name as name, signed_at as at, note, round
    from sign_off where record_id = any(${[...recordIds]}::uuid[]) and chain = ${chain}
      and outcome in ('pending', 'planned', 'signed', 'declined', 'returned')
    order by round, step, turn`.execute(db)
  return new Map(
    [...Map.groupBy(rows, row => row.recordId)].map(([id, asked]) => {
      const round = Math.max(...asked.map(item => item.round))
      const last = asked.filter(item => item.round === round)
      return [id, last.map(({ key, outcome, name, at, note }) => ({ key, outcome, name, at, note }))]
    }),
  )
}

/** What a step of a sign-off chain is called on paper. */
type ReviewStep = readonly [key: string, title: Text]

const OUTCOMES = {
  signed: text('同意', 'agreed'),
  declined: text('不同意', 'refused'),
  returned: text('退回', 'sent back'),
} as const

/** A sign-off chain as a table: one line each time that a step spoke; what is not signed stays empty. */
export const reviewTable = (
  { title, by, widths }: { readonly title: Text; readonly by: Text; readonly widths: readonly number[] },
  steps: readonly ReviewStep[],
  reviews: readonly PaperReview[],
): z.infer<typeof tableSchema> => ({
  title,
  columns: [
    by,
    text('意　见', 'Opinion'),
    text('说　明', 'Remark'),
    text('签　字', 'Signed by'),
    text('时　间', 'At'),
  ].map((label, at) => ({ label, width: widths[at] ?? 3 })),
  rows: steps.flatMap(([key, step]) => {
    const said = reviews.filter(item => item.key === key && item.at !== null)
    return said.length === 0
      ? [[step, null, null, null, null]]
      : said.map(item => [
          step,
          OUTCOMES[item.outcome as keyof typeof OUTCOMES] ?? null,
          item.note,
          item.name,
          item.at ? { instant: item.at } : null,
        ])
  }),
})
