import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { type PolicyRow, shownValue } from './policy.ts'

/** Where a default comes from. */
export const BASIS = {
  law: { tone: 'info', title: text('法规', 'Law') },
  procedure: { tone: 'brand', title: text('程序文件', 'Procedure') },
  ours: { tone: '', title: text('建议值', 'Proposal') },
} as const

/** The policies of one procedure. */
export function PolicyTable({
  policies,
  onOpen,
}: {
  readonly policies: readonly PolicyRow[]
  readonly onOpen: (key: string) => void
}) {
  const t = useT()
  const format = useFormat()
  const first = policies[0]
  if (!first) return null
  return (
    <section className="card scroll-x" aria-label={t(first.procedureTitle)}>
      <h2 className="sec policy-group">
        {t(first.procedureTitle)} <span className="sub num">{policies.length}</span>
      </h2>
      <table className="table policy-table">
        <thead>
          <tr>
            <th>{t(text('参数', 'Policy'))}</th>
            <th>{t(text('现行值', 'In force'))}</th>
            <th>{t(text('默认值', 'Default'))}</th>
            <th>{t(text('条款', 'Clauses'))}</th>
            <th>{t(text('依据', 'Basis'))}</th>
            <th>{t(text('接下来', 'Next'))}</th>
          </tr>
        </thead>
        <tbody>
          {policies.map(policy => (
            <tr
              key={policy.key}
              onClick={event => {
                if (!(event.target as HTMLElement).closest('a')) onOpen(policy.key)
              }}
            >
              <td>
                <Link to="/policies/$key" params={{ key: policy.key }} search={{}} className="policy-name">
                  {t(policy.title)}
                </Link>
                <div className="mono who">{policy.key}</div>
                {!policy.used && <span className="tag">{t(text('尚未启用', 'Not used yet'))}</span>}
              </td>
              <td>
                <b className={policy.version > 0 ? 'brand-text' : ''}>{t(policy.shown)}</b>
                <div className="who num">
                  {policy.version > 0
                    ? t(
                        text(
                          `第 ${policy.version} 版${policy.since ? ` · ${format.day(policy.since)} 起` : ''}`,
                          `version ${policy.version}${policy.since ? ` · since ${format.day(policy.since)}` : ''}`,
                        ),
                      )
                    : t(text('默认', 'default'))}
                </div>
              </td>
              <td>{t(shownValue(policy, policy.default))}</td>
              <td className="mono policy-clauses">
                {policy.clauses.map(clause => (
                  <Link
                    key={clause.id}
                    to="/clauses"
                    search={{ procedure: policy.procedure, clause: clause.id }}
                    title={clause.zh && clause.en ? t({ zh: clause.zh, en: clause.en }) : undefined}
                  >
                    {clause.id}
                  </Link>
                ))}
              </td>
              <td>
                <span className={`tag ${BASIS[policy.basis].tone}`}>{t(BASIS[policy.basis].title)}</span>
              </td>
              <td>
                {policy.next ? (
                  <span className="tag info">
                    {t(
                      text(
                        `${format.day(policy.next.effectiveFrom)} 起 ${shownValue(policy, policy.next.value).zh}`,
                        `${shownValue(policy, policy.next.value).en} from ${format.day(policy.next.effectiveFrom)}`,
                      ),
                    )}
                  </span>
                ) : policy.proposed ? (
                  <Link
                    to="/$procedure/$id"
                    params={{ procedure: 'policy-change', id: policy.proposed.number }}
                    search={{}}
                    className="tag warn"
                  >
                    {t(
                      text(
                        `待批准：${shownValue(policy, policy.proposed.value).zh}`,
                        `waits: ${shownValue(policy, policy.proposed.value).en}`,
                      ),
                    )}
                  </Link>
                ) : (
                  <span className="who">—</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
