import type { Writable } from 'node:stream'
import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'
import { cellText } from './ledger-cell.ts'
import { inLanguage, type Letterhead } from './letterhead.ts'
import { writeXlsx, type XlsxColumn, type XlsxValue } from './xlsx.ts'

/** A register as it is streamed from the database. */
export interface ExportedLedger {
  readonly title: Text
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>
}

const kindOf = (column: Column): XlsxColumn['kind'] =>
  column.kind === 'number' || column.kind === 'instant' || column.kind === 'day' ? column.kind : 'text'

function exported(column: Column, value: Json | undefined, head: Letterhead): XlsxValue {
  const plain = typeof value === 'number' || (typeof value === 'string' && kindOf(column) !== 'text')
  return plain ? value : cellText(column, value, head)
}

/** Streams a ledger as a workbook: choices by their titles, instants and days as real dates in the site's zone. */
export function writeLedgerXlsx(stream: Writable, ledger: ExportedLedger, head: Letterhead): Promise<void> {
  async function* rows() {
    for await (const row of ledger.rows) {
      yield Object.fromEntries(ledger.columns.map(column => [column.key, exported(column, row[column.key], head)]))
    }
  }
  const columns = ledger.columns.map(column => ({
    key: column.key,
    title: inLanguage(column.title, head),
    kind: kindOf(column),
    // A date with its time needs 17 characters, else Excel shows hash signs.
    width: Math.max(column.kind === 'instant' ? 17 : column.kind === 'day' ? 12 : 8, column.width),
  }))
  const zone = head.zone ?? SITE_ZONE
  return writeXlsx(stream, { title: inLanguage(ledger.title, head), columns, rows: rows(), zone })
}
