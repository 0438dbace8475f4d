import './calendar.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { type CalendarYear, lookOf, withDraft } from './year.ts'
import { YearEditor } from './year-editor.tsx'
import { YearView } from './year-view.tsx'

/** The working-day calendar by which clocks count: holidays, made-up weekends, and years not yet published. */
export function CalendarPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const meta = useMeta()
  const values = useSearch({ from: '/shell/calendar' })
  const today = format.day(new Date(serverNow()).toISOString())
  const year = Number(values.year ?? today.slice(0, 4))
  const calendar = useRead<CalendarYear>('calendar-year.year', { year })
  const [editing, setEditing] = useState(false)
  useEffect(() => {
    document.title = `${t(text('工作日历', 'Calendar'))} · 闭环 Bihuan`
  }, [t])
  const go = (to: number): void => {
    setEditing(false)
    void navigate({ to: '/calendar', search: { year: String(to) }, replace: true })
  }
  const data = calendar.data
  const mayEnter = meta.me.roles.includes('administrator')
  const drafted = data?.draft ? withDraft(data.days, new Map(data.draft.map(day => [day.day, day]))) : data?.days
  const count = (look: string): number => drafted?.filter(day => lookOf(day) === look).length ?? 0
  const worked = drafted?.filter(day => day.kind === 'workday').length ?? 0
  return (
    <>
      <div className="page-head">
        <h1>{t(text('工作日历', 'Calendar'))}</h1>
        <div className="row year-pick">
          <button
            type="button"
            className="btn icon"
            aria-label={t(text('上一年', 'The year before'))}
            onClick={() => go(year - 1)}
          >
            <Icon name="left" />
          </button>
          <b className="num">{t(text(`${year} 年`, String(year)))}</b>
          <button
            type="button"
            className="btn icon"
            aria-label={t(text('下一年', 'The year after'))}
            onClick={() => go(year + 1)}
          >
            <Icon name="right" />
          </button>
        </div>
        {data?.covered && <span className="sub num">{t(text(`工作日 ${worked} 天`, `${worked} working days`))}</span>}
        <span className="sp" />
        <div className="legend who">
          <span className="day-mark holiday" /> {t(text('放假', 'Holiday'))} {count('holiday')}
          <span className="day-mark made-up" /> {t(text('调休上班', 'Made-up working day'))} {count('made-up')}
          <span className="day-mark weekend" /> {t(text('周末', 'Weekend'))}
        </div>
      </div>
      {calendar.error && !data ? (
        <Refused error={calendar.error} again={() => void calendar.refetch()} />
      ) : !data ? (
        <Bones rows={10} height={40} />
      ) : (
        <>
          {!data.published && !editing && (
            <div className="notice warn year-banner" role="status">
              <div>
                <b>{t(text(`${year} 年放假安排尚未公布。`, `The holidays of ${year} are not yet published.`))}</b>{' '}
                {data.record
                  ? t(
                      text(
                        '已录入草稿，公布前不影响时限。',
                        'A draft is entered; no clock looks at it before it is published.',
                      ),
                    )
                  : t(
                      text(
                        '凡算到这一年的期限都标明“可能变动”；国务院办公厅发布通知后由系统管理员录入并公布。',
                        'Every date counted through it says that it may move. The administrator enters and publishes it from the official notice.',
                      ),
                    )}
              </div>
              <div className="row wrap">
                {mayEnter && (
                  <button type="button" className="btn p" onClick={() => setEditing(true)}>
                    {data.record
                      ? t(text('继续录入', 'Go on entering'))
                      : t(text('录入放假安排', 'Enter the holidays'))}
                  </button>
                )}
                {data.record && (
                  <Link
                    to="/$procedure/$id"
                    params={{ procedure: 'calendar-year', id: data.record.number }}
                    search={{}}
                    className="btn"
                  >
                    {t(mayEnter ? text('核对并公布', 'Check and publish') : text('查看记录', 'Open the record'))}
                  </Link>
                )}
              </div>
            </div>
          )}
          {data.published && (
            <p className="sub year-source">
              {data.shipped
                ? t(text('国务院办公厅通知，随产品提供。', "From the State Council's notice; ships with the product."))
                : data.record && (
                    <>
                      {data.record.source} · {data.record.publishedByName}{' '}
                      <Link
                        to="/$procedure/$id"
                        params={{ procedure: 'calendar-year', id: data.record.number }}
                        search={{}}
                      >
                        {data.record.number}
                      </Link>
                    </>
                  )}
            </p>
          )}
          {editing ? (
            <YearEditor calendar={data} onDone={() => setEditing(false)} />
          ) : (
            <YearView year={year} days={drafted ?? []} today={today} />
          )}
        </>
      )}
    </>
  )
}
