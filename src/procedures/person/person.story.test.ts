import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { execute } from '../../kernel/execute.ts'
import type { PersonRow } from './person.ts'
import { person } from './procedure.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([person])
})
afterAll(() => world.drop())

const newcomer = { username: 'li-hua', name: '李华', department: '客户服务中心', roles: ['service-desk'] }

test('somebody joins, is given a role, reviewed, moved and leaves; every step is in the trail', async () => {
  const { does, refused } = world
  const joined = await does('administrator', 'person.register', { input: newcomer })
  const on = joined.record.id
  expect(joined.record).toMatchObject({ number: 'RY-2026-0001', state: 'active', roles: ['service-desk'] })
  expect(joined.due).toMatchObject([{ name: 'permission-review', ownerRole: 'quality', metAt: null }])

  const taken = await refused('administrator', 'person.register', { input: { ...newcomer, name: '黎华' } })
  expect(taken[0]).toMatchObject({ code: 'username-taken', field: 'username' })
  expect(taken[0]?.sentence.zh).toContain('RY-2026-0001')

  await does('administrator', 'person.grant-role', { on, input: { role: 'case-handler', reason: '兼办理' } })
  const read = person.queries.reads.unreviewed
  const open = await read?.run(world.kernel.db, {}, {} as never)
  expect(open).toMatchObject([{ role: 'service-desk' }, { role: 'case-handler', byName: '韩冰', name: '李华' }])

  world.clock.pass(20)
  const reviewed = await does('quality', 'person.review-permissions', { on, input: { decision: 'agreed' } })
  expect(reviewed.due[0]?.metAt).toBe(world.clock.now())
  expect(reviewed.can['person.review-permissions']?.code).toBe('nothing-to-review')

  await does('administrator', 'person.grant-role', { on, input: { role: 'finance', reason: '误授' } })
  const taking = await does('quality', 'person.review-permissions', {
    on,
    input: { decision: 'refused', note: '与受理岗位不相容' },
  })
  expect((taking.record as PersonRow).roles).toEqual(['service-desk', 'case-handler'])

  const left = await does('administrator', 'person.deactivate', { on, input: { reason: '离职' } })
  expect(left.record.state).toBe('inactive')
  const back = await does('administrator', 'person.reactivate', { on, input: { reason: '返聘' } })
  expect(back.can['person.review-permissions']?.code).toBe('role')

  const { rows } = await world.kernel.pool.query(
    'SELECT command, outcome, actor_name FROM trail WHERE record_id = $1 ORDER BY position',
    [on],
  )
  expect(rows.filter(row => row.outcome === 'accepted').map(row => row.command)).toEqual([
    'person.register',
    'person.grant-role',
    'person.review-permissions',
    'person.grant-role',
    'person.review-permissions',
    'person.deactivate',
    'person.reactivate',
  ])
})

test('nobody comes to release goods and to sell or store them: neither by a grant nor as a deputy', async () => {
  const { as, does, refused } = world
  const sales = as('sales-2').id
  const grant = { role: 'quality', reason: '兼任' }
  expect(await refused('administrator', 'person.grant-role', { on: sales, input: grant })).toMatchObject([
    { code: 'segregation', field: 'role', detail: { rule: 'SG03' } },
  ])
  const away = (toId: string) => ({
    roles: ['quality-head'],
    toId,
    from: '2026-11-21',
    until: '2026-11-22',
    reason: '出差',
  })
  const head = as('quality-head').id
  for (const deputy of ['sales', 'warehouse', 'picker'])
    expect(
      await refused('quality-head', 'person.delegate', { on: head, input: away(as(deputy).id) }),
      deputy,
    ).toMatchObject([{ code: 'segregation', field: 'toId' }])

  // a buyer stands in for the quality head, and is not made a salesman meanwhile
  await does('quality-head', 'person.delegate', { on: head, input: away(as('purchasing').id) })
  const meanwhile = { on: as('purchasing').id, input: { role: 'sales', reason: '兼任业务' } }
  expect(await refused('administrator', 'person.grant-role', meanwhile)).toMatchObject([{ code: 'segregation-deputy' }])
  world.clock.pass(24 * 3)
  await does('administrator', 'person.grant-role', meanwhile)
})

test('colleagues are found by name, pinyin and role', async () => {
  await world.does('administrator', 'person.register', {
    input: { username: 'ouyang-lan', name: '欧阳岚', department: '财务部', roles: ['finance'] },
  })
  const find = person.queries.reads.find
  const names = async (params: object) => {
    const rows = await find?.run(world.kernel.db, find.params.parse(params), { actor: world.as('quality') } as never)
    return (rows as { name: string }[]).map(row => row.name)
  }
  expect(await names({ q: '欧阳' })).toEqual(['欧阳岚'])
  expect(await names({ q: 'oyl' })).toEqual(['欧阳岚'])
  expect(await names({ q: 'ouyang', role: 'finance' })).toEqual(['欧阳岚'])
  expect(await names({ q: '欧阳', role: 'quality' })).toEqual([])
})

test('two administrators who remove each other at once leave one of them', async () => {
  const { kernel } = world
  const removal = (by: string, of: string) =>
    execute(
      kernel,
      { command: 'person.revoke-role', on: world.as(of).id, input: { role: 'administrator', reason: '互相收回' } },
      world.as(by),
    )
  const results = await Promise.allSettled([
    removal('administrator', 'administrator-2'),
    removal('administrator-2', 'administrator'),
  ])
  expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await kernel.pool.query("SELECT count(*)::int AS n FROM person WHERE 'administrator' = ANY(roles)")
  expect(rows[0].n).toBe(1)
})
