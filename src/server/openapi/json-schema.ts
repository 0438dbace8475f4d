import { z } from 'zod'

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * The JSON Schema of what may be sent: fields with a default are optional, unknown fields are refused, since the server
 * refuses them whatever the declaration says. Meanings travel as `x-…` keywords.
 */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema
  const { $schema: _, ...json } = z.toJSONSchema(strict, { io: 'input', unrepresentable: 'any' })
  return withoutZodRest(json)
}

/** The JSON Schema of what is answered. */
export const answerSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  return withoutZodRest(json)
}

/** The standard-schema hook that zod leaves on the object is no keyword. */
const withoutZodRest = (json: JsonSchema): JsonSchema => JSON.parse(JSON.stringify(json))
