import type { Widget } from '../../kernel/field.ts'
import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'

/** The part of JSON Schema that commands use, with the `x-…` keywords of `kernel/field.ts`. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly Json[]
  readonly const?: Json
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly format?: string
  readonly pattern?: string
  readonly default?: Json
  readonly title?: string
  readonly 'x-title'?: Text
  readonly 'x-hint'?: Text
  readonly 'x-widget'?: string
  readonly 'x-empty-where'?: Text
  readonly 'x-options'?: Readonly<Record<string, Text>>
  readonly 'x-when'?: { readonly field: string; readonly is: readonly (string | boolean)[] }
  readonly 'x-entries'?: { readonly heading: string }
  readonly 'x-of'?: string
  readonly 'x-secret'?: boolean
}

/** A value that may be chosen, with what it is called. */
export interface Choice {
  readonly value: string
  readonly title: Text
}

/** A field as it is asked: a schema whose wrappers are taken off. */
export interface FormField {
  readonly name: string
  readonly title: Text
  readonly hint?: Text
  /** Which cases may leave an optional field empty; absent: all. */
  readonly emptyWhere?: Text
  readonly widget: Widget | 'object' | 'list'
  readonly required: boolean
  readonly nullable: boolean
  readonly choices: readonly Choice[]
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] }
  readonly of?: string
  /** Typed covered, and never kept by the browser. */
  readonly secret?: boolean
  readonly initial?: Json
  readonly min?: number
  readonly max?: number
  readonly whole: boolean
  readonly maxLength?: number
  readonly minItems?: number
  /** A text that must be sent but may be empty. */
  readonly mayBeEmpty: boolean
  /** A text that names no known record is accepted. */
  readonly free: boolean
  /** Entries of a list are given: this field of each is its title, and none is added or taken away. */
  readonly heading?: string
  /** Fields of an object, or of one entry of a list. */
  readonly fields: readonly FormField[]
}

const isNull = (schema: JsonSchema): boolean => schema.type === 'null'

/** Takes `$ref`, `allOf` and "or null" off a schema; the outer keywords win. */
function plain(schema: JsonSchema, root: JsonSchema): { schema: JsonSchema; nullable: boolean } {
  let at = schema
  let nullable = false
  for (let depth = 0; depth < 8; depth++) {
    const { $ref, anyOf, oneOf, allOf, ...own } = at
    const name = $ref?.replace('#/$defs/', '')
    if (name && root.$defs?.[name]) at = { ...root.$defs[name], ...own }
    else if (allOf) at = Object.assign({}, ...allOf, own) as JsonSchema
    else if (anyOf ?? oneOf) {
      const all = (anyOf ?? oneOf) as readonly JsonSchema[]
      nullable ||= all.some(isNull)
      const real = all.filter(item => !isNull(item))
      if (real.length === 1) at = { ...real[0], ...own }
      else if (real.every(item => item.const !== undefined)) at = { ...own, enum: real.map(item => item.const as Json) }
      else at = { ...real[0], ...own }
    } else break
  }
  if (Array.isArray(at.type) && at.type.includes('null')) {
    nullable = true
    at = { ...at, type: (at.type as string[]).find(type => type !== 'null') }
  }
  return { schema: at, nullable }
}

const LONG = 200

function widgetOf(schema: JsonSchema, item: JsonSchema | undefined): FormField['widget'] {
  const said = schema['x-widget'] ?? (item?.['x-widget'] === 'attachments' ? 'attachments' : undefined)
  if (said) return said as Widget
  if (schema.enum) return 'choice'
  switch (schema.type) {
    case 'boolean':
      return 'yes-no'
    case 'number':
    case 'integer':
      return 'number'
    case 'object':
      return 'object'
    case 'array':
      return item?.enum ? 'choices' : 'list'
    default:
      if (schema.format === 'date') return 'day'
      if (schema.format === 'date-time') return 'instant'
      return (schema.maxLength ?? 0) > LONG ? 'paragraph' : 'line'
  }
}

const UNSURE = ['yes', 'no', 'unknown']
const plainTitle = (value: string): Text => ({ zh: value, en: value })

/** Titles of `yes`, `no` and `unknown` where the schema gives none. */
const USUAL: Readonly<Record<string, Text>> = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unknown: { zh: '不清楚', en: 'Not known' },
}

function fieldOf(name: string, from: JsonSchema, required: boolean, root: JsonSchema): FormField {
  const { schema, nullable } = plain(from, root)
  const item = schema.items ? plain(schema.items, root).schema : undefined
  const widget = widgetOf(schema, item)
  const options = { ...USUAL, ...(item?.['x-options'] ?? {}), ...(schema['x-options'] ?? {}) }
  const values = (schema.enum ?? item?.enum ?? (widget === 'yes-no-unknown' ? UNSURE : [])).filter(
    value => typeof value === 'string' || typeof value === 'number',
  )
  const label = schema.title ?? name
  const inner = widget === 'object' ? schema : widget === 'list' ? item : undefined
  const fields =
    widget === 'list' && inner && !inner.properties
      ? [fieldOf('', { ...inner, 'x-title': inner['x-title'] ?? schema['x-title'] }, true, root)]
      : inner
        ? fieldsOf(inner, root)
        : []
  return {
    name,
    title: schema['x-title'] ?? plainTitle(label),
    hint: schema['x-hint'],
    ...(schema['x-empty-where'] && { emptyWhere: schema['x-empty-where'] }),
    widget,
    required: required && !nullable && schema.default === undefined,
    nullable,
    choices: values.map(value => ({
      value: String(value),
      title: options[String(value)] ?? plainTitle(String(value)),
    })),
    when: schema['x-when'],
    heading: schema['x-entries']?.heading,
    of: schema['x-of'] ?? item?.['x-of'],
    ...(schema['x-secret'] && { secret: true }),
    initial: schema.default,
    min: schema.minimum ?? schema.exclusiveMinimum,
    max: schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum,
    whole: schema.type === 'integer',
    maxLength: schema.maxLength,
    minItems: schema.minItems,
    mayBeEmpty:
      (widget === 'line' || widget === 'paragraph') &&
      !schema.minLength &&
      !schema.format &&
      !schema.pattern &&
      !nullable,
    free: schema.format !== 'uuid',
    fields,
  }
}

/** Whether the person may leave the field as it is; a field that opens with a value needs no such remark. */
export const isOptional = ({ required, mayBeEmpty, initial }: FormField): boolean =>
  mayBeEmpty ||
  (!required && (initial === undefined || initial === null || (Array.isArray(initial) && initial.length === 0)))

/** The fields of an object schema, in its order. */
export const fieldsOf = (schema: JsonSchema, root: JsonSchema = schema): readonly FormField[] =>
  Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, schema.required?.includes(name) ?? false, root),
  )
