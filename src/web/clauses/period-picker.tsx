import { text } from '../../kernel/text.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Period } from '../ledger/period.tsx'
import { daysAsked, periods } from './periods.ts'

/** The days that a page of evidence shows, read from its address. */
export function useDays(asked: { readonly from?: string | undefined; readonly to?: string | undefined }) {
  const format = useFormat()
  return daysAsked(asked, format.day(new Date(serverNow()).toISOString()))
}

/** This quarter, last quarter, month, year, or days of one's own. */
export function PeriodPicker({
  from,
  to,
  onChange,
}: {
  readonly from: string
  readonly to: string
  readonly onChange: (days: { readonly from: string; readonly to: string }) => void
}) {
  const t = useT()
  const format = useFormat()
  const offered = periods(format.day(new Date(serverNow()).toISOString()))
  return (
    <div className="evidence-period">
      <fieldset className="seg">
        <legend className="sr">{t(text('期间', 'Period'))}</legend>
        {offered.map(item => (
          <button
            key={item.id}
            type="button"
            aria-pressed={item.from === from && item.to === to}
            onClick={() => onChange({ from: item.from, to: item.to })}
          >
            {t(item.title)}
          </button>
        ))}
      </fieldset>
      <Period
        label={t(text('期间', 'Period'))}
        from={from}
        to={to}
        onChange={(first, last) => onChange({ from: first, to: last })}
      />
    </div>
  )
}
