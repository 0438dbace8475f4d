import { expect, test } from 'vitest'
import type { CommandMeta } from '../answers.ts'
import { firstOpen, stepsOf } from './step-order.ts'

const command = (id: string, rank: number, more: Partial<CommandMeta> = {}): CommandMeta =>
  ({ id, rank, from: ['accepted'], place: 'next', by: ['quality'], ...more }) as CommandMeta
const refusal = (code: string) => ({ code, kind: 'conflict' as const, sentence: { zh: '先…', en: 'first …' } })
const ids = (steps: readonly { readonly command: CommandMeta }[]) => steps.map(step => step.command.id)

const commands = [
  command('close', 90),
  command('verify', 10),
  command('reply', 50, { by: ['sales'] }),
  command('reopen', 20, { from: ['closed'] }),
  command('void', 95, { place: 'menu' }),
  command('open', 1, { from: 'new' }),
  command('tick', 5, { place: 'none' }),
]
const can = {
  close: refusal('open-actions'),
  verify: null,
  reply: refusal('role'),
  reopen: refusal('state'),
  void: null,
  open: null,
  tick: null,
}

test('steps are grouped by whose they are and whether they fit the state, in rank order', () => {
  const steps = stepsOf(commands, can, 'accepted')
  expect(ids(steps.mine)).toEqual(['verify', 'close'])
  expect(ids(steps.others)).toEqual(['reply'])
  expect(ids(steps.elsewhere)).toEqual(['reopen'])
  expect(ids(steps.menu)).toEqual(['void'])
})

test('a step that the server does not mention is not offered', () => {
  expect(ids(stepsOf(commands, { verify: null }, 'accepted').mine)).toEqual(['verify'])
})

test('the form of the one first step stands open; of two equal ones neither', () => {
  expect(firstOpen(stepsOf(commands, can, 'accepted'))).toBe('verify')
  const equal = [command('a', 10), command('b', 10)]
  expect(firstOpen(stepsOf(equal, { a: null, b: null }, 'accepted'))).toBeNull()
  expect(firstOpen(stepsOf(equal, { a: null, b: refusal('x') }, 'accepted'))).toBe('a')
  expect(firstOpen(stepsOf(equal, { a: refusal('x'), b: refusal('x') }, 'accepted'))).toBeNull()
  const many = ['a', 'b', 'c', 'd'].map((id, i) => command(id, i))
  const all = { a: null, b: null, c: null, d: null }
  expect(firstOpen(stepsOf(many, all, 'accepted')), 'many are a list first').toBeNull()
})
