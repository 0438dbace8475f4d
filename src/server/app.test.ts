import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestServer, testServer } from '../../test/server.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { read } from '../kernel/queries.ts'

/** The toy with a ledger and reads, one of which falls over. */
const procedures = [
  {
    ...parcels,
    ledgers: [
      {
        name: 'all',
        title: { zh: '包裹台账', en: 'Parcels' },
        fulfils: [],
        columns: [
          { key: 'title', title: { zh: '名称', en: 'Title' }, kind: 'line' as const, width: 20, onScreen: true },
          { key: 'state', title: { zh: '状态', en: 'State' }, kind: 'state' as const, width: 8, onScreen: true },
          {
            key: 'packedBy',
            title: { zh: '装箱人', en: 'Packed by' },
            kind: 'person' as const,
            width: 8,
            onScreen: true,
          },
        ],
        filters: ['state'],
        orderedBy: 'createdAt',
        views: [],
      },
    ],
    queries: {
      ...parcels.queries,
      reads: {
        twice: read({
          title: { zh: '加倍', en: 'Twice' },
          by: ['warehouse'],
          params: z.object({
            number: z.int(),
            sure: z.boolean().default(false),
            tags: z.array(z.string()).default([]),
          }),
          run: async (_, params) => ({ ...params, number: params.number * 2 }),
        }),
        fault: read({
          title: { zh: '出错', en: 'Fault' },
          by: [],
          params: z.object({}),
          run: async () => {
            throw new Error('the secret inside')
          },
        }),
        away: read({
          title: { zh: '断线', en: 'Away' },
          by: [],
          params: z.object({}),
          run: async () => {
            throw Object.assign(new Error('gone'), { code: '57P01' })
          },
        }),
      },
    },
  },
  waxes,
]

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await testServer(procedures, { schema: TOY_SCHEMA })
  cookie = await server.signIn('warehouse')
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = { cookie }) => server.send({ method: 'GET', url, headers })
const act = (command: string, payload: object, headers: Record<string, string> = { cookie }) =>
  server.send({ method: 'POST', url: `/api/do/${command}`, headers, payload })
const open = async (title: string) => (await act('parcel.open', { input: { title } })).json().record

describe('a step', () => {
  test('answers record, can, due and told', async () => {
    const answer = await act('parcel.open', { input: { title: '一箱手套' }, key: 'one-and-only' })
    expect(answer.statusCode).toBe(200)
    const { record, can, due, told } = answer.json()
    expect(record).toMatchObject({ title: '一箱手套', state: 'open', version: 1 })
    expect(can['parcel.pack']).toBeNull()
    expect(can['parcel.send']).toMatchObject({ code: 'state' })
    expect(due).toHaveLength(1)
    expect(told.zh).toContain(record.number)
    const again = await act('parcel.open', { input: { title: '一箱手套' }, key: 'one-and-only' })
    expect(again.json().record.id).toBe(record.id)
  })

  test.each([
    ['nobody is signed in', 401, 'signed-out', { input: { title: 'x' } }, 'parcel.open', {}],
    ['an unknown step', 404, 'unknown-command', { input: {} }, 'parcel.fly', undefined],
    [
      'an unknown field of the input',
      422,
      'unknown-field',
      { input: { title: 'x', colour: 'red' } },
      'parcel.open',
      undefined,
    ],
    [
      'an unknown field beside the input',
      422,
      'unknown-field',
      { input: { title: 'x' }, force: true },
      'parcel.open',
      undefined,
    ],
    ['a missing field', 422, 'bad-input', { input: {} }, 'parcel.open', undefined],
  ])('%s: %i', async (_, status, code, body, command, headers) => {
    const answer = await act(command, body, headers)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ code, sentence: { zh: expect.any(String), en: expect.any(String) } })
    expect(answer.json().all[0].code).toBe(code)
  })

  test('is refused to the wrong role, in the wrong state, on an old version and without a signature', async () => {
    const { id } = await open('two')
    const sales = await server.signIn('sales')
    const wrongRole = await act('parcel.note', { on: id, input: { note: 'x' } }, { cookie: sales })
    expect([wrongRole.statusCode, wrongRole.json().clause]).toEqual([403, 'T-2'])
    expect((await act('parcel.send', { on: id, input: {}, sign: { password: 'bihuan-demo' } })).statusCode).toBe(409)
    await act('parcel.note', { on: id, input: { note: 'first' } })
    const old = await act('parcel.note', { on: id, expect: 1, input: { note: 'second' } })
    expect(old.statusCode).toBe(409)
    const unsigned = await act('parcel.pack', { on: id, input: {} })
    expect([unsigned.statusCode, unsigned.json().field]).toEqual([422, 'sign.password'])
    const wrong = await act('parcel.pack', { on: id, input: {}, sign: { password: 'wrong' } })
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'credential-wrong'])
    expect((await act('parcel.pack', { on: id, input: {}, sign: { password: 'bihuan-demo' } })).statusCode).toBe(200)
  })
})

