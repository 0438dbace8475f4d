import { afterAll, describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { Column } from '../../kernel/view.ts'
import { LEDGER_ROWS, printLedger } from './ledger-pdf.ts'
import type { Letterhead } from './letterhead.ts'
import { closePress } from './press.ts'
import { readPdf } from './read-pdf.ts'
import { printReport } from './report-pdf.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '康瑞公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const states = { open: { title: text('处理中', 'Open') } }
const columns: readonly Column[] = [
  { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 14, onScreen: true },
  { key: 'at', title: text('受理时间', 'Received'), kind: 'instant', width: 14, onScreen: true },
  { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 8, onScreen: true },
  { key: 'text', title: text('内容', 'Content'), kind: 'line', width: 30, onScreen: true },
]
const row = (i: number) => ({
  number: `TS-${i}`,
  at: '2026-11-20T00:42:00.000Z',
  state: 'open',
  text: '#panic("x") *a*',
})
const title = text('投诉台账', 'Complaint ledger')

describe('a printed ledger', () => {
  test('names company, filter, count and printer, and repeats the heads on every page', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => row(i))
    const filter = [{ title: text('状态', 'State'), value: text('处理中', 'Open') }]
    const { pages, fonts, claims } = readPdf(await printLedger({ title, columns, rows, filter }, head))
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('编号受理时间状态内容')
      expect(page).toContain(`第${index + 1}页共${pages.length}页`)
    }
    expect(pages[0]).toContain('康瑞公司投诉台账筛选条件状态：处理中共120行')
    expect(pages[0]).toContain('TS-02026-11-2008:42处理中#panic("x")*a*TS-1')
    expect(pages.join('')).toContain('TS-119')
  })

  test('says that no record meets the filter', async () => {
    const { pages } = readPdf(await printLedger({ title, columns, rows: [], filter: [] }, head))
    expect(pages[0]).toContain('筛选条件全部共0行')
    expect(pages[0]).toContain('没有符合条件的记录')
  })

  test('is set in a process of its own when it is long', async () => {
    const rows = Array.from({ length: 1300 }, (_, i) => row(i))
    const { pages } = readPdf(await printLedger({ title, columns, rows, filter: [] }, head))
    expect(pages.at(-1)).toContain('TS-1299')
  })

  test('refuses more rows than paper should hold', async () => {
    const rows = Array.from({ length: LEDGER_ROWS + 1 }, (_, i) => row(i))
    await expect(printLedger({ title, columns, rows, filter: [] }, head)).rejects.toThrow(RangeError)
  })
})

test('a printed report shows figures, every kind of chart, tables, notes and the place to sign', async () => {
  const chart = (kind: 'bar' | 'line' | 'pareto' | 'stacked') => ({
    name: kind,
    kind,
    title: text(`图 ${kind}`, kind),
    categories: ['输液泵', text('血压计', 'BP meter')],
    series: [
      { title: text('本季', 'This quarter'), values: [3, null] },
      { title: text('上季', 'Last quarter'), values: [1, 2] },
    ],
    limit: { value: 4, title: text('目标', 'Target') },
  })
  const content = {
    title: text('季度质量记录表', 'Quarterly sheet'),
    period: text('2026 年第三季度', 'Q3 2026'),
    figures: [
      { title: text('投诉', 'Complaints'), value: 1234.5, unit: text('起', 'cases') },
      { title: text('投诉率', 'Rate'), value: null },
    ],
    charts: [chart('bar'), chart('line'), chart('pareto'), chart('stacked'), { ...chart('bar'), series: [] }],
    tables: [{ title: text('明细', 'Detail'), columns, rows: [row(7)] }],
    notes: [text('以发货件数为分母。', 'Per units delivered.')],
  }
  const due = {
    meaning: text('审核', 'Reviewed'),
    role: text('质量负责人', 'Head of quality'),
    name: null,
    at: null,
    hash: null,
  }
  const pdf = readPdf(await printReport(content, { form: { code: 'QR-05', revision: 'A/0' }, signatures: [due] }, head))
  const all = pdf.pages.join('')
  expect(pdf.claims).toBe('2U')
  for (const said of [
    '季度质量记录表',
    '期间2026年第三季度',
    '1,234.5起',
    '投诉率/',
    '输液泵',
    '血压计',
    '目标',
    '本期无数据',
  ]) {
    expect(all).toContain(said)
  }
  expect(all).toContain('TS-72026-11-2008:42处理中')
  expect(all).toContain('1.以发货件数为分母。')
  expect(all).toContain('审核质量负责人')
})
