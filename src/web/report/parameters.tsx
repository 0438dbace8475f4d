import { lazy, Suspense, useId } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import type { JsonSchema } from '../form/schema.ts'
import { useT } from '../language.tsx'
import { FilterFinder } from './filter-finder.tsx'

type Values = Readonly<Record<string, string>>

const QUARTERS = [text('一季度', 'Q1'), text('二季度', 'Q2'), text('三季度', 'Q3'), text('四季度', 'Q4')]
const FIRST_YEAR = 2019

/** What a parameter is when nobody chose it: the declared default, else the period that contains today. */
function usual(key: string, schema: JsonSchema, today: string): string | undefined {
  if (schema.default !== undefined && schema.default !== null) return String(schema.default)
  const month = Number(today.slice(5, 7))
  const quarter = Math.ceil(month / 3)
  if (key === 'year') return today.slice(0, 4)
  if (key === 'quarter') {
    const form = schema.enum?.find(value => String(value).endsWith(String(quarter)))
    return form !== undefined ? String(form) : schema.pattern ? `${today.slice(0, 4)}-Q${quarter}` : String(quarter)
  }
  if (key === 'period') return `${today.slice(0, 4)}-Q${quarter}`
  if (key === 'month') return schema.type === 'integer' ? String(month) : today.slice(0, 7)
  if (key === 'from') return `${today.slice(0, 5)}${String(quarter * 3 - 2).padStart(2, '0')}-01`
  if (key === 'to') return today
  return schema.enum?.[0] === undefined ? undefined : String(schema.enum[0])
}

/** The parameters of a report: from the address, or the usual ones. */
export function chosen(
  schema: JsonSchema,
  values: Readonly<Record<string, string | undefined>>,
  today: string,
): Values {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const required = schema.required?.includes(key) ?? false
      const value =
        values[key] ?? (required || property.default !== undefined ? usual(key, property, today) : undefined)
      return value === undefined || value === '' ? [] : [[key, value]]
    }),
  )
}

const Period = lazy(() => import('../ledger/period.tsx').then(module => ({ default: module.Period })))
const DayPicker = lazy(() => import('../ledger/period.tsx').then(module => ({ default: module.DayPicker })))

const isDay = (schema: JsonSchema | undefined): boolean => schema?.['x-widget'] === 'day' || schema?.format === 'date'

/** The period picker of a report, from its schema. */
export function Parameters({
  schema,
  values,
  onChange,
}: {
  readonly schema: JsonSchema
  readonly values: Values
  readonly onChange: (values: Values) => void
}) {
  const t = useT()
  const isDays = isDay(schema.properties?.from) && isDay(schema.properties?.to)
  return (
    <div className="row wrap parameters">
      {isDays && (
        <Suspense fallback={<span className="period-place" />}>
          <Period
            label={t(text('期间', 'Period'))}
            from={values.from ?? ''}
            to={values.to ?? ''}
            onChange={(from, to) => from && to && onChange({ ...values, from, to })}
          />
        </Suspense>
      )}
      {Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
        isDays && (key === 'from' || key === 'to')
          ? []
          : [
              <Parameter
                key={key}
                name={key}
                schema={property}
                required={schema.required?.includes(key) ?? false}
                value={values[key] ?? ''}
                onChange={value => onChange({ ...values, [key]: value })}
              />,
            ],
      )}
    </div>
  )
}

function optionsOf(
  name: string,
  schema: JsonSchema,
  value: string,
): readonly (readonly [string, Text | string])[] | null {
  if (schema.enum || schema['x-options']) {
    const list = schema.enum?.map(String) ?? Object.keys(schema['x-options'] ?? {})
    return list.map(each => {
      const quarter = name === 'quarter' ? QUARTERS[Number(each.at(-1)) - 1] : undefined
      return [each, schema['x-options']?.[each] ?? quarter ?? each] as const
    })
  }
  if (name === 'quarter' && schema.type === 'integer')
    return QUARTERS.map((title, index) => [String(index + 1), title] as const)
  const year = Number(new Date().getFullYear())
  if (name === 'year')
    return Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => {
      const each = String(year - index)
      return [each, text(`${each} 年`, each)] as const
    })
  if (/^\d{4}-?Q[1-4]$/.test(value)) {
    const dash = value.includes('-') ? '-' : ''
    return Array.from({ length: 12 }, (_, index) => {
      const at = year * 4 + 3 - index
      const [of, quarter] = [Math.floor(at / 4), (at % 4) + 1]
      return [`${of}${dash}Q${quarter}`, text(`${of} 年${QUARTERS[quarter - 1]?.zh}`, `${of} Q${quarter}`)] as const
    })
  }
  return null
}

function Parameter({
  name,
  schema,
  required,
  value,
  onChange,
}: {
  readonly name: string
  readonly schema: JsonSchema
  readonly required: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const t = useT()
  const id = useId()
  const options = optionsOf(name, schema, value)
  const title = t(schema['x-title'] ?? name)
  if (options && options.length <= 4 && required)
    return (
      <fieldset className="seg">
        <legend className="sr">{title}</legend>
        {options.map(([each, words]) => (
          <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>
            {t(words)}
          </button>
        ))}
      </fieldset>
    )
  if (options)
    return (
      <select className="inp pick" aria-label={title} value={value} onChange={event => onChange(event.target.value)}>
        {!required && <option value="">{t({ zh: `${title}：全部`, en: `${title}: all` })}</option>}
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {t(words)}
          </option>
        ))}
      </select>
    )
  const widget = schema['x-widget']
  if (widget === 'product' || widget === 'party')
    return <FilterFinder kind={widget} title={title} value={value} onChange={onChange} />
  if (isDay(schema))
    return (
      <span className="row parameter">
        <label htmlFor={id} className="who">
          {title}
        </label>
        <Suspense>
          <DayPicker id={id} value={value} onChange={onChange} />
        </Suspense>
      </span>
    )
  return (
    <span className="row parameter">
      <label htmlFor={id} className="who">
        {title}
      </label>
      <input
        id={id}
        className="inp pick"
        defaultValue={value}
        inputMode={schema.type === 'integer' ? 'numeric' : undefined}
        placeholder={name === 'from' || name === 'to' ? 'YYYY-MM-DD' : undefined}
        onBlur={event => event.target.value !== value && onChange(event.target.value)}
        onKeyDown={event => event.key === 'Enter' && onChange(event.currentTarget.value)}
      />
    </span>
  )
}
