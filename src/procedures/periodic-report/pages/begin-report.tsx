import { useQueries } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Text } from '../../../kernel/text.ts'
import { text } from '../../../kernel/text.ts'
import type { CalendarCell, ReportCalendar } from '../../../vocabulary/report-calendar.ts'
import { readQuery } from '../../../web/api.ts'
import { CommandForm, type CommandFormProps } from '../../../web/form/command-form.tsx'
import { useNow } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { Refused } from '../../../web/state/refused.tsx'

/** A period that may be chosen. */
interface Choosable extends Pick<CalendarCell, 'part' | 'title' | 'late' | 'state' | 'dueOn'> {
  readonly year: number
}

/** A report that the person may write, with its periods that have ended and have no report yet, the latest first. */
interface Offered {
  readonly key: string
  readonly title: Text
  readonly periods: readonly Choosable[]
}

/** Periods of two years are enough: the calendar leads to older ones by the address. */
const YEARS_BACK = 1

const placeOf = ({ year, part }: { readonly year: number; readonly part: number }): string => `${year}/${part}`

/** Chooses a report by its title and one of its periods by name, then begins it. */
export function BeginReport({ fill, ...props }: CommandFormProps) {
  const t = useT()
  const id = useId().replaceAll(':', '')
  const thisYear = new Date(useNow()).getFullYear()
  const asked = Number(fill?.year)
  const years = [
    ...new Set([...Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i), ...(asked ? [asked] : [])]),
  ]
  const answers = useQueries({
    queries: years.map(year => readQuery<ReportCalendar>('reports.calendar', { year: String(year) })),
  })
  const [report, setReport] = useState(typeof fill?.report === 'string' ? fill.report : '')
  const [place, setPlace] = useState(fill?.year && fill.part ? `${String(fill.year)}/${String(fill.part)}` : '')
  const failed = answers.find(answer => answer.error && !answer.data)
  if (failed?.error) return <Refused error={failed.error} again={() => void failed.refetch()} />
  if (answers.some(answer => !answer.data)) return <Bones rows={4} />
  // A turn of recurring work leads here whether its report is begun or not.
  const begun = answers
    .flatMap(answer => (answer.data?.year === asked ? answer.data.rows : []))
    .find(row => row.key === fill?.report)
    ?.cells.find(cell => cell.part === Number(fill?.part))?.record
  if (begun)
    return (
      <Navigate to="/$procedure/$id" params={{ procedure: 'periodic-report', id: begun.number }} search={{}} replace />
    )
  const offered = offeredBy(answers.flatMap(answer => answer.data ?? []))
  const own = offered.find(item => item.key === report)
  const period = own?.periods.find(item => placeOf(item) === place)
  return (
    <>
      <div className="command-form">
        <div className="fld">
          <label htmlFor={`${id}-report`}>{t(text('报表', 'Report'))}</label>
          <select
            id={`${id}-report`}
            className="inp"
            value={own?.key ?? ''}
            onChange={event => {
              setReport(event.target.value)
              const next = offered.find(item => item.key === event.target.value)?.periods[0]
              setPlace(next ? placeOf(next) : '')
            }}
          >
            <option value="">{t(text('请选择', 'Choose'))}</option>
            {offered.map(item => (
              <option key={item.key} value={item.key} disabled={item.periods.length === 0}>
                {t(item.title)}
                {item.periods.length === 0 && t(text('（各期已编制）', ' (all periods are written)'))}
              </option>
            ))}
          </select>
        </div>
        {own && (
          <div className="fld">
            <label htmlFor={`${id}-period`}>{t(text('期间', 'Period'))}</label>
            <select
              id={`${id}-period`}
              className="inp"
              value={period ? placeOf(period) : ''}
              onChange={event => setPlace(event.target.value)}
            >
              <option value="">{t(text('请选择', 'Choose'))}</option>
              {own.periods.map(item => (
                <option key={placeOf(item)} value={placeOf(item)}>
                  {t(item.title)}
                  {t(noteOf(item))}
                </option>
              ))}
            </select>
            <p className="hint">
              {t(
                text(
                  '只列出已结束且尚未编制的期间；要更正已归档的报表，请在该报表上重新编制。',
                  'Periods that have ended and have no report yet. A filed report is corrected on its own page.',
                ),
              )}
            </p>
          </div>
        )}
      </div>
      {own && period && (
        <CommandForm
          {...props}
          key={`${own.key}/${placeOf(period)}`}
          draftOf={`${own.key}/${placeOf(period)}`}
          fill={{ report: own.key, year: period.year, part: period.part }}
          takeFocus={false}
        />
      )}
    </>
  )
}

const noteOf = (item: Choosable): Text =>
  item.state === 'before'
    ? text('（启用前）', ' (before the start)')
    : item.late
      ? text(`（应于 ${item.dueOn} 前完成，已逾期）`, ` (was due on ${item.dueOn})`)
      : text(`（应于 ${item.dueOn} 前完成）`, ` (due on ${item.dueOn})`)

/** What the calendars offer to whom they were read for. */
function offeredBy(calendars: readonly ReportCalendar[]): readonly Offered[] {
  const rows = calendars.flatMap(({ year, rows }) => rows.filter(row => row.may).map(row => ({ year, ...row })))
  return [...Map.groupBy(rows, row => row.key).values()].map(list => ({
    key: list[0]?.key ?? '',
    title: list[0]?.title ?? text('', ''),
    periods: list
      .flatMap(({ year, cells }) =>
        cells.filter(cell => cell.state === 'due' || cell.state === 'before').map(cell => ({ ...cell, year })),
      )
      .sort((a, b) => b.year - a.year || b.part - a.part),
  }))
}
