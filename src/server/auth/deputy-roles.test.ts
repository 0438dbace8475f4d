import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { addDays, dayOf, SITE_ZONE } from '../../kernel/time.ts'
import { person } from '../../procedures/person/procedure.ts'
import { issueApiKey } from './api-key.ts'
import { rolesHeld } from './deputy-roles.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer([parcels, person], { schema: TOY_SCHEMA })
  // sessions ask for today by the server's clock
  server.company.clock.set(new Date().toISOString())
})
afterAll(() => server.close())

const today = () => dayOf(new Date().toISOString(), SITE_ZONE)
const id = (username: string) => server.company.as(username).id
/** Who acts behind the cookie now, and as whose deputy; kept answers are forgotten. */
const actorBehind = async (cookie: string) => {
  server.parts.sessions.forget()
  const actor = (await server.parts.sessions.of(cookie))?.actor
  return { roles: actor?.roles, deputyFor: actor?.deputyFor }
}
const delegate = async (of: string, roles: readonly string[], to: string, from: string, until: string) => {
  const input = { roles, toId: id(to), from, until, reason: '出差' }
  const { record } = await server.company.does(of, 'person.delegate', { on: id(of), input })
  const { rows } = await server.parts.pool.query(
    'select id from person_delegation where person_id = $1 order by at desc, id limit 1',
    [record.id],
  )
  return rows[0].id as string
}

describe('roles that somebody holds for another', () => {
  test('are his own roles alone before the first day, with the other from then until the last, and alone again', async () => {
    const cookie = await server.signIn('technician')
    const own = { roles: ['technician'], deputyFor: undefined }
    expect(await actorBehind(cookie)).toEqual(own)
    const delegation = await delegate('finance', ['finance'], 'technician', addDays(today(), 1), addDays(today(), 3))
    expect(await actorBehind(cookie)).toEqual(own)
    const move = (from: number, until: number) =>
      server.company.database.adminPool.query(
        'update person_delegation set from_day = $2, until_day = $3 where id = $1',
        [delegation, addDays(today(), from), addDays(today(), until)],
      )
    const both = {
      roles: ['technician', 'finance'],
      deputyFor: { finance: { id: id('finance'), name: '沈洁' } },
    }
    await move(0, 3)
    expect(await actorBehind(cookie)).toEqual(both)
    await move(-3, 0)
    expect(await actorBehind(cookie)).toEqual(both)
    await move(-3, -1)
    expect(await actorBehind(cookie)).toEqual(own)
  })

  test('are none for an inspector, whatever was delegated to the account before', async () => {
    const cookie = await server.signIn('checker')
    await delegate('quality', ['quality'], 'checker', today(), today())
    expect((await actorBehind(cookie)).roles).toEqual(['checker', 'quality'])
    const { adminPool } = server.company.database
    await adminPool.query(`update person set roles = '{authority-inspector}' where id = $1`, [id('checker')])
    expect((await actorBehind(cookie)).roles).toEqual(['authority-inspector'])
    await adminPool.query(`update person set roles = '{checker}' where id = $1`, [id('checker')])
  })

  test('end at once with the delegation, and with the role or the account of its holder', async () => {
    const cookie = await server.signIn('purchasing')
    const delegation = await delegate('sales', ['sales'], 'purchasing', today(), today())
    expect((await actorBehind(cookie)).roles).toEqual(['purchasing', 'sales'])
    await server.company.database.adminPool.query(`update person set state = 'inactive' where id = $1`, [id('sales')])
    expect((await actorBehind(cookie)).roles).toEqual(['purchasing'])
    await server.company.database.adminPool.query(`update person set state = 'active', roles = '{}' where id = $1`, [
      id('sales'),
    ])
    expect((await actorBehind(cookie)).roles).toEqual(['purchasing'])
    await server.company.database.adminPool.query(`update person set roles = '{sales}' where id = $1`, [id('sales')])
    expect((await actorBehind(cookie)).roles).toEqual(['purchasing', 'sales'])
    await server.company.does('sales', 'person.end-delegation', {
      on: id('sales'),
      input: { delegationId: delegation, reason: '已返岗' },
    })
    expect((await actorBehind(cookie)).roles).toEqual(['purchasing'])
  })

  test('hold for API keys too', async () => {
    const { token } = await issueApiKey(server.parts.pool, {
      personId: id('computer-room'),
      name: 'ERP',
      scopes: ['*'],
      expiresAt: '2100-01-01T00:00:00.000Z',
      createdBy: id('administrator'),
    })
    await delegate('warehouse', ['warehouse'], 'computer-room', today(), today())
    const opened = await server.send({
      method: 'POST',
      url: '/api/do/parcel.open',
      headers: { authorization: `Bearer ${token}` },
      payload: { input: { title: '代办' } },
    })
    expect(opened.statusCode).toBe(200)
  })

  test('let the deputy sign by the browser as by the kernel, and show whose', async () => {
    const cookie = await server.signIn('management-representative')
    const { record } = await server.company.does('service-desk', 'parcel.open', { input: { title: '待批' } })
    const input = { steps: ['final'] }
    await server.company.does('service-desk', 'parcel.submit', { on: record.id, input })
    await delegate('general-manager', ['general-manager'], 'management-representative', today(), today())
    const mine = await server.send({ method: 'GET', url: '/api/read/workbench.signatures', headers: { cookie } })
    expect(mine.json().waiting).toMatchObject([{ recordId: record.id, deputyFor: { name: '周建国' } }])
    const sign = { password: 'bihuan-demo' }
    const payload = { on: record.id, input: {}, sign }
    const signed = await server.send({
      method: 'POST',
      url: '/api/do/parcel.opine',
      headers: { cookie },
      payload,
    })
    expect(signed.json().record.state).toBe('approved')
    const after = await server.send({ method: 'GET', url: '/api/read/workbench.signatures', headers: { cookie } })
    expect(after.json()).toMatchObject({ waiting: [], given: [{ deputyFor: { name: '周建国' }, outcome: 'signed' }] })
    const about = await server.send({ method: 'GET', url: '/api/read/person.deputies', headers: { cookie } })
    expect(about.json()).toMatchObject({ given: [], held: [{ ofName: '周建国', roles: ['general-manager'] }] })
  })
})

