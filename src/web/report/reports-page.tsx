import './reports.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { CalendarCell, ReportCalendar } from '../../vocabulary/report-calendar.ts'
import { readQuery } from '../api.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'

const FIRST_YEAR = 2019

const STATES: Readonly<Record<CalendarCell['state'], { readonly title: Text; readonly tone: string }>> = {
  before: { title: text('启用前', 'Before the start'), tone: 'none' },
  coming: { title: text('未到期', 'Not over'), tone: 'none' },
  due: { title: text('应编制', 'To be written'), tone: 'warn' },
  drafted: { title: text('起草', 'Drafted'), tone: 'info' },
  commented: { title: text('待提交', 'Commented'), tone: 'info' },
  signing: { title: text('待签批', 'Being signed'), tone: 'warn' },
  signed: { title: text('待归档', 'Signed'), tone: 'info' },
  filed: { title: text('已归档', 'Filed'), tone: 'ok' },
}

/** The report calendar: each regular report and each of its periods in a year, with how far it has come. */
export function ReportsPage() {
  const t = useT()
  const navigate = useNavigate()
  const asked = useSearch({ from: '/shell/reports' })
  const thisYear = new Date(useNow()).getFullYear()
  const year = Number(asked.year) || thisYear
  const calendar = useQuery({
    ...readQuery<ReportCalendar>('reports.calendar', { year: String(year) }),
    placeholderData: keepPreviousData,
  })
  const title = t(text('报表日历', 'Report calendar'))
  useEffect(() => {
    document.title = `${title} · 闭环 Bihuan`
  }, [title])
  const rows = calendar.data?.rows ?? []
  const cells = rows.flatMap(row => row.cells)
  const late = cells.filter(cell => cell.late && cell.state !== 'filed').length
  const mine = cells.filter(cell => cell.mine).length
  return (
    <div className="reports">
      <div className="page-head">
        <h1>{title}</h1>
        {late > 0 && <span className="tag late">{t(text(`${late} 份逾期`, `${late} late`))}</span>}
        {mine > 0 && <span className="tag warn">{t(text(`${mine} 份待我签字`, `${mine} for my signature`))}</span>}
        <span className="sp" />
        <select
          className="inp pick"
          aria-label={t(text('年', 'Year'))}
          value={year}
          onChange={event => void navigate({ to: '/reports', search: { year: event.target.value }, replace: true })}
        >
          {Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => thisYear - i).map(each => (
            <option key={each} value={each}>
              {t(text(`${each} 年`, `${each}`))}
            </option>
          ))}
        </select>
        <Link className="btn" to="/$procedure" params={{ procedure: 'periodic-report' }} search={{}}>
          {t(text('台账', 'Register'))}
        </Link>
      </div>
      {calendar.error && !calendar.data ? (
        <Refused error={calendar.error} again={() => void calendar.refetch()} />
      ) : !calendar.data ? (
        <Bones rows={8} height={44} />
      ) : (
        <div className="stack">
          {rows.map(row => (
            <section key={row.key} className="card sec report-row" aria-label={t(row.title)}>
              <div className="row wrap">
                <h2>{t(row.title)}</h2>
                <span className="sub mono">{row.clause}</span>
                <span className="sp" />
                <ReportLink name={row.key} />
              </div>
              <ul className="periods">
                {row.cells.map(cell => (
                  <li key={cell.part}>
                    <Cell cell={cell} row={row} year={year} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <p className="who">
            {t(
              text(
                '期间结束的次日由系统自动起草；期限遇休息日按条款顺延。点击期间打开记录，已归档的可直接打开 PDF。',
                'The system drafts each report on the day after its period. A due day on a day off moves on where the clause lets it. A period opens its record; a filed one also its PDF.',
              ),
            )}
          </p>
        </div>
      )}
    </div>
  )
}

/** Leads to the live figures of the report. */
function ReportLink({ name }: { readonly name: string }) {
  const t = useT()
  const [procedure = '', report = ''] = name.split('.')
  return (
    <Link className="link" to="/report/$procedure/$report" params={{ procedure, report }} search={{}}>
      {t(text('实时数据', 'Live figures'))}
    </Link>
  )
}

function Cell({
  cell,
  row,
  year,
}: {
  readonly cell: CalendarCell
  readonly row: ReportCalendar['rows'][number]
  readonly year: number
}) {
  const t = useT()
  const format = useFormat()
  const { title, tone } = STATES[cell.state]
  const isLate = cell.late && cell.state !== 'filed'
  const words = cell.mine ? text('待我签字', 'For my signature') : title
  const body = (
    <>
      <b>{t(shortTitle(cell, row.every))}</b>
      <span className={`tag ${isLate ? 'late' : cell.mine ? 'warn' : tone}`}>
        {t(words)}
        {isLate && t(text('·逾期', ', late'))}
      </span>
      <small className="num">
        {cell.filedAt
          ? `${format.day(cell.filedAt)}${cell.late ? t(text(' 逾期归档', ', filed late')) : ''}`
          : t(text(`限 ${cell.dueOn}`, `due ${cell.dueOn}`))}
      </small>
    </>
  )
  const className = `report-cell is-${isLate ? 'late' : cell.state}`
  if (cell.record)
    return (
      <div className={className}>
        <Link to="/$procedure/$id" params={{ procedure: 'periodic-report', id: cell.record.number }} search={{}}>
          {body}
        </Link>
        {cell.pdf && (
          <a className="link" href={`/api/attachments/${cell.pdf}`} target="_blank" rel="noreferrer">
            PDF
          </a>
        )}
      </div>
    )
  if (cell.state === 'due' && row.may)
    return (
      <div className={className}>
        <Link
          to="/new/$command"
          params={{ command: 'periodic-report.begin' }}
          search={{ report: row.key, year: String(year), part: String(cell.part) }}
        >
          {body}
        </Link>
      </div>
    )
  return <div className={className}>{body}</div>
}

const QUARTERS = [text('一季度', 'Q1'), text('二季度', 'Q2'), text('三季度', 'Q3'), text('四季度', 'Q4')]

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The name of a period in its year. */
const shortTitle = (cell: CalendarCell, every: ReportCalendar['rows'][number]['every']): Text =>
  every === 'month'
    ? text(`${cell.part} 月`, MONTHS[cell.part - 1] ?? '')
    : every === 'quarter'
      ? (QUARTERS[cell.part - 1] ?? cell.title)
      : every === 'half-year'
        ? text(cell.part === 1 ? '上半年' : '下半年', cell.part === 1 ? 'First half' : 'Second half')
        : cell.title
