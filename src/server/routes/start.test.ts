import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookiesOf, type TestServer, testServer } from '../../../test/server.ts'
import { procedures } from '../../procedures/index.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer(procedures)
  await server.company.database.adminPool.query('delete from person')
})
afterAll(() => server.close())

const wish = (over: object = {}) => ({
  company: { zh: '河南某某医疗器械有限公司' },
  site: {
    name: '总部',
    address: '郑州市金水区某路1号',
    province: '河南省',
    city: '郑州市',
    regionCode: '410105',
  },
  administrator: { name: '韩冰', username: 'han-bing', password: 'four unrelated words' },
  ...over,
})
const setUp = (payload: object) => server.send({ method: 'POST', url: '/api/setup', payload })
const start = async () => (await server.send({ method: 'GET', url: '/api/start' })).json()

test('an empty installation is set up once, by the same steps as later ones', async () => {
  expect(await start()).toEqual({ needsSetup: true, demo: false, version: '0.0.0' })
  const weak = wish({ administrator: { name: '韩冰', username: 'han-bing', password: 'han-bing-1' } })
  expect((await setUp(weak)).json()).toMatchObject({ code: 'password-weak', field: 'administrator.password' })
  expect((await setUp({ ...wish(), demo: true })).json()).toMatchObject({ code: 'unknown-field', field: 'demo' })
  expect(await start()).toMatchObject({ needsSetup: true })

  expect((await setUp(wish())).statusCode).toBe(200)
  expect(await start()).toMatchObject({ needsSetup: false })
  const again = await setUp(
    wish({ administrator: { name: '张三', username: 'zhang-san', password: 'four other words' } }),
  )
  expect([again.statusCode, again.json().code]).toEqual([409, 'already-set-up'])

  const signedIn = await server.send({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'han-bing', password: 'four unrelated words' },
  })
  expect(signedIn.statusCode).toBe(200)
  const meta = await server.send({ method: 'GET', url: '/api/meta', headers: { cookie: cookiesOf(signedIn) } })
  expect(meta.json()).toMatchObject({
    me: { name: '韩冰', roles: ['administrator'] },
    company: { zh: '河南某某医疗器械有限公司' },
    site: { zh: '总部' },
  })
  const { rows } = await server.parts.pool.query('select command, outcome from trail order by seq')
  expect(rows).toEqual([
    { command: 'access.set-up', outcome: 'accepted' },
    { command: 'person.register', outcome: 'accepted' },
    { command: 'access.sign-in', outcome: 'accepted' },
  ])
})

test('API keys are issued by an administrator, and every attempt is journalled without the token', async () => {
  const signIn = await server.send({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'han-bing', password: 'four unrelated words' },
  })
  const headers = { cookie: cookiesOf(signIn) }
  const me = (await server.send({ method: 'GET', url: '/api/meta', headers })).json().me
  const wish = { personId: me.id, name: 'ERP', scopes: ['person.*', 'read:*'] }
  const bad = await server.send({
    method: 'POST',
    url: '/api/keys',
    headers,
    payload: { ...wish, scopes: ['everything'] },
  })
  expect(bad.json()).toMatchObject({ field: 'scopes.0' })
  const issued = await server.send({ method: 'POST', url: '/api/keys', headers, payload: wish })
  const { id, token } = issued.json()
  expect(token).toMatch(/^bh_[\w-]{43}$/)
  const ask = () =>
    server.send({ method: 'GET', url: '/api/read/workbench.mine', headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).statusCode).toBe(200)
  expect((await server.send({ method: 'GET', url: '/api/keys', headers })).json()).toMatchObject([{ id, name: 'ERP' }])
  const revoked = await server.send({ method: 'POST', url: '/api/keys/revoke', headers, payload: { id } })
  expect(revoked.statusCode).toBe(200)
  expect((await ask()).statusCode).toBe(401)
  const { rows } = await server.parts.pool.query('select body::text from trail')
  expect(rows.map(row => row.body).join()).not.toContain(token)
})

test('of many who set up at the same moment, one does', async () => {
  const empty = await testServer(procedures)
  try {
    await empty.company.database.adminPool.query('delete from person')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        empty.send({
          method: 'POST',
          url: '/api/setup',
          payload: wish({ administrator: { name: '某人', username: `admin-${i}`, password: 'four unrelated words' } }),
        }),
      ),
    )
    const codes = answers.map(answer => answer.statusCode).sort()
    expect(codes).toEqual([200, ...Array(11).fill(409)])
    const { rows } = await empty.parts.pool.query('select count(*)::int as n from person')
    expect(rows[0].n).toBe(1)
  } finally {
    await empty.close()
  }
})
