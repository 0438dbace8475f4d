import { possible } from '../../kernel/can.ts'
import type { AnyCommand } from '../../kernel/command.ts'
import type { Text } from '../../kernel/text.ts'
import { type JsonSchema, jsonSchemaOf } from '../openapi/json-schema.ts'
import type { ServerParts } from '../parts.ts'
import type { Guest } from './guest.ts'

/** A step that the guest is offered: its form, or the sentence that says why not now. */
export interface GuestStep {
  /** Verb of the command: the last part of its address. */
  readonly id: string
  readonly title: Text
  readonly about: Text | null
  readonly schema: JsonSchema
  /** Values with which the form opens. */
  readonly fill: unknown
  readonly refusal: Text | null
}

/** Commands that the guest is offered now: declared for guests, and named by his page. */
export const offeredTo = ({ procedure, outside, page }: Guest): AnyCommand[] =>
  page.steps.flatMap(verb => {
    const id = `${procedure.record.name}.${verb}`
    const command = outside.commands.includes(id) && procedure.commands.find(item => item.id === id)
    return command ? [command] : []
  })

/** What the guest may do now. */
export const stepsFor = async ({ kernel }: ServerParts, guest: Guest): Promise<GuestStep[]> => {
  const { procedure, record, actor, outside } = guest
  const offered = offeredTo(guest)
  if (offered.length === 0) return []
  const own = { ...procedure, commands: offered }
  const known = await possible(kernel, await kernel.settings(), own, [record], actor)
  const now = known.get(record.id)
  return offered.map(command => ({
    id: command.id.slice(command.id.indexOf('.') + 1),
    title: command.title,
    about: command.about ?? null,
    schema: without(jsonSchemaOf(command.input), outside.guestField),
    fill: withoutField(now?.fill[command.id], outside.guestField),
    refusal: now?.can[command.id]?.sentence ?? null,
  }))
}

/** The schema without the field that the link fills. */
const without = (schema: JsonSchema, field: string | null): JsonSchema => {
  if (field === null) return schema
  const required = Array.isArray(schema.required) ? schema.required.filter(name => name !== field) : undefined
  return { ...schema, properties: withoutField(schema.properties, field), ...(required && { required }) }
}

const withoutField = (values: unknown, field: string | null): unknown => {
  if (field === null || typeof values !== 'object' || values === null) return values ?? {}
  const { [field]: _, ...rest } = values as Record<string, unknown>
  return rest
}
