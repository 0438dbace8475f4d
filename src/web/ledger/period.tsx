import DatePicker from 'antd/es/date-picker'
import dayjs from 'dayjs'
import { text } from '../../kernel/text.ts'
import { useT } from '../language.tsx'

const DAY = 'YYYY-MM-DD'

/** One day. */
export function DayPicker({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: string
  /** Never told of an empty day. */
  readonly onChange: (day: string) => void
}) {
  return (
    <DatePicker
      id={id}
      className="day-picker"
      format={DAY}
      allowClear={false}
      value={value ? dayjs(value) : null}
      onChange={day => day && onChange(day.format(DAY))}
    />
  )
}

/** First and last day of what is shown. */
export function Period({
  label,
  from,
  to,
  onChange,
}: {
  readonly label: string
  readonly from: string
  readonly to: string
  readonly onChange: (from: string, to: string) => void
}) {
  const t = useT()
  const today = dayjs()
  return (
    <DatePicker.RangePicker
      className="period"
      aria-label={label}
      format={DAY}
      allowEmpty={[true, true]}
      placeholder={[t(text(`${label} 从`, `${label} from`)), t(text('到', 'to'))]}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={values => onChange(values?.[0]?.format(DAY) ?? '', values?.[1]?.format(DAY) ?? '')}
      presets={[
        { label: t(text('今天', 'Today')), value: [today, today] },
        { label: t(text('近 7 天', 'Last 7 days')), value: [today.subtract(6, 'day'), today] },
        { label: t(text('近 30 天', 'Last 30 days')), value: [today.subtract(29, 'day'), today] },
        { label: t(text('本月', 'This month')), value: [today.startOf('month'), today] },
        { label: t(text('今年', 'This year')), value: [today.startOf('year'), today] },
      ]}
    />
  )
}
