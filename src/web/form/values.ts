import type { Json, JsonObject } from '../../kernel/json.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { FormField } from './schema.ts'

/** What is entered so far; may be incomplete. */
export type Values = Readonly<Record<string, Json>>

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path such as `items.0.name`. */
export function valueAt(values: Json | undefined, path: string): Json | undefined {
  let at: Json | undefined = values
  for (const step of path === '' ? [] : path.split('.')) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(step)]
    else if (isObject(at)) at = at[step]
    else return undefined
  }
  return at
}

/** The values with another one at a path; `undefined` takes it away. */
export function withValue<T extends Json>(values: T, path: string, value: Json | undefined): T {
  const [step = '', ...rest] = path.split('.')
  const inner = rest.join('.')
  if (Array.isArray(values)) {
    const list = [...(values as readonly Json[])]
    const at = Number(step)
    list[at] = inner ? withValue(list[at] ?? {}, inner, value) : (value ?? null)
    return list as unknown as T
  }
  const object: Record<string, Json> = { ...(isObject(values) ? values : {}) }
  if (inner) object[step] = withValue(object[step] ?? {}, inner, value)
  else if (value === undefined) delete object[step]
  else object[step] = value
  return object as T
}

/** Whether a field is asked, given what is entered beside it. */
export function isAsked(field: FormField, beside: Json | undefined, all: Json | undefined): boolean {
  if (!field.when) return true
  const { field: path, is } = field.when
  const value = valueAt(beside, path) ?? valueAt(all, path)
  if (Array.isArray(value)) return is.some(wanted => value.includes(wanted))
  return is.some(wanted => wanted === value || String(wanted) === String(value ?? ''))
}

/** Nothing was entered: absent, blank, or a list or object of nothing. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.values(value).every(isBlank)
  return false
}

/** What is sent: without fields that are not asked and without blanks; text without blanks at its ends. */
export function inputOf(
  fields: readonly FormField[],
  values: Json | undefined,
  all: Json | undefined = values,
): JsonObject {
  const input: Record<string, Json> = {}
  for (const field of fields) {
    if (!isAsked(field, values, all)) continue
    const value = valueAt(values, field.name)
    if (field.widget === 'object') {
      if (!isBlank(value) || field.required) input[field.name] = inputOf(field.fields, value ?? {}, all)
    } else if (field.widget === 'list') {
      const entries = Array.isArray(value) ? (value as readonly Json[]) : []
      const simple = field.fields[0]?.name === ''
      const kept = entries.filter(entry => !isBlank(entry))
      if (kept.length > 0 || field.required)
        input[field.name] = simple ? kept : kept.map(entry => inputOf(field.fields, entry, all))
    } else if (isBlank(value)) {
      if (field.required && field.mayBeEmpty) input[field.name] = ''
      else if (field.required && (field.widget === 'choices' || field.widget === 'attachments')) input[field.name] = []
      else if (field.nullable && value !== undefined) input[field.name] = null
    } else input[field.name] = typeof value === 'string' ? value.trim() : (value as Json)
  }
  return input
}

/** What was typed into a number or time field and is none. */
function unreadable(field: FormField, value: Json | undefined): Text | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  const { zh, en } = field.title
  if (field.widget === 'number') return { zh: `“${zh}”请填数字。`, en: `"${en}" must be a number.` }
  if (field.widget === 'instant' && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
    return {
      zh: `“${zh}”请写成 2026-11-20 15:34，当天的也可只写 15:34。`,
      en: `Write "${en}" as 2026-11-20 15:34, or 15:34 for today.`,
    }
  if (field.widget === 'day' && !/^\d{4}-\d\d-\d\d$/.test(value))
    return { zh: `“${zh}”请写成 2026-11-20。`, en: `Write "${en}" as 2026-11-20.` }
  return null
}

const CHOSEN: readonly FormField['widget'][] = [
  'choice',
  'choices',
  'yes-no',
  'yes-no-unknown',
  'quarter',
  'person',
  'role',
  'lot',
]

/** A refusal for every field that must be filled and is not, or holds what cannot be read; before anything is sent. */
export function faultsIn(
  fields: readonly FormField[],
  values: Json | undefined,
  prefix = '',
  all: Json | undefined = values,
): Refusal[] {
  return fields.flatMap(field => {
    if (!isAsked(field, values, all)) return []
    const path = prefix + field.name
    const value = valueAt(values, field.name)
    if (field.widget === 'object')
      return field.required || !isBlank(value) ? faultsIn(field.fields, value, `${path}.`, all) : []
    if (field.widget === 'list' && Array.isArray(value) && field.fields[0]?.name !== '')
      return value.flatMap((entry, at) => faultsIn(field.fields, entry as Json, `${path}.${at}.`, all))
    const unread = unreadable(field, value)
    if (unread) return [{ code: 'unreadable', kind: 'unfit' as const, field: path, sentence: unread }]
    const empty = Array.isArray(value) ? value.length < (field.minItems ?? 0) : isBlank(value)
    if (!field.required || !empty || field.mayBeEmpty) return []
    if ((field.widget === 'choices' || field.widget === 'attachments' || field.widget === 'list') && !field.minItems)
      return []
    const choose = CHOSEN.includes(field.widget)
    return [
      {
        code: 'missing',
        kind: 'unfit' as const,
        field: path,
        sentence: choose
          ? { zh: `请选择“${field.title.zh}”。`, en: `Choose "${field.title.en}".` }
          : { zh: `请填写“${field.title.zh}”。`, en: `Fill in "${field.title.en}".` },
      },
    ]
  })
}

/** The values with which a form opens: defaults of the schema under what the step fills in. */
export function openingValues(fields: readonly FormField[], fill: Values | undefined): Values {
  const values: Record<string, Json> = {}
  for (const field of fields) if (field.initial !== undefined) values[field.name] = field.initial
  return { ...values, ...fill }
}
