import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { text } from '../../kernel/text.ts'
import { RefusedError, useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import type { TrailPage } from '../trail/trail.ts'
import { KINDS } from './clause-table.tsx'
import { type ClauseEvidence, onTimeShare, type Period } from './evidence.ts'

const CONFIDENCE = {
  'verified-text': { tone: 'ok', title: text('已核对原文', 'Checked against the text') },
  secondary: { tone: 'info', title: text('据二手资料', 'From a secondary source') },
  'memory-to-verify': { tone: 'warn', title: text('待核对原文', 'Still to be checked') },
} as const

/** One clause: the law behind it, its controls, and the entries of the trail that prove it. */
export function ClauseCard({
  asked,
  clause,
  period,
}: {
  /** Whether a person chose it; a small screen shows it only then, above the list. */
  readonly asked: boolean
  readonly clause: ClauseEvidence
  readonly period: Period
}) {
  const t = useT()
  const format = useFormat()
  const trail = useRead<TrailPage>('trail.entries', { clause: clause.id, from: period.from, to: period.to, limit: 12 })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked && matchMedia('(max-width: 1100px)').matches) box.current?.scrollIntoView({ block: 'start' })
  }, [asked])
  const share = onTimeShare(clause.clocks)
  const confidence = clause.law && CONFIDENCE[clause.law.confidence]
  return (
    <div ref={box} className={asked ? 'stack clause-side' : 'stack clause-side unasked'}>
      <section className="card sec" aria-labelledby="clause-title">
        <div className="row">
          <span className="mono brand-text">{clause.id}</span>
          <span className="sp" />
          <span className="sub">{t(text(`原文：${clause.source}`, `Source: ${clause.source}`))}</span>
        </div>
        <h2 id="clause-title">{t({ zh: clause.zh, en: clause.en })}</h2>
        <p className="who">
          {clause.law ? (
            <>
              {t(text('现行法规：', 'Law in force: '))}
              {clause.law.anchor}{' '}
              {confidence && <span className={`tag ${confidence.tone}`}>{t(confidence.title)}</span>}
            </>
          ) : (
            t(text('现行法规没有对应规定，为公司程序自定。', 'No law stands behind it; it is the company procedure.'))
          )}
        </p>
        {!clause.fulfilled && (
          <p className="notice warn clause-missing">
            <b>{t(text('尚未实现。', 'Not yet built.'))}</b>{' '}
            {t(
              text(
                '目前没有步骤、时钟或表单执行这一条，仍须按纸面程序办理。',
                'No step, clock or form acts for it yet: follow the paper procedure.',
              ),
            )}
          </p>
        )}
        {clause.controls.length > 0 && (
          <ul className="controls">
            {clause.controls.map(control => (
              <li key={control.kind + control.title.en}>
                <span className="tag">{t(KINDS[control.kind])}</span> {t(control.title)}
              </li>
            ))}
          </ul>
        )}
        <dl className="clause-figures">
          <div>
            <dt>{t(text('执行', 'Done'))}</dt>
            <dd>{format.number(clause.accepted)}</dd>
          </div>
          <div>
            <dt>{t(text('拒绝', 'Refused'))}</dt>
            <dd>{format.number(clause.refused)}</dd>
          </div>
          {clause.clocks && (
            <>
              <div>
                <dt>{t(text('按时率', 'On time'))}</dt>
                <dd>{share === null ? '—' : format.percent(share)}</dd>
              </div>
              <div>
                <dt>{t(text('超期', 'Late'))}</dt>
                <dd className={clause.clocks.late > 0 ? 'is-late' : ''}>{format.number(clause.clocks.late)}</dd>
              </div>
              <div>
                <dt>{t(text('进行中', 'Running'))}</dt>
                <dd>{format.number(clause.clocks.open)}</dd>
              </div>
            </>
          )}
        </dl>
      </section>
      <section className="card" aria-labelledby="clause-records">
        <div className="sec row table-title">
          <h2 id="clause-records">{t(text('证据记录', 'Records'))}</h2>
          <span className="sp" />
          <Link to="/trail" search={{ clause: clause.id, from: period.from, to: period.to }} className="sub">
            {t(text('全部', 'All'))}
          </Link>
        </div>
        {trail.error ? (
          <p className="sec who">
            {trail.error instanceof RefusedError
              ? t(trail.error.first.sentence)
              : t(text('服务器没有应答。', 'The server does not answer.'))}
          </p>
        ) : !trail.data ? (
          <div className="sec">
            <Bones rows={5} />
          </div>
        ) : trail.data.rows.length === 0 ? (
          <p className="sec who">{t(text('本期没有发生。', 'Nothing happened in this period.'))}</p>
        ) : (
          <table className="table">
            <tbody>
              {trail.data.rows.map(entry => (
                <tr key={entry.seq}>
                  <td className="mono">
                    {entry.number ? (
                      <Link to="/$procedure/$id" params={{ procedure: entry.procedure, id: entry.number }} search={{}}>
                        {entry.number}
                      </Link>
                    ) : (
                      '—'
                    )}
                  </td>
                  <td>
                    {t(entry.told)}
                    <div className="who">
                      {entry.actorName} · {format.instant(entry.at)}
                    </div>
                  </td>
                  <td>
                    <span className={entry.outcome === 'accepted' ? 'tag ok' : 'tag late'}>
                      {t(entry.outcome === 'accepted' ? text('完成', 'done') : text('拒绝', 'refused'))}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}
