import { Writable } from 'node:stream'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Sheet, writeXlsx, type XlsxColumn } from './xlsx.ts'
import { sheetName } from './xlsx-parts.ts'

class Collected extends Writable {
  readonly chunks: Buffer[] = []
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.chunks.push(chunk)
    done()
  }
  files(): Record<string, string> {
    const entries = Object.entries(unzipSync(Buffer.concat(this.chunks)))
    return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]))
  }
}

const column = (key: string, kind: XlsxColumn['kind'] = 'text'): XlsxColumn => ({ key, title: key, kind, width: 12 })

async function written(sheet: Partial<Sheet>, lastRow?: number): Promise<Record<string, string>> {
  const stream = new Collected()
  const whole = { title: '台账', columns: [column('a')], rows: [], zone: 'Asia/Shanghai', ...sheet }
  await writeXlsx(stream, whole, lastRow)
  return stream.files()
}

const FIRST = 'xl/worksheets/sheet1.xml'

describe('a workbook', () => {
  test('has its parts, a frozen bold header and a filter over all rows', async () => {
    const files = await written({ columns: [column('a'), column('b')], rows: [{ a: '1', b: '2' }, { a: '3' }] })
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      FIRST,
    ])
    expect(files[FIRST]).toContain('state="frozen"')
    expect(files[FIRST]).toContain('<autoFilter ref="A1:B3"/>')
    expect(files[FIRST]).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">a</t>')
    expect(files['xl/workbook.xml']).toContain('<sheet name="台账" sheetId="1"')
  })

  test('writes instants in the zone and days as real dates, on both sides of daylight saving', async () => {
    const columns = [column('at', 'instant'), column('on', 'day')]
    const shanghai = await written({ columns, rows: [{ at: '2026-11-20T16:30:00.000Z', on: '2026-11-20' }] })
    expect(shanghai[FIRST]).toMatch(/<c r="A2" s="2"><v>46347\.020833\d*<\/v><\/c><c r="B2" s="3"><v>46346<\/v>/)
    const rows = [{ at: '2026-03-29T00:59:00.000Z' }, { at: '2026-03-29T01:00:00.000Z' }]
    const berlin = await written({ columns, rows, zone: 'Europe/Berlin' })
    const serials = [...(berlin[FIRST] ?? '').matchAll(/<v>([\d.]+)<\/v>/g)].map(found => Number(found[1]))
    expect(((serials[1] ?? 0) - (serials[0] ?? 0)) * 1440).toBeCloseTo(61, 3)
  })

  test('keeps what is no date as text', async () => {
    const rows = [{ on: '1899-12-31' }, { on: 'soon' }]
    const files = await written({ columns: [column('on', 'day')], rows })
    expect(files[FIRST]).toContain('>1899-12-31</t>')
    expect(files[FIRST]).toContain('>soon</t>')
  })

  test('never writes a formula, and marks what would become one when edited', async () => {
    const files = await written({
      rows: [{ a: '=HYPERLINK("http://x")' }, { a: '+1' }, { a: '@SUM(A1)' }, { a: '-2' }],
    })
    expect(files[FIRST]).not.toContain('<f>')
    expect(files[FIRST]?.match(/s="4" t="inlineStr"/g)).toHaveLength(4)
    expect(files[FIRST]).toContain('=HYPERLINK(&quot;http://x&quot;)')
  })

  test('carries markup, control characters, broken surrogates and escape look-alikes as text', async () => {
    const files = await written({ rows: [{ a: '<b>&\u0007\ud800 _x0041_ 😀' }] })
    expect(files[FIRST]).toContain('&lt;b&gt;&amp;\ufffd\ufffd _x005F_x0041_ 😀')
  })

  test('says where it cuts a text that is too long for a cell', async () => {
    const files = await written({ rows: [{ a: '长'.repeat(40_000) }] })
    const shown = /<c r="A2"[^>]*><is><t[^>]*>([^<]*)</.exec(files[FIRST] ?? '')?.[1] ?? ''
    expect(shown).toHaveLength(32_767)
    expect(shown).toContain('此处截断')
  })

  test('goes on in a second sheet after the last row, with the header again', async () => {
    const files = await written({ rows: [{ a: 1 }, { a: 2 }, { a: 3 }] }, 3)
    expect(files['xl/worksheets/sheet2.xml']).toContain('<c r="A2" s="0"><v>3</v></c>')
    expect(files['xl/worksheets/sheet2.xml']).toContain('<c r="A1" s="1"')
    expect(files['xl/workbook.xml']).toContain('name="台账 (2)"')
  })

  test('reads no further and closes its rows when the reader goes away', async () => {
    let read = 0
    let closed = false
    async function* rows() {
      try {
        for (;;) yield { a: `row ${read++} ${Math.random()}` }
      } finally {
        closed = true
      }
    }
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('the reader went away'))
      },
    })
    const writing = writeXlsx(gone, { title: 'x', columns: [column('a')], rows: rows(), zone: 'UTC' })
    await expect(writing).rejects.toThrow('the reader went away')
    expect(closed).toBe(true)
    expect(read).toBeLessThan(100_000)
  })
})

test('sheet names keep the rules of Excel', () => {
  expect(sheetName("投诉/2026: [Q3]*?'")).toBe('投诉 2026   Q3')
  expect(sheetName('很'.repeat(40))).toHaveLength(31)
  expect(sheetName("'")).toBe('Sheet')
  expect(sheetName('History')).toBe('Sheet')
})
