import type { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { ref } from './shared-schemas.ts'

/** An operation of the document. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, object>>
  readonly security?: readonly object[]
  readonly [extension: `x-${string}`]: unknown
}

/** A parameter in the path or the query string. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
  readonly description?: string
  readonly explode?: boolean
}

const WHY: Readonly<Record<number, string>> = {
  401: 'Not signed in',
  403: 'Not allowed to this person or key',
  404: 'Not there',
  409: 'Stands against the present state of the record',
  413: 'Too large',
  422: 'The input does not fit',
  429: 'Too many requests',
}

/** A JSON answer, with the refusals that may come in its place. */
export const answers = (schema: JsonSchema, refusals: readonly number[]): Record<string, object> => ({
  200: { description: 'Done', content: { 'application/json': { schema } } },
  ...refusalAnswers(refusals),
})

/** A file as answer. */
export const fileAnswer = (mediaType: string, refusals: readonly number[]): Record<string, object> => ({
  200: { description: 'The file', content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } },
  ...refusalAnswers(refusals),
})

const refusalAnswers = (statuses: readonly number[]): Record<string, object> =>
  Object.fromEntries(
    statuses.map(status => [
      status,
      { description: WHY[status] ?? 'Refused', content: { 'application/json': { schema: ref('Refused') } } },
    ]),
  )

/** A JSON body. */
export const jsonBody = (schema: JsonSchema): object => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** Query parameters from an object schema. Lists travel comma-separated. */
export const queryParameters = (schema: z.ZodType): Parameter[] => {
  const { properties = {}, required = [] } = jsonSchemaOf(schema) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
    ...(property.type === 'array' && { explode: false }),
  }))
}

/** A parameter of the path. */
export const pathParameter = (name: string, schema: JsonSchema = { type: 'string' }): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema,
})

/** Both languages in one line, for the document's summaries. */
export const inBoth = ({ zh, en }: Text): string => `${en} · ${zh}`

/** `do`, `complaint.open-case` → `do_complaint_open_case`: unique, and a name in every language. */
export const operationName = (...parts: readonly string[]): string => parts.join('_').replace(/[^A-Za-z0-9]+/g, '_')

/** Operations by path and method. */
export type Paths = Record<string, Readonly<Record<string, Operation>>>
