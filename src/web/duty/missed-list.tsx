import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { type Params, useRead } from '../api.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { TurnRow } from './turn-row.tsx'

/** What was missed in the last three months, with the reasons that were given; what waits for one comes first. */
export function MissedList({
  filter,
  from,
  to,
  now,
}: {
  readonly filter: Params
  readonly from: string
  readonly to: string
  readonly now: number
}) {
  const t = useT()
  const missed = useRead<readonly ShownTurn[]>('duty.turns', { from, to, ...filter, state: 'missed' })
  const list = missed.data?.toSorted(
    (a, b) => Number(a.reason !== null) - Number(b.reason !== null) || (a.dueAt < b.dueAt ? 1 : -1),
  )
  const waiting = list?.filter(turn => turn.reason === null).length ?? 0
  return (
    <section className="card sec" aria-labelledby="duty-missed">
      <h2 id="duty-missed">
        {t(text('漏做（近三个月）', 'Missed in three months'))}
        {waiting > 0 && (
          <span className="tag late duty-count">{t(text(`${waiting} 次待说明`, `${waiting} without a reason`))}</span>
        )}
      </h2>
      {list === undefined ? (
        <Bones rows={3} />
      ) : list.length === 0 ? (
        <p className="who">{t(text('没有漏做。', 'Nothing was missed.'))}</p>
      ) : (
        <ul className="turns">
          {list.slice(0, 40).map(turn => (
            <TurnRow key={turn.id} turn={turn} now={now} dated />
          ))}
        </ul>
      )}
    </section>
  )
}
