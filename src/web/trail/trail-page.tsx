import './trail.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import { read, useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import type { TrailPage as Page, Seals } from './trail.ts'
import { TrailFilters } from './trail-filters.tsx'
import { TrailRow } from './trail-row.tsx'

const Period = lazy(() => import('../ledger/period.tsx').then(module => ({ default: module.Period })))

/** The journal of every accepted and refused attempt, youngest first. */
export function TrailPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const values = useSearch({ from: '/shell/trail' })
  const { from, to, outcome, procedure, actorId, command, clause } = values
  const params = { from, to, outcome, procedure, actorId, command, clause }
  const trail = useInfiniteQuery({
    queryKey: ['read', 'trail.entries', params],
    queryFn: ({ pageParam, signal }) =>
      read<Page>('trail.entries', { ...params, limit: 50, ...(pageParam && { before: pageParam }) }, signal),
    initialPageParam: 0,
    getNextPageParam: page => page.next,
  })
  const seals = useRead<Seals>('trail.seals', { limit: 1 })
  useEffect(() => {
    document.title = `${t(text('操作日志', 'Trail'))} · 闭环 Bihuan`
  }, [t])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/trail', search: { ...values, ...change }, replace: true })
  const rows = trail.data?.pages.flatMap(page => page.rows) ?? []
  const seal = seals.data?.rows[0]
  return (
    <>
      <div className="page-head">
        <h1>{t(text('操作日志', 'Trail'))}</h1>
        <span className="sub">
          {t(
            text(
              '每一次办理与被拒都在这里，只增不改，逐条以散列相连。',
              'Every step taken and refused: append-only, each entry chained to the one before.',
            ),
          )}
        </span>
        <span className="sp" />
        {seal && (
          <span className="tag brand" title={seal.hash}>
            {t(
              text(
                `第 ${seal.number} 号封印 · ${format.instant(seal.at)}`,
                `Seal ${seal.number} · ${format.instant(seal.at)}`,
              ),
            )}
          </span>
        )}
      </div>
      <section className="card">
        <div className="trail-bar">
          <Suspense fallback={<span className="period-place" />}>
            <Period
              label={t(text('时间', 'Time'))}
              from={from ?? ''}
              to={to ?? ''}
              onChange={(first, last) => go({ from: first, to: last })}
            />
          </Suspense>
          <TrailFilters values={values} onChange={go} />
        </div>
        {trail.error && rows.length === 0 ? (
          <Refused error={trail.error} again={() => void trail.refetch()} />
        ) : trail.isPending ? (
          <div className="sec">
            <Bones rows={12} height={26} />
          </div>
        ) : rows.length === 0 ? (
          <Empty
            title={t(text('没有符合条件的条目', 'No entry fits'))}
            actions={
              <button type="button" className="btn" onClick={() => void navigate({ to: '/trail', search: {} })}>
                {t(text('清除全部条件', 'Clear all conditions'))}
              </button>
            }
          />
        ) : (
          <ol className="trail-list">
            {rows.map(entry => (
              <TrailRow key={entry.seq} entry={entry} />
            ))}
          </ol>
        )}
        {trail.hasNextPage && (
          <div className="row trail-foot">
            <button
              type="button"
              className="btn"
              aria-disabled={trail.isFetchingNextPage}
              onClick={() => void trail.fetchNextPage()}
            >
              {t(text('再看 50 条更早的', '50 earlier entries'))}
            </button>
          </div>
        )}
      </section>
    </>
  )
}
