import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { column } from '../../kernel/column.ts'
import type { ReportContent } from '../../kernel/report.ts'
import { text } from '../../kernel/text.ts'
import { reportXlsx } from './report-xlsx.ts'

const head = { company: '康瑞', language: 'zh', printedBy: '陈晓', printedAt: '2026-11-22T02:12:00.000Z' } as const
const report: ReportContent = {
  title: text('质量统计', 'Quality statistics'),
  period: text('2026 年第 3 季度', '2026 Q3'),
  figures: [{ title: text('投诉', 'Complaints'), value: 7, unit: text('起', 'cases') }],
  charts: [
    {
      name: 'product',
      title: text('按产品', 'By product'),
      kind: 'pareto',
      categories: ['输液泵', '=1+1'],
      series: [{ title: text('起数', 'Complaints'), values: [5, null] }],
    },
  ],
  tables: [
    {
      title: text('按产品', 'By product'),
      columns: [column('name', text('产品', 'Product'), 'line', 20), column('n', text('起数', 'Cases'), 'number', 8)],
      rows: [{ name: '输液泵', n: 5 }],
    },
  ],
  notes: [text('按接到时间统计', 'By receipt')],
}

test('a summary, a sheet for each chart and each table, the same bytes again', async () => {
  const bytes = await reportXlsx(report, [[text('数据指纹', 'Hash'), 'ab12']], head)
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(match => match[1])
  expect(names).toEqual(['概要', '按产品', '按产品 (2)'])
  for (const words of ['质量统计', '2026 年第 3 季度', 'ab12', '按接到时间统计'])
    expect(files['xl/worksheets/sheet1.xml']).toContain(words)
  expect(files['xl/worksheets/sheet2.xml']).toContain('<v>5</v>')
  expect(files['xl/worksheets/sheet2.xml']).not.toContain('<f>')
  expect(files['xl/worksheets/sheet3.xml']).toContain('输液泵')
  expect(Buffer.compare(bytes, await reportXlsx(report, [[text('数据指纹', 'Hash'), 'ab12']], head))).toBe(0)
})
