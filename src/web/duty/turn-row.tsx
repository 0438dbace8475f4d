import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { askFor, fillFor } from '../record/asked-step.ts'
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
      <TurnActs turn={turn} />
    </li>
  )
}

const SAY_WHY = text('说明原因', 'Say why')

/** Leads to the form of the step that does the turn, filled in as far as it is known, and of the reason why it was missed. */
export function TurnActs({ turn }: { readonly turn: ShownTurn }) {
  const t = useT()
  const { step, excuse } = turn
  if (!step && !excuse) return null
  const isOpen = turn.standing === 'open'
  const words = t(isOpen ? text('去做', 'Do it') : text('补做', 'Catch up'))
  const className = isOpen ? 'btn p' : 'btn'
  const procedure = step?.command.slice(0, step.command.indexOf('.')) ?? ''
  return (
    <span className="turn-acts">
      {step?.isNew && (
        <Link to="/new/$command" params={{ command: step.command }} search={fillFor(step.fill)} className={className}>
          {words}
        </Link>
      )}
      {step?.on && (
        <Link to="/$procedure/$id" params={step.on} search={askFor(step.command, step.fill)} className={className}>
          {words}
        </Link>
      )}
      {step && !step.isNew && !step.on && (
        <Link to="/$procedure" params={{ procedure }} search={{}} className={className}>
          {words}
        </Link>
      )}
      {excuse &&
        (excuse.on ? (
          <Link to="/$procedure/$id" params={excuse.on} search={askFor(excuse.command, excuse.fill)} className="btn">
            {t(SAY_WHY)}
          </Link>
        ) : (
          <Link to="/new/$command" params={{ command: excuse.command }} search={fillFor(excuse.fill)} className="btn">
            {t(SAY_WHY)}
          </Link>
        ))}
    </span>
  )
}
