import '../duty/turn-row.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useRead } from '../api.ts'
import { forToday } from '../duty/turn-look.ts'
import { TurnRow } from '../duty/turn-row.tsx'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'

/** As many are listed here; the calendar has all. */
const SHOWN = 8
const WEEK = 7 * 86_400_000

/** Today's recurring work: windows with their countdown, periods that are open, what was missed without a word. */
export function Duties() {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const day = (shift: number): string => format.day(new Date(now + shift).toISOString())
  const { data } = useRead<readonly ShownTurn[]>('duty.turns', { from: day(-WEEK), to: day(2 * WEEK), whose: 'mine' })
  const turns = data && forToday(data, day(0))
  return (
    <section className="card sec" aria-labelledby="duties-title">
      <div className="row">
        <h2 id="duties-title">{t(text('今天的例行工作', "Today's duties"))}</h2>
        <span className="sp" />
        <Link to="/duties" search={{ whose: 'mine' }} className="who">
          {t(text('值班日历', 'Duty calendar'))}
        </Link>
      </div>
      {turns === undefined ? (
        <Bones rows={2} />
      ) : turns.length === 0 ? (
        <div className="duties-none">
          <svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">
            <rect x="8" y="10" width="32" height="30" rx="3" />
            <path d="M8 19h32M16 6v8M32 6v8" />
          </svg>
          <p className="who">{t(text('今天没有您的例行工作。', 'No duties for you today.'))}</p>
        </div>
      ) : (
        <ul className="turns">
          {turns.slice(0, SHOWN).map(turn => (
            <TurnRow key={turn.id} turn={turn} now={now} />
          ))}
          {turns.length > SHOWN && (
            <li className="who">
              <Link to="/duties" search={{ whose: 'mine' }}>
                {t(text(`还有 ${turns.length - SHOWN} 项`, `${turns.length - SHOWN} more`))}
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
