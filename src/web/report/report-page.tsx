import './report.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import type { ReportContent } from '../answers.ts'
import { procedureQuery, queryString, readQuery } from '../api.ts'
import { CopyState } from '../copy/copy-state.tsx'
import { useCopy } from '../copy/use-copy.ts'
import { useFormat } from '../format.ts'
import { useLanguage, useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { chosen, Parameters } from './parameters.tsx'
import { periodOf } from './period-of.ts'
import { ReportTable } from './report-table.tsx'

const ChartView = lazy(() => import('./chart-view.tsx').then(module => ({ default: module.ChartView })))

/** A periodic summary that a procedure demands: figures, charts that lead to their records, tables, print. */
export function ReportPage() {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const copy = useCopy()
  const { procedure, report: name } = useParams({ from: '/shell/report/$procedure/$report' })
  const values = useSearch({ from: '/shell/report/$procedure/$report' })
  const declared = useQuery(procedureQuery(procedure))
  const report = declared.data?.reports.find(item => item.name === name)
  const params = report ? chosen(report.schema, values, format.day(new Date().toISOString())) : {}
  const content = useQuery({
    ...readQuery<ReportContent>(`${procedure}.report`, { name, ...params }),
    enabled: report !== undefined,
    placeholderData: keepPreviousData,
  })
  const title = content.data?.title ?? report?.title
  useEffect(() => {
    if (title) document.title = `${t(title)} · 闭环 Bihuan`
  }, [title, t])

  if (declared.error) return <Refused alone error={declared.error} again={() => void declared.refetch()} />
  if (declared.data && !report) return <Empty title={t(text('没有这个报表', 'There is no such report'))} />
  const drill = (filter: Readonly<Record<string, string>>): void => {
    const search = Object.fromEntries(
      Object.entries({ ...periodOf(params), ...filter }).map(([key, value]) => [
        ['search', 'from', 'to', 'ledger'].includes(key) ? key : `f.${key}`,
        value,
      ]),
    )
    void navigate({ to: '/$procedure', params: { procedure }, search })
  }
  const data = content.data
  return (
    <div className={content.isPlaceholderData ? 'report dim' : 'report'}>
      <div className="page-head">
        <h1>{title ? t(title) : <i className="bone appear title-bone" />}</h1>
        {data && <span className="tag brand">{t(data.period)}</span>}
        <span className="sp" />
        {report && (
          <Parameters
            schema={report.schema}
            values={params}
            onChange={next =>
              void navigate({
                to: '/report/$procedure/$report',
                params: { procedure, report: name },
                search: next,
                replace: true,
              })
            }
          />
        )}
        <a
          className="btn p"
          href={`/api/print/${procedure}/report/${name}${queryString({ ...params, lang: language === 'zh-Hans' ? 'zh' : language })}`}
          onClick={copy.take('open')}
        >
          <Icon name="print" size={14} />
          {t(text('打印 PDF', 'Print PDF'))}
        </a>
      </div>
      <CopyState copy={copy} />
      {content.error && !data ? (
        <Refused error={content.error} again={() => void content.refetch()} />
      ) : !data ? (
        <Bones rows={12} height={28} />
      ) : (
        <div className="stack">
          <dl className="figures">
            {data.figures.map(figure => (
              <div key={figure.title.en} className="card stat">
                <dt>{t(figure.title)}</dt>
                <dd className={figure.tone ? `is-${figure.tone}` : ''}>
                  {figure.value === null ? '—' : format.number(figure.value)}
                  {figure.value !== null && figure.unit && <small>{t(figure.unit)}</small>}
                </dd>
              </div>
            ))}
          </dl>
          <div className="charts">
            {data.charts.map(chart => (
              <section key={chart.name} className="card sec" aria-label={t(chart.title)}>
                <h2>{t(chart.title)}</h2>
                {chart.series.some(series => series.values.some(value => value !== null)) ? (
                  <Suspense fallback={<div className="chart-place" />}>
                    <ChartView chart={chart} onDrill={drill} />
                  </Suspense>
                ) : (
                  <p className="chart-none who">{t(text('本期没有数据。', 'No data in this period.'))}</p>
                )}
              </section>
            ))}
          </div>
          {data.tables.map(table => (
            <ReportTable key={table.title.en} procedure={procedure} table={table} states={declared.data?.states} />
          ))}
          {data.notes.length > 0 && (
            <section className="card sec">
              <h2>{t(text('说明', 'Notes'))}</h2>
              <ul className="notes">
                {data.notes.map(note => (
                  <li key={note.en}>{t(note)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </div>
  )
}
