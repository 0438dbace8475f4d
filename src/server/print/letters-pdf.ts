import { fileURLToPath } from 'node:url'
import { type LetterView, letterForm } from '../../procedures/message/forms/letter.ts'
import { type Letterhead, letterheadData, localised } from './letterhead.ts'
import { type PrintedRecord, recordQr } from './pdf.ts'
import { typeset, typesetApart } from './press.ts'

/** A letter that is printed with others. */
export interface LetterSheet {
  readonly view: LetterView
  readonly record: PrintedRecord
}

/** More letters than these are set in a process of their own, so that nobody's single page waits for them. */
const MANY = 20

/**
 * Prints letters into one file, in their order: each begins on a page of its own and counts its own pages, so that the stack can be
 * parted into envelopes.
 * @throws ZodError when the data of a letter does not meet the form's schema
 * @throws TypesettingError when the template does not compile
 */
export async function printLetters(letters: readonly LetterSheet[], head: Letterhead): Promise<Uint8Array> {
  const sheet = {
    ...letterheadData(head),
    title: letterForm.title,
    code: letterForm.code,
    revision: letterForm.revision,
    number: '',
    hash: null,
    standing: 'open',
    content: null,
    letters: letters.map(({ view, record }) => {
      const qr = recordQr(record)
      return {
        number: record.number,
        hash: record.hash,
        qr: qr === undefined ? null : { qrOf: qr },
        content: letterForm.schema.parse(letterForm.data(view)),
      }
    }),
  }
  const job = { template: fileURLToPath(letterForm.template), data: localised(sheet, head) }
  return letters.length > MANY ? typesetApart(job) : typeset(job)
}
