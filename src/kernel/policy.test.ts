import { expect, test } from 'vitest'
import { z } from 'zod'
import { type PolicyVersion, policy, policyBook } from './policy.ts'
import { text } from './text.ts'

const hours = policy({
  key: 'x.hours',
  title: text('时限', 'limit'),
  schema: z.int().min(1),
  default: 24,
  clauses: ['X-1'],
  basis: 'ours',
})
const on = (day: number) => `2026-12-${String(day).padStart(2, '0')}T00:00:00.000Z`
const version = (number: number, value: number, day: number): PolicyVersion => ({
  key: 'x.hours',
  version: number,
  value,
  effectiveFrom: on(day),
})

test('the shipped default holds until a version takes effect, from its very moment on', () => {
  const versions = [version(1, 8, 10)]
  expect(policyBook(versions, on(9))(hours)).toBe(24)
  expect(policyBook(versions, on(9)).version('x.hours')).toBe(0)
  expect(policyBook(versions, on(10))(hours)).toBe(8)
  expect(policyBook(versions, on(10)).version('x.hours')).toBe(1)
})

test('of two that take effect at the same moment, the one approved later holds, in whatever order they are read', () => {
  const versions = [version(1, 8, 10), version(2, 6, 10)]
  for (const list of [versions, versions.toReversed()]) expect(policyBook(list, on(11))(hours)).toBe(6)
})

test('a value approved for a later day takes effect on that day, though another was approved meanwhile', () => {
  const versions = [version(1, 8, 20), version(2, 6, 10)]
  for (const list of [versions, versions.toReversed()]) {
    expect(policyBook(list, on(15))(hours)).toBe(6)
    expect(policyBook(list, on(20))(hours)).toBe(8)
  }
})