describe('a request that cannot be read', () => {
  const raw = (payload: string, type = 'application/json') =>
    server.send({ method: 'POST', url: '/api/do/parcel.open', headers: { cookie, 'content-type': type }, payload })

  test('is refused with its reason', async () => {
    const answers = [
      await raw('{"input":'),
      await raw(''),
      await raw('<x/>', 'application/xml'),
      await raw('input=x', 'application/x-www-form-urlencoded'),
      await raw(`{"input":{"title":"${'x'.repeat(1_100_000)}"}}`),
      await raw('{"__proto__":{"admin":true}}'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 413, 422])
    expect(answers.map(answer => answer.json().code)).toEqual([
      'malformed-json',
      'malformed-json',
      'wrong-content-type',
      'wrong-content-type',
      'body-too-large',
      'malformed-json',
    ])
    for (const answer of answers) expect(answer.json().all).toHaveLength(1)
  })

  test('an address that is not there: 404 in the one shape', async () => {
    const answer = await get('/api/nothing')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'no-such-route', all: [{ kind: 'absent' }] })
    expect((await get('/api/do/parcel.open')).statusCode).toBe(404)
    expect((await get('/api/read/parcel.nothing')).json().code).toBe('no-such-read')
    expect((await get('/api/read/toString')).json().code).toBe('no-such-read')
    expect((await get('/api/read/parcel.constructor')).json().code).toBe('no-such-read')
  })
})

