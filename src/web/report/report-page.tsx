import './report.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
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
import { ReportBody } from './report-body.tsx'

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
  const data = content.data
  return (
    <div className={content.isPlaceholderData ? 'report dim' : 'report'}>
      <div className="page-head">
        <h1>{title ? t(title) : <i className="bone appear title-bone" />}</h1>
        {/* days that are picked beside it are not said twice */}
        {data && !params.from && <span className="tag brand">{t(data.period)}</span>}
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
          className="btn"
          href={`/api/export/${procedure}/report/${name}.xlsx${queryString({ ...params, lang: language === 'zh-Hans' ? 'zh' : language })}`}
          onClick={copy.take('save')}
        >
          <Icon name="sheet" size={14} />
          XLSX
        </a>
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
        <ReportBody content={data} procedure={procedure} period={periodOf(params)} states={declared.data?.states} />
      )}
    </div>
  )
}
