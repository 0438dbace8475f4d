import type { ClausePage } from '../../kernel/evidence-page.ts'
import type { ClockProof } from '../../kernel/evidence-proof.ts'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { RecordLink } from './record-link.tsx'

/** The late ones, each with what was said about it. */
export function LatePart({ page }: { readonly page: ClausePage }) {
  const t = useT()
  const total = page.clocks?.late ?? page.late.length
  return (
    <section className="card" aria-labelledby="late-title">
      <div className="sec row table-title">
        <h2 id="late-title">{t(text('超期与原因', 'Late ones and why'))}</h2>
        <span className="sp" />
        {total > page.late.length && (
          <span className="sub">
            {t(text(`共 ${total} 起，列出最近 ${page.late.length} 起`, `the latest ${page.late.length} of ${total}`))}
          </span>
        )}
      </div>
      <ul className="late-list">
        {page.late.map(clock => (
          <li key={clock.id}>
            <LateClock clock={clock} page={page} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LateClock({ clock, page }: { readonly clock: ClockProof; readonly page: ClausePage }) {
  const t = useT()
  const format = useFormat()
  const over = format.duration(Date.parse(clock.metAt ?? clock.dueAt) - Date.parse(clock.dueAt))
  return (
    <>
      <div className="row">
        <RecordLink procedure={clock.procedure} id={clock.recordId} names={page.proofs.names} />
        <span className="sp" />
        <span className="sub">
          {t(clock.title)}
          {clock.note && ` · ${t(clock.note)}`}
        </span>
        <span className="tag late">
          {clock.metAt
            ? t(
                text(
                  `用时 ${format.duration(clock.took)}，超 ${over}`,
                  `took ${format.duration(clock.took)}, ${over} over`,
                ),
              )
            : t(text(`已 ${format.duration(clock.took)}，仍未完成`, `${format.duration(clock.took)}, not done yet`))}
        </span>
      </div>
      {clock.reasons.length > 0 ? (
        clock.reasons.map(reason => (
          <p key={reason.at} className="late-reason">
            <b>{t(text('原因：', 'Reason: '))}</b>
            {reason.reason}
            <span className="who">
              {' '}
              {reason.byName} · {format.full(reason.at)}
            </span>
          </p>
        ))
      ) : (
        <p className="late-reason missing">
          {t(
            clock.metAt
              ? text('没有说明原因。', 'No reason was given.')
              : text('尚未说明原因。', 'No reason was given yet.'),
          )}
        </p>
      )}
      <p className="who">{t(clock.why)}</p>
    </>
  )
}
