import type { ClockGroup } from '../../kernel/evidence-clock.ts'
import type { Spread } from '../../kernel/evidence-duration.ts'
import { binTitle, UNITS } from '../../kernel/evidence-spread.ts'
import { type Text, text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { onTimeShare } from './evidence.ts'
import { SpreadPlot } from './spread-plot.tsx'

/** The clocks of one kind: how many, how long they took against the limit, as picture and as table. */
export function ClockPart({ group }: { readonly group: ClockGroup }) {
  const t = useT()
  const format = useFormat()
  const share = onTimeShare(group)
  const { spread } = group
  const id = `clock-${group.id}`
  return (
    <section className="card sec" aria-labelledby={id}>
      <div className="row clause-clock-head">
        <h2 id={id}>{t(group.title)}</h2>
        {group.policy && <span className="tag">{t(group.policy)}</span>}
        {group.limit && <span className="sub">{t(group.limit)}</span>}
        <span className="sp" />
        <span className="sub">
          {t(
            text(
              `到期 ${group.due}，按时 ${group.inTime}，超期 ${group.late}${group.open > 0 ? `，进行中 ${group.open}` : ''}`,
              `${group.due} due, ${group.inTime} in time, ${group.late} late${group.open > 0 ? `, ${group.open} running` : ''}`,
            ),
          )}
          {share !== null && ` · ${format.percent(share)}`}
        </span>
      </div>
      {spread ? (
        <figure>
          <SpreadPlot spread={spread} title={t(group.title)} />
          <Numbers spread={spread} />
        </figure>
      ) : (
        <p className="sub">{t(text('本期还没有到期的。', 'None has come due in this period.'))}</p>
      )}
    </section>
  )
}

function Numbers({ spread }: { readonly spread: Spread }) {
  const t = useT()
  const unit: Text = UNITS[spread.unit]
  return (
    <details className="chart-numbers">
      <summary>{t(text('看数字', 'The numbers'))}</summary>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t(text(`用时（${unit.zh}）`, `Took (${unit.en})`))}</th>
              <th scope="col" className="num">
                {t(text('按时', 'In time'))}
              </th>
              <th scope="col" className="num">
                {t(text('超期', 'Late'))}
              </th>
            </tr>
          </thead>
          <tbody>
            {spread.bins.map((bin, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps of one width keep their places
              <tr key={index}>
                <td>{binTitle(spread, index)}</td>
                <td className="num">{bin.inTime}</td>
                <td className="num">{bin.late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
