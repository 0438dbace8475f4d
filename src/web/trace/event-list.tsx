import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import type { Trace, TraceEvent } from '../../server/trace/trace.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Empty } from '../state/empty.tsx'

/** What happened, day by day, the latest first. */
export function EventList({ trace }: { readonly trace: Trace }) {
  const t = useT()
  const format = useFormat()
  if (trace.events.length === 0) return <Empty title={t(text('还没有发生任何事', 'Nothing has happened yet'))} />
  const days = [...Map.groupBy(trace.events.toReversed(), event => event.day)]
  return (
    <section className="card sec">
      <ol className="trace-days">
        {days.map(([day, events]) => (
          <li key={day}>
            <h3 className="num">{format.day(day)}</h3>
            <ul>
              {events.map((event, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the events of a day keep their places
                <Event key={index} event={event} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {trace.moreMoves && <p className="who">{t(text('更早的收发移动没有列出。', 'Earlier moves are not listed.'))}</p>}
    </section>
  )
}

function Event({ event }: { readonly event: TraceEvent }) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={`trace-event ${event.sort}`}>
      <span className="who num trace-time">{event.at ? format.full(event.at).split(' ')[1] : ''}</span>
      <span>
        <b>{t(event.title)}</b> {event.quantity !== null && <b className="num">{format.number(event.quantity)}</b>}{' '}
        {event.party}{' '}
        {event.record ? (
          <Link
            to="/$procedure/$id"
            params={{ procedure: event.record.procedure, id: event.record.number }}
            search={{}}
            className="mono"
          >
            {event.record.number}
          </Link>
        ) : (
          event.document && (
            <Link to="/trace" search={{ q: event.document }} className="mono">
              {event.document}
            </Link>
          )
        )}
        {event.detail && <span className="trace-detail">{t(event.detail)}</span>}
      </span>
      <span className="who">{event.byName}</span>
    </li>
  )
}
