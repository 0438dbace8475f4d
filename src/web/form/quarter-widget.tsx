import { dayOfLaterMonth } from '../../kernel/time.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import { useT } from '../language.tsx'
import { useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { today } from './site-time.ts'

/** So many quarters after the running one are offered. */
const AHEAD = 4

/** A quarter, kept as its first day: the running one, or one of those that follow. */
export function QuarterWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const t = useT()
  const { zone } = useFormScope()
  const [value, set] = useValue(path)
  const running = periodAt('quarter', today(Date.now(), zone)).firstDay
  const offered = Array.from({ length: AHEAD + 1 }, (_, at) => dayOfLaterMonth(running, at * 3, 1))
  return (
    <select
      id={id}
      className="inp"
      value={typeof value === 'string' ? value : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      onChange={event => set(event.target.value || undefined)}
    >
      <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
      {offered.map(day => (
        <option key={day} value={day}>
          {t(periodAt('quarter', day).title)}
        </option>
      ))}
    </select>
  )
}
