import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import { writeXlsx } from '../print/xlsx.ts'
import { mapColumns } from './columns.ts'
import { readTableApart } from './read-apart.ts'
import { readTable } from './table-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('a table in a file', () => {
  test('CSV with quotes, line breaks in cells, and rows counted as a spreadsheet counts them', async () => {
    const path = await file('a.csv', '\uFEFF批号,数量\r\n\r\n"20260801",12\r\n"二\n行",3\r\n')
    expect(await readTable(path, 'csv')).toEqual({
      headers: ['批号', '数量'],
      lines: [
        { row: 3, cells: ['20260801', '12'] },
        { row: 4, cells: ['二\n行', '3'] },
      ],
    })
  })
  test('CSV in GB 18030, with semicolons or tabs', async () => {
    // 批号;数量 in GB 18030
    const gb = Uint8Array.from([0xc5, 0xfa, 0xba, 0xc5, 0x3b, 0xca, 0xfd, 0xc1, 0xbf, 0x0a, 0x41, 0x3b, 0x31])
    expect(await readTable(await file('gb.csv', gb), 'csv')).toMatchObject({ headers: ['批号', '数量'] })
    expect(await readTable(await file('tab.csv', 'a\tb\n1\t2'), 'csv')).toMatchObject({ headers: ['a', 'b'] })
  })
  test('headers are read so far as words go, since looking for their brackets takes the longer the more of them there are', async () => {
    const { headers } = await readTable(await file('long.csv', `${'('.repeat(5_000)},批号\n1,2`), 'csv')
    expect(headers.map(header => header.length)).toEqual([200, 2])
  })
  test('XLSX as we write it ourselves, days included', async () => {
    const path = join(folder, 'b.xlsx')
    await writeXlsx(createWriteStream(path), {
      title: '批次',
      columns: [
        { key: 'lot', title: '批号', width: 10, kind: 'text' },
        { key: 'day', title: '生产日期', width: 10, kind: 'day' },
        { key: 'count', title: '数量', width: 10, kind: 'number' },
      ],
      rows: [{ lot: '0012', day: '2026-08-01', count: 7 }],
      zone: SITE_ZONE,
    })
    const table = await readTable(path, 'xlsx')
    expect(table.headers).toEqual(['批号', '生产日期', '数量'])
    expect(table.lines).toEqual([{ row: 2, cells: ['0012', new Date('2026-08-01T00:00:00.000Z'), 7] }])
  })
  test('what is no table is refused with what to do', async () => {
    const broken = await file('c.xlsx', 'not a zip')
    await expect(readTableApart(broken, 'xlsx')).rejects.toMatchObject({
      refusals: [{ code: 'table-unfit', field: 'file', sentence: { zh: expect.stringContaining('另存为') } }],
    })
    await expect(readTableApart(await file('d.csv', '批号\n'), 'csv')).rejects.toMatchObject({
      refusals: [{ sentence: { en: expect.stringContaining('no lines') } }],
    })
  })
})

describe('headers', () => {
  const columns = [
    { key: 'lotNo', title: text('批号', 'Lot number'), names: ['生产批号'], kind: 'line', needed: true, example: '' },
    { key: 'quantity', title: text('数量', 'Quantity'), kind: 'whole-number', needed: true, example: '' },
  ] as const
  test('are found in either language, with stars, blanks and brackets', () => {
    expect(mapColumns(columns, ['序号', ' 生产批号* ', 'QUANTITY（盒）'])).toEqual({
      mapping: { lotNo: 1, quantity: 2 },
      refusals: [],
      unused: ['序号'],
    })
  })
  test('one that is missing is named; one chosen by hand is taken', () => {
    expect(mapColumns(columns, ['批号', '件']).refusals).toMatchObject([
      { code: 'column-missing', field: 'mapping.quantity' },
    ])
    expect(mapColumns(columns, ['批号', '件'], { quantity: '件' })).toMatchObject({
      mapping: { quantity: 1 },
      refusals: [],
    })
  })
})
