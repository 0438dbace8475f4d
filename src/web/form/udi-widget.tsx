import { type KeyboardEvent, useState } from 'react'
import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'
import { fillFromUdi, type UdiConflict, type UdiField } from '../../vocabulary/udi.ts'
import { useT } from '../language.tsx'
import { type FormScope, useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { isSeparator } from './scan-burst.ts'
import type { FormField } from './schema.ts'
import { readUdi, type UdiMatch, udiFieldTitles } from './udi-reading.ts'

/** How the separator of GS1, which has no shape, is shown; no UDI may hold this character itself. */
const SHOWN_SEPARATOR = '·'

/** Names under which forms keep the parts of a UDI. */
const NAMES: Readonly<Record<UdiField, readonly string[]>> = {
  di: ['udiDi', 'di'],
  lot: ['lotNo', 'lot', 'batch'],
  serial: ['serialNo', 'serial', 'serialNumber'],
  producedOn: ['producedOn', 'madeOn'],
  expiresOn: ['expiresOn', 'expiryOn'],
}

const fieldFor = (scope: FormScope, part: UdiField): FormField | undefined =>
  scope.fields.find(field => NAMES[part].includes(field.name))

/** Puts what a scan says into the form's other fields; a known value stays and the difference is told. */
function applyTo(scope: FormScope, match: UdiMatch): readonly UdiConflict[] {
  const known: Record<string, string> = {}
  for (const part of Object.keys(NAMES) as UdiField[]) {
    const field = fieldFor(scope, part)
    const value = field && scope.values[field.name]
    if (typeof value === 'string') known[part] = value
  }
  const { values, added, conflicts } = fillFromUdi(known, match.fields)
  const filled: Record<string, Json> = {}
  const labels: Record<string, string> = {}
  for (const part of added) {
    const field = fieldFor(scope, part)
    if (field && values[part]) filled[field.name] = values[part]
  }
  const productField = scope.fields.find(field => field.widget === 'product')
  if (match.product && productField && !scope.values[productField.name]) {
    filled[productField.name] = match.product.id
    labels[productField.name] = `${match.product.name} ${match.product.model}`
  }
  const lotField = scope.fields.find(field => field.widget === 'lot' && !field.free)
  if (match.lot && lotField && !scope.values[lotField.name]) {
    filled[lotField.name] = match.lot.id
    labels[lotField.name] = match.lot.lotNo
  }
  scope.fill(filled, labels)
  return conflicts
}

type Outcome =
  | { readonly match: UdiMatch; readonly conflicts: readonly UdiConflict[] }
  | { readonly refused: Text }
  | null

/** A UDI as it is scanned, pasted or typed; Enter reads it and fills product, lot, serial number and dates. */
export function UdiWidget({ field, path, id, describedBy, invalid }: WidgetProps) {
  const t = useT()
  const scope = useFormScope()
  const [value, set] = useValue(path)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const text = typeof value === 'string' ? value : ''
  const take = async (raw: string) => {
    if (raw.trim() === '') return setOutcome(null)
    const answer = await readUdi(raw)
    setOutcome('refused' in answer ? answer : { match: answer, conflicts: applyTo(scope, answer) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isSeparator(event.key, event.ctrlKey)) {
      event.preventDefault()
      set(`${text}\u001d`)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      take(text)
    }
  }
  return (
    <>
      <input
        id={id}
        className="inp mono"
        value={text.replaceAll('\u001d', SHOWN_SEPARATOR)}
        placeholder={t({ zh: '扫描、粘贴或输入后回车', en: 'Scan, paste, or type and press Enter' })}
        aria-invalid={invalid}
        aria-required={field.required}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onPaste={event => {
          event.preventDefault()
          const pasted = event.clipboardData.getData('text')
          set(pasted)
          take(pasted)
        }}
        onBlur={() => text && !outcome && take(text)}
        onChange={event => {
          setOutcome(null)
          set(event.target.value.replaceAll(SHOWN_SEPARATOR, '\u001d') || undefined)
        }}
      />
      {outcome && (
        <UdiOutcome
          outcome={outcome}
          onTake={(part, scanned) => {
            const target = fieldFor(scope, part)
            if (target) scope.set(target.name, scanned)
            setOutcome(null)
          }}
        />
      )}
    </>
  )
}

/** What was read, and where it differs from what is known. */
function UdiOutcome({
  outcome,
  onTake,
}: {
  readonly outcome: NonNullable<Outcome>
  readonly onTake: (part: UdiField, scanned: string) => void
}) {
  const t = useT()
  if ('refused' in outcome)
    return (
      <div className="udi-outcome warn" role="status">
        {t(outcome.refused)}
      </div>
    )
  const { match, conflicts } = outcome
  const { fields, product } = match
  const parts = (['lot', 'serial', 'expiresOn'] as const).filter(part => fields[part])
  return (
    <div className="udi-outcome" role="status">
      {product ? (
        <b>{`${product.name} ${product.model}`}</b>
      ) : fields.di && match.asked ? (
        t({
          zh: `产品档案中没有 ${fields.di}，请在下面选择产品。`,
          en: `${fields.di} is not among our products; choose the product below.`,
        })
      ) : null}
      {parts.map(part => (
        <span key={part}>
          {t(udiFieldTitles[part])} <span className="mono">{fields[part]}</span>
        </span>
      ))}
      {match.warnings.map(warning => (
        <span key={warning.en} className="warn">
          {t(warning)}
        </span>
      ))}
      {conflicts.map(({ field, was, scanned }) => (
        <span key={field} className="warn">
          {t({
            zh: `${udiFieldTitles[field].zh}不一致：已填 ${was}，扫码为 ${scanned}。`,
            en: `The ${udiFieldTitles[field].en} differs: ${was} is filled in, the scan says ${scanned}. `,
          })}
          <button type="button" className="link" onClick={() => onTake(field, scanned)}>
            {t({ zh: '采用扫码值', en: 'Take the scanned one' })}
          </button>
        </span>
      ))}
    </div>
  )
}
