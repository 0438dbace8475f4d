import './conditions.css'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../../kernel/text.ts'
import { useRead } from '../../../web/api.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { Empty } from '../../../web/state/empty.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { Refused } from '../../../web/state/refused.tsx'
import { climateName, saidLimits } from '../limits.ts'
import type { StoreState } from '../reads.ts'
import { states } from '../wording.ts'

const stateOf = ({ state }: { readonly state: string }) => states[state as keyof typeof states]

/** How a window of today stands. */
const standings = {
  served: { title: text('已记', 'Done'), tone: 'ok' },
  missed: { title: text('漏记', 'Missed'), tone: 'late' },
  now: { title: text('现在记录', 'Now'), tone: 'warn' },
  later: { title: text('未到', 'Later'), tone: '' },
} as const

/** All stores: the last reading, what is open, and the windows of today. */
export function StoresPage() {
  const t = useT()
  const stores = useRead<readonly StoreState[]>('storage-condition.stores')
  useEffect(() => {
    document.title = `${t(text('库房温湿度', 'Storage conditions'))} · 闭环 Bihuan`
  }, [t])
  return (
    <>
      <div className="page-head">
        <h1>{t(text('库房温湿度', 'Storage conditions'))}</h1>
        <span className="sub">
          {t(text('最近读数、超范围和今日时段。', 'Last readings, what is out of range, the windows of today.'))}
        </span>
        <span className="sp" />
        <Link className="btn" to="/$procedure" params={{ procedure: 'storage-condition' }} search={{}}>
          {t(text('台账', 'Ledger'))}
        </Link>
      </div>
      {stores.error ? (
        <Refused error={stores.error} again={() => void stores.refetch()} />
      ) : !stores.data ? (
        <Bones rows={6} height={40} />
      ) : stores.data.length === 0 ? (
        <Empty title={t(text('还没有在用的库房', 'No store is in use yet'))}>
          <p>{t(text('登记仓库后，这里显示其温湿度。', 'Register a warehouse, and its conditions show here.'))}</p>
        </Empty>
      ) : (
        <div className="store-cards">
          {stores.data.map(store => (
            <StoreCard key={store.id} store={store} />
          ))}
        </div>
      )}
    </>
  )
}

function StoreCard({ store }: { readonly store: StoreState }) {
  const t = useT()
  const format = useFormat()
  const { last, open } = store
  // Until it was read again in range, the store itself is not well.
  const unwell = open.find(item => item.state !== 'back-in-range')
  const worst = unwell ?? open[0]
  return (
    <section className={unwell ? 'card sec store-card late' : 'card sec store-card'} aria-label={store.name}>
      <div className="row wrap">
        <h2 className="record-name">
          <Link to="/stores/$store" params={{ store: store.number }} search={{}}>
            {store.name}
          </Link>
        </h2>
        <span className="sp" />
        {worst ? (
          <span className={`tag ${unwell ? 'late' : 'info'}`}>{t(stateOf(worst).title)}</span>
        ) : (
          last && <span className="tag ok">{t(text('正常', 'In range'))}</span>
        )}
      </div>
      <p className="who">
        {t(climateName(store.climate))} · {t(saidLimits(store.limits))}
      </p>
      {last ? (
        <p className="store-figures num">
          <b>{last.temperature ?? '—'}</b> ℃ <b>{last.humidity ?? '—'}</b> %RH{' '}
          <span className="who">
            {format.instant(last.measuredAt)} {last.recordedByName}
          </span>
        </p>
      ) : (
        <p className="who">{t(text('还没有读数', 'No reading yet'))}</p>
      )}
      {open.map(item => (
        <p key={item.number} className={item.state === 'back-in-range' ? 'notice' : 'notice late'}>
          <Link to="/$procedure/$id" params={{ procedure: 'storage-condition', id: item.number }} search={{}}>
            {item.number}
          </Link>{' '}
          {t(stateOf(item).title)} · {format.instant(item.measuredAt)}
        </p>
      ))}
      <ul className="store-windows">
        {store.today.map(window => (
          <li key={window.from}>
            <span className="num">
              {window.from}–{window.to}
            </span>{' '}
            <span className={`tag ${standings[window.standing].tone}`}>{t(standings[window.standing].title)}</span>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <span className="who">
          {store.next &&
            t(
              text(
                `下一时段 ${store.next.day.slice(5)} ${store.next.from}`,
                `Next window ${store.next.day.slice(5)} ${store.next.from}`,
              ),
            )}
        </span>
        <span className="sp" />
        <Link className="btn p" to="/stores/$store" params={{ store: store.number }} search={{ entry: '1' }}>
          {t(text('记录', 'Record'))}
        </Link>
      </div>
    </section>
  )
}
