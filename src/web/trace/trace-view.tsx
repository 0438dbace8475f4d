import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { Trace } from '../../server/trace/trace.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { expiryOf } from '../stock/expiry.ts'
import { EventList } from './event-list.tsx'
import { GoodsList } from './goods-list.tsx'
import { kindTitles } from './kind-titles.ts'
import { MatterView } from './matter-view.tsx'
import { sumsOf } from './sums.ts'

const PictureView = lazy(() => import('./picture-view.tsx').then(module => ({ default: module.PictureView })))

type View = 'list' | 'time' | 'picture'

const VIEWS: readonly { readonly id: View; readonly title: Text }[] = [
  { id: 'list', title: text('清单', 'List') },
  { id: 'time', title: text('时间线', 'Timeline') },
  { id: 'picture', title: text('图', 'Picture') },
]

/** Everything about one subject: its head, its sums, and the chosen view. */
export function TraceView({
  trace,
  page,
  dim,
}: {
  readonly trace: Trace
  readonly page: number
  readonly dim: boolean
}) {
  const t = useT()
  const [view, setView] = useState<View>('list')
  return (
    <div className={dim ? 'stack trace dim' : 'stack trace'} aria-busy={dim}>
      <TraceHead trace={trace} />
      {trace.matter ? (
        <MatterView matter={trace.matter} lots={trace.lots} parties={trace.parties} />
      ) : (
        <>
          <fieldset className="seg trace-views">
            <legend className="sr">{t(text('看法', 'View'))}</legend>
            {VIEWS.map(({ id, title }) => (
              <button key={id} type="button" aria-pressed={view === id} onClick={() => setView(id)}>
                {t(title)}
              </button>
            ))}
          </fieldset>
          {view === 'list' && <GoodsList trace={trace} page={page} />}
          {view === 'time' && <EventList trace={trace} />}
          {view === 'picture' && (
            <Suspense
              fallback={
                <div className="card sec">
                  <Bones rows={8} height={30} />
                </div>
              }
            >
              <PictureView trace={trace} />
            </Suspense>
          )}
        </>
      )}
    </div>
  )
}

/** What is traced, whether it is held, and its sums. */
function TraceHead({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const format = useFormat()
  const { subject, lots, matter } = trace
  const [only] = lots
  const single = lots.length === 1 && (subject.kind === 'lot' || subject.kind === 'serial') ? only : undefined
  const holds = [...new Set(trace.holds.map(hold => hold.number))]
  const expiry = single && expiryOf(single.expiresOn, new Date(serverNow()).toISOString().slice(0, 10))
  return (
    <section className="card sec trace-subject">
      <div className="row wrap">
        <span className="tag brand">{t(kindTitles[subject.kind])}</span>
        <h2 className="record-name">{subject.title}</h2>
        {subject.code && !subject.title.endsWith(subject.code) && (
          <span className="mono trace-code">{subject.code}</span>
        )}
        {holds.map(number => (
          <Link
            key={number}
            className="tag late"
            to="/$procedure/$id"
            params={{ procedure: 'stop-sale', id: number }}
            search={{}}
          >
            {t(text('停售', 'Held'))} {number}
          </Link>
        ))}
        {expiry && expiry.tone !== 'plain' && <span className={`tag ${expiry.tone}`}>{t(expiry.words)}</span>}
        <span className="sp" />
        {subject.record && (
          <Link
            className="btn"
            to="/$procedure/$id"
            params={{ procedure: subject.record.procedure, id: subject.record.number }}
            search={{}}
          >
            {t(text('打开档案', 'Open its page'))}
          </Link>
        )}
      </div>
      {single && (
        <p className="sub">
          {[single.manufacturerName, single.registrationNo].join(' · ')}
          {' · '}
          {t(text('生产', 'made'))} {format.day(single.producedOn)}
          {single.expiresOn && (
            <>
              {' · '}
              {t(text('有效期至', 'expires'))} {format.day(single.expiresOn)}
            </>
          )}{' '}
          <Link to="/trace/$kind/$id" params={{ kind: 'product', id: single.productNumber }} search={{}}>
            {t(text('整个产品', 'The whole product'))}
          </Link>
          {subject.kind === 'serial' && (
            <>
              {' · '}
              <Link to="/trace/$kind/$id" params={{ kind: 'lot', id: single.number }} search={{}}>
                {t(text(`批次 ${single.lotNo}`, `Lot ${single.lotNo}`))}
              </Link>
            </>
          )}
        </p>
      )}
      {!single && subject.remark && <p className="sub">{t(subject.remark)}</p>}
      {!matter && (
        <dl className="trace-sums">
          {sumsOf(trace).map(sum => (
            <div key={sum.title.en}>
              <dt>{t(sum.title)}</dt>
              <dd className={`num${sum.tone ? ` is-${sum.tone}` : ''}`}>
                {format.number(sum.value)}
                {lots.length > 0 && sum.unit && <small>{single ? single.unit : ''}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
