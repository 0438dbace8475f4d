/** What every procedure obeys that lets people outside in by a link. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyCommand } from '../../src/kernel/command.ts'
import { procedures } from '../../src/procedures/index.ts'
import { OUTSIDE } from '../../src/vocabulary/role.ts'

const shapeOf = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

test('only steps that are declared for guests name their role', () => {
  const stray = procedures.flatMap(({ commands, outside }) =>
    commands.filter(({ id, by }: AnyCommand) => by.includes(OUTSIDE) && !outside?.commands.includes(id)),
  )
  expect(stray.map(({ id }) => id)).toEqual([])
})

const open = procedures.flatMap(procedure =>
  procedure.outside ? [[procedure.name, procedure, procedure.outside] as const] : [],
)

describe.each(open)('%s', (_, procedure, outside) => {
  test('has its guests and the facts of their page', () => {
    if (outside.guest !== null) expect(Object.keys(procedure.record.children ?? {})).toContain(outside.guest)
    for (const fact of outside.facts) expect(Object.keys(procedure.queries.facts)).toContain(fact)
  })

  test.each(outside.commands)('%s is a step that a guest can take', id => {
    const command = procedure.commands.find((item: AnyCommand) => item.id === id)
    expect(command, 'a step of this procedure').toBeTruthy()
    expect(command?.by, 'done by the role of guests').toContain(OUTSIDE)
    expect(command?.from, 'a guest makes no record').not.toBe('new')
    expect(command?.sign, 'a guest has no credential to sign with').toBeUndefined()
    if (outside.guest !== null) expect(outside.guestField, 'the link says which guest it is').toBeTruthy()
    if (outside.guestField !== null && command) expect(shapeOf(command.input)).toContain(outside.guestField)
  })
})
