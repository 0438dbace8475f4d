import { useEffect, useRef } from 'react'
import type { Json } from '../../kernel/json.ts'
import { useT } from '../language.tsx'
import { AttachmentsWidget } from './attachments-widget.tsx'
import { ChoicesWidget, ChoiceWidget, SEGMENTS, YesNoWidget } from './choice-widgets.tsx'
import {
  DeliveryWidget,
  LotWidget,
  PartyWidget,
  PersonWidget,
  ProductWidget,
  RecordWidget,
  RoleWidget,
} from './finder-widgets.tsx'
import { controlId, useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { Mark } from './mark.tsx'
import { ProcedureWidget } from './procedure-widget.tsx'
import { QuarterWidget } from './quarter-widget.tsx'
import { type FormField, isOptional } from './schema.ts'
import { LineWidget, NumberWidget, ParagraphWidget } from './text-widgets.tsx'
import { DayWidget, InstantWidget } from './time-widgets.tsx'
import { UdiWidget } from './udi-widget.tsx'
import { isAsked, valueAt } from './values.ts'

const WIDGETS: Partial<Record<FormField['widget'], (props: WidgetProps) => React.ReactNode>> = {
  line: LineWidget,
  paragraph: ParagraphWidget,
  number: NumberWidget,
  choice: ChoiceWidget,
  choices: ChoicesWidget,
  'yes-no': YesNoWidget,
  'yes-no-unknown': ChoiceWidget,
  instant: InstantWidget,
  day: DayWidget,
  quarter: QuarterWidget,
  udi: UdiWidget,
  party: PartyWidget,
  product: ProductWidget,
  lot: LotWidget,
  delivery: DeliveryWidget,
  person: PersonWidget,
  role: RoleWidget,
  record: RecordWidget,
  procedure: ProcedureWidget,
  attachments: AttachmentsWidget,
}

/** Widgets that are groups of controls: their label names the group, not one control. */
const GROUPS: readonly FormField['widget'][] = ['choices', 'yes-no', 'yes-no-unknown', 'attachments']

/** A field with its label, hint and refusal. `flat` lays all choices out side by side, however many. */
export function FieldRow({
  field,
  path,
  flat = false,
}: {
  readonly field: FormField
  readonly path: string
  readonly flat?: boolean
}) {
  const t = useT()
  const scope = useFormScope()
  const Widget = WIDGETS[field.widget]
  if (field.widget === 'hidden') return null
  if (field.widget === 'object') return <ObjectField field={field} path={path} />
  if (field.widget === 'list') return <ListField field={field} path={path} />
  if (!Widget) return null
  const id = controlId(scope.id, path)
  const error = scope.errors.get(path)
  const describedBy = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const grouped =
    GROUPS.includes(field.widget) || (field.widget === 'choice' && (flat || field.choices.length <= SEGMENTS))
  const label = (
    <>
      {t(field.title)}
      {isOptional(field) && <span className="optional">{t(field.emptyWhere ?? { zh: '选填', en: 'optional' })}</span>}
    </>
  )
  return (
    <div className="fld" data-path={path}>
      {grouped ? (
        <span className="label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      )}
      <Widget field={field} path={path} id={id} describedBy={describedBy} invalid={error !== undefined} flat={flat} />
      {field.hint && (
        <p className="hint" id={`${id}-hint`}>
          {t(field.hint)}
        </p>
      )}
      {error && (
        <p className="fault" id={`${id}-error`}>
          {t(error)}
        </p>
      )}
    </div>
  )
}

/** The fields of one object that are asked now. */
export function Fields({ fields, prefix = '' }: { readonly fields: readonly FormField[]; readonly prefix?: string }) {
  const { values } = useFormScope()
  const beside = prefix ? valueAt(values, prefix.slice(0, -1)) : values
  return fields
    .filter(field => isAsked(field, beside, values))
    .map(field => <FieldRow key={field.name} field={field} path={prefix + field.name} />)
}

function ObjectField({ field, path }: { readonly field: FormField; readonly path: string }) {
  const t = useT()
  return (
    <fieldset className="nested">
      <legend>{t(field.title)}</legend>
      {field.hint && <p className="hint">{t(field.hint)}</p>}
      <Fields fields={field.fields} prefix={`${path}.`} />
    </fieldset>
  )
}

function ListField({ field, path }: { readonly field: FormField; readonly path: string }) {
  const t = useT()
  const { errors } = useFormScope()
  const [value, set] = useValue(path)
  const entries = Array.isArray(value) ? (value as readonly Json[]) : []
  const simple = field.fields[0]?.name === ''
  const given = field.heading !== undefined
  const asked = given ? field.fields.filter(({ name }) => name !== field.heading) : field.fields
  const error = errors.get(path)
  const box = useRef<HTMLFieldSetElement>(null)
  const count = useRef(entries.length)
  useEffect(() => {
    // A new entry is where the next word goes.
    if (entries.length > count.current)
      box.current?.querySelector<HTMLElement>('li:last-of-type :is(input, textarea, select)')?.focus()
    count.current = entries.length
  }, [entries.length])
  return (
    <fieldset className={given ? 'nested given' : 'nested'} ref={box} data-path={path}>
      <legend>
        {t(field.title)}
        {isOptional(field) && <span className="optional">{t({ zh: '选填', en: 'optional' })}</span>}
      </legend>
      {field.hint && <p className="hint">{t(field.hint)}</p>}
      <ol>
        {entries.map((entry, at) => (
          // Entries have no identity of their own before they are sent.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <div>
              {field.heading !== undefined && (
                <b className="entry-title">{String(valueAt(entry, field.heading) ?? '')}</b>
              )}
              {simple && field.fields[0] ? (
                <FieldRow field={field.fields[0]} path={`${path}.${at}`} />
              ) : (
                <Fields fields={asked} prefix={`${path}.${at}.`} />
              )}
            </div>
            {!given && (
              <button
                type="button"
                className="btn quiet icon"
                aria-label={t({ zh: `移除第 ${at + 1} 项`, en: `Remove entry ${at + 1}` })}
                onClick={() => set(entries.filter((_, other) => other !== at))}
              >
                <Mark name="remove" />
              </button>
            )}
          </li>
        ))}
      </ol>
      {!given && (
        <button type="button" className="btn" onClick={() => set([...entries, simple ? '' : {}])}>
          {t({ zh: '添加一项', en: 'Add an entry' })}
        </button>
      )}
      {error && <p className="fault">{t(error)}</p>}
    </fieldset>
  )
}
