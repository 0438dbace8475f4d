import { z } from 'zod'
import { parseInput } from '../kernel/parse.ts'
import { Refused } from '../kernel/refusal.ts'

/**
 * The value if it meets the schema.
 * @throws Refused with every fault at its field, unknown fields included
 */
export const parsed = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = parseInput(schema, value ?? {})
  if (!result.ok) throw new Refused(result.refusals)
  return result.value
}

interface PropertySchema {
  readonly type?: string | readonly string[]
  readonly items?: unknown
  readonly anyOf?: readonly PropertySchema[]
}

const kindsOf = (property: PropertySchema | undefined): readonly string[] => {
  if (property === undefined) return []
  if (property.anyOf) return property.anyOf.flatMap(kindsOf)
  const { type } = property
  return type === undefined ? [] : typeof type === 'string' ? [type] : type
}

const shapes = new WeakMap<z.ZodType, Readonly<Record<string, PropertySchema>>>()

/** Properties of an object schema as JSON Schema; remembered, since they are asked for on every request. */
const propertiesOf = (schema: z.ZodType): Readonly<Record<string, PropertySchema>> => {
  let properties = shapes.get(schema)
  if (properties === undefined) {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    properties = (json.properties ?? {}) as Record<string, PropertySchema>
    shapes.set(schema, properties)
  }
  return properties
}

/** A query string's text as the kind of value that the schema names; left as it is where it does not fit. */
const fitted = (value: unknown, property: PropertySchema | undefined): unknown => {
  const kinds = kindsOf(property)
  if (kinds.includes('array')) {
    const list = Array.isArray(value) ? value : String(value).split(',')
    return list.map(item => fitted(item, property?.items as PropertySchema | undefined))
  }
  if (typeof value !== 'string') return value
  if ((kinds.includes('number') || kinds.includes('integer')) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (kinds.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

/**
 * Parameters of a query string, whose values are all texts: numbers, truth values and lists (comma-separated or repeated)
 * are read as the schema names them.
 * @throws Refused with every fault at its field, unknown parameters included
 */
export const parsedQuery = <T>(schema: z.ZodType<T>, query: unknown): T => {
  const properties = propertiesOf(schema)
  const given = Object.entries((query ?? {}) as Record<string, unknown>)
  return parsed(schema, Object.fromEntries(given.map(([name, value]) => [name, fitted(value, properties[name])])))
}
