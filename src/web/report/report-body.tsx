import './report.css'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { text } from '../../kernel/text.ts'
import type { Chart, ProcedureMeta, ReportContent } from '../answers.ts'
import { useFormat } from '../format.ts'
import { opens } from '../inspection/opens.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { ReportTable } from './report-table.tsx'

const ChartView = lazy(() => import('./chart-view.tsx').then(module => ({ default: module.ChartView })))

/** Whether a chart has anything to draw. */
const isDrawn = (chart: Chart): boolean => chart.series.some(series => series.values.some(value => value !== null))

/** Figures, charts that lead to their records, tables and notes: of a report on screen or of one that was frozen. */
export function ReportBody({
  content,
  procedure,
  period,
  states,
}: {
  readonly content: ReportContent
  /** Whose records the charts and tables lead to, unless a chart says otherwise. */
  readonly procedure: string
  /** Days that the report covers; what a drill opens unless it names its own. */
  readonly period: { readonly from?: string; readonly to?: string }
  readonly states?: ProcedureMeta['states'] | undefined
}) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const meta = useMeta()
  const drill =
    (chart: Chart) =>
    (filter: Readonly<Record<string, string>>): void => {
      const { from, to, ...rest } = { ...period, ...filter } as Record<string, string | undefined>
      const search = {
        ...(chart.opens?.ledger && { ledger: chart.opens.ledger }),
        from,
        to,
        ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [`f.${key}`, value])),
      }
      const opened = chart.opens?.procedure ?? procedure
      if (opens(meta, `/${opened}`)) void navigate({ to: '/$procedure', params: { procedure: opened }, search })
    }
  const blank = content.charts.filter(chart => !isDrawn(chart))
  return (
    <div className="stack">
      {content.figures.length > 0 && (
        <dl className="figures">
          {content.figures.map(figure => (
            <div key={figure.title.en} className="card stat">
              <dt>{t(figure.title)}</dt>
              <dd className={figure.tone ? `is-${figure.tone}` : ''}>
                {figure.value === null ? '—' : format.number(figure.value)}
                {figure.value !== null && figure.unit && <small>{t(figure.unit)}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="charts" hidden={blank.length === content.charts.length}>
        {content.charts.filter(isDrawn).map(chart => (
          <section key={chart.name} className="card sec" aria-label={t(chart.title)}>
            <h2>{t(chart.title)}</h2>
            <Suspense fallback={<div className="chart-place" />}>
              <ChartView chart={chart} onDrill={drill(chart)} />
            </Suspense>
          </section>
        ))}
      </div>
      {blank.length > 0 && (
        <section className="card sec" aria-label={t(text('本期没有数据的图', 'Charts without data'))}>
          <p className="report-empty">
            {t(text('本期没有数据：', 'No data in this period: '))}
            {blank.map(chart => t(chart.title)).join(t(text('、', ', ')))}
            {t(text('。', '.'))}
          </p>
        </section>
      )}
      {content.tables.map(table => (
        <ReportTable key={table.title.en} procedure={procedure} table={table} states={states} />
      ))}
      {content.notes.length > 0 && (
        <section className="card sec">
          <h2>{t(text('说明', 'Notes'))}</h2>
          <ul className="notes">
            {content.notes.map(note => (
              <li key={note.en}>{t(note)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
