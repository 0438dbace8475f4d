import { fileURLToPath } from 'node:url'
import type { Text } from '../../kernel/text.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'
import { tableData } from './ledger-cell.ts'
import { inLanguage, type Letterhead, letterheadData } from './letterhead.ts'
import { typeset, typesetApart } from './press.ts'

/** Rows of one printed ledger; longer registers are exported as XLSX. */
export const LEDGER_ROWS = 5_000

/** From this many cells on, a ledger is set in a process of its own. */
const LONG = 5_000

/** A register, or the filtered part of one. */
export interface PrintedLedger {
  readonly title: Text
  readonly columns: readonly Column[]
  readonly rows: readonly LedgerRow[]
  /** What the rows were chosen by, in words; empty for all of them. */
  readonly filter: readonly { readonly title: Text; readonly value: Text | string }[]
  /** Form number and revision, when the register has them. */
  readonly form?: { readonly code: string; readonly revision: string }
}

/**
 * Prints a ledger as landscape A4, PDF/A-2u: repeated header, page x of y, filter, company, printed by and at.
 * @throws RangeError for more than {@link LEDGER_ROWS} rows
 */
export async function printLedger(ledger: PrintedLedger, head: Letterhead): Promise<Uint8Array> {
  if (ledger.rows.length > LEDGER_ROWS) {
    throw new RangeError(`A printed ledger holds ${LEDGER_ROWS} rows, this one has ${ledger.rows.length}`)
  }
  const colon = head.language === 'en' ? ': ' : '：'
  const filter = ledger.filter.map(part => inLanguage(part.title, head) + colon + inLanguage(part.value, head))
  const sheet = {
    ...letterheadData(head),
    title: inLanguage(ledger.title, head),
    ...ledger.form,
    filter: filter.length > 0 ? filter.join(head.language === 'en' ? '; ' : '；') : null,
    table: tableData(ledger.columns, ledger.rows, head),
  }
  const job = { template: fileURLToPath(new URL('./ledger.typ', import.meta.url)), data: sheet, tagged: false }
  return ledger.rows.length * ledger.columns.length > LONG ? typesetApart(job) : typeset(job)
}
