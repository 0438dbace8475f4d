import { type RawBuilder, sql } from 'kysely'
import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { masked, sees } from './mask.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import { titleOf } from './record.ts'
import { columnOf } from './rows.ts'
import { sightCondition } from './sight.ts'
import { containsText, containsTextHere } from './substring.ts'
import { type Text, text } from './text.ts'
import { onOneConnection } from './transaction.ts'

/** One record found from anywhere. */
export interface Found {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
}

/** So many of the youngest records of each procedure are looked through before the index of character pairs is asked. */
const YOUNG = 5_000

/**
 * Looks through all procedures' records, youngest first, a few of each: numbers, names, pinyin initials of names, descriptions.
 * Fewer than two characters find nothing. A word that many records hold is found soonest among the youngest, a rare one by the index;
 * which of the two it is, nobody knows beforehand. All questions go out together on one connection.
 */
export async function searchAll(kernel: Kernel, term: string, actor: Actor, each = 6): Promise<Found[]> {
  const wanted = term.trim().slice(0, 200)
  if ([...wanted].length < 2) return []
  const asked = kernel.registry.procedures.filter(({ name }) => actor.sight?.procedures.includes(name) ?? true)
  return onOneConnection(kernel, async one => {
    const [large, young] = await Promise.all([
      largeAmong(one, asked),
      Promise.all(asked.map(procedure => rowsOf(one, youngest(procedure, wanted, actor, each)))),
    ])
    const found = await Promise.all(
      asked.map(async (procedure, i) => {
        const rows = young[i] ?? []
        const whole = rows.length >= each || !large.has(procedure.name)
        return shown(procedure, whole ? rows : await rowsOf(one, indexed(procedure, wanted, actor, each)), actor)
      }),
    )
    return found.flat()
  })
}

/** Newest first, by the column that its register is read by, which has an index. */
const order = ({ ledgers }: Procedure): RawBuilder<unknown> =>
  sql`${sql.ref(columnOf(ledgers[0]?.orderedBy ?? 'createdAt'))} DESC, id DESC`

const youngest = (procedure: Procedure, wanted: string, actor: Actor, each: number): RawBuilder<Row> =>
  sql`SELECT * FROM (
      SELECT * FROM ${sql.table(procedure.record.table)} WHERE ${sightCondition(procedure.record, actor)}
      ORDER BY ${order(procedure)} LIMIT ${YOUNG}) AS young
    WHERE ${containsTextHere('search_text', wanted)} ORDER BY ${order(procedure)} LIMIT ${each}`

const indexed = (procedure: Procedure, wanted: string, actor: Actor, each: number): RawBuilder<Row> =>
  sql`SELECT * FROM ${sql.table(procedure.record.table)}
    WHERE ${containsText('search_text', wanted)} AND ${sightCondition(procedure.record, actor)}
    ORDER BY ${order(procedure)} LIMIT ${each}`

type Row = Record<string, unknown>

const rowsOf = async (one: Kernel, query: RawBuilder<Row>): Promise<readonly Row[]> => {
  const { sql: text, parameters } = query.compile(one.db)
  return (await one.pool.query<Row>({ text, values: [...parameters] })).rows
}

/** Procedures that have more records than are looked through as young. */
async function largeAmong(one: Kernel, asked: readonly Procedure[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const { rows } = await one.pool.query<{ name: string }>({
    text: asked
      .map(
        ({ name, record }) =>
          `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM "${record.table}" OFFSET ${YOUNG} LIMIT 1)`,
      )
      .join(' UNION ALL '),
  })
  return new Set(rows.map(row => row.name))
}

const shown = ({ name, noun, record: type }: Procedure, rows: readonly Row[], actor: Actor): Found[] =>
  rows
    .map(recordOf)
    .filter(record => sees(type, record, actor))
    .map(record => ({
      procedure: name,
      noun,
      id: record.id,
      number: record.number,
      title: titleOf(type, masked(type, record, actor)),
      state: type.states[record.state]?.title ?? text(record.state, record.state),
    }))
