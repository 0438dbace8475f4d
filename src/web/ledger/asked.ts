import { clockFilter, clockOutcomes, PASSED_FILTER, passedTitle } from '../../kernel/clock-outcome.ts'
import type { Text } from '../../kernel/text.ts'
import type { LedgerMeta, ProcedureMeta } from '../answers.ts'
import type { Search } from '../routes/shell.ts'

/** What is asked of a register, as it stands in the address. */
export interface Asked {
  readonly search: string
  readonly from: string
  readonly to: string
  /** Values allowed for each filtered column. */
  readonly filter: Readonly<Record<string, readonly string[]>>
}

/** A filter by how records ran, which every register has beside those of its columns. */
export interface CourseMeta {
  readonly key: string
  readonly title: Text
  readonly options: Readonly<Record<string, Text>>
  /** What is asked as soon as somebody takes it up. */
  readonly first: readonly string[]
}

/** Each clock of the procedure, and the states that a record has left. */
export const courseOf = ({ deadlines, states }: Pick<ProcedureMeta, 'deadlines' | 'states'>): CourseMeta[] => [
  ...deadlines.map(({ name, title }) => ({
    key: clockFilter(name),
    title,
    options: clockOutcomes,
    first: ['late', 'overdue'],
  })),
  {
    key: PASSED_FILTER,
    title: passedTitle,
    options: Object.fromEntries(Object.entries(states).map(([state, { title }]) => [state, title])),
    first: [],
  },
]

/** A kept view: search and period travel among the filters, under names that no column has. */
export type ViewFilter = Readonly<Record<string, readonly string[]>>

/** Reads the question from the address. */
export function askedOf(values: Search, ledger: LedgerMeta | undefined, course: readonly CourseMeta[] = []): Asked {
  const filter: Record<string, readonly string[]> = {}
  for (const key of [...(ledger?.filters ?? []), ...course.map(item => item.key)]) {
    const value = values[`f.${key}`]
    if (value) filter[key] = value.split(',')
  }
  return { search: values.search ?? '', from: values.from ?? '', to: values.to ?? '', filter }
}

/** Writes the question into the address. */
export const addressOf = (asked: Asked, ledger: string | undefined): Record<string, string | undefined> => ({
  ledger,
  search: asked.search || undefined,
  from: asked.from || undefined,
  to: asked.to || undefined,
  ...Object.fromEntries(
    Object.entries(asked.filter).flatMap(([column, values]) =>
      values.length > 0 ? [[`f.${column}`, values.join(',')]] : [],
    ),
  ),
})

/** Writes the question as the server wants it. */
export const paramsOf = (asked: Asked): Record<string, string> => ({
  ...(asked.search && { search: asked.search }),
  ...(asked.from && { from: asked.from }),
  ...(asked.to && { to: asked.to }),
  ...Object.fromEntries(
    Object.entries(asked.filter).flatMap(([column, values]) =>
      values.length > 0 ? [[`filter.${column}`, values.join(',')]] : [],
    ),
  ),
})

/** The question as a kept view holds it. */
export const viewOf = (asked: Asked): ViewFilter => ({
  ...Object.fromEntries(Object.entries(asked.filter).filter(([, values]) => values.length > 0)),
  ...(asked.search && { search: [asked.search] }),
  ...(asked.from && { from: [asked.from] }),
  ...(asked.to && { to: [asked.to] }),
})

/** The question that a view asks. */
export function askedByView(view: ViewFilter): Asked {
  const { search, from, to, ...filter } = view
  return { search: search?.[0] ?? '', from: from?.[0] ?? '', to: to?.[0] ?? '', filter }
}

const canonical = (view: ViewFilter): string =>
  JSON.stringify(
    Object.entries(view)
      .map(([key, values]) => [key, values.toSorted()])
      .toSorted(),
  )

/** Whether a question is the one that the view asks. */
export const isView = (asked: Asked, view: ViewFilter): boolean => canonical(viewOf(asked)) === canonical(view)

/** Whether nothing is asked in particular. */
export const asksNothing = (asked: Asked): boolean => isView(asked, {})
