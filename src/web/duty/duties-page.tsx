import './turn-row.css'
import './duties.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { text } from '../../kernel/text.ts'
import { addDays, dayOfLaterMonth, weekdayOf } from '../../kernel/time.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { queryString, useRead } from '../api.ts'
import { CopyState } from '../copy/copy-state.tsx'
import { useCopy } from '../copy/use-copy.ts'
import { useFormat, useNow } from '../format.ts'
import { useLanguage, useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Icon } from '../shell/icons.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { MissedList } from './missed-list.tsx'
import { MonthGrid } from './month-grid.tsx'
import { STANDINGS } from './turn-look.ts'
import { TurnRow } from './turn-row.tsx'
import { WeekGrid } from './week-grid.tsx'

const FeedDialog = lazy(() => import('./feed-dialog.tsx').then(module => ({ default: module.FeedDialog })))

interface PlaceOf {
  readonly place: string
  readonly placeTitle: { readonly zh: string; readonly en: string }
  readonly role: string
}

/** Recurring work as a calendar: by month or week, of one person, one role, one place or all. */
export function DutiesPage() {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const navigate = useNavigate()
  const copy = useCopy()
  const { language } = useLanguage()
  const { roles } = useMeta()
  const values = useSearch({ from: '/shell/duties' })
  const [feed, setFeed] = useState(false)
  const today = format.day(new Date(now).toISOString())
  const day = values.day ?? today
  const view = values.view === 'week' ? 'week' : 'month'
  const whose = values.whose === 'mine' ? 'mine' : 'all'
  const monday = addDays(day, 1 - weekdayOf(day))
  const first = `${day.slice(0, 8)}01`
  const last = dayOfLaterMonth(day, 0, 31)
  const from = view === 'week' ? monday : addDays(first, 1 - weekdayOf(first))
  const to = view === 'week' ? addDays(monday, 6) : addDays(last, 7 - weekdayOf(last))
  const filter = { whose, role: values.role || undefined, place: values.place || undefined }
  const turns = useRead<readonly ShownTurn[]>('duty.turns', { from, to, ...filter })
  const todays = useRead<readonly ShownTurn[]>('duty.turns', { from: today, to: today, ...filter })
  const places = useRead<readonly PlaceOf[]>('duty.places')
  useEffect(() => {
    document.title = `${t(text('值班与定期工作', 'Duties'))} · 闭环 Bihuan`
  }, [t])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/duties', search: { ...values, ...change }, replace: true })
  const shift = (step: number): string => (view === 'week' ? addDays(day, 7 * step) : dayOfLaterMonth(day, step, 1))
  const byPlace = new Map((places.data ?? []).filter(item => item.place).map(item => [item.place, item.placeTitle]))
  const sheet = { month: day.slice(0, 7), role: values.role || undefined }
  const usedRoles = [...new Set((places.data ?? []).map(item => item.role))]

  return (
    <>
      <div className="page-head">
        <h1>{t(text('值班与定期工作', 'Duties'))}</h1>
        <div className="row duty-pick">
          <button
            type="button"
            className="btn icon"
            aria-label={t(view === 'week' ? text('上一周', 'The week before') : text('上个月', 'The month before'))}
            onClick={() => go({ day: shift(-1) })}
          >
            <Icon name="left" />
          </button>
          <b className="num">
            {view === 'week'
              ? `${from} – ${to.slice(5)}`
              : t(text(`${day.slice(0, 4)} 年 ${Number(day.slice(5, 7))} 月`, day.slice(0, 7)))}
          </b>
          <button
            type="button"
            className="btn icon"
            aria-label={t(view === 'week' ? text('下一周', 'The week after') : text('下个月', 'The month after'))}
            onClick={() => go({ day: shift(1) })}
          >
            <Icon name="right" />
          </button>
          <button type="button" className="btn" onClick={() => go({ day: undefined })}>
            {t(text('今天', 'Today'))}
          </button>
        </div>
        <span className="sp" />
        <Link
          to="/report/$procedure/$report"
          params={{ procedure: 'duty', report: 'month' }}
          search={sheet}
          className="btn"
        >
          {t(text('月表', 'Month sheet'))}
        </Link>
        <a
          className="btn icon"
          href={`/api/print/duty/report/month${queryString({ ...sheet, lang: language === 'zh-Hans' ? 'zh' : language })}`}
          aria-label={t(text('打印本月', 'Print the month'))}
          title={t(text('打印本月', 'Print the month'))}
          onClick={copy.take('open')}
        >
          <Icon name="print" />
        </a>
        <button type="button" className="btn" onClick={() => setFeed(true)}>
          {t(text('订阅到日历', 'Subscribe'))}
        </button>
        <Link to="/$procedure" params={{ procedure: 'duty' }} search={{}} className="btn">
          {t(text('工作台账', 'Register'))}
        </Link>
      </div>
      <CopyState copy={copy} />
      <div className="duty-bar">
        {(['month', 'week'] as const).map(item => (
          <button
            key={item}
            type="button"
            className={view === item ? 'chip on' : 'chip'}
            aria-pressed={view === item}
            onClick={() => go({ view: item })}
          >
            {t(item === 'week' ? text('周', 'Week') : text('月', 'Month'))}
          </button>
        ))}
        <span className="duty-gap" />
        {(['all', 'mine'] as const).map(item => (
          <button
            key={item}
            type="button"
            className={whose === item ? 'chip on' : 'chip'}
            aria-pressed={whose === item}
            onClick={() => go({ whose: item })}
          >
            {t(item === 'all' ? text('全部', 'All') : text('我的', 'Mine'))}
          </button>
        ))}
        <span className="duty-gap" />
        <label>
          <span className="sr">{t(text('岗位', 'Role'))}</span>
          <select value={values.role ?? ''} onChange={event => go({ role: event.target.value || undefined })}>
            <option value="">{t(text('所有岗位', 'All roles'))}</option>
            {usedRoles.map(role => (
              <option key={role} value={role}>
                {t(roles[role] ?? role)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="sr">{t(text('对象', 'Place'))}</span>
          <select value={values.place ?? ''} onChange={event => go({ place: event.target.value || undefined })}>
            <option value="">{t(text('所有对象', 'All places'))}</option>
            {[...byPlace].map(([place, title]) => (
              <option key={place} value={place}>
                {t(title)}
              </option>
            ))}
          </select>
        </label>
        <span className="sp" />
        <span className="duty-legend">
          {Object.entries(STANDINGS).map(([name, { title, tone }]) => (
            <span key={name} className={`tag ${tone}`}>
              {t(title)}
            </span>
          ))}
        </span>
      </div>
      <section className="card duty-calendar" aria-busy={turns.isPending}>
        {turns.error && !turns.data ? (
          <Refused error={turns.error} again={() => void turns.refetch()} />
        ) : turns.data === undefined ? (
          <div className="sec">
            <Bones rows={8} />
          </div>
        ) : view === 'week' ? (
          <WeekGrid turns={turns.data} from={from} today={today} now={now} />
        ) : (
          <MonthGrid turns={turns.data} from={from} to={to} month={day.slice(0, 7)} today={today} go={go} />
        )}
      </section>
      <div className="duty-cols">
        <section className="card sec" aria-labelledby="duty-today">
          <h2 id="duty-today">{t(text('今天', 'Today'))}</h2>
          {todays.data === undefined ? (
            <Bones rows={3} />
          ) : todays.data.length === 0 ? (
            <p className="who">{t(text('今天没有到期的工作。', 'Nothing is due today.'))}</p>
          ) : (
            <ul className="turns">
              {todays.data.map(turn => (
                <TurnRow key={turn.id} turn={turn} now={now} />
              ))}
            </ul>
          )}
        </section>
        <MissedList filter={filter} from={addDays(today, -90)} to={today} now={now} />
      </div>
      {feed && (
        <Suspense>
          <FeedDialog close={() => setFeed(false)} />
        </Suspense>
      )}
    </>
  )
}
