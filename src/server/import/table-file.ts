import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { Cell } from './cell.ts'

/** A table as it stands in a file: headers, then lines with the row that the spreadsheet shows for them. */
export interface Table {
  readonly headers: readonly string[]
  readonly lines: readonly { readonly row: number; readonly cells: readonly Cell[] }[]
}

/** Most lines of one table; a longer one is imported in parts. */
export const MOST_LINES = 200_000

/** Most columns that are looked at. */
export const MOST_COLUMNS = 200

/** Longest header, in characters; what stands behind is not read. */
const LONGEST_HEADER = 200

/** Why a file is no table; the codes become sentences where they are answered. */
export type TableFault = 'unreadable' | 'empty' | 'too-long'

/**
 * Reads a table from a CSV file (UTF-8 or GB 18030; comma, semicolon or tab) or the first sheet of an XLSX file. The first
 * line that is not empty holds the headers.
 * @throws Error with a {@link TableFault} as message
 */
export async function readTable(path: string, kind: 'csv' | 'xlsx'): Promise<Table> {
  const content = await readFile(path)
  const rows = kind === 'csv' ? csvRows(content) : await xlsxRows(content)
  const top = rows.findIndex(row => row.some(filled))
  const first = rows[top]
  if (!first) throw new Error('empty')
  const lines = rows
    .slice(top + 1)
    .map((cells, i) => ({ row: top + i + 2, cells: cells.slice(0, MOST_COLUMNS) }))
    .filter(line => line.cells.some(filled))
  if (lines.length === 0) throw new Error('empty')
  if (lines.length > MOST_LINES) throw new Error('too-long')
  const headers = first
    .slice(0, MOST_COLUMNS)
    .map(cell => (cell === null ? '' : String(cell).trim().slice(0, LONGEST_HEADER)))
  return { headers, lines }
}

const filled = (cell: Cell): boolean => cell !== null && String(cell).trim() !== ''

function csvRows(content: Buffer): Cell[][] {
  const written = decoded(content)
  const firstLine = written.slice(0, written.search(/\r|\n/) >>> 0 || undefined)
  const delimiter = [',', '\t', ';'].reduce((best, mark) =>
    firstLine.split(mark).length > firstLine.split(best).length ? mark : best,
  )
  try {
    return parse(written, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_LINES + 2,
    })
  } catch {
    throw new Error('unreadable')
  }
}

/** Excel in China saves CSV in GB 18030; what is valid UTF-8 is taken as that. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

async function xlsxRows(content: Buffer): Promise<Cell[][]> {
  try {
    const [sheet] = await readXlsx(content)
    return (sheet?.data ?? []) as Cell[][]
  } catch {
    throw new Error('unreadable')
  }
}
