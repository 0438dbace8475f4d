import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Json } from './json.ts'
import type { Kernel } from './kernel.ts'
import { BLANK, type Ledger } from './ledger.ts'
import { courseFilter } from './ledger-course.ts'
import { masked, sees } from './mask.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import { columnOf } from './rows.ts'
import { sightCondition } from './sight.ts'
import { containsText, containsTextHere } from './substring.ts'
import type { Instant } from './time.ts'
import type { LedgerRow } from './view.ts'

/** What is asked of a ledger. */
export interface LedgerAsk {
  /** Values allowed for each filtered column, and for each filter by how a record ran ({@link courseFilter}). */
  readonly filter?: Readonly<Record<string, readonly string[]>>
  /** First and last moment of the ordering instant, both included. */
  readonly from?: Instant
  readonly to?: Instant
  /** Substring, also of two Chinese characters; several words must all occur. */
  readonly search?: string
  /** Where the page before ended: `<instant>|<id>`. */
  readonly after?: string
  readonly limit?: number
}

/** One page of a ledger. */
export interface LedgerPage {
  readonly rows: readonly LedgerRow[]
  readonly next: string | null
  /** Exact up to {@link COUNTED}; beyond that "more than". */
  readonly count: { readonly value: number; readonly exact: boolean }
}

/** Counting stops here: a person needs no exact number beyond it, and an index does not give one for free. */
export const COUNTED = 1_000

// biome-ignore lint/suspicious/noExplicitAny: a ledger reads whichever table its procedure has
type Query = SelectQueryBuilder<any, any, any>

/** Reads a page, newest first, by keyset so that page 1,000 costs what page 1 costs. */
export async function readLedger(
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  actor: Actor,
): Promise<LedgerPage> {
  const limit = Math.min(Math.max(ask.limit ?? 50, 1), 500)
  const { rows, count } = ask.search?.trim()
    ? await searchedPage(kernel, procedure, ledger, ask, limit + 1, actor)
    : await plainPage(kernel, procedure, ledger, ask, limit + 1, actor)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const late = await enteredLate(kernel, shown)
  return {
    rows: shown.filter(isSeen(procedure, actor)).map(row => {
      const line = ledgerRow(procedure, ledger, row, actor)
      return late.has(String(row.id)) ? { ...line, late: true } : line
    }),
    next: rows.length > limit && last ? cursorOf(ledger, last) : null,
    count,
  }
}

/** All rows of a ledger, page by page, for exports of any length; `late` is true where an event was written down late (补记), else null. */
export async function* streamLedger(
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  actor: Actor,
): AsyncGenerator<LedgerRow> {
  // small enough that a page is written and forgotten before it counts as lasting
  const step = 200
  let after = ask.after
  for (;;) {
    const rows = await pageOf(kernel, procedure, ledger, { ...ask, after }, step, actor)
    const late = await enteredLate(kernel, rows)
    for (const row of rows.filter(isSeen(procedure, actor)))
      yield { ...ledgerRow(procedure, ledger, row, actor), late: late.has(String(row.id)) || null }
    const last = rows.at(-1)
    if (rows.length < step || !last) return
    after = cursorOf(ledger, last)
  }
}

