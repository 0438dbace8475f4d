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
  return plain(json)
}

/** The JSON Schema of what is answered. */
export const answerSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  return plain(json)
}

/**
 * As plain data: the hook that zod leaves on the object is no keyword. A schema that contains itself refers to its own root
 * as `#`; that would be another root once it stands inside a document, so it becomes a named part.
 */
const plain = (json: JsonSchema): JsonSchema => {
  const text = JSON.stringify(json)
  if (!text.includes('"$ref":"#"')) return JSON.parse(text)
  const { $defs, ...whole } = JSON.parse(text.replaceAll('"$ref":"#"', '"$ref":"#/$defs/whole"'))
  return { $ref: '#/$defs/whole', $defs: { ...$defs, whole } }
}
