import type { ImportColumn } from '../../kernel/import.ts'
import type { Json } from '../../kernel/json.ts'
import { type Text, text } from '../../kernel/text.ts'
import { isDay } from '../../kernel/time.ts'
import { folded } from './columns.ts'

/** A cell as the reader of the file answers it. */
export type Cell = string | number | boolean | Date | null

/** Longest text of one cell, in characters. */
const LONGEST = 500

/** The value of a cell, or the sentence that says what to write there. */
export function readCell(column: ImportColumn, cell: Cell): { readonly value: Json } | { readonly trouble: Text } {
  if (cell === null || (typeof cell === 'string' && cell.trim() === ''))
    return column.needed
      ? { trouble: text(`请填写“${column.title.zh}”。`, `Fill in "${column.title.en}".`) }
      : { value: null }
  const written = writtenIn(cell)
  if (written.length > LONGEST)
    return {
      trouble: text(
        `“${column.title.zh}”最多 ${LONGEST} 个字。`,
        `"${column.title.en}" holds at most ${LONGEST} characters.`,
      ),
    }
  const value = meant(column, cell, written)
  return value === undefined ? { trouble: wish(column, written) } : { value }
}

function meant(column: ImportColumn, cell: Cell, written: string): Json | undefined {
  switch (column.kind) {
    case 'line':
      return written
    case 'list':
      return written
        .split(/[、,，;；\s]+/)
        .map(item => item.trim())
        .filter(Boolean)
    case 'whole-number':
      return wholeNumber(cell, written)
    case 'money':
      return fen(cell, written)
    case 'day':
      return dayIn(cell, written)
    case 'yes-no':
      return yesNo(cell, written)
    case 'choice':
      return choiceIn(column, written)
  }
}

/** A text that says the same as the cell; a date is written as its day. */
function writtenIn(cell: Exclude<Cell, null>): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).normalize('NFC').trim()
}

const plainNumber = (written: string): string => written.normalize('NFKC').replace(/[,\s¥￥元]/g, '')

function wholeNumber(cell: Cell, written: string): number | undefined {
  const value =
    typeof cell === 'number'
      ? cell
      : /^[+-]?\d{1,15}(\.0+)?$/.test(plainNumber(written))
        ? Number(plainNumber(written))
        : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

/** Yuan with at most two decimals, as fen. */
function fen(cell: Cell, written: string): number | undefined {
  const plain = typeof cell === 'number' ? cell.toFixed(4).replace(/0{1,2}$/, '') : plainNumber(written)
  const match = /^(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(plain)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Days as people and spreadsheets write them: 2026-08-01, 2026/8/1, 2026.8.1, 20260801, 2026年8月1日. */
function dayIn(cell: Cell, written: string): string | undefined {
  if (cell instanceof Date) return isDay(written) ? written : undefined
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    written.normalize('NFKC').replace(/\s.*$/, ''),
  )
  if (!match) return undefined
  const [, year, month = match[4], day = match[5]] = match
  const found = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(found) ? found : undefined
}

const YES = new Set(['是', '有', 'y', 'yes', 'true', '1', '√', '✓'])
const NO = new Set(['否', '无', '不是', 'n', 'no', 'false', '0', '×', '-'])

function yesNo(cell: Cell, written: string): boolean | undefined {
  if (typeof cell === 'boolean') return cell
  const word = written.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

function choiceIn({ options = {} }: ImportColumn, written: string): string | undefined {
  const word = folded(written)
  return Object.entries(options).find(([key, title]) => [key, title.zh, title.en].map(folded).includes(word))?.[0]
}

const shorten = (written: string): string => (written.length > 40 ? `${written.slice(0, 40)}…` : written)

/** What should be written there instead. */
function wish({ kind, title, options = {} }: ImportColumn, written: string): Text {
  const is = shorten(written)
  switch (kind) {
    case 'whole-number':
      return text(`“${title.zh}”须为整数，现为“${is}”。`, `"${title.en}" is a whole number; it says "${is}".`)
    case 'money':
      return text(
        `“${title.zh}”须为金额（元，最多两位小数），现为“${is}”。`,
        `"${title.en}" is an amount in yuan with at most two decimals; it says "${is}".`,
      )
    case 'day':
      return text(
        `“${title.zh}”须为日期，如 2026-08-01，现为“${is}”。`,
        `"${title.en}" is a day such as 2026-08-01; it says "${is}".`,
      )
    case 'yes-no':
      return text(`“${title.zh}”请填“是”或“否”，现为“${is}”。`, `"${title.en}" is yes or no; it says "${is}".`)
    case 'choice': {
      const list = Object.values(options)
      return text(
        `“${title.zh}”只能填：${list.map(item => item.zh).join('、')}；现为“${is}”。`,
        `"${title.en}" is one of: ${list.map(item => item.en).join(', ')}; it says "${is}".`,
      )
    }
    default:
      return text(`“${title.zh}”无法识别。`, `"${title.en}" cannot be read.`)
  }
}