/** Which of the records hold an event that was written down late (补记). */
async function enteredLate(kernel: Kernel, rows: readonly Record<string, unknown>[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const found = await kernel.pool.query<{ record_id: string }>({
    name: 'late_in_ledger',
    text: 'SELECT DISTINCT record_id FROM late_entry WHERE record_id = ANY($1::uuid[])',
    values: [rows.map(row => row.id)],
  })
  return new Set(found.rows.map(row => row.record_id))
}

/** Rows of records that the person may not see are left out of the page; the cursor goes on behind them. */
const isSeen =
  ({ record: type }: Procedure, actor: Actor) =>
  (row: Record<string, unknown>): boolean =>
    sees(type, row as unknown as RecordBase, actor)

const cursorOf = (ledger: Ledger, row: Record<string, unknown>): string => `${row[ledger.orderedBy]}|${row.id}`

interface Found {
  readonly rows: Record<string, unknown>[]
  readonly count: LedgerPage['count']
}

async function plainPage(
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  limit: number,
  actor: Actor,
): Promise<Found> {
  const [rows, count] = await Promise.all([
    pageOf(kernel, procedure, ledger, ask, limit, actor),
    countOf(kernel, procedure, ledger, ask, actor),
  ])
  return { rows, count }
}

/** So many of the youngest rows are looked through, at most, before the index is asked. */
const RECENT = 20_000

/**
 * A word that many records hold is found soonest among the youngest of them, where the search stops as soon as the page is
 * full; a rare one by the index of its pairs of characters. Which of the two a word is, the database cannot know beforehand,
 * so the youngest are looked through first.
 */
async function searchedPage(
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  limit: number,
  actor: Actor,
): Promise<Found> {
  const { search = '', ...rest } = ask
  const order = sql`${sql.ref(columnOf(ledger.orderedBy))} DESC, id DESC`
  const recent = behindCursor(asked(kernel, procedure, ledger, rest, actor), ledger, ask)
    .select(['id', ledger.orderedBy, 'searchText'])
    .orderBy(ledger.orderedBy, 'desc')
    .orderBy('id', 'desc')
    .limit(RECENT)
  const { rows: young } = await sql<{ id: string }>`
    SELECT id FROM (${recent}) AS recent WHERE ${containsTextHere('searchText', search)}
    ORDER BY ${order} LIMIT ${limit}`.execute(kernel.db)
  const ids = young.map(row => row.id)
  if (ids.length >= limit) {
    const rows = await rowsOf(kernel, procedure, ledger, ids, actor)
    return { rows, count: { value: limit - 1, exact: false } }
  }
  const indexed = await behindCursor(asked(kernel, procedure, ledger, ask, actor), ledger, ask)
    .select('id')
    .orderBy(ledger.orderedBy, 'desc')
    .orderBy('id', 'desc')
    .limit(COUNTED + 1)
    .execute()
  const found = indexed.map(row => row.id as string)
  const rows = await rowsOf(kernel, procedure, ledger, found.slice(0, limit), actor)
  return { rows, count: { value: Math.min(found.length, COUNTED), exact: found.length <= COUNTED && !ask.after } }
}

const rowsOf = (
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ids: readonly string[],
  actor: Actor,
): Promise<Record<string, unknown>[]> =>
  shownColumns(kernel.db.selectFrom(procedure.record.table) as Query, procedure, ledger, actor)
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .orderBy(ledger.orderedBy, 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Who sees a record may depend on any of its columns. */
const shownColumns = (query: Query, { record }: Procedure, ledger: Ledger, actor: Actor): Query =>
  record.seenBy || actor.sight
    ? query.selectAll()
    : query.select([...new Set(['id', 'number', 'state', ledger.orderedBy, ...ledger.columns.map(item => item.key)])])

/** Rows behind the one where the page before ended. */
function behindCursor(query: Query, ledger: Ledger, ask: LedgerAsk): Query {
  const [at, id] = ask.after?.split('|') ?? []
  if (!at || !id) return query
  const column = sql.ref(columnOf(ledger.orderedBy))
  return query.where(sql<boolean>`(${column}, id) < (${at}::timestamptz, ${id}::uuid)`)
}

function asked(kernel: Kernel, procedure: Procedure, ledger: Ledger, ask: LedgerAsk, actor: Actor): Query {
  let query = kernel.db.selectFrom(procedure.record.table) as Query
  if (actor.sight || procedure.record.seenRows) query = query.where(sightCondition(procedure.record, actor))
  for (const [key, values] of Object.entries(ask.filter ?? {})) {
    if (values.length === 0) continue
    const course = courseFilter(procedure, key)
    if (course) query = query.where(course.where(values, kernel.clock.now()))
    else if (ledger.filters.includes(key)) query = query.where(holdsOneOf(key, values))
  }
  if (ask.from) query = query.where(ledger.orderedBy, '>=', ask.from)
  if (ask.to) query = query.where(ledger.orderedBy, '<=', ask.to)
  if (ask.search?.trim()) query = query.where(containsText('search_text', ask.search))
  return query
}

const holdsOneOf =
  (column: string, values: readonly string[]) =>
  // biome-ignore lint/suspicious/noExplicitAny: a ledger reads whichever table its procedure has
  (eb: ExpressionBuilder<any, any>) => {
    const given = values.filter(value => value !== BLANK)
    return eb.or([
      ...(given.length > 0 ? [eb(column, 'in', given)] : []),
      ...(given.length < values.length ? [eb(column, 'is', null)] : []),
    ])
  }

const pageOf = (
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  limit: number,
  actor: Actor,
): Promise<Record<string, unknown>[]> =>
  shownColumns(behindCursor(asked(kernel, procedure, ledger, ask, actor), ledger, ask), procedure, ledger, actor)
    .orderBy(ledger.orderedBy, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

async function countOf(
  kernel: Kernel,
  procedure: Procedure,
  ledger: Ledger,
  ask: LedgerAsk,
  actor: Actor,
): Promise<LedgerPage['count']> {
  const some = asked(kernel, procedure, ledger, ask, actor)
    .select('id')
    .limit(COUNTED + 1)
  const { rows } = await sql<{ value: number }>`SELECT count(*)::int AS value FROM (${some}) AS counted`.execute(
    kernel.db,
  )
  const value = rows[0]?.value ?? 0
  return { value: Math.min(value, COUNTED), exact: value <= COUNTED }
}

function ledgerRow(procedure: Procedure, ledger: Ledger, row: Record<string, unknown>, actor: Actor): LedgerRow {
  const seen = masked(procedure.record, row as unknown as RecordBase, actor) as unknown as Record<string, Json>
  const shown: Record<string, Json> = { id: seen.id ?? null, number: seen.number ?? null, state: seen.state ?? null }
  for (const { key } of ledger.columns) {
    const words = ledger.words?.[key]?.(seen)
    shown[key] = words ? { zh: words.zh, en: words.en } : (seen[key] ?? null)
  }
  return shown
}
