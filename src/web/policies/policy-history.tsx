import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useProcedure } from '../meta.ts'
import { Bones } from '../state/loading.tsx'
import type { PolicyChange, PolicyRow } from './policy.ts'

/** Every change of a policy: from which value to which, who proposed and decided, when and why. */
export function PolicyHistory({ policy }: { readonly policy: PolicyRow }) {
  const t = useT()
  const format = useFormat()
  const states = useProcedure('policy-change')?.states
  const history = useRead<readonly PolicyChange[]>('policy-change.history', { key: policy.key })
  return (
    <section className="card scroll-x" aria-labelledby="policy-history">
      <h2 className="sec policy-group" id="policy-history">
        {t(text('历史', 'History'))}
      </h2>
      {!history.data ? (
        <div className="sec">
          <Bones rows={2} />
        </div>
      ) : history.data.length === 0 ? (
        <p className="sec who">{t(text('从未变更，一直用默认值。', 'Never changed: the default has always held.'))}</p>
      ) : (
        <table className="table policy-changes">
          <thead>
            <tr>
              <th>{t(text('变更', 'Change'))}</th>
              <th>{t(text('原值 → 新值', 'From → to'))}</th>
              <th>{t(text('生效', 'Holds from'))}</th>
              <th>{t(text('提出 / 决定', 'Proposed / decided'))}</th>
              <th>{t(text('理由', 'Reason'))}</th>
            </tr>
          </thead>
          <tbody>
            {history.data.map(change => (
              <tr key={change.id}>
                <td>
                  <Link
                    to="/$procedure/$id"
                    params={{ procedure: 'policy-change', id: change.number }}
                    search={{}}
                    className="mono"
                  >
                    {change.number}
                  </Link>
                  <div>
                    <span className={`tag ${states?.[change.state]?.tone ?? ''}`}>
                      {t(states?.[change.state]?.title ?? change.state)}
                    </span>
                  </div>
                </td>
                <td>
                  <span className="who">{t(change.wasShown)}</span> → <b>{t(change.shown)}</b>
                  {change.version !== null && (
                    <div className="who num">
                      {t(text(`第 ${change.version} 版`, `version ${change.version}`))}
                      {change.moveOpen &&
                        t(text(`，提前 ${change.movedCount} 个时限`, `, ${change.movedCount} clocks moved earlier`))}
                    </div>
                  )}
                </td>
                <td>{change.effectiveFrom ? format.instant(change.effectiveFrom) : change.effectiveOn}</td>
                <td>
                  {change.proposedByName} <span className="who num">{format.instant(change.proposedAt)}</span>
                  {change.decidedByName && (
                    <div>
                      {change.decidedByName}{' '}
                      <span className="who num">{change.decidedAt && format.instant(change.decidedAt)}</span>
                    </div>
                  )}
                </td>
                <td className="policy-reason">
                  {change.reason}
                  {change.decisionNote && <div className="who">{change.decisionNote}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
