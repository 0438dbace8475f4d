import type { ReactNode } from 'react'
import type { ControlPlace, ShownControl } from '../../kernel/evidence-control.ts'
import type { ClauseSummary } from '../../kernel/evidence-page.ts'
import { KINDS } from '../../kernel/evidence-words.ts'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'

const BASIS = {
  procedure: text('程序规定', 'set by the procedure'),
  law: text('法规规定', 'set by law'),
  ours: text('公司自定', 'set by the company'),
} as const

/** What acts for a clause, each with its page, and the values that the company has set. */
export function ControlsPart({ summary }: { readonly summary: ClauseSummary }) {
  const t = useT()
  const format = useFormat()
  return (
    <aside className="stack clause-aside">
      <section className="card sec" aria-labelledby="controls-title">
        <h2 id="controls-title">{t(text('由什么执行', 'What acts for it'))}</h2>
        {summary.controls.length === 0 ? (
          <p className="sub">{t(text('目前没有。', 'Nothing yet.'))}</p>
        ) : (
          <ul className="controls">
            {summary.controls.map(control => (
              <li key={`${control.kind} ${control.name}`}>
                <span className="tag">{t(KINDS[control.kind])}</span>
                <div>
                  <Place control={control}>{t(control.title)}</Place>
                  {control.detail.zh && <div className="who">{t(control.detail)}</div>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      {summary.policies.length > 0 && (
        <section className="card sec" aria-labelledby="policies-title">
          <h2 id="policies-title">{t(text('现行参数', 'Values in force'))}</h2>
          <ul className="controls plain">
            {summary.policies.map(policy => (
              <li key={policy.key}>
                <div>
                  <OpenLink to="/policies" search={{ key: policy.key }}>
                    {t(policy.title)}
                  </OpenLink>
                  <b className="clause-policy-value">{t(policy.value)}</b>
                  <div className="who">
                    {t(BASIS[policy.basis])}
                    {' · '}
                    {policy.since === null
                      ? t(text('系统默认值', 'as shipped'))
                      : t(
                          text(
                            `第 ${policy.version} 版，自 ${format.full(policy.since)} 起`,
                            `version ${policy.version}, since ${format.full(policy.since)}`,
                          ),
                        )}
                    {policy.shipped && t(text(`，默认 ${policy.shipped.zh}`, `; shipped: ${policy.shipped.en}`))}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Place({ control, children }: { readonly control: ShownControl; readonly children: ReactNode }) {
  const { procedures } = useMeta()
  const { place } = control
  if (!place || !opens(place, procedures)) return <span>{children}</span>
  switch (place.page) {
    case 'new':
      return (
        <OpenLink to="/new/$command" params={{ command: place.command }} search={{}}>
          {children}
        </OpenLink>
      )
    case 'ledger':
      return (
        <OpenLink
          to="/$procedure"
          params={{ procedure: place.procedure }}
          search={place.ledger ? { ledger: place.ledger } : {}}
        >
          {children}
        </OpenLink>
      )
    case 'report':
      return (
        <OpenLink
          to="/report/$procedure/$report"
          params={{ procedure: place.procedure, report: place.report }}
          search={{}}
        >
          {children}
        </OpenLink>
      )
    case 'signing':
      return <OpenLink to="/signing">{children}</OpenLink>
    default:
      return <OpenLink to="/duties">{children}</OpenLink>
  }
}

/** Whether the page is there for this person: a step that he may take, a report that he may see. */
function opens(place: ControlPlace, procedures: ReturnType<typeof useMeta>['procedures']): boolean {
  switch (place.page) {
    case 'new':
      return procedures.some(item => item.news.some(command => command.id === place.command))
    case 'ledger':
      return procedures.some(item => item.name === place.procedure && item.ledgers.length > 0)
    case 'report':
      return procedures.some(
        item => item.name === place.procedure && item.reports.some(report => report.name === place.report),
      )
    default:
      return true
  }
}
