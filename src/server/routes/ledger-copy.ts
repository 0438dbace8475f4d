import { column } from '../../kernel/column.ts'
import { BLANK, blankTitle, type Ledger } from '../../kernel/ledger.ts'
import { courseFilter } from '../../kernel/ledger-course.ts'
import type { LedgerAsk } from '../../kernel/ledger-read.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'
import type { ServerParts } from '../parts.ts'

/** Says which lines hold an event that was written down late. */
const LATE = column('late', text('补记', 'Late entry'), 'yes-no', 6)

/** The ledger's columns for a copy: states carry their titles, and the last one says what was written down late. */
export const copyColumns = (procedure: Procedure, ledger: Ledger): Column[] => [
  ...ledger.columns.map(column =>
    column.kind === 'state' && !column.options
      ? {
          ...column,
          options: Object.fromEntries(
            Object.entries(procedure.record.states).map(([state, { title }]) => [state, { title }]),
          ),
        }
      : column,
  ),
  LATE,
]

/** Puts names in place of people's ids. */
export const withNames = async (
  { pool }: Pick<ServerParts, 'pool'>,
  columns: readonly Column[],
): Promise<(row: LedgerRow) => LedgerRow> => {
  const people = columns.filter(({ kind }) => kind === 'person').map(({ key }) => key)
  if (people.length === 0) return row => row
  const { rows } = await pool.query<{ id: string; name: string }>('select id, name from person')
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return row => {
    const named: Record<string, LedgerRow[string]> = { ...row }
    for (const key of people) named[key] = names.get(String(row[key])) ?? row[key] ?? null
    return named
  }
}

/** What the rows were chosen by, in words. */
export const filterWords = (
  procedure: Procedure,
  columns: readonly Column[],
  ask: LedgerAsk,
): { readonly title: Text; readonly value: Text | string }[] => [
  ...Object.entries(ask.filter ?? {}).flatMap(([key, values]) => {
    const column = columns.find(item => item.key === key)
    const course = courseFilter(procedure, key)
    const titles = values.map(
      value =>
        course?.options[value] ??
        column?.options?.[value]?.title ??
        (value === BLANK ? blankTitle : text(value, value)),
    )
    const value = text(titles.map(({ zh }) => zh).join('、'), titles.map(({ en }) => en).join(', '))
    return values.length > 0 ? [{ title: course?.title ?? column?.title ?? text(key, key), value }] : []
  }),
  ...(ask.from ? [{ title: text('自', 'From'), value: ask.from.slice(0, 10) }] : []),
  ...(ask.to ? [{ title: text('至', 'To'), value: ask.to.slice(0, 10) }] : []),
  ...(ask.search ? [{ title: text('查找', 'Search'), value: ask.search }] : []),
]
