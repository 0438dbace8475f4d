import './conditions.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../../kernel/text.ts'
import { useRead } from '../../../web/api.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import type { OwnPanelProps } from '../../../web/record/own-panels.ts'
import { Bones } from '../../../web/state/loading.tsx'
import { saidLimits } from '../limits.ts'
import type { StoreState } from '../reads.ts'

/** On the page of a warehouse: how warm and damp it is, and the way to its course. */
export function OwnPanel({ page }: OwnPanelProps) {
  const t = useT()
  const format = useFormat()
  const stores = useRead<readonly StoreState[]>('storage-condition.stores')
  const store = stores.data?.find(item => item.id === page.record.id)
  if (!store)
    return stores.isPending ? (
      <div className="card sec">
        <Bones rows={3} />
      </div>
    ) : null
  const { last, open } = store
  return (
    <section className="card sec" aria-label={t(text('温湿度', 'Conditions'))}>
      <div className="row wrap">
        <h2>{t(text('温湿度', 'Conditions'))}</h2>
        {open.some(item => item.state !== 'back-in-range') && (
          <span className="tag late">{t(text('超范围', 'Out of range'))}</span>
        )}
        <span className="sp" />
        <Link className="btn" to="/stores/$store" params={{ store: store.number }} search={{}}>
          {t(text('查看曲线', 'See the course'))}
        </Link>
      </div>
      <p className="store-figures num">
        {last ? (
          <>
            <b>{last.temperature ?? '—'}</b> ℃ <b>{last.humidity ?? '—'}</b> %RH{' '}
            <span className="who">{format.instant(last.measuredAt)}</span>
          </>
        ) : (
          t(text('还没有读数', 'No reading yet'))
        )}
      </p>
      <p className="who">{t(saidLimits(store.limits))}</p>
    </section>
  )
}
