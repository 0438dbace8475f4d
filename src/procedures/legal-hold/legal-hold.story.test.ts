/** A hold on a matter and its end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
})
afterAll(() => world.drop())

test('a matter is held once, with reason and authority, and let go by somebody else', async () => {
  const { does, refused, kernel, database } = world
  const change = await does('quality', 'policy-change.propose', {
    input: { key: 'retention.default_y', value: 8, reason: '档案要求更长', effectiveOn: '2026-12-01' },
  })
  const input = { scope: 'matter', matter: change.record.number, reason: '飞行检查', authority: '省局通知' }
  const [absent] = await refused('quality-head', 'legal-hold.place', { input: { ...input, matter: 'CS-2026-9999' } })
  expect(absent).toMatchObject({ code: 'no-such-subject', field: 'matter' })
  const held = await does('quality-head', 'legal-hold.place', { input })
  expect(held.record).toMatchObject({ state: 'placed', subjectId: change.record.id })
  const [twice] = await refused('general-manager', 'legal-hold.place', { input })
  expect(twice?.sentence.zh).toContain(held.record.number)
  const lift = { on: held.record.id, input: { reason: '检查结束' } }
  const [own] = await refused('quality-head', 'legal-hold.lift', lift)
  expect(own?.code).toBe('LH-lift')
  const lifted = await does('general-manager', 'legal-hold.lift', lift)
  expect(lifted.record.state).toBe('lifted')
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  expect(faults.filter(fault => !fault.at.startsWith('person '))).toEqual([])
})
