import { fileURLToPath } from 'node:url'
import { findingOf } from '../../kernel/chart-finding.ts'
import type { PaperSignature } from '../../kernel/paper.ts'
import type { Chart, ReportContent } from '../../kernel/report.ts'
import { tableData } from './ledger-cell.ts'
import { inLanguage, type Letterhead, letterheadData, localised } from './letterhead.ts'
import { type PrintedRecord, recordQr } from './pdf.ts'
import { typeset } from './press.ts'

/** What a printed report carries besides its content. */
export interface ReportPrint {
  readonly form?: { readonly code: string; readonly revision: string }
  /** Number and hash of the kept report, and whether it is signed yet. */
  readonly record?: PrintedRecord
  /** Given signatures, and empty ones where a signature is still due. */
  readonly signatures: readonly PaperSignature[]
}

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

const chartData = (chart: Chart, head: Letterhead) => ({
  kind: chart.kind,
  title: inLanguage(chart.title, head),
  categories: chart.categories.map(category => inLanguage(category, head)),
  series: chart.series.map(series => ({ title: inLanguage(series.title, head), values: series.values })),
  unit: chart.unit ? inLanguage(chart.unit, head) : null,
  marked: chart.marked ?? [],
  finding: inLanguage(findingOf(chart), head),
  limit: chart.limit ? { value: chart.limit.value, title: inLanguage(chart.limit.title, head) } : null,
})

/** Prints a filled report as A4, PDF/A-2u: period, figures, charts drawn from the screen's numbers, tables, signatures. */
export async function printReport(report: ReportContent, print: ReportPrint, head: Letterhead): Promise<Uint8Array> {
  const sheet = {
    ...letterheadData(head),
    ...print.form,
    ...(print.record ?? { standing: 'open' }),
    title: report.title,
    period: report.period,
    figures: report.figures.map(figure => ({
      title: figure.title,
      value: figure.value === null ? null : grouped(figure.value),
      unit: figure.unit ?? null,
      tone: figure.tone ?? 'plain',
    })),
    charts: report.charts.map(chart => chartData(chart, head)),
    tables: report.tables.map(table => ({
      title: table.title,
      ...tableData(table.columns, table.rows, head),
    })),
    notes: report.notes,
    signatures: print.signatures,
  }
  const template = fileURLToPath(new URL('./report.typ', import.meta.url))
  return typeset({ template, data: localised(sheet, head), qr: print.record && recordQr(print.record) })
}
