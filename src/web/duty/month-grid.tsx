import { text } from '../../kernel/text.ts'
import { addDays } from '../../kernel/time.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { dutyDays, STANDINGS } from './turn-look.ts'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'].map((zh, index) =>
  text(zh, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][index] ?? zh),
)

/** A month of duties: each day with one line for each duty, how many turns are done, and the worst that happened. */
export function MonthGrid({
  turns,
  from,
  to,
  month,
  today,
  go,
}: {
  readonly turns: readonly ShownTurn[]
  readonly from: string
  readonly to: string
  readonly month: string
  readonly today: string
  readonly go: (change: Readonly<Record<string, string | undefined>>) => void
}) {
  const t = useT()
  const format = useFormat()
  const byDay = Map.groupBy(turns, turn => format.day(turn.dueAt))
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return (
    <div className="duty-month">
      {WEEKDAYS.map(name => (
        <span key={name.en} className="duty-weekday" aria-hidden="true">
          {t(name)}
        </span>
      ))}
      {days.map(day => {
        const lines = dutyDays(byDay.get(day) ?? [])
        return (
          <button
            key={day}
            type="button"
            className={`duty-day ${day.startsWith(month) ? '' : 'outside'} ${day === today ? 'today' : ''} ${lines.length === 0 ? 'none' : ''}`}
            onClick={() => go({ view: 'week', day })}
          >
            <b className="num">{Number(day.slice(8))}</b>
            <span className="sr">{day}</span>
            {lines.map(line => (
              <span key={line.key} className={`duty-line tag ${STANDINGS[line.standing].tone}`}>
                <span className="duty-name">{t(line.title)}</span>
                <span className="num">
                  {line.done}/{line.all}
                </span>
                <span className="sr">{t(STANDINGS[line.standing].title)}</span>
              </span>
            ))}
          </button>
        )
      })}
    </div>
  )
}
