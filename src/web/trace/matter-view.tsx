import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Matter, MatterStep } from '../../kernel/matter.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Trace } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { chainOf, type MatterPart, matterSums } from './matter.ts'
import { ByClause, ByTime, ClauseLink } from './matter-tables.tsx'

type Order = 'records' | 'time' | 'clauses'

const ORDERS: readonly { readonly id: Order; readonly title: Text }[] = [
  { id: 'records', title: text('按记录', 'By record') },
  { id: 'time', title: text('按时间', 'By time') },
  { id: 'clauses', title: text('按条款', 'By clause') },
]

/** The whole matter of a record: from the first cause to the last consequence, clause by clause. */
export function MatterView({
  matter,
  lots,
  parties,
}: {
  readonly matter: Matter
  readonly lots: Trace['lots']
  readonly parties: Trace['parties']
}) {
  const t = useT()
  const format = useFormat()
  const [order, setOrder] = useState<Order>('records')
  const sums = matterSums(matter)
  return (
    <>
      <div className="row wrap">
        <fieldset className="seg trace-views">
          <legend className="sr">{t(text('看法', 'View'))}</legend>
          {ORDERS.map(({ id, title }) => (
            <button key={id} type="button" aria-pressed={order === id} onClick={() => setOrder(id)}>
              {t(title)}
            </button>
          ))}
        </fieldset>
        <span className="sub num" role="status">
          {t(
            text(
              `${sums.records} 条记录 · ${sums.steps} 步 · ${sums.clauses} 条条款 · ${sums.people} 人经手`,
              `${sums.records} records · ${sums.steps} steps · ${sums.clauses} clauses · ${sums.people} people`,
            ),
          )}
          {sums.from && sums.to && ` · ${format.day(sums.from)} – ${format.day(sums.to)}`}
        </span>
        {sums.open > 0 && (
          <span className="tag warn">{t(text(`${sums.open} 条未完结`, `${sums.open} still open`))}</span>
        )}
      </div>
      {matter.more && (
        <p className="notice warn">
          {t(text('这件事很大，没有全部列出。', 'The matter is large; not all of it is shown.'))}
        </p>
      )}
      {(lots.length > 0 || parties.length > 0) && (
        <section className="card sec trace-concerns">
          {lots.map(lot => (
            <Link
              key={lot.id}
              className="tag info record-name"
              to="/trace/$kind/$id"
              params={{ kind: 'lot', id: lot.number }}
              search={{}}
            >
              {lot.productName} {lot.model} {lot.lotNo}
            </Link>
          ))}
          {parties.map(party => (
            <Link
              key={party.id}
              className="tag record-name"
              to="/trace/$kind/$id"
              params={{ kind: party.kind, id: party.id }}
              search={{}}
            >
              {party.title}
            </Link>
          ))}
        </section>
      )}
      {order === 'records' && (
        <ol className="matter">
          {chainOf(matter).map(part => (
            <Part key={part.kind === 'record' ? part.record.id : part.procedure} part={part} matter={matter} />
          ))}
        </ol>
      )}
      {order === 'time' && <ByTime matter={matter} />}
      {order === 'clauses' && <ByClause matter={matter} />}
    </>
  )
}

function Part({ part, matter }: { readonly part: MatterPart; readonly matter: Matter }) {
  const t = useT()
  const format = useFormat()
  if (part.kind === 'group') {
    const open = part.records.filter(record => !record.ended).length
    return (
      <li className="matter-part">
        <details className="card sec">
          <summary>
            <b>{t(text(`${part.records.length} 份${part.noun.zh}`, `${part.records.length} × ${part.noun.en}`))}</b>{' '}
            <span className="who">
              {open > 0 ? t(text(`${open} 份未完结`, `${open} open`)) : t(text('均已完结', 'all done'))}
            </span>
          </summary>
          <ul className="trace-lines">
            {part.records.map(record => (
              <li key={record.id}>
                <Link
                  to="/$procedure/$id"
                  params={{ procedure: record.procedure, id: record.number }}
                  search={{}}
                  className="mono"
                >
                  {record.number}
                </Link>
                <span className="trace-line-title">{record.title}</span>
                <span className={`tag ${record.tone}`}>{t(record.state)}</span>
              </li>
            ))}
          </ul>
        </details>
      </li>
    )
  }
  const { record, from, steps } = part
  return (
    <li className={record.id === matter.asked ? 'matter-part asked' : 'matter-part'}>
      <section className="card sec">
        <div className="row wrap">
          <span className="tag">{t(record.noun)}</span>
          <Link
            to="/$procedure/$id"
            params={{ procedure: record.procedure, id: record.number }}
            search={{}}
            className="mono"
          >
            {record.number}
          </Link>
          <h3 className="record-name">{record.title}</h3>
          <span className={`tag ${record.tone}`}>{t(record.state)}</span>
          <span className="sp" />
          <span className="who">
            {format.full(record.createdAt)} {record.createdByName}
          </span>
        </div>
        {from.length > 0 && (
          <p className="who">
            {t(text('由', 'From'))}{' '}
            {from.map(parent => (
              <span key={parent.id} className="mono">
                {parent.number}{' '}
              </span>
            ))}
            {t(text('引起', ''))}
          </p>
        )}
        <Steps steps={steps} procedure={record.procedure} matter={matter} />
      </section>
    </li>
  )
}

/** Steps with their clauses; each clause leads to its words and evidence. */
function Steps({
  steps,
  procedure,
  matter,
}: {
  readonly steps: readonly MatterStep[]
  readonly procedure: string
  readonly matter: Matter
}) {
  const t = useT()
  const format = useFormat()
  return (
    <ol className="matter-steps">
      {steps.map(step => (
        <li key={step.seq}>
          <time className="who num" dateTime={step.at}>
            {format.full(step.at)}
          </time>
          <span className="matter-who">{step.actorName}</span>
          <span>
            <b>{t(step.title)}</b> {step.told.zh !== step.title.zh && t(step.told)}
            {step.signed && <span className="tag ok">{t(text('已签字', 'Signed'))}</span>}
          </span>
          <span className="matter-clauses">
            {step.clauses.map(id => (
              <ClauseLink key={id} procedure={procedure} id={id} matter={matter} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
