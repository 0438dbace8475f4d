/** A half-year's access review: everybody is looked at, two people sign, and what was wrong is gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { person } from '../person/procedure.ts'
import type { AccessReviewLine } from './access-review.ts'
import type { PermissionOverview } from './overview.ts'
import type { PersonPermissions } from './people.ts'
import { accessReview } from './procedure.ts'

const reviews: Procedure = accessReview(() => [person, reviews])

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([person, reviews])
})
afterAll(() => world.drop())

const ask = async <T>(name: string) => {
  const now = world.clock.now()
  const context = { actor: world.as('quality-head'), now, zone: 'Asia/Shanghai', policy: policyBook([], now) }
  return (await reviews.queries.reads[name]?.run(world.kernel.db, {}, context)) as T
}
const linesOf = async (id: string): Promise<readonly AccessReviewLine[]> =>
  (await reviews.queries.facts.lines?.read(world.kernel.db, [id]))?.get(id) as readonly AccessReviewLine[]
const decide = (username: string, id: string, lines: readonly object[]) =>
  world.does(username, 'access-review.decide', { on: id, input: { lines } })

test('the overview says who may take a step, which rules bind it, and since when somebody holds a role', async () => {
  const overview = await ask<PermissionOverview>('overview')
  const grant = overview.procedures.flatMap(item => item.steps).find(step => step.id === 'person.grant-role')
  expect(grant).toMatchObject({ by: ['administrator'], rules: ['IT-separation'] })
  const rule = overview.rules.find(item => item.rule === 'SG03')
  expect(rule?.pairs).toContainEqual({ one: 'quality', other: 'warehouse', always: true })
  const stand = { input: { role: 'checker', reason: '替班' }, on: world.as('picker').id }
  await world.does('administrator', 'person.grant-role', stand)
  const people = await ask<readonly PersonPermissions[]>('people')
  const picker = people.find(item => item.name === '石坚')
  expect(picker?.roles.find(item => item.role === 'checker')).toMatchObject({
    byName: '韩冰',
    reason: '替班',
    review: null,
  })
  expect(picker?.pairs).toMatchObject([{ rule: 'SG05', always: false }])
})

test('an absence shows, with the deputy who holds the roles meanwhile', async () => {
  await world.does('quality-inspector', 'person.note-absence', {
    on: world.as('quality-inspector').id,
    input: { kind: 'leave', from: '2026-11-20', until: '2026-11-25', deputyId: world.as('technician').id },
  })
  const people = await ask<readonly PersonPermissions[]>('people')
  expect(people.find(item => item.name === '王磊')).toMatchObject({
    away: { kind: 'leave', untilDay: '2026-11-25' },
    deputies: [{ toName: '朱明', roles: ['quality-inspector'] }],
  })
  expect(people.find(item => item.name === '朱明')?.standsIn).toMatchObject([{ ofName: '王磊' }])
})

test('the half-year is reviewed: nobody is left out, two sign, the change is carried out', async () => {
  const opened = await world.does('administrator', 'access-review.open', { input: { period: '2026-H2' } })
  const { id } = opened.record
  const lines = await linesOf(id)
  expect(lines.map(line => line.personName)).toContain('石坚')
  expect(lines.find(line => line.personName === '石坚')?.remarks.map(item => item.zh)[0]).toContain('SG05')

  const early = await world.refused('administrator', 'access-review.submit', { on: id })
  expect(early[0]?.code).toBe('undecided')
  const said = (line: AccessReviewLine) => ({ lineId: line.id, account: line.personName, decision: 'keep' })
  const mine = lines.filter(line => line.personName === '陈晓')
  const picker = lines.filter(line => line.personName === '石坚')
  const rest = lines.filter(line => ![...mine, ...picker].includes(line))
  await decide('quality', id, rest.map(said))
  const own = await world.refused('quality', 'access-review.decide', { on: id, input: { lines: mine.map(said) } })
  expect(own[0]?.code).toBe('own-account')
  await decide('quality-head', id, mine.map(said))
  const decided = await decide('quality', id, [
    { lineId: picker[0]?.id, account: '', decision: 'revoke', revoked: ['checker'], reason: '替班已结束' },
  ])
  expect(decided.record).toMatchObject({ undecided: 0, changeCount: 1 })

  await world.does('quality', 'access-review.submit', { on: id })
  await world.does('quality-head', 'access-review.sign', { on: id, input: {} })
  const done = await world.does('administrator', 'access-review.sign', { on: id, input: {} })
  expect(done.record).toMatchObject({ state: 'closed' })
  const people = await ask<readonly PersonPermissions[]>('people')
  expect(people.find(item => item.name === '石坚')?.roles.map(item => item.role)).toEqual(['picker'])
  const page = await recordPage(world.kernel, reviews, id, world.as('quality-head'))
  expect(page.view.notices ?? []).toEqual([])
  const again = await world.refused('quality', 'access-review.open', { input: { period: '2026-H2' } })
  expect(again[0]?.code).toBe('reviewed-already')
})
