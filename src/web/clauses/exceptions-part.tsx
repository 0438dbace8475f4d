import type { ClausePage } from '../../kernel/evidence-page.ts'
import type { Json } from '../../kernel/json.ts'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'
import { RecordLink } from './record-link.tsx'

/** Attempts that the clause stood against: when, who, and what the person was told. */
export function RefusalsPart({
  page,
  days,
}: {
  readonly page: ClausePage
  readonly days: { readonly from: string; readonly to: string }
}) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="card" aria-labelledby="refused-title">
      <div className="sec row table-title">
        <h2 id="refused-title">{t(text('被拒绝的操作', 'Refused attempts'))}</h2>
        <span className="sp" />
        {page.refused > page.refusals.length && (
          <OpenLink to="/trail" search={{ clause: page.id, outcome: 'refused', ...days }} className="sub">
            {t(text(`全部 ${page.refused} 次`, `All ${page.refused}`))}
          </OpenLink>
        )}
      </div>
      {page.refusals.length === 0 ? (
        <p className="sec sub sample-note">
          {t(text('本期没有因这一条被拒绝的操作。', 'Nothing was refused for this clause.'))}
        </p>
      ) : (
        <div className="scroll-x">
          <table className="table proof-table" aria-labelledby="refused-title">
            <tbody>
              {page.refusals.map(item => (
                <tr key={item.seq}>
                  <td className="tabular">{format.full(item.at)}</td>
                  <td>{item.actorName}</td>
                  <td>
                    {t(item.title)}
                    <div className="who">{t(item.sentence)}</div>
                  </td>
                  <td>
                    <RecordLink procedure={item.procedure} id={item.recordId} names={page.proofs.names} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const shown = (value: Json): string =>
  value === null || value === '' ? '—' : typeof value === 'string' ? value : JSON.stringify(value)

/** What departed from the ordinary course: cancelled clocks, values that differ from the product's, corrections. */
export function ExceptionsPart({ page }: { readonly page: ClausePage }) {
  const t = useT()
  const format = useFormat()
  const { cancelled, policies, corrections } = page.exceptions
  const none = cancelled.length + policies.length + corrections.length === 0
  return (
    <section className="card" aria-labelledby="exceptions-title">
      <div className="sec row table-title">
        <h2 id="exceptions-title">{t(text('例外', 'Exceptions'))}</h2>
      </div>
      {none ? (
        <p className="sec sub sample-note">
          {t(
            text(
              '本期没有取消的时限、偏离默认值的参数或更正。',
              'No cancelled clock, no value other than shipped, no correction in this period.',
            ),
          )}
        </p>
      ) : (
        <ul className="late-list">
          {policies.map(item => (
            <li key={`${item.key} ${item.version}`}>
              <span className="tag warn">{t(text('参数', 'Policy'))}</span>{' '}
              <OpenLink to="/policies" search={{ key: item.key }}>
                {t(item.title)}
              </OpenLink>{' '}
              <b>{t(item.value)}</b>{' '}
              <span className="who">
                {t(
                  text(
                    `默认 ${item.shipped.zh}；第 ${item.version} 版自 ${format.full(item.since)} 起`,
                    `shipped: ${item.shipped.en}; version ${item.version} since ${format.full(item.since)}`,
                  ),
                )}
              </span>
            </li>
          ))}
          {cancelled.map(item => (
            <li key={item.id}>
              <span className="tag">{t(text('取消时限', 'Clock cancelled'))}</span>{' '}
              <RecordLink procedure={item.procedure} id={item.recordId} names={page.proofs.names} />
              <p className="late-reason plain">
                {t(item.title)}
                {item.cancelReason && t(text(`：${item.cancelReason.zh}`, `: ${item.cancelReason.en}`))}
                {item.cancelledAt && <span className="who"> {format.full(item.cancelledAt)}</span>}
              </p>
            </li>
          ))}
          {corrections.map(item => (
            <li key={`${item.recordId} ${item.field} ${item.at}`}>
              <span className="tag">{t(text('更正', 'Correction'))}</span>{' '}
              <RecordLink procedure={page.procedure} id={item.recordId} names={page.proofs.names} />
              <p className="late-reason plain">
                <del>{shown(item.was)}</del> → {shown(item.now)}
                <span className="who">
                  {' '}
                  {item.reason} · {item.byName} · {format.full(item.at)}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
