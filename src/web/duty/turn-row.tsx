import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { STANDINGS } from './turn-look.ts'

/** The window of a turn without its day; the day where the window is all of it. */
const windowOf = ({ label }: ShownTurn): string => label.zh.slice('2026-11-20 '.length) || label.zh

/** One turn: when, what, where, how it stands, and the way to its form. */
export function TurnRow({
  turn,
  now,
  dated = false,
}: {
  readonly turn: ShownTurn
  readonly now: number
  /** The day of a window is told too. */
  readonly dated?: boolean
}) {
  const t = useT()
  const format = useFormat()
  const look = STANDINGS[turn.standing]
  const isDay = turn.fromDay === turn.toDay
  return (
    <li className="turn">
      <span className="turn-when num">{dated || !isDay ? t(turn.label) : windowOf(turn)}</span>
      <div className="turn-what">
        <Link to="/$procedure/$id" params={{ procedure: 'duty', id: turn.number }} search={{}} className="row-link">
          {t(turn.title)}
        </Link>
        {turn.place !== '' && <span> · {t(turn.placeTitle)}</span>}
        <div className="who">
          {turn.doneAt
            ? `${turn.doneByName ?? ''} ${format.instant(turn.doneAt)}`
            : turn.reason
              ? `${turn.reason}（${turn.explainedByName ?? ''}）`
              : turn.assigneeName && turn.standsInFor
                ? t(
                    text(
                      `${turn.assigneeName}（代${turn.standsInFor}）`,
                      `${turn.assigneeName} (for ${turn.standsInFor})`,
                    ),
                  )
                : (turn.assigneeName ?? '')}
        </div>
      </div>
      <span className="turn-state">
        <span className={`tag ${look.tone}`}>{t(look.title)}</span>
        {turn.standing === 'open' && <span className="who num">{format.due(turn.dueAt, now)}</span>}
        {turn.done && (
          <Link
            to="/$procedure/$id"
            params={{ procedure: turn.done.procedure, id: turn.done.number }}
            search={{}}
            className="mono"
          >
            {turn.done.number}
          </Link>
        )}
      </span>
      {turn.canDo && <DoLink turn={turn} />}
    </li>
  )
}

/** Opens the form of the step that does the turn, filled in as far as it is known. */
export function DoLink({ turn }: { readonly turn: ShownTurn }) {
  const t = useT()
  const words = t(turn.standing === 'missed' ? text('补做或说明', 'Do or explain') : text('去做', 'Do it'))
  const className = turn.standing === 'open' ? 'btn p' : 'btn'
  const { step } = turn
  if (step?.isNew && turn.standing === 'open')
    return (
      <Link
        to="/new/$command"
        params={{ command: step.command }}
        search={Object.fromEntries(Object.entries(step.fill).map(([key, value]) => [key, String(value)]))}
        className={className}
      >
        {words}
      </Link>
    )
  if (step && turn.standing === 'open') {
    const procedure = step.command.slice(0, step.command.indexOf('.'))
    return turn.place ? (
      <Link to="/$procedure/$id" params={{ procedure, id: turn.place }} search={{}} className={className}>
        {words}
      </Link>
    ) : (
      <Link to="/$procedure" params={{ procedure }} search={{}} className={className}>
        {words}
      </Link>
    )
  }
  return (
    <Link to="/$procedure/$id" params={{ procedure: 'duty', id: turn.number }} search={{}} className={className}>
      {words}
    </Link>
  )
}
