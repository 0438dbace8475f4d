import { useState } from 'react'
import { text } from '../../kernel/text.ts'
import { Fault } from '../account/fault.tsx'
import { useAct } from '../api.ts'
import { useT } from '../language.tsx'
import { type CalendarYear, type OfficialDay, plainYear, withDraft } from './year.ts'
import { YearView } from './year-view.tsx'

const HOLIDAYS = [
  text('元旦', "New Year's Day"),
  text('春节', 'Spring Festival'),
  text('清明节', 'Qingming'),
  text('劳动节', 'Labour Day'),
  text('端午节', 'Dragon Boat Festival'),
  text('中秋节', 'Mid-Autumn Festival'),
  text('国庆节', 'National Day'),
] as const
const MADE_UP = text('调休上班', 'Made-up working day')

type Brush =
  | { readonly kind: 'holiday'; readonly title: (typeof HOLIDAYS)[number] }
  | { readonly kind: 'workday' | 'clear' }

/** Entering a year: choose what a day is, then click the days. Saved as a draft; publishing is a step of its own. */
export function YearEditor({ calendar, onDone }: { readonly calendar: CalendarYear; readonly onDone: () => void }) {
  const t = useT()
  const [draft, setDraft] = useState<ReadonlyMap<string, OfficialDay>>(
    () => new Map((calendar.draft ?? []).map(day => [day.day, day])),
  )
  const [brush, setBrush] = useState<Brush>({ kind: 'holiday', title: HOLIDAYS[0] })
  const open = useAct('calendar-year.open')
  const enter = useAct('calendar-year.enter-days')
  const step = calendar.record ? enter : open
  const base = calendar.days.length > 0 ? calendar.days : plainYear(calendar.year)

  const pick = (day: string): void => {
    const next = new Map(draft)
    const kind = brush.kind
    if (kind === 'clear' || next.get(day)?.kind === kind) next.delete(day)
    else next.set(day, { day, kind, title: brush.kind === 'holiday' ? brush.title : MADE_UP })
    setDraft(next)
  }
  const save = async (): Promise<void> => {
    const days = [...draft.values()]
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .map(({ day, kind, title }) => ({ day, kind, title: kind === 'holiday' ? title.zh : null }))
    const done = calendar.record
      ? await enter
          .mutateAsync({ on: calendar.record.id, expect: calendar.record.version, input: { days } })
          .catch(() => null)
      : await open.mutateAsync({ input: { year: calendar.year, days } }).catch(() => null)
    if (done) onDone()
  }
  return (
    <>
      <div className="card sec year-tools">
        <span className="sub">{t(text('先选安排，再点日期：', 'Choose, then click the days:'))}</span>
        <div className="seg wrap">
          {HOLIDAYS.map(title => (
            <button
              key={title.en}
              type="button"
              aria-pressed={brush.kind === 'holiday' && brush.title === title}
              onClick={() => setBrush({ kind: 'holiday', title })}
            >
              {t(title)}
            </button>
          ))}
          <button type="button" aria-pressed={brush.kind === 'workday'} onClick={() => setBrush({ kind: 'workday' })}>
            {t(MADE_UP)}
          </button>
          <button type="button" aria-pressed={brush.kind === 'clear'} onClick={() => setBrush({ kind: 'clear' })}>
            {t(text('清除', 'Clear'))}
          </button>
        </div>
        <span className="sp" />
        <span className="sub num">{t(text(`已标 ${draft.size} 天`, `${draft.size} days marked`))}</span>
        <button type="button" className="btn" onClick={onDone}>
          {t(text('取消', 'Cancel'))}
        </button>
        <button type="button" className="btn p" aria-disabled={step.isPending} onClick={() => void save()}>
          {t(text('保存草稿', 'Save the draft'))}
        </button>
        {step.error && <Fault error={step.error} />}
      </div>
      <YearView year={calendar.year} days={withDraft(base, draft)} today="" onPick={pick} />
    </>
  )
}
