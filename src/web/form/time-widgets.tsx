import { useRef, useState } from 'react'
import { useT } from '../language.tsx'
import { useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { Mark } from './mark.tsx'
import { dayFrom, momentFrom, momentOf, shownMoment, today } from './site-time.ts'

interface TypedProps extends WidgetProps {
  readonly shown: string
  readonly placeholder: string
  /** What was typed as the value that is kept; null when it cannot be read. */
  readonly read: (typed: string) => string | null
  readonly picker: 'date' | 'datetime-local'
  /** The value as the browser's own picker writes it. */
  readonly picked: string
  readonly fromPicker: (value: string) => string | null
  readonly quick: { readonly title: string; readonly value: () => string }
}

/**
 * A time that is typed, in whatever short way people type it, or taken from the browser's own picker.
 * What cannot be read stays in the field as it was typed, and is refused there.
 */
function Typed(props: TypedProps) {
  const { field, path, id, describedBy, invalid, shown, placeholder, read, picker, picked, fromPicker, quick } = props
  const t = useT()
  const [, set] = useValue(path)
  const [typed, setTyped] = useState<string | null>(null)
  const native = useRef<HTMLInputElement>(null)
  const take = (text: string) => set(text.trim() === '' ? undefined : (read(text) ?? text))
  return (
    <div className="field-time">
      <div className="inp-box">
        <input
          id={id}
          className="inp num"
          value={typed ?? shown}
          placeholder={placeholder}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          aria-required={field.required}
          autoComplete="off"
          onChange={event => {
            setTyped(event.target.value)
            take(event.target.value)
          }}
          onBlur={() => setTyped(null)}
        />
        <button
          type="button"
          className="inp-end"
          aria-label={t({ zh: '选择日期', en: 'Pick a date' })}
          tabIndex={-1}
          onClick={() => native.current?.showPicker()}
        >
          <Mark name="calendar" />
        </button>
      </div>
      <input
        ref={native}
        type={picker}
        value={picked}
        tabIndex={-1}
        aria-hidden="true"
        className="native-picker"
        onChange={event => {
          const value = fromPicker(event.target.value)
          if (value) set(value)
        }}
      />
      <button type="button" className="btn" onClick={() => set(quick.value())}>
        {quick.title}
      </button>
    </div>
  )
}

/** A moment in the site's time zone; `1534` or `15:34` alone is today's. */
export function InstantWidget(props: WidgetProps) {
  const t = useT()
  const { zone } = useFormScope()
  const [value] = useValue(props.path)
  const text = typeof value === 'string' ? value : ''
  const shown = text.endsWith('Z') && !Number.isNaN(Date.parse(text)) ? shownMoment(text, zone) : text
  return (
    <Typed
      {...props}
      shown={shown}
      placeholder={t({ zh: '2026-11-20 15:34，或只填 15:34', en: '2026-11-20 15:34, or just 15:34' })}
      read={typed => momentFrom(typed, Date.now(), zone)}
      picker="datetime-local"
      picked={shown.replace(' ', 'T')}
      fromPicker={picked => momentOf(picked.slice(0, 10), picked.slice(11, 16), zone)}
      quick={{
        title: t({ zh: '现在', en: 'Now' }),
        value: () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
      }}
    />
  )
}

/** A calendar day. */
export function DayWidget(props: WidgetProps) {
  const t = useT()
  const { zone } = useFormScope()
  const [value] = useValue(props.path)
  const shown = typeof value === 'string' ? value : ''
  return (
    <Typed
      {...props}
      shown={shown}
      placeholder={t({ zh: '2026-11-20，或 11-20', en: '2026-11-20, or 11-20' })}
      read={typed => dayFrom(typed, Date.now(), zone)}
      picker="date"
      picked={shown}
      fromPicker={picked => picked || null}
      quick={{ title: t({ zh: '今天', en: 'Today' }), value: () => today(Date.now(), zone) }}
    />
  )
}
