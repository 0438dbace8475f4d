import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Zone } from '../../kernel/time.ts'
import { cellXml, columnName, EXCEL_ROWS, type XlsxColumn, type XlsxValue } from './xlsx-cell.ts'
import {
  contentTypes,
  packageRels,
  sheetName,
  sheetTail,
  sheetTop,
  styles,
  workbook,
  workbookRels,
} from './xlsx-parts.ts'
import { ZipWriter } from './zip-writer.ts'

export type { XlsxColumn, XlsxValue }

/** A sheet to be written. */
export interface Sheet {
  /** Name of the sheet; what Excel forbids in it is replaced. */
  readonly title: string
  readonly columns: readonly XlsxColumn[]
  readonly rows: AsyncIterable<Readonly<Record<string, XlsxValue>>> | Iterable<Readonly<Record<string, XlsxValue>>>
  /** Time zone in which instants are written; Excel's dates know none. */
  readonly zone: Zone
}

/** Bytes of sheet text that are gathered before they are compressed. */
const CHUNK = 64 * 1024

/**
 * Writes a workbook of one sheet as its rows arrive; nothing but the current chunk is held. Strings are always text,
 * never formulas; instants and days are real dates. Beyond Excel's last row the sheet goes on in a second one.
 * When the reader goes away, the rows are closed and the promise rejects.
 */
export async function writeXlsx(stream: Writable, sheet: Sheet, lastRow = EXCEL_ROWS): Promise<void> {
  await pipeline(Readable.from(xlsxBytes(sheet, lastRow), { objectMode: false, highWaterMark: CHUNK }), stream)
}

async function* xlsxBytes(sheet: Sheet, lastRow: number): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter()
  const letters = sheet.columns.map((_, index) => columnName(index))
  const name = sheetName(sheet.title)
  let sheets = 0
  let row = 0
  let text = ''

  const open = () => {
    sheets += 1
    row = 1
    zip.open(`xl/worksheets/sheet${sheets}.xml`)
    text = sheetTop(sheet.columns, letters)
  }
  const close = async () => {
    await zip.write(text + sheetTail(letters.at(-1) ?? 'A', row))
    await zip.close()
  }

  open()
  for await (const values of sheet.rows) {
    if (row === lastRow) {
      await close()
      open()
    }
    row += 1
    text += `<row r="${row}">`
    for (const [index, column] of sheet.columns.entries()) {
      text += cellXml(`${letters[index]}${row}`, column.kind, values[column.key], sheet.zone)
    }
    text += '</row>'
    if (text.length >= CHUNK) {
      await zip.write(text)
      text = ''
      yield* zip.taken()
    }
  }
  await close()

  const parts = {
    'xl/workbook.xml': workbook(name, sheets, letters.at(-1) ?? 'A', row),
    'xl/_rels/workbook.xml.rels': workbookRels(sheets),
    'xl/styles.xml': styles,
    '_rels/.rels': packageRels,
    '[Content_Types].xml': contentTypes(sheets),
  }
  for (const [path, content] of Object.entries(parts)) {
    zip.open(path)
    await zip.write(content)
    await zip.close()
  }
  zip.end()
  yield* zip.taken()
}
