import '../duty/turn-row.css'
import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useRead } from '../api.ts'
import { byWhenDue, type DueGroup } from '../duty/turn-look.ts'
import { TurnRow } from '../duty/turn-row.tsx'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'

/** As many are listed here; the calendar has all. */
const SHOWN = 8
const DAY = 86_400_000
/** Days within which a missed turn still asks for its reason, and within which an open period ends. */
const BACK = 90
const AHEAD = 370

/** Recurring work of the person: what today asks, then the periods that are open, by when they end. */
export function Duties() {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const dayOf = (at: string): string => format.day(at)
  const day = (shift: number): string => dayOf(new Date(now + shift * DAY).toISOString())
  const todays = useRead<readonly ShownTurn[]>('duty.turns', { from: day(0), to: day(0), whose: 'mine' })
  const waiting = useRead<readonly ShownTurn[]>('duty.turns', {
    from: day(-BACK),
    to: day(AHEAD),
    whose: 'mine',
    state: 'waiting',
  })
  const data = todays.data && waiting.data && [...waiting.data, ...todays.data]
  const groups = data && byWhenDue([...new Map(data.map(turn => [turn.id, turn])).values()], day(0), dayOf)
  const all = groups?.reduce((sum, group) => sum + group.turns.length, 0) ?? 0
  return (
    <section className="card sec" aria-labelledby="duties-title">
      <div className="row">
        <h2 id="duties-title">{t(text('例行工作', 'Duties'))}</h2>
        <span className="sp" />
        <Link to="/duties" search={{ whose: 'mine' }} className="who">
          {t(text('值班日历', 'Duty calendar'))}
        </Link>
      </div>
      {groups === undefined ? (
        <Bones rows={2} />
      ) : groups.length === 0 ? (
        <div className="duties-none">
          <svg viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">
            <rect x="8" y="10" width="32" height="30" rx="3" />
            <path d="M8 19h32M16 6v8M32 6v8" />
          </svg>
          <p className="who">{t(text('近期没有您的例行工作。', 'No duties wait for you.'))}</p>
        </div>
      ) : (
        first(groups, SHOWN).map(group => (
          <section key={group.due} aria-labelledby={`duties-${group.due}`}>
            <h3 id={`duties-${group.due}`} className="due-title">
              {t(group.title)}
            </h3>
            <ul className="turns">
              {group.turns.map(turn => (
                <TurnRow key={turn.id} turn={turn} now={now} dated={group.due === 'missed'} />
              ))}
            </ul>
          </section>
        ))
      )}
      {all > SHOWN && (
        <Link to="/duties" search={{ whose: 'mine' }} className="who">
          {t(text(`还有 ${all - SHOWN} 项`, `${all - SHOWN} more`))}
        </Link>
      )}
    </section>
  )
}

/** The first so many turns, in their groups. */
function first(groups: readonly DueGroup[], most: number): readonly DueGroup[] {
  let left = most
  return groups.flatMap(group => {
    const turns = group.turns.slice(0, left)
    left -= turns.length
    return turns.length > 0 ? [{ ...group, turns }] : []
  })
}
