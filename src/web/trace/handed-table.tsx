import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { text } from '../../kernel/text.ts'
import type { Handed, Trace } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'

/** So many lines are drawn before the rest is asked for: nobody reads five hundred at once. */
const FIRST = 40

/** Who had how many, with what came back; searched by any part of name or city. */
export function HandedTable({ trace, page }: { readonly trace: Trace; readonly page: number }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [word, setWord] = useState('')
  const [all, setAll] = useState(false)
  const lots = new Map(trace.lots.map(lot => [lot.id, lot]))
  const several = trace.lots.length > 1
  const asked = word.trim().toLowerCase()
  const found = trace.handed.filter(line => asked === '' || fits(line, lots.get(line.lotId)?.lotNo ?? '', asked))
  const shown = all ? found : found.slice(0, FIRST)
  const goTo = (next: number): void => {
    const params = { kind: trace.subject.kind, id: trace.subject.id }
    void navigate({ to: '/trace/$kind/$id', params, search: next > 0 ? { page: String(next) } : {} })
  }
  // Pages are as long as the server makes them; only the last is shorter.
  const more = page === 0 ? trace.handed.length < trace.handedCount : true
  return (
    <section className="card trace-part">
      <div className="row wrap">
        <h2>
          {t(text('到哪里去', 'Where to'))}
          {trace.handedCount > 0 && <span className="who num">{format.number(trace.handedCount)}</span>}
        </h2>
        <span className="sp" />
        {trace.handed.length > 12 && (
          <input
            className="inp trace-filter"
            value={word}
            onChange={event => setWord(event.target.value)}
            aria-label={t(text('在客户中查找', 'Search the customers'))}
            placeholder={t(text('客户、城市、批号', 'Customer, city, lot'))}
          />
        )}
      </div>
      {trace.handed.length === 0 ? (
        <p className="who">{t(text('还没有发给任何客户。', 'No customer has had any.'))}</p>
      ) : (
        <div className="scroll-x">
          <table className="table trace-table">
            <thead>
              <tr>
                <th>{t(text('客户', 'Customer'))}</th>
                {several && <th>{t(text('批号', 'Lot'))}</th>}
                <th className="num">{t(text('发出', 'Delivered'))}</th>
                <th className="num">{t(text('退回', 'Returned'))}</th>
                <th className="num">{t(text('仍在客户处', 'Still there'))}</th>
                <th>{t(text('最近发货', 'Last delivery'))}</th>
                <th>{t(text('联系', 'Contact'))}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(line => (
                <tr key={line.partyId + line.lotId}>
                  <td>
                    <Link
                      to="/trace/$kind/$id"
                      params={{ kind: 'customer', id: line.partyNumber }}
                      search={{}}
                      className="row-link"
                    >
                      {line.partyName}
                    </Link>{' '}
                    <span className="who">{line.city}</span>
                  </td>
                  {several && (
                    <td className="mono">
                      <Link
                        to="/trace/$kind/$id"
                        params={{ kind: 'lot', id: lots.get(line.lotId)?.number ?? line.lotId }}
                        search={{}}
                      >
                        {lots.get(line.lotId)?.lotNo}
                      </Link>
                    </td>
                  )}
                  <td className="num">{format.number(line.delivered)}</td>
                  <td className={`num${line.returned > 0 ? ' is-warn' : ''}`}>
                    {line.returned > 0 ? format.number(line.returned) : '—'}
                  </td>
                  <td className="num">{format.number(line.delivered - line.returned - line.destroyed)}</td>
                  <td className="day">{line.lastDeliveredOn && format.day(line.lastDeliveredOn)}</td>
                  <td className="who">{[line.contact, line.phone].filter(Boolean).join(' ') || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked !== '' && found.length === 0 && (
        <p className="who">{t(text(`没有符合“${word}”的客户。`, `No customer fits "${word}".`))}</p>
      )}
      {found.length > shown.length && (
        <button type="button" className="btn trace-more" onClick={() => setAll(true)}>
          {t(text(`显示其余 ${found.length - shown.length} 家`, `Show the other ${found.length - shown.length}`))}
        </button>
      )}
      {more && trace.handedCount > trace.handed.length && (
        <div className="row ledger-foot">
          <button type="button" className="btn" aria-disabled={page === 0} onClick={() => page > 0 && goTo(page - 1)}>
            {t(text('上一页', 'Back'))}
          </button>
          <span className="sub num">{t(text(`第 ${page + 1} 页`, `Page ${page + 1}`))}</span>
          <button
            type="button"
            className="btn"
            aria-disabled={page > 0 && trace.handed.length < 1_000}
            onClick={() => (page === 0 || trace.handed.length >= 1_000) && goTo(page + 1)}
          >
            {t(text('下一页', 'Next'))}
          </button>
        </div>
      )}
    </section>
  )
}

const fits = (line: Handed, lotNo: string, word: string): boolean =>
  `${line.partyName} ${line.city ?? ''} ${line.partyNumber} ${lotNo}`.toLowerCase().includes(word)
