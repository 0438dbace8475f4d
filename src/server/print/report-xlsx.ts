import type { ReportContent } from '../../kernel/report.ts'
import { type Text, text } from '../../kernel/text.ts'
import { SITE_ZONE } from '../../kernel/time.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'
import { cellText, sheetKind } from './ledger-cell.ts'
import { inLanguage, type Letterhead } from './letterhead.ts'
import { cellXml, columnName, type XlsxColumn, type XlsxValue } from './xlsx-cell.ts'
import {
  contentTypes,
  packageRels,
  sheetName,
  sheetTail,
  sheetTop,
  styles,
  workbookOf,
  workbookRels,
} from './xlsx-parts.ts'
import { ZipWriter } from './zip-writer.ts'

interface ReportSheet {
  readonly title: string
  readonly columns: readonly XlsxColumn[]
  readonly rows: readonly Readonly<Record<string, XlsxValue>>[]
}

const plain = (key: string, title: string, width: number, kind: XlsxColumn['kind'] = 'text'): XlsxColumn => ({
  key,
  title,
  width,
  kind,
})

/** What stands before the tables: title, period, figures, notes, and what else the copy says of itself. */
const cover = (report: ReportContent, facts: readonly (readonly [Text, string])[], head: Letterhead): ReportSheet => {
  const say = (words: Text | string) => inLanguage(words, head)
  const rows = [
    [say(report.title), null, say(report.period)],
    ...report.figures.map(figure => [say(figure.title), figure.value, figure.unit ? say(figure.unit) : '']),
    ...facts.map(([title, value]) => [say(title), null, value]),
    ...report.notes.map(note => ['', null, say(note)]),
  ] as const
  return {
    title: say(text('概要', 'Summary')),
    columns: [
      plain('item', say(text('项目', 'Item')), 30),
      plain('value', say(text('数值', 'Value')), 14, 'number'),
      plain('more', say(text('单位或说明', 'Unit or note')), 60),
    ],
    rows: rows.map(([item, value, more]) => ({ item: item ?? '', value: value ?? null, more: more ?? '' })),
  }
}

const chartSheet = (chart: ReportContent['charts'][number], head: Letterhead): ReportSheet => {
  const say = (words: Text | string) => inLanguage(words, head)
  const unit = chart.unit ? ` (${say(chart.unit)})` : ''
  return {
    title: say(chart.title),
    columns: [
      plain('name', say(text('分类', 'Category')), 30),
      ...chart.series.map((series, i) => plain(`v${i}`, `${say(series.title)}${unit}`, 14, 'number')),
    ],
    rows: chart.categories.map((category, at) => ({
      name: say(category),
      ...Object.fromEntries(chart.series.map((series, i) => [`v${i}`, series.values[at] ?? null])),
    })),
  }
}

const tableSheet = (
  {
    title,
    columns,
    rows,
  }: { readonly title: Text; readonly columns: readonly Column[]; readonly rows: readonly LedgerRow[] },
  head: Letterhead,
): ReportSheet => ({
  title: inLanguage(title, head),
  columns: columns.map(column => plain(column.key, inLanguage(column.title, head), column.width, sheetKind(column))),
  rows: rows.map(row =>
    Object.fromEntries(
      columns.map(column => {
        const value = row[column.key]
        const isPlain = sheetKind(column) !== 'text'
        return [
          column.key,
          isPlain && (typeof value === 'string' || typeof value === 'number') ? value : cellText(column, value, head),
        ]
      }),
    ),
  ),
})

/** Names that differ: Excel takes no two sheets of one name. */
function uniqueNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    const name = sheetName(title)
    let unique = name
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${name.slice(0, 27)} (${n})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/**
 * A report as a workbook: a summary, a sheet with the numbers of each chart, a sheet for each table. The same report gives the same
 * bytes. `facts` are what the copy says of itself: number, moment and hash of its data, who signed.
 */
export async function reportXlsx(
  report: ReportContent,
  facts: readonly (readonly [Text, string])[],
  head: Letterhead,
): Promise<Uint8Array> {
  const sheets = [
    cover(report, facts, head),
    ...report.charts.map(chart => chartSheet(chart, head)),
    ...report.tables.map(table => tableSheet(table, head)),
  ]
  const zip = new ZipWriter()
  const parts: Record<string, string> = {}
  for (const [i, { columns, rows }] of sheets.entries()) {
    const letters = columns.map((_, at) => columnName(at))
    const lines = rows.map(
      (row, at) =>
        `<row r="${at + 2}">${columns
          .map((column, c) => cellXml(`${letters[c]}${at + 2}`, column.kind, row[column.key], head.zone ?? SITE_ZONE))
          .join('')}</row>`,
    )
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      sheetTop(columns, letters) + lines.join('') + sheetTail(letters.at(-1) ?? 'A', rows.length + 1)
  }
  parts['xl/workbook.xml'] = workbookOf(uniqueNames(sheets.map(sheet => sheet.title)))
  parts['xl/_rels/workbook.xml.rels'] = workbookRels(sheets.length)
  parts['xl/styles.xml'] = styles
  parts['_rels/.rels'] = packageRels
  parts['[Content_Types].xml'] = contentTypes(sheets.length)
  const chunks: Uint8Array[] = []
  for (const [path, content] of Object.entries(parts)) {
    zip.open(path)
    await zip.write(content)
    await zip.close()
    chunks.push(...zip.taken())
  }
  zip.end()
  chunks.push(...zip.taken())
  return Buffer.concat(chunks)
}
