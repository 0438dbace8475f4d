/** Requests of people who mean harm, or whose program is wrong: refused with a reason, never a fault inside the program. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../test/server.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { text } from '../kernel/text.ts'

import { issueApiKey } from './auth/api-key.ts'

const listed: Procedure = {
  ...parcels,
  ledgers: [
    {
      name: 'all',
      title: text('包裹台账', 'Parcels'),
      fulfils: [],
      columns: [{ key: 'title', title: text('名称', 'Title'), kind: 'line', width: 20, onScreen: true }],
      filters: ['state', 'weight', 'packedBy'],
      orderedBy: 'createdAt',
      views: [],
    },
  ],
}

let server: TestServer
let cookie: string
let parcel: string
beforeAll(async () => {
  server = await testServer([listed, waxes], { schema: TOY_SCHEMA })
  cookie = await server.signIn('warehouse')
  const made = await server.company.does('warehouse', 'parcel.open', { input: { title: '甲', weight: 3 } })
  parcel = made.record.id
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = { cookie }) => server.send({ method: 'GET', url, headers })
const post = (url: string, payload: object, headers: Record<string, string> = { cookie }) =>
  server.send({ method: 'POST', url, payload, headers })
const keyWith = async (username: string, ...scopes: string[]) => {
  const { id } = server.company.as(username)
  const expiresAt = '2099-01-01T00:00:00.000Z'
  const { token } = await issueApiKey(server.parts.pool, { personId: id, name: 'k', scopes, expiresAt, createdBy: id })
  return { authorization: `Bearer ${token}` }
}

describe('values that no column holds are unfit, not a fault', () => {
  test.each([
    ['a filter', '/api/read/parcel.ledger?filter.weight=heavy', 422],
    ['a filter', '/api/read/parcel.ledger?filter.weight=99999999999', 422],
    ['a filter', '/api/read/parcel.ledger?filter.packedBy=me', 422],
    ['a filter', '/api/read/parcel.ledger?filter.state=%00', 422],
    ['a filter with SQL', `/api/read/parcel.ledger?filter.state=${encodeURIComponent("x') or 1=1 --")}`, 200],
    ['an unknown filter with SQL', `/api/read/parcel.ledger?${encodeURIComponent('filter.state" or 1=1 --')}=x`, 422],
    ['a cursor', '/api/read/parcel.ledger?after=2026-99-99T99:99:99.999Z|00000000-0000-4000-8000-000000000000', 422],
    ['a cursor', '/api/read/parcel.ledger?after=2026-11-20T00:00:00.000Z|------------------------------------', 422],
    ['a day', '/api/read/parcel.ledger?from=0000-01-01', 422],
    ['a day', '/api/read/parcel.ledger?from=0001-01-01', 422],
    ['a moment', `/api/read/parcel.ledger?to=${encodeURIComponent('+200000-01-01T00:00:00Z')}`, 422],
    ['an id', '/api/read/parcel.record?id=%00', 422],
    ['an id in the path', '/api/export/parcel/record/%00.json', 404],
    ['an id in the path', '/api/export/parcel/record/%0D%0AX-Evil:1.json', 404],
    ['a search', `/api/read/search.all?q=${encodeURIComponent("%' or \\ _")}`, 200],
    ['a search', `/api/read/search.all?q=${encodeURIComponent('\uFDFA'.repeat(200))}`, 200],
    ['a trail cursor', '/api/read/trail.entries?before=99999999999999999999', 403],
  ])('%s: %s', async (_, url, status) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.json().code ?? null]).not.toContain('internal-fault')
    expect(answer.statusCode).toBe(status)
  })

  test('and a filter that fits still filters', async () => {
    const rows = async (filter: string) => (await get(`/api/read/parcel.ledger?${filter}`)).json().rows.length
    expect([await rows('filter.weight=3'), await rows('filter.weight=4,3'), await rows('filter.weight=4')]).toEqual([
      1, 1, 0,
    ])
  })

  test('a key that was used, sent again with what cannot be kept', async () => {
    const key = 'used-before'
    await post('/api/do/parcel.open', { key, input: { title: '乙' } })
    const again = await post('/api/do/parcel.open', { key, input: { title: '\ud800' } })
    expect([409, 422]).toContain(again.statusCode)
  })
})

describe('a large input', () => {
  test('of faults only gets a short answer', async () => {
    const answer = await post('/api/do/wax.apply', {
      input: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, 1])),
    })
    expect(answer.body.length).toBeLessThan(20_000)
  })
})

describe('an API key', () => {
  test('that only reads does not upload', async () => {
    const headers = {
      ...(await keyWith('warehouse', 'read:*')),
      'x-bihuan': '1',
      'content-type': 'multipart/form-data; boundary=b',
    }
    const payload = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--b--\r\n'
    const refused = await server.send({ method: 'POST', url: '/api/attachments', headers, payload })
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'scope'])
    const writing = { ...headers, ...(await keyWith('warehouse', 'parcel.*')) }
    expect((await server.send({ method: 'POST', url: '/api/attachments', headers: writing, payload })).statusCode).toBe(
      200,
    )
  })

  test('takes a step that starts another one, which needs no scope of its own', async () => {
    const headers = await keyWith('warehouse', 'parcel.drop')
    const answer = await post('/api/do/parcel.drop', { on: parcel, input: { seal: true } }, headers)
    expect([answer.statusCode, answer.json().code]).toEqual([200, undefined])
  })
})

test('an inspector uploads nothing', async () => {
  const inspector = await server.signIn('authority-inspector')
  const answer = await server.send({
    method: 'POST',
    url: '/api/attachments',
    headers: { cookie: inspector, 'x-bihuan': '1', 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--b--\r\n',
  })
  expect(answer.statusCode).toBe(403)
})

describe('passwords', () => {
  test('an administrator sets no password of his own without the present one', async () => {
    const administrator = await server.signIn('administrator')
    const { id } = server.company.as('administrator')
    const answer = await post(
      '/api/auth/give-password',
      { personId: id, password: 'four unrelated words' },
      { cookie: administrator },
    )
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'own-password'])
  })

  test('one typed into the field of the user name is not kept in the trail', async () => {
    await post('/api/auth/sign-in/username', { username: 'Tr0ub4dor&3 horse', password: 'x' }, {})
    const { rows } = await server.parts.pool.query(
      `select actor_name, body::text from trail where command = 'access.sign-in' order by seq desc limit 1`,
    )
    expect(JSON.stringify(rows)).not.toContain('Tr0ub4dor')
  })
})

test('behind a proxy, the address is the one that the proxy saw, not the one that the person claims', async () => {
  const proxied = await testServer([listed, waxes], {
    schema: TOY_SCHEMA,
    publicUrl: new URL('https://qms.example.cn'),
    limits: { requests: 1_000, signIn: 3 },
  })
  try {
    const attempt = (claimed: string) =>
      proxied.send({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { 'x-forwarded-for': `${claimed}, 203.0.113.7` },
        payload: { username: 'nobody', password: 'x' },
      })
    const codes = []
    for (let i = 1; i <= 4; i++) codes.push((await attempt(`198.51.100.${i}`)).statusCode)
    expect(codes).toEqual([401, 401, 401, 429])
  } finally {
    await proxied.close()
  }
})

test('cookies, sessions: a token that was not signed by us and one of an ended session open nothing', async () => {
  const mine = await server.signIn('finance')
  const [name, value = ''] = mine.split('=')
  const token = decodeURIComponent(value).split('.')[0]
  for (const forged of [`${name}=${token}`, `${name}=${token}.AAAA`, `${name}=%E0%A4%A`, `${name}=${token}.`])
    expect((await get('/api/meta', { cookie: forged })).statusCode).toBe(401)
  await post('/api/auth/sign-out', {}, { cookie: mine })
  expect((await get('/api/meta', { cookie: mine })).statusCode).toBe(401)
})
