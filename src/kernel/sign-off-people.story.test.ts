import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { execute } from './execute.ts'
import type { Actor } from './person.ts'
import { recordPage } from './record-page.ts'
import { signedBy, waitingFor } from './sign-list.ts'
import { readSignOffs } from './situation.ts'
import { verifyTrail } from './verify.ts'
import { workbench } from './workbench.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

let made = 0
/** A parcel that nobody else has the name of. */
const opened = async () => {
  made += 1
  return (await world.does('warehouse', 'parcel.open', { input: { title: `特批件 ${made}`, weight: 3 } })).record
}
const asked = async (input: { steps?: string[] } = {}) => {
  const record = await opened()
  await world.does('service-desk', 'parcel.submit', { on: record.id, input })
  return record
}
const signs = (username: string, on: string, input: object = {}) => world.does(username, 'parcel.opine', { on, input })
const signsAs = (actor: Actor, on: string, input: object = {}) =>
  execute(world.kernel, { command: 'parcel.opine', on, input, sign: { password: PASSWORD } }, actor)
/** What became of each step that was asked: `1 warehouse signed`, in order; what is only planned is left out. */
const course = async (id: string) =>
  (await readSignOffs(world.kernel.pool, [id]))
    .filter(row => row.outcome !== 'planned')
    .map(row => `${row.round} ${row.key} ${row.outcome}`)
const codes = async (username: string, on: string, input: object = {}) =>
  (await world.refused(username, 'parcel.opine', { on, input })).map(item => item.code)
const page = (id: string, username = 'finance') => recordPage(world.kernel, parcels, id, world.as(username))
const deputy = (username: string, role: string, of: string): Actor => ({
  ...world.as(username),
  roles: [...world.as(username).roles, role],
  deputyFor: { [role]: { id: world.as(of).id, name: world.as(of).name } },
})

describe('a deputy', () => {
  test('signs under a name of his own, for whoever he stands in', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    const stands = deputy('after-sales', 'finance', 'finance')
    expect((await waitingFor(world.kernel, stands)).find(item => item.recordId === id)).toMatchObject({
      key: 'finance',
      deputyFor: { name: '沈洁', role: 'finance' },
    })
    await signsAs(stands, id)
    const { rounds, signatures } = await page(id)
    expect(rounds[0]?.steps.find(step => step.key === 'finance')).toMatchObject({
      signedByName: '褚燕',
      deputyFor: { name: '沈洁' },
    })
    expect(signatures.at(-1)).toMatchObject({
      personName: '褚燕',
      role: 'finance',
      deputyFor: { name: '沈洁', role: 'finance' },
    })
    expect((await signedBy(world.kernel, stands))[0]).toMatchObject({ recordId: id, deputyFor: { name: '沈洁' } })
  })

  test('does not sign beside the person he stands in for, nor that person beside him', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    await signs('finance', id)
    await expect(signsAs(deputy('after-sales', 'sales-head', 'finance'), id)).rejects.toMatchObject({
      refusals: [{ code: 'sign-off-same-person' }],
    })
    await signsAs(deputy('after-sales', 'sales-head', 'general-manager'), id)
    expect(await codes('general-manager', id)).toEqual(['sign-off-same-person'])
  })

  test('does not sign twice, once for himself and once for somebody', async () => {
    const { id } = await asked()
    await signs('warehouse', id)
    const stands = deputy('finance', 'sales-head', 'sales-head')
    await signsAs(stands, id)
    await expect(signsAs(stands, id)).rejects.toMatchObject({ refusals: [{ code: 'sign-off-same-person' }] })
  })

  test('takes no step that the person must not take (two-person rule)', async () => {
    const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '两人' } })
    await world.does('warehouse', 'parcel.pack', { on: record.id })
    const stands = deputy('after-sales', 'warehouse', 'warehouse')
    const call = { command: 'parcel.send', on: record.id, input: {}, sign: { password: PASSWORD } }
    await expect(execute(world.kernel, call, stands)).rejects.toMatchObject({
      refusals: [{ code: 'SG05' }, { code: 'sign-off-same-person' }],
    })
  })
})

