import { useState } from 'react'
import { useT } from '../language.tsx'
import { useValue, type WidgetProps } from './form-scope.tsx'

const TELEPHONE = /phone|telephone|mobile/i

/** One line of text. */
export function LineWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const [value, set] = useValue(path)
  const telephone = TELEPHONE.test(field.name)
  return (
    <input
      id={id}
      className="inp"
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      type={field.secret ? 'password' : telephone ? 'tel' : 'text'}
      autoComplete={field.secret ? 'new-password' : 'off'}
      onChange={event => set(event.target.value)}
    />
  )
}

/** Several lines of text; grows with what is typed. */
export function ParagraphWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const [value, set] = useValue(path)
  return (
    <textarea
      id={id}
      className="inp"
      value={typeof value === 'string' ? value : ''}
      maxLength={field.maxLength}
      rows={2}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      onChange={event => set(event.target.value)}
    />
  )
}

/** A number; one `of: 'fen'` is typed in yuan. What cannot be read as a number stays as typed, and is refused at the field. */
export function NumberWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const t = useT()
  const [value, set] = useValue(path)
  const [typed, setTyped] = useState<string | null>(null)
  const bounds =
    field.min !== undefined && field.max !== undefined && field.max < 10_000
      ? t({ zh: `${field.min}–${field.max}`, en: `${field.min}–${field.max}` })
      : undefined
  const isMoney = field.of === 'fen'
  const kept = isMoney && typeof value === 'number' ? value / 100 : value
  const input = (
    <input
      id={id}
      className="inp field-number num"
      value={typed ?? (kept === undefined || kept === null ? '' : String(kept))}
      inputMode={field.whole && !isMoney ? 'numeric' : 'decimal'}
      placeholder={bounds}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      aria-required={field.required}
      autoComplete="off"
      onBlur={() => setTyped(null)}
      onChange={event => {
        const text = event.target.value
        const number = Number(text.replace(/[０-９．]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
        setTyped(text)
        const read = isMoney ? Math.round(number * 100) : number
        set(text.trim() === '' ? undefined : Number.isFinite(number) ? read : text)
      }}
    />
  )
  if (!isMoney) return input
  return (
    <span className="row field-money">
      {input}
      <span className="sub">{t({ zh: '元', en: 'yuan' })}</span>
    </span>
  )
}
