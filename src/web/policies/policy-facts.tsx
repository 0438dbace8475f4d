import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { type PolicyRow, shownValue } from './policy.ts'
import { BASIS } from './policy-table.tsx'

/** A table of several rows, such as who approves on which route. */
const isTable = (value: PolicyRow['value']): value is Readonly<Record<string, PolicyRow['value']>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 2

/** A value in words; of a table each row on a line of its own. */
function Value({ policy, value }: { readonly policy: PolicyRow; readonly value: PolicyRow['value'] }) {
  const t = useT()
  if (!isTable(value)) return t(shownValue(policy, value))
  return Object.entries(value).map(([name, row]) => <div key={name}>{t(shownValue(policy, { [name]: row }))}</div>)
}

/** What a policy is: the value in force, what is coming, its default with the basis, its clauses. */
export function PolicyFacts({ policy }: { readonly policy: PolicyRow }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="card sec" aria-label={t(text('现行值与依据', 'Value in force and basis'))}>
      <dl className="policy-facts">
        <dt>{t(text('现行值', 'In force'))}</dt>
        <dd>
          <b className={isTable(policy.value) ? undefined : 'policy-value'}>
            <Value policy={policy} value={policy.value} />
          </b>{' '}
          <span className="who num">
            {policy.since
              ? t(
                  text(
                    `第 ${policy.version} 版，${format.day(policy.since)} 起`,
                    `version ${policy.version}, since ${format.day(policy.since)}`,
                  ),
                )
              : t(text('默认值', 'the default'))}
          </span>
        </dd>
        {policy.next && (
          <>
            <dt>{t(text('即将生效', 'Coming'))}</dt>
            <dd>
              <span className="tag info">
                {t(
                  text(
                    `${format.day(policy.next.effectiveFrom)} 起 ${shownValue(policy, policy.next.value).zh}`,
                    `${shownValue(policy, policy.next.value).en} from ${format.day(policy.next.effectiveFrom)}`,
                  ),
                )}
              </span>
            </dd>
          </>
        )}
        <dt>{t(text('默认值', 'Default'))}</dt>
        <dd>
          <Value policy={policy} value={policy.default} />{' '}
          <span className={`tag ${BASIS[policy.basis].tone}`}>{t(BASIS[policy.basis].title)}</span>
        </dd>
        <dt>{t(text('程序', 'Procedure'))}</dt>
        <dd>{t(policy.procedureTitle)}</dd>
        <dt>{t(text('条款', 'Clauses'))}</dt>
        <dd>
          {policy.clauses.map(clause => (
            <div key={clause.id} className="policy-clause">
              <Link to="/clauses" search={{ procedure: policy.procedure, clause: clause.id }} className="mono">
                {clause.id}
              </Link>{' '}
              {clause.zh && clause.en && t({ zh: clause.zh, en: clause.en })}
            </div>
          ))}
        </dd>
      </dl>
    </section>
  )
}