describe('what another site makes a browser send', () => {
  const from = (headers: Record<string, string>) =>
    act('parcel.open', { input: { title: 'x' } }, { cookie, ...headers })

  test('is refused by its origin', async () => {
    expect((await from({ origin: 'https://evil.example' })).json().code).toBe('other-origin')
    expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403)
    expect((await from({ origin: 'null' })).statusCode).toBe(403)
    expect((await from({ origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(200)
    expect(
      (await from({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost', host: 'localhost' })).statusCode,
    ).toBe(200)
  })

  test('cannot sign anybody in or out', async () => {
    for (const path of ['sign-in/username', 'sign-out', 'change-password', 'revoke-other-sessions']) {
      const url = `/api/auth/${path}`
      const headers = { cookie, 'sec-fetch-site': 'cross-site' }
      expect((await server.send({ method: 'POST', url, headers, payload: {} })).statusCode).toBe(403)
    }
    expect((await get('/api/meta')).statusCode).toBe(200)
  })
})

describe('reads', () => {
  test('query strings become what the schema names', async () => {
    const answer = await get('/api/read/parcel.twice?number=21&sure=true&tags=a,b')
    expect(answer.json()).toEqual({ number: 42, sure: true, tags: ['a', 'b'] })
    expect((await get('/api/read/parcel.twice?number=x')).json()).toMatchObject({ field: 'number' })
    expect((await get('/api/read/parcel.twice?number=1&extra=1')).json()).toMatchObject({ code: 'unknown-field' })
    const sales = await server.signIn('sales')
    expect((await get('/api/read/parcel.twice?number=1', { cookie: sales })).statusCode).toBe(403)
  })

  test('a record by id and by number, a ledger with filter and search', async () => {
    const record = await open('缝合线')
    expect((await get(`/api/read/parcel.record?id=${record.id}`)).json().record.number).toBe(record.number)
    expect((await get(`/api/read/parcel.record?id=${record.number}`)).json().record.id).toBe(record.id)
    expect((await get('/api/read/parcel.record?id=BG-0000-0')).statusCode).toBe(404)
    expect((await get('/api/read/parcel.record')).json()).toMatchObject({ code: 'bad-input', field: 'id' })
    const found = await get(`/api/read/parcel.ledger?search=${encodeURIComponent('缝合')}&filter.state=open,packed`)
    expect(found.json().rows).toMatchObject([{ number: record.number, title: '缝合线' }])
    expect((await get('/api/read/parcel.ledger?filter.state=sent')).json().rows).toEqual([])
    expect((await get('/api/read/parcel.ledger?filter.title=x')).json()).toMatchObject({ field: 'filter.title' })
    expect((await get('/api/read/parcel.ledger?from=yesterday')).json()).toMatchObject({ field: 'from' })
    expect((await get('/api/read/parcel.ledger?after=x')).statusCode).toBe(422)
  })

  test('workbench, search, colleagues, UDI and trail', async () => {
    expect((await get('/api/read/workbench.mine')).json()).toMatchObject({ late: expect.any(Number) })
    expect((await get(`/api/read/search.all?q=${encodeURIComponent('缝合')}`)).json()[0]).toMatchObject({
      title: '缝合线',
    })
    expect((await get('/api/read/vocabulary.find-person?q=jt')).json()).toMatchObject([{ name: '蒋涛' }])
    const udi = await get(`/api/read/vocabulary.udi?text=${encodeURIComponent('(01)06901234567892(10)A1')}`)
    expect(udi.json()).toMatchObject({ reading: { ok: true, lot: 'A1' }, product: null, lot: null })
    expect((await get('/api/read/trail.entries')).statusCode).toBe(403)
    const quality = await server.signIn('quality')
    const trail = await get('/api/read/trail.entries?procedure=parcel&outcome=refused&limit=2', { cookie: quality })
    expect(trail.json().rows).toHaveLength(2)
    expect(trail.json().next).toBe(trail.json().rows[1].seq)
    const clauses = await get('/api/read/evidence.clauses?procedure=parcel', { cookie: quality })
    expect(clauses.json().clauses.map(({ id }: { id: string }) => id)).toEqual(['T-1', 'T-2', 'T-3'])
  })

  test('meta names the person, the company and the procedures', async () => {
    const { me, procedures: list } = (await get('/api/meta')).json()
    expect(me).toMatchObject({ username: 'warehouse', roles: ['warehouse'] })
    expect(list[0]).toMatchObject({ name: 'parcel', news: [{ id: 'parcel.open' }], ledgers: [{ name: 'all' }] })
    const { commands } = (await get('/api/meta/parcel')).json()
    const schema = commands.find(({ id }: { id: string }) => id === 'parcel.open').schema
    expect(schema).toMatchObject({ additionalProperties: false, required: ['title'] })
    expect(schema.properties.title['x-title']).toEqual({ zh: '名称', en: 'Title' })
    expect((await get('/api/meta/nothing')).statusCode).toBe(404)
  })
})

describe('faults', () => {
  test('tell nothing of the inside, and say that nothing was changed', async () => {
    const answer = await get('/api/read/parcel.fault')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
    expect(answer.json().sentence.zh).toContain('未执行')
  })

  test('a lost database is a 503 that does not claim to know', async () => {
    const answer = await get('/api/read/parcel.away')
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'database-away'])
  })
})

describe('headers', () => {
  test('the policy of the page allows neither eval nor inline script, and a fresh nonce each time', async () => {
    const [one, two] = [await get('/'), await get('/')]
    const policy = String(one.headers['content-security-policy'])
    expect(policy).not.toContain(`'unsafe-eval'`)
    expect(policy.match(/script-src [^;]*/)?.[0]).not.toContain('unsafe-inline')
    expect(policy.match(/style-src [^;]*/)?.[0]).toMatch(/'nonce-[\w+/=]{24}'/)
    expect(two.headers['content-security-policy']).not.toBe(policy)
    expect(one.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(one.headers['strict-transport-security']).toBeUndefined()
  })

  test('data are never kept by caches', async () => {
    expect((await get('/api/meta')).headers['cache-control']).toBe('no-store')
  })
})

describe('the web client', () => {
  let own: TestServer
  beforeAll(async () => {
    own = await testServer([parcels], { schema: TOY_SCHEMA, limits: { requests: 12, signIn: 2 } })
    const { webDir } = own.parts
    await mkdir(join(webDir, 'assets'), { recursive: true })
    await writeFile(join(webDir, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">')
    await writeFile(join(webDir, 'assets', 'main-abc123.js'), 'plain')
    await writeFile(join(webDir, 'assets', 'main-abc123.js.br'), 'brotli')
    await writeFile(join(webDir, 'favicon.svg'), '<svg/>')
    await own.app.close()
    Object.assign(own, { app: await (await import('./app.ts')).buildApp(own.parts) })
  })
  afterAll(() => own.close())
  const ask = (url: string, headers: Record<string, string> = {}) => own.app.inject({ method: 'GET', url, headers })

  test('pages carry the nonce, hashed files are kept for a year and come compressed', async () => {
    const page = await ask('/complaint/TS-2026-00001', { accept: 'text/html' })
    const nonce = /nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))?.[1]
    expect(page.body).toBe(`<meta name="csp-nonce" content="${nonce}">`)
    const script = await ask('/assets/main-abc123.js', { 'accept-encoding': 'br' })
    expect([script.body, script.headers['content-encoding']]).toEqual(['brotli', 'br'])
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('no-cache')
    const missing = await ask('/assets/old-chunk.js', { accept: 'text/html' })
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'no-such-route'])
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])
      expect((await ask(url)).statusCode, url).toBe(404)
  })

  test('too many requests are refused with the time to wait', async () => {
    const signIn = () =>
      own.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { cookie: `bihuan.session_token=${Math.random()}` },
        payload: { username: 'x', password: 'y' },
      })
    await signIn()
    await signIn()
    const third = await signIn()
    expect([third.statusCode, third.json().code]).toEqual([429, 'too-many'])
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask('/api/start')))
    expect(answers.some(({ statusCode }) => statusCode === 429)).toBe(true)
    expect((await ask('/healthz')).statusCode).toBe(200)
  })
})

