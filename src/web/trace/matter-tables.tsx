import { Link } from '@tanstack/react-router'
import type { Matter } from '../../kernel/matter.ts'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { clausesOf } from './matter.ts'

/** A clause by its number; it leads to its words and its evidence. */
export function ClauseLink({
  procedure,
  id,
  matter,
}: {
  readonly procedure: string
  readonly id: string
  readonly matter: Matter
}) {
  const t = useT()
  const clause = matter.clauses[procedure]?.[id]
  return (
    <Link to="/clauses" search={{ procedure, clause: id }} className="mono" title={clause ? t(clause.text) : undefined}>
      {id}
    </Link>
  )
}

/** All steps of a matter in the order in which they were taken. */
export function ByTime({ matter }: { readonly matter: Matter }) {
  const records = new Map(matter.records.map(record => [record.id, record]))
  const t = useT()
  const format = useFormat()
  return (
    <section className="card scroll-x">
      <table className="table trace-table">
        <thead>
          <tr>
            <th>{t(text('时间', 'Time'))}</th>
            <th>{t(text('记录', 'Record'))}</th>
            <th>{t(text('经手', 'By'))}</th>
            <th>{t(text('步骤', 'Step'))}</th>
            <th>{t(text('条款', 'Clauses'))}</th>
          </tr>
        </thead>
        <tbody>
          {matter.steps.map(step => {
            const record = records.get(step.recordId)
            return (
              <tr key={step.seq}>
                <td className="day">{format.full(step.at)}</td>
                <td className="mono">
                  {record && (
                    <Link to="/$procedure/$id" params={{ procedure: record.procedure, id: record.number }} search={{}}>
                      {record.number}
                    </Link>
                  )}
                </td>
                <td>{step.actorName}</td>
                <td>
                  <b>{t(step.title)}</b> {step.told.zh !== step.title.zh && <span className="sub">{t(step.told)}</span>}
                </td>
                <td className="matter-clauses">
                  {step.clauses.map(id => (
                    <ClauseLink key={id} procedure={record?.procedure ?? ''} id={id} matter={matter} />
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** A matter clause by clause, each with the steps that acted for it. */
export function ByClause({ matter }: { readonly matter: Matter }) {
  const records = new Map(matter.records.map(record => [record.id, record]))
  const t = useT()
  const format = useFormat()
  return (
    <section className="card scroll-x">
      <table className="table trace-table">
        <thead>
          <tr>
            <th>{t(text('条款', 'Clause'))}</th>
            <th>{t(text('要求', 'What is demanded'))}</th>
            <th>{t(text('办理', 'Done by'))}</th>
          </tr>
        </thead>
        <tbody>
          {clausesOf(matter).map(clause => (
            <tr key={`${clause.procedure}/${clause.id}`}>
              <td className="mono">
                <Link to="/clauses" search={{ procedure: clause.procedure, clause: clause.id }}>
                  {clause.id}
                </Link>
              </td>
              <td>{clause.text && t(clause.text)}</td>
              <td>
                <ul className="clause-steps">
                  {clause.steps.slice(0, 6).map(step => (
                    <li key={step.seq}>
                      <span className="who num">{format.full(step.at)}</span>{' '}
                      <span className="mono">{records.get(step.recordId)?.number}</span> {t(step.title)}{' '}
                      <span className="who">{step.actorName}</span>
                    </li>
                  ))}
                  {clause.steps.length > 6 && (
                    <li className="who">
                      {t(text(`另 ${clause.steps.length - 6} 次`, `${clause.steps.length - 6} more times`))}
                    </li>
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