test('two who ask the same colleague at once do not give him both sides of a control', async () => {
  const input = (role: string) => ({
    roles: [role],
    toId: id('stock-maintenance'),
    from: today(),
    until: today(),
    reason: '出差',
  })
  const results = await Promise.allSettled(
    ['picker', 'checker'].map(role =>
      server.company.does(role, 'person.delegate', { on: id(role), input: input(role) }),
    ),
  )
  expect(results.map(item => item.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(item => item.status === 'rejected')).toMatchObject({
    reason: { refusals: [{ code: 'segregation', detail: { rule: 'SG05' } }] },
  })
})

test('an absence names who stands in, is told on the person’s page, and ends early', async () => {
  const on = id('finance-head')
  const input = { kind: 'travel', from: today(), until: addDays(today(), 3), deputyId: null }
  const alone = await server.company.refused('finance-head', 'person.note-absence', { on, input })
  expect(alone[0]).toMatchObject({ code: 'deputy-needed', field: 'deputyId' })
  await server.company.does('finance-head', 'person.note-absence', { on, input: { ...input, deputyId: id('driver') } })
  const cookie = await server.signIn('driver')
  expect((await actorBehind(cookie)).roles).toEqual(['driver', 'finance-head'])
  const page = await server.send({ method: 'GET', url: `/api/read/person.record?id=${on}`, headers: { cookie } })
  expect(page.json().view.badges).toMatchObject([{ text: { zh: '财务部负责人' } }, { tone: 'warn' }])
  await server.company.does('finance-head', 'person.end-absence', { on })
  expect((await actorBehind(cookie)).roles).toEqual(['driver'])
})

test('a role of one’s own is never held as deputy; of two delegations the first counts', () => {
  const held = (role: string, name: string) => ({ role, id: name, name })
  expect(rolesHeld(['sales'], [held('sales', '甲'), held('finance', '乙'), held('finance', '丙')])).toEqual({
    roles: ['sales', 'finance'],
    deputyFor: { finance: { id: '乙', name: '乙' } },
  })
  expect(rolesHeld(['sales'], [])).toEqual({ roles: ['sales'] })
})
