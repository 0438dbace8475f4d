import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import type { Outcome, TableKind } from './table-kind.ts'

/** What came of it: figures, then every fault with row and column, or the records that were written. */
export function OutcomeCard({
  kind,
  outcome,
  children,
}: {
  readonly kind: TableKind
  readonly outcome: Outcome
  readonly children?: ReactNode
}) {
  const t = useT()
  const format = useFormat()
  const { troubles } = outcome
  const title = outcome.ok
    ? outcome.dryRun
      ? outcome.fresh > 0
        ? text('3. 全部无误，可以写入', '3. All is right: it can be written')
        : text('这些数据已经都有了，无需写入', 'All of this is known already: there is nothing to write')
      : text('已写入', 'Written')
    : text('有问题，未写入任何数据', 'Something is wrong: nothing was written')
  return (
    <section className="card sec import-outcome" aria-live="polite">
      <div className="row wrap">
        <h2 className={outcome.ok ? 'is-ok' : 'is-late'}>{t(title)}</h2>
        <span className="sp" />
        {children}
      </div>
      <dl className="import-figures">
        <Figure title={t(text('表中行数', 'Lines'))} value={outcome.lines} />
        <Figure title={t(text('新数据', 'New'))} value={outcome.fresh} />
        <Figure title={t(text('已有，不变', 'Known already'))} value={outcome.known} />
        <Figure title={t(text('问题', 'Faults'))} value={troubles.length + outcome.moreTroubles} late={!outcome.ok} />
      </dl>
      {troubles.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{t(text('行', 'Row'))}</th>
                <th>{t(text('列', 'Column'))}</th>
                <th>{t(text('问题与处理', 'What is wrong, and what to do'))}</th>
              </tr>
            </thead>
            <tbody>
              {troubles.map(trouble => {
                const column = kind.columns.find(item => item.key === trouble.column)
                return (
                  <tr key={`${trouble.row} ${trouble.column} ${trouble.sentence.en}`}>
                    <td className="num">{trouble.row || '—'}</td>
                    <td>{column ? t(column.title) : t(text('整行', 'the line'))}</td>
                    <td className="import-sentence">{t(trouble.sentence)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {outcome.moreTroubles > 0 && (
        <p className="who">
          {t(
            text(
              `另有 ${format.number(outcome.moreTroubles)} 个问题，改好以上再试。`,
              `And ${format.number(outcome.moreTroubles)} more: mend these and try again.`,
            ),
          )}
        </p>
      )}
      {!outcome.dryRun && outcome.ok && (
        <p className="row wrap">
          {outcome.records.slice(0, 12).map(record => (
            <Link
              key={record.id}
              to="/$procedure/$id"
              params={{ procedure: kind.procedure, id: record.id }}
              className="mono"
            >
              {record.number}
            </Link>
          ))}
          {outcome.records.length > 12 && (
            <span className="who">
              {t(text(`等 ${format.number(outcome.records.length)} 条`, `of ${format.number(outcome.records.length)}`))}
            </span>
          )}
        </p>
      )}
    </section>
  )
}

const Figure = ({
  title,
  value,
  late = false,
}: {
  readonly title: string
  readonly value: number
  readonly late?: boolean
}) => {
  const format = useFormat()
  return (
    <div>
      <dt>{title}</dt>
      <dd className={late ? 'num is-late' : 'num'}>{format.number(value)}</dd>
    </div>
  )
}
