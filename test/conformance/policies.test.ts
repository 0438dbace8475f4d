/** Every time limit and every contradiction of the requirements catalogue is a policy, or says why it needs none. */
import { expect, test } from 'vitest'
import { awaited } from '../../src/procedures/awaited.ts'
import { procedures } from '../../src/procedures/index.ts'
import { WITHOUT_POLICY } from '../../src/procedures/policy-change/without-policy.ts'

const written = [...procedures, ...awaited]
const policies = written.flatMap(procedure => procedure.policies.map(policy => ({ procedure, policy })))
const ids = (prefix: string, last: number) =>
  Array.from({ length: last }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`)
const catalogue = [...ids('TL', 58), 'TLS1', 'TLS2', ...ids('X', 48)]

test('each limit and reading of the catalogue has a policy or a reason, never both', () => {
  const settled = new Set(policies.flatMap(({ policy }) => policy.rules ?? []))
  expect(catalogue.filter(id => !settled.has(id) && !(id in WITHOUT_POLICY))).toEqual([])
  expect(Object.keys(WITHOUT_POLICY).filter(id => settled.has(id))).toEqual([])
  expect([...settled, ...Object.keys(WITHOUT_POLICY)].filter(id => !catalogue.includes(id))).toEqual([])
})

test('no key is declared twice', () => {
  const keys = policies.map(({ policy }) => policy.key)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

test('each policy names clauses, an allowed default, and a unit where it is a number', () => {
  for (const { procedure, policy } of policies) {
    const label = `${procedure.name} ${policy.key}`
    expect(policy.clauses.length, label).toBeGreaterThan(0)
    expect(policy.schema.safeParse(policy.default).success, label).toBe(true)
    if (typeof policy.default === 'number') expect(policy.unit, label).toBeDefined()
    if (typeof policy.default === 'string' && policy.options)
      expect(policy.options[policy.default], label).toBeDefined()
  }
})

test('a policy of an awaited procedure stands in the folder whose clause it is', () => {
  for (const procedure of awaited)
    for (const policy of procedure.policies) {
      const known = written.filter(item => policy.clauses.some(id => id in item.clauses))
      expect(known, `${policy.key}: ${policy.clauses}`).toContain(procedure)
      for (const id of policy.clauses)
        expect(
          written.some(item => id in item.clauses),
          `${policy.key} names ${id}`,
        ).toBe(true)
    }
})
