import { fileURLToPath } from 'node:url'
import type { Form } from '../../kernel/form.ts'
import type { Text } from '../../kernel/text.ts'
import { type Letterhead, letterheadData, localised } from './letterhead.ts'
import { typeset } from './press.ts'

/** The record of which a form is printed. */
export interface PrintedRecord {
  readonly number: string
  /** SHA-256 of the record's last trail entry, hexadecimal; null while nothing is recorded. */
  readonly hash: string | null
  /**
   * `settled`: an empty box prints `/`. `open`: it stays empty, something may still come.
   * `draft` and `voided` are stamped. `blank`: an empty form to be filled in by hand.
   */
  readonly standing: 'open' | 'settled' | 'draft' | 'voided' | 'blank'
  /** Title of the record's state. */
  readonly state: Text | null
  /** Document and version under which the record was made, e.g. `QP15 A/0`; printed beside the form's revision. */
  readonly edition?: string | null
  /** Events that were written down later than the entry window allows; printed below the form (S11-5.1.1f). */
  readonly late?: readonly PrintedLateEntry[]
}

/** A late entry as it stands on paper. */
export interface PrintedLateEntry {
  readonly what: Text
  readonly eventAt: { readonly instant: string }
  readonly at: { readonly instant: string }
  readonly byName: string
  readonly reason: string
}

/** Text of the QR code that ties a printed copy to its record. */
const recordCode = (number: string, hash: string): string => `bihuan:${number}:${hash}`

/** The QR code of a record's copy; none while nothing is recorded. */
export const recordQr = ({ number, hash }: PrintedRecord): string | undefined =>
  hash === null ? undefined : recordCode(number, hash)

/**
 * Prints a form of a record as PDF/A-2u with embedded fonts.
 * @throws ZodError when the form's data does not meet its schema
 * @throws TypesettingError when the template does not compile
 */
export async function printForm<View, Data>(
  form: Form<View, Data>,
  view: View,
  record: PrintedRecord,
  head: Letterhead,
): Promise<Uint8Array> {
  const content = form.schema.parse(form.data(view))
  const sheet = {
    ...letterheadData(head),
    title: form.title,
    code: form.code,
    revision: form.revision,
    ...record,
    content,
  }
  return typeset({ template: fileURLToPath(form.template), data: localised(sheet, head), qr: recordQr(record) })
}
