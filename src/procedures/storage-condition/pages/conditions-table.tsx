import { Link } from '@tanstack/react-router'
import { text } from '../../../kernel/text.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import type { Shown, StoreSeries } from '../reads.ts'
import { states, timings } from '../wording.ts'

type Line = { readonly at: string; readonly record: Shown | null; readonly window: string }

/** The same values as the charts, the newest first, with what was missed, late or out of range. */
export function ConditionsTable({ data }: { readonly data: StoreSeries }) {
  const t = useT()
  const format = useFormat()
  const lines: Line[] = [
    ...data.records.map(record => ({ at: record.measuredAt, record, window: record.windowFrom ?? '' })),
    ...data.missed.map(({ at, from }) => ({ at, record: null, window: from })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <section className="card conditions-table" aria-label={t(text('读数', 'Readings'))}>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th>{t(text('时间', 'At'))}</th>
              <th className="num">℃</th>
              <th className="num">%RH</th>
              <th>{t(text('状态', 'State'))}</th>
              <th>{t(text('记录人', 'By'))}</th>
            </tr>
          </thead>
          <tbody>
            {lines.length === 0 && (
              <tr>
                <td colSpan={5} className="who">
                  {t(text('这段时间没有读数', 'There are no readings in this time'))}
                </td>
              </tr>
            )}
            {lines.map(({ at, record, window }) =>
              record ? (
                <tr key={record.id}>
                  <td className="when">
                    <Link
                      className="row-link"
                      to="/$procedure/$id"
                      params={{ procedure: 'storage-condition', id: record.number }}
                      search={{}}
                    >
                      {format.instant(record.measuredAt)}
                    </Link>
                  </td>
                  <td className="num">{figureOf(record, 'temperature')}</td>
                  <td className="num">{figureOf(record, 'humidity')}</td>
                  <td>
                    <span className={`tag ${states[record.state].tone}`}>{t(states[record.state].title)}</span>
                    {record.timing && record.timing !== 'on-time' && (
                      <span className={record.timing === 'late' ? 'tag warn' : 'tag info'}>
                        {t(timings[record.timing])}
                      </span>
                    )}
                    {record.reason && <div className="who">{record.reason}</div>}
                  </td>
                  <td className="by">{record.recordedByName}</td>
                </tr>
              ) : (
                <tr key={`missed ${at}`} className="missed">
                  <td className="when">{format.instant(at)}</td>
                  <td className="num">—</td>
                  <td className="num">—</td>
                  <td>
                    <span className="tag late">{t(text('未记录', 'Not recorded'))}</span>{' '}
                    <Link
                      to="/new/$command"
                      params={{ command: 'storage-condition.note-missed' }}
                      search={{ warehouseId: data.store.id, day: format.day(at), window }}
                    >
                      {t(text('说明', 'Explain'))}
                    </Link>
                  </td>
                  <td>—</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A reading's value; for a stretch of time its extremes. */
function figureOf(record: Shown, quantity: 'temperature' | 'humidity'): string {
  if (record.kind !== 'excursion') return record[quantity] === null ? '—' : String(record[quantity])
  const [low, high] =
    quantity === 'temperature'
      ? [record.temperatureLow, record.temperatureHigh]
      : [record.humidityLow, record.humidityHigh]
  return low === null ? '—' : low === high ? String(low) : `${low}–${high}`
}
