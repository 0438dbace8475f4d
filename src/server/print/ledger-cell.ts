import type { Json } from '../../kernel/json.ts'
import { type Text, text } from '../../kernel/text.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import type { Column } from '../../kernel/view.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import { inLanguage, type Letterhead, printedInstant } from './letterhead.ts'

const YES = text('是', 'Yes')
const NO = text('否', 'No')

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** The value of a ledger's column as text of the copy; null when there is none. Lists are joined. */
export function cellText(column: Column, value: Json | undefined, head: Letterhead): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const parts = value.map(item => cellText(column, item as Json, head)).filter(part => part !== null)
    return parts.length > 0 ? parts.join(head.language === 'en' ? ', ' : '、') : null
  }
  if (isText(value)) return inLanguage(value, head)
  if (typeof value === 'boolean') return inLanguage(value ? YES : NO, head)
  if (column.kind === 'instant' && typeof value === 'string') return printedInstant(value, head.zone ?? SITE_ZONE)
  if (column.every && typeof value === 'string') return inLanguage(periodAt(column.every, value).title, head)
  const title = typeof value === 'string' ? column.options?.[value]?.title : undefined
  if (title) return inLanguage(title, head)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** How a spreadsheet keeps the values of a column: as a number, a date, or the text of the copy. */
export const sheetKind = ({ kind, every }: Column): 'number' | 'instant' | 'day' | 'text' =>
  !every && (kind === 'number' || kind === 'instant' || kind === 'day') ? kind : 'text'

/** Columns whose values are set in figures and stand to the right. */
const isNumeric = (column: Column): boolean => column.kind === 'number'

/** A table's columns and rows as its template reads them. */
export const tableData = (
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, Json>>[],
  head: Letterhead,
) => ({
  columns: columns.map(column => ({
    label: inLanguage(column.title, head),
    width: Math.min(40, Math.max(4, column.width)),
    right: isNumeric(column),
  })),
  rows: rows.map(row => columns.map(column => cellText(column, row[column.key], head))),
})
