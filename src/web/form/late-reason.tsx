import { useT } from '../language.tsx'

/** Asks why an event is written down only now; shown once the server says that it lies outside the entry window. */
export function LateReason({
  id,
  value,
  set,
}: {
  readonly id: string
  readonly value: string
  readonly set: (reason: string) => void
}) {
  const t = useT()
  return (
    <div className="fld">
      <label htmlFor={id}>{t({ zh: '补记原因', en: 'Reason for the late entry' })}</label>
      <textarea
        id={id}
        className="inp"
        rows={2}
        maxLength={500}
        value={value}
        required
        aria-describedby={`${id}-hint`}
        onChange={event => set(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {t({
          zh: '将与时间一并标注“补记”，记入经过、台账和打印的表单。',
          en: 'It is marked as a late entry in the timeline, the register and on the printed form.',
        })}
      </p>
    </div>
  )
}
