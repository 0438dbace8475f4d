import './conditions.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { text } from '../../../kernel/text.ts'
import { readQuery, useRead } from '../../../web/api.ts'
import { serverNow } from '../../../web/connection.ts'
import { CopyState } from '../../../web/copy/copy-state.tsx'
import { useCopy } from '../../../web/copy/use-copy.ts'
import { today } from '../../../web/form/site-time.ts'
import { useLanguage, useT } from '../../../web/language.tsx'
import { useMeta } from '../../../web/meta.ts'
import { Icon } from '../../../web/shell/icons.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { NoPage } from '../../../web/state/no-page.tsx'
import { Refused } from '../../../web/state/refused.tsx'
import { climateName, saidLimits } from '../limits.ts'
import type { StoreSeries, StoreState } from '../reads.ts'
import { ConditionsTable } from './conditions-table.tsx'
import { ReadingEntry } from './reading-entry.tsx'
import { SPANS, type Span, spanOf, stepped } from './shown-days.ts'

const ConditionChart = lazy(() => import('./condition-chart.tsx').then(module => ({ default: module.ConditionChart })))

const SPAN_TITLES = { day: text('日', 'Day'), week: text('周', 'Week'), month: text('月', 'Month') } as const
const isSpan = (value: string | undefined): value is Span => (SPANS as readonly string[]).includes(value ?? '')

/** One store: its temperature and humidity over a day, a week or a month, with limits; the entry; the month's sheet. */
export function ConditionsPage() {
  const t = useT()
  const { zone } = useMeta()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const copy = useCopy()
  const { store } = useParams({ from: '/shell/stores/$store' })
  const search = useSearch({ from: '/shell/stores/$store' })
  const now = today(serverNow(), zone)
  const span: Span = isSpan(search.span) ? search.span : 'week'
  const on = search.on ?? now
  const { from, to } = spanOf(span, on)
  const series = useQuery({
    ...readQuery<StoreSeries | null>('storage-condition.series', { store, from, to }),
    placeholderData: keepPreviousData,
  })
  const stores = useRead<readonly StoreState[]>('storage-condition.stores')
  const data = series.data
  const name = data?.store.name ?? ''
  useEffect(() => {
    if (name) document.title = `${name} ${t(text('温湿度', 'conditions'))} · 闭环 Bihuan`
  }, [name, t])
  if (series.error && !data) return <Refused alone error={series.error} again={() => void series.refetch()} />
  if (data === null) return <NoPage />
  if (!data) return <Bones rows={9} />
  const state = stores.data?.find(item => item.id === data.store.id)
  const go = (change: { readonly span?: Span; readonly on?: string }): void =>
    void navigate({ to: '/stores/$store', params: { store }, search: { span, on, ...change }, replace: true })
  const printed = data.records.findLast(record => record.kind === 'reading' || record.kind === 'missed')
  return (
    <div className={series.isPlaceholderData ? 'conditions dim' : 'conditions'}>
      <div className="page-head">
        <div>
          <nav className="sub" aria-label={t(text('所在位置', 'You are here'))}>
            <Link to="/stores" search={{}}>
              {t(text('库房温湿度', 'Storage conditions'))}
            </Link>
          </nav>
          <h1 className="record-name">{name}</h1>
          <p className="who">
            {t(climateName(data.store.climate))} · {t(saidLimits(data.limits))}
          </p>
        </div>
        <span className="sp" />
        {printed && (
          <a
            className="btn"
            href={`/api/print/storage-condition/form/month-sheet/${printed.id}?lang=${language === 'zh-Hans' ? 'zh' : language}`}
            onClick={copy.take('open')}
          >
            {t(text('打印本月温湿度记录表', 'Print month sheet'))}
          </a>
        )}
      </div>
      <CopyState copy={copy} />
      {state && <ReadingEntry store={state} takeFocus={search.entry === '1'} />}
      <div className="row wrap conditions-bar">
        <fieldset className="row">
          <legend className="sr">{t(text('时间跨度', 'Time shown'))}</legend>
          {SPANS.map(item => (
            <button
              key={item}
              type="button"
              className={item === span ? 'chip on' : 'chip'}
              aria-pressed={item === span}
              onClick={() => go({ span: item })}
            >
              {t(SPAN_TITLES[item])}
            </button>
          ))}
        </fieldset>
        <span className="sp" />
        <div className="conditions-days">
          <button
            type="button"
            className="btn icon"
            aria-label={t(text('往前', 'Earlier'))}
            onClick={() => go({ on: stepped(span, on, -1) })}
          >
            <Icon name="left" size={14} />
          </button>
          <span className="num">{from === to ? from : `${from} – ${to}`}</span>
          <button
            type="button"
            className="btn icon"
            aria-label={t(text('往后', 'Later'))}
            disabled={to >= now}
            onClick={() => go({ on: stepped(span, on, 1) })}
          >
            <Icon name="right" size={14} />
          </button>
        </div>
      </div>
      <div className="conditions-cols">
        <div className="stack">
          {(['temperature', 'humidity'] as const).map(quantity => (
            <figure key={quantity} className="card sec">
              <figcaption>
                <h2>
                  {quantity === 'temperature'
                    ? t(text('温度（℃）', 'Temperature (°C)'))
                    : t(text('相对湿度（%RH）', 'Relative humidity (%RH)'))}
                </h2>
              </figcaption>
              <Suspense fallback={<div className="condition-chart" />}>
                <ConditionChart data={data} quantity={quantity} />
              </Suspense>
            </figure>
          ))}
        </div>
        <ConditionsTable data={data} />
      </div>
    </div>
  )
}
