import type { Json, JsonObject } from '../../kernel/json.ts'
import type { CommandMeta } from '../answers.ts'

/** A step of a record that the address asks for: `?do=duty.explain&turnId=…`. */
export interface AskedStep {
  readonly command: string
  /** What its form opens with, beside what the record itself suggests. */
  readonly fill: JsonObject
}

type Search = Readonly<Record<string, string | undefined>>

/** Search parameters that ask for a step of a record, so that a link leads to its form. Values that are not text travel as JSON. */
export const askFor = (command: string, fill: Readonly<Record<string, unknown>> = {}): Search => ({
  do: command,
  ...fillFor(fill),
})

/** Search parameters that fill the form of a step. */
export const fillFor = (fill: Readonly<Record<string, unknown>>): Search =>
  Object.fromEntries(
    Object.entries(fill)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  )

/**
 * Reads from the address which step is asked for; null when it asks for none that the procedure has. The name of the step may stand
 * without that of the procedure; parameters that are no field of the step are passed over.
 */
export function askedStep(commands: readonly CommandMeta[], procedure: string, search: Search): AskedStep | null {
  const { do: name, ...rest } = search
  const id = name?.includes('.') ? name : `${procedure}.${name}`
  const command = name ? commands.find(item => item.id === id) : undefined
  return command ? { command: command.id, fill: filledFrom(command.schema, rest) } : null
}

/** Kinds of values that travel as JSON. */
const NOT_TEXT: readonly string[] = ['boolean', 'number', 'integer', 'array', 'object']

/** Values of a form's fields in search parameters. */
export function filledFrom(schema: CommandMeta['schema'], search: Search): JsonObject {
  const fields = schema.properties ?? {}
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]): [string, Json][] => {
      const kind = fields[key]
      return kind && value !== undefined ? [[key, NOT_TEXT.includes(String(kind.type)) ? read(value) : value]] : []
    }),
  )
}

/** A value that travelled as JSON; text that is none stays as it is. */
function read(value: string): Json {
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}
