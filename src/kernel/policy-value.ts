import type { Json } from './json.ts'
import { joinText, type Text, text } from './text.ts'

/** The part of JSON Schema that the values of policies use, with the keywords of `kernel/field.ts`. */
export interface PolicySchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly Json[]
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: PolicySchema
  readonly properties?: Readonly<Record<string, PolicySchema>>
  readonly anyOf?: readonly PolicySchema[]
  readonly 'x-title'?: Text
  readonly 'x-options'?: Readonly<Record<string, Text>>
}

/** A policy as far as its values are worded. */
export interface Worded {
  readonly schema: PolicySchema
  readonly unit?: Text | null | undefined
  readonly options?: Readonly<Record<string, Text>> | null | undefined
}

const YES = text('是', 'yes')
const NO = text('否', 'no')
const NONE = text('无', 'none')
const UNSET = text('未设定', 'not set')

/** A value of which nothing is known. */
export function plainText(value: Json): Text {
  if (value === null) return UNSET
  if (typeof value === 'boolean') return value ? YES : NO
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text(plain, plain)
}

const isWindow = (value: Json): value is { readonly from: string; readonly to: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'from' in value && 'to' in value

/** A value as people read it: titles of choices, yes or no, windows, a number with its unit, the rows of a table. */
export function valueText({ schema, unit, options }: Worded, value: Json): Text {
  if (value === null) return UNSET
  if (Array.isArray(value)) {
    if (value.length === 0) return NONE
    const items = { schema: schema.items ?? {}, unit: null, options: options ?? schema['x-options'] }
    const list = joinText(value.map(item => valueText(items, item)))
    return unit ? text(`${list.zh} ${unit.zh}`, `${list.en} ${unit.en}`) : list
  }
  if (isWindow(value) && Object.keys(value).length === 2)
    return text(`${value.from}–${value.to}`, `${value.from}–${value.to}`)
  if (typeof value === 'object')
    return joinText(
      Object.entries(value).map(([name, inner]) => {
        const own = schema.properties?.[name] ?? {}
        const said = valueText({ schema: own, options }, inner as Json)
        const title = own['x-title'] ?? options?.[name] ?? text(name, name)
        return text(`${title.zh}：${said.zh}`, `${title.en}: ${said.en}`)
      }),
      text('；', '; '),
    )
  const title = typeof value === 'string' ? (options?.[value] ?? schema['x-options']?.[value]) : undefined
  if (title) return title
  const plain = plainText(value)
  if (!unit || typeof value === 'boolean') return plain
  return text(`${plain.zh} ${unit.zh}`, `${plain.en} ${value === 1 ? unit.en.replace(/s$/, '') : unit.en}`)
}
