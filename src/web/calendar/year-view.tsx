import { useLanguage, useT } from '../language.tsx'
import { type CalendarDay, lookOf, plainYear } from './year.ts'

const WEEK = {
  'zh-Hans': ['一', '二', '三', '四', '五', '六', '日'],
  'zh-Hant': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
} as const

/** Twelve months; with `onPick`, each day is a button. */
export function YearView({
  year,
  days,
  today,
  onPick,
}: {
  readonly year: number
  readonly days: readonly CalendarDay[]
  readonly today: string
  readonly onPick?: (day: string) => void
}) {
  const { language } = useLanguage()
  const months = [...Map.groupBy(days.length > 0 ? days : plainYear(year), day => day.day.slice(0, 7))]
  const name = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { month: 'long', timeZone: 'UTC' })
  return (
    <div className="year">
      {months.map(([month, list]) => (
        <section key={month} className="card month" aria-label={name.format(Date.parse(`${month}-15`))}>
          <h2>{name.format(Date.parse(`${month}-15`))}</h2>
          <div className="month-grid">
            {WEEK[language].map((letter, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week keep their places
              <span key={index} className="week-letter" aria-hidden="true">
                {letter}
              </span>
            ))}
            {list.map((day, index) => (
              <Day key={day.day} day={day} first={index === 0} today={day.day === today} {...(onPick && { onPick })} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** A holiday's name in a cell: four characters, or the first word. */
const shortName = (title: string): string => (/^[A-Za-z]/.test(title) ? (title.split(' ')[0] ?? '') : title.slice(0, 4))

function Day({
  day,
  first,
  today,
  onPick,
}: {
  readonly day: CalendarDay
  readonly first: boolean
  readonly today: boolean
  readonly onPick?: (day: string) => void
}) {
  const t = useT()
  const look = lookOf(day)
  const title = day.title ? t(day.title) : ''
  const props = {
    className: `day ${look}${today ? ' today' : ''}`,
    style: first ? { gridColumnStart: day.weekday } : undefined,
    title: title ? `${day.day} ${title}` : day.day,
  }
  const content = (
    <>
      {Number(day.day.slice(8))}
      {title && look !== 'plain' && (
        <small>{look === 'made-up' ? t({ zh: '班', en: 'work' }) : shortName(title)}</small>
      )}
    </>
  )
  return onPick ? (
    <button type="button" {...props} aria-label={`${day.day} ${title}`} onClick={() => onPick(day.day)}>
      {content}
    </button>
  ) : (
    <span {...props}>{content}</span>
  )
}
