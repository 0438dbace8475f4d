import { expect, test } from 'vitest'
import type { CommandMeta } from '../answers.ts'
import { askedStep, askFor, filledFrom } from './asked-step.ts'

const schema = {
  type: 'object',
  properties: {
    turnId: { type: 'string' },
    all: { type: 'boolean' },
    size: { type: 'integer' },
    lots: { type: 'array' },
  },
} as const
const commands = [{ id: 'duty.explain', schema }] as unknown as readonly CommandMeta[]

test('a link to a step carries what its form opens with', () => {
  const search = askFor('duty.explain', { turnId: '2026', all: true, size: 3, lots: ['a'], nothing: undefined })
  expect(search).toEqual({ do: 'duty.explain', turnId: '2026', all: 'true', size: '3', lots: '["a"]' })
  expect(askedStep(commands, 'duty', search)).toEqual({
    command: 'duty.explain',
    fill: { turnId: '2026', all: true, size: 3, lots: ['a'] },
  })
})

test('the name of the procedure may be left out; unknown steps and fields are passed over', () => {
  expect(askedStep(commands, 'duty', { do: 'explain', other: 'x' })).toEqual({ command: 'duty.explain', fill: {} })
  expect(askedStep(commands, 'duty', { do: 'close' })).toBeNull()
  expect(askedStep(commands, 'duty', {})).toBeNull()
})

test('a value that cannot be read stays a text, for the form to refuse', () => {
  expect(filledFrom(schema, { size: 'many' })).toEqual({ size: 'many' })
})
