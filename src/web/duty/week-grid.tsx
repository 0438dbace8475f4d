import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { addDays } from '../../kernel/time.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { STANDINGS } from './turn-look.ts'

/** A week of duties: every turn on the day on which it is due. */
export function WeekGrid({
  turns,
  from,
  today,
  now,
}: {
  readonly turns: readonly ShownTurn[]
  readonly from: string
  readonly today: string
  readonly now: number
}) {
  const t = useT()
  const format = useFormat()
  const byDay = Map.groupBy(turns, turn => format.day(turn.dueAt))
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index))
  return (
    <div className="duty-week">
      {days.map(day => (
        <section key={day} className={day === today ? 'duty-column today' : 'duty-column'} aria-label={day}>
          <h3 className="num">{format.weekday(`${day}T04:00:00.000Z`)}</h3>
          {(byDay.get(day) ?? []).map(turn => (
            <Link
              key={turn.id}
              to="/$procedure/$id"
              params={{ procedure: 'duty', id: turn.number }}
              search={{}}
              className={`duty-turn ${STANDINGS[turn.standing].tone}`}
            >
              <span className="num who">
                {turn.fromDay === turn.toDay ? turn.label.zh.slice(11) || t(text('全天', 'All day')) : t(turn.label)}
              </span>
              <b>{t(turn.title)}</b>
              {turn.place !== '' && <span>{t(turn.placeTitle)}</span>}
              <span className={`tag ${STANDINGS[turn.standing].tone}`}>
                {t(STANDINGS[turn.standing].title)}
                {turn.standing === 'open' && ` · ${format.due(turn.dueAt, now)}`}
              </span>
              {turn.assigneeName && <span className="who">{turn.assigneeName}</span>}
            </Link>
          ))}
          {!byDay.has(day) && <p className="who">{t(text('无', 'None'))}</p>}
        </section>
      ))}
    </div>
  )
}