describe('a signature that is waited for', () => {
  const clocks = async (id: string) =>
    (await page(id)).due
      .filter(row => row.name === 'sign-off-approval')
      .map(row => [row.key, row.ownerRole, row.metAt ? 'met' : row.cancelledAt ? 'cancelled' : 'open'])

  test('has a clock of its own, by the policy that the chain names', async () => {
    const { id } = await asked()
    expect(await clocks(id)).toEqual([['warehouse', 'warehouse', 'open']])
    world.clock.pass(2)
    await signs('warehouse', id)
    expect((await clocks(id)).toSorted()).toEqual([
      ['finance', 'finance', 'open'],
      ['sales', 'sales-head', 'open'],
      ['warehouse', 'warehouse', 'met'],
    ])
    const due = (await page(id)).due.find(row => row.key === 'finance')
    expect(due).toMatchObject({ policyKey: 'parcel.sign_h', title: { zh: '签字：特批' }, note: { zh: '财务部' } })
    world.clock.pass(25)
    const bench = await workbench(world.kernel, world.as('finance'))
    const item = bench.signs.find(sign => sign.recordId === id)
    expect(item?.dueAt && item.dueAt < world.clock.now()).toBe(true)
    expect(bench.mine.some(work => work.recordId === id)).toBe(true)
    await world.does('service-desk', 'parcel.reweigh', { on: id, input: { weight: 7 } })
    expect((await clocks(id)).toSorted()).toEqual([
      ['finance', 'finance', 'cancelled'],
      ['sales', 'sales-head', 'cancelled'],
      ['warehouse', 'warehouse', 'met'],
      ['warehouse', 'warehouse', 'open'],
    ])
  })

  test('names who may give it, who is away, and who stands in', async () => {
    const { id } = await asked({ steps: ['finance', 'final'] })
    const { adminPool } = world.database
    const [away, to] = [world.as('finance').id, world.as('quality-inspector')]
    await adminPool.query(
      `INSERT INTO person_absence (id, person_id, from_day, until_day, kind, at, by_id, by_name)
       VALUES (gen_random_uuid(), $1, '2026-11-20', '2026-11-25', 'travel', now(), $1, '')`,
      [away],
    )
    await adminPool.query(
      `INSERT INTO person_delegation (id, person_id, to_id, to_name, roles, from_day, until_day, reason, at, by_id, by_name)
       VALUES (gen_random_uuid(), $1, $2, $3, '{finance}', '2026-11-20', '2026-11-25', '出差', now(), $1, '')`,
      [away, to.id, to.name],
    )
    const holders = (await page(id)).rounds[0]?.steps[0]?.holders
    expect(holders).toMatchObject([
      { name: '沈洁', away: { kind: 'travel', untilDay: '2026-11-25' }, deputies: [{ name: '王磊' }] },
      { name: '白雪', away: null, deputies: [] },
    ])
    await adminPool.query('DELETE FROM person_absence; DELETE FROM person_delegation')
  })
})

test('two who sign at once both sign, and the last of them completes the round', async () => {
  const { id } = await asked({ steps: ['sales', 'finance'] })
  const results = await Promise.all([signs('sales-head', id), signs('finance', id)])
  expect(results.map(item => item.record.state).sort()).toEqual(['approved', 'asked'])
  expect(await course(id)).toEqual(['1 sales signed', '1 finance signed'])
})

test('of two who give the same signature at once, one is told that it is given', async () => {
  const { id } = await asked({ steps: ['warehouse', 'final'] })
  const other: Actor = { ...world.as('quality'), roles: ['warehouse'] }
  const results = await Promise.allSettled([signs('warehouse', id), signsAs(other, id)])
  expect(results.map(item => item.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await course(id)).toEqual(['1 warehouse signed', '1 final pending'])
})

test('two who ask at once leave one round that is waited for', async () => {
  const record = await opened()
  const ask = () => world.does('service-desk', 'parcel.submit', { on: record.id })
  await Promise.all([ask(), ask()])
  expect((await course(record.id)).filter(row => row.endsWith('pending'))).toEqual(['2 warehouse pending'])
})

test('the step says which signature it gives, before it is given', async () => {
  const { id } = await asked()
  const { signing } = await page(id, 'warehouse')
  expect(signing['parcel.opine']).toEqual({
    chain: 'approval',
    key: 'warehouse',
    stage: 1,
    last: false,
    meaning: { zh: '实物属实', en: 'The goods are as stated' },
    deputyFor: null,
  })
})

test('a round from before steps had names goes on', async () => {
  const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '旧' } })
  await world.does('warehouse', 'parcel.pack', { on: record.id })
  await world.database.adminPool.query(
    'UPDATE sign_off SET key = NULL, stage = NULL, turn = NULL WHERE record_id = $1',
    [record.id],
  )
  await world.database.adminPool.query(`DELETE FROM sign_off WHERE record_id = $1 AND outcome = 'planned'`, [record.id])
  expect((await world.does('sales', 'parcel.send', { on: record.id })).record.state).toBe('sent')
  expect((await readSignOffs(world.kernel.pool, [record.id])).map(row => row.outcome)).toEqual(['signed', 'signed'])
  await world.database.adminPool.query(
    `UPDATE sign_off SET key = b.key, stage = b.stage, turn = b.turn
     FROM (SELECT t.body->'writes' AS w FROM trail t WHERE record_id = $1) x, jsonb_array_elements(x.w) e,
       jsonb_to_record(e->'insert') AS b(id uuid, key text, stage int, turn int)
     WHERE e->>'table' = 'sign_off' AND sign_off.id = b.id`,
    [record.id],
  )
})

test('the trail proves all that the chains wrote', async () => {
  expect((await verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)).faults).toEqual([])
})
