import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader'
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { type ReadCode, textOf } from './read-code.ts'

/** What stands on devices, cartons and our own papers. */
const FORMATS: ReadInputBarcodeFormat[] = [
  'DataMatrix',
  'QRCode',
  'Code128',
  'DataBar',
  'EAN13',
  'EAN8',
  'Code39',
  'ITF',
]

let prepared = false

/** The reader's program comes from our own server, never from another one. */
function prepare(): void {
  if (prepared) return
  prepared = true
  prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? reader : path) } })
}

/** Reads the codes in a picture; the texts as a hand scanner would type them. */
export async function decode(picture: ImageData | Blob, thorough = false): Promise<string[]> {
  prepare()
  const found = await readBarcodes(picture, {
    formats: FORMATS,
    tryHarder: thorough,
    textMode: 'Plain',
    maxNumberOfSymbols: 4,
  })
  return found.filter(code => code.isValid).map(code => textOf(code as ReadCode))
}
