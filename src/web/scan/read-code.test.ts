import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { checkDigit } from '../../vocabulary/udi/gs1-identifier.ts'
import { parseUdi } from '../../vocabulary/udi.ts'
import { best, type ReadCode, textOf } from './read-code.ts'

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })
})

const seen = async (bcid: string, text: string): Promise<string[]> => {
  const picture = await bwipjs.toBuffer({ bcid, text, scale: 4, padding: 10, backgroundcolor: 'FFFFFF' })
  const found = await readBarcodes(new Uint8Array(picture), { textMode: 'Plain', tryHarder: true })
  return found.map(code => textOf(code as ReadCode))
}

const GTIN = `0691234567890${checkDigit('0691234567890')}`
const UDI = `(01)${GTIN}(10)L2026-A(17)270318(21)SN7`

describe('a code that was printed and photographed', () => {
  test.each(['gs1datamatrix', 'gs1-128', 'gs1qrcode'])('%s is read as the UDI that it carries', async bcid => {
    const [text = ''] = await seen(bcid, UDI)
    expect(parseUdi(text, 2026)).toMatchObject({
      ok: true,
      di: GTIN,
      lot: 'L2026-A',
      serial: 'SN7',
      expiresOn: '2027-03-18',
    })
  })

  test('a QR code of ours is read as it is', async () => {
    expect(await seen('qrcode', 'TS-2026-00042')).toEqual(['TS-2026-00042'])
  })
})

test('of several codes the one of the device is taken', () => {
  expect(best(['6912345678904', ']d20106912345678904', 'https://example.cn/a/very/long/address/of/a/maker'])).toBe(
    ']d20106912345678904',
  )
  expect(best(['MA.156.M0.100001.1', '6912345678904'])).toBe('MA.156.M0.100001.1')
  expect(best([])).toBeNull()
})