describe('printed and exported ledgers', () => {
  test('XLSX and PDF carry names and titles', async () => {
    const xlsx = await get('/api/export/parcel/all.xlsx')
    expect(xlsx.statusCode).toBe(200)
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(xlsx.headers['content-disposition']).toContain(encodeURIComponent('包裹台账'))
    const pdf = await get('/api/print/parcel/ledger/all?lang=en&filter.state=open')
    expect(pdf.statusCode).toBe(200)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get('/api/print/parcel/ledger/none')).statusCode).toBe(404)
    expect((await get('/api/print/parcel/ledger/all?lang=fr')).json()).toMatchObject({ field: 'lang' })
  })

  test('a record with its trail as JSON', async () => {
    const { id, number } = await open('to export')
    const answer = await get(`/api/export/parcel/record/${id}.json`)
    expect(answer.json()).toMatchObject({ format: 'bihuan-record/1' })
    expect(answer.body).toContain(number)
  })
})

test('metrics are read on the machine itself, not through a proxy', async () => {
  expect((await get('/metrics', {})).body).toContain('bihuan_http_seconds')
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.1' })).statusCode).toBe(403)
  expect((await get('/readyz', {})).json()).toEqual({ status: 'ready' })
})

test('nothing of a request is left in the data folder', async () => {
  expect(await readdir(server.dataDir)).toEqual([])
})
