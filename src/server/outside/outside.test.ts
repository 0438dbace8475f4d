/** A guest opens one record by a link, as one reader of it, and can do what he is asked: nothing else. */
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECRET, type TestServer, testServer } from '../../../test/server.ts'
import { ERRAND_SCHEMA, errands } from '../../../test/toy/errand.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { openLinks } from './link.ts'

let server: TestServer
let errandId: string
let guests: { readonly id: string; readonly name: string }[]

beforeAll(async () => {
  server = await testServer([errands], { schema: ERRAND_SCHEMA })
})
afterAll(() => server.close())

const ask = async (names = ['金水河湾医院 刘慧敏', '瀍东医院 贾文博']) => {
  const { record } = await server.company.does('quality', 'errand.open', {
    input: { title: '输液泵还有几台', guests: names },
  })
  const { rows } = await server.parts.pool.query(
    'select id, name from errand_guest where errand_id = $1 order by name desc',
    [record.id],
  )
  errandId = record.id
  guests = rows
  return record.id
}

const tokenOf = async (over: object = {}): Promise<string> => {
  const address = await server.parts.links.address({
    procedure: 'errand',
    recordId: errandId,
    guestId: guests[0]?.id ?? '',
    expiresAt: addMilliseconds(server.company.clock.now(), 72 * HOUR),
    ...over,
  })
  return address.replace('http://localhost/o/', '')
}
const look = async (token: string) => server.send({ url: `/api/outside/${token}` })
const take = async (token: string, verb: string, payload: object, headers = {}) =>
  server.send({ method: 'POST', url: `/api/outside/${token}/${verb}`, payload, headers })

test('a guest sees what was laid out for him, and the form of his step without the field that the link fills', async () => {
  await ask()
  const answer = await look(await tokenOf())
  expect(answer.statusCode).toBe(200)
  const seen = answer.json()
  expect(seen.page).toMatchObject({ reader: '金水河湾医院 刘慧敏', heading: { zh: '输液泵还有几台' }, thanks: null })
  expect(seen.steps).toMatchObject([{ id: 'answer', title: { zh: '填写数量' }, fill: { pieces: 0 }, refusal: null }])
  expect(Object.keys(seen.steps[0].schema.properties)).toEqual(['pieces', 'note', 'attachments'])
  expect(seen.steps[0].schema.required).toEqual(['pieces'])
  expect(answer.body).not.toContain('底价')
  expect(answer.body).not.toContain('瀍东医院')
  expect(answer.headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'cache-control': 'no-store',
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('he answers once, under his own name, and is thanked', async () => {
  const id = await ask()
  const token = await tokenOf()
  const done = await take(token, 'answer', { input: { pieces: 4 }, key: 'key-of-this-form' })
  expect(done.json()).toMatchObject({ page: { thanks: { zh: '已收到：4 件，谢谢。' } }, steps: [] })
  const again = await take(token, 'answer', { input: { pieces: 4 }, key: 'key-of-this-form' })
  expect(again.statusCode).toBe(200)
  const late = await take(token, 'answer', { input: { pieces: 9 } })
  expect(late.json()).toMatchObject({ code: 'not-offered' })
  const { rows } = await server.parts.pool.query(
    `select actor_name, actor_id, via, outcome from trail where record_id = $1 and command = 'errand.answer'`,
    [id],
  )
  expect(rows).toEqual([
    { actor_name: '金水河湾医院 刘慧敏', actor_id: guests[0]?.id, via: 'link', outcome: 'accepted' },
  ])
})

test('what he fills in is checked like everybody’s, and the refusal is in the trail', async () => {
  const id = await ask()
  const answer = await take(await tokenOf(), 'answer', { input: { pieces: -1 } })
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ code: 'bad-input', field: 'pieces' })
  const { rows } = await server.parts.pool.query(`select outcome, via from trail where record_id = $1 order by seq`, [
    id,
  ])
  expect(rows).toEqual([
    { outcome: 'accepted', via: 'session' },
    { outcome: 'refused', via: 'link' },
  ])
})

test('he cannot answer for another guest: the link says who he is, whatever is sent', async () => {
  const id = await ask()
  await take(await tokenOf(), 'answer', { input: { pieces: 4, guestId: guests[1]?.id } })
  const { rows } = await server.parts.pool.query(
    'select name, pieces from errand_guest where errand_id = $1 order by name desc',
    [id],
  )
  expect(rows).toEqual([
    { name: '金水河湾医院 刘慧敏', pieces: 4 },
    { name: '瀍东医院 贾文博', pieces: null },
  ])
})

test('he takes no step that is not for guests, even one that their role might take', async () => {
  await ask()
  const token = await tokenOf()
  for (const verb of ['end', 'drop', 'open', 'errand.end', 'constructor', '__proto__']) {
    const answer = await take(token, verb, { input: { guestId: guests[0]?.id } })
    expect([verb, answer.statusCode, answer.json().code]).toEqual([verb, 409, 'not-offered'])
  }
  expect((await look(token)).statusCode).toBe(200)
})

test('every link that does not open gets the same answer', async () => {
  await ask()
  const token = await tokenOf()
  const [head = '', body = '', seal = ''] = token.split('.')
  const changed = (claims: object) =>
    [head, Buffer.from(JSON.stringify({ ...JSON.parse(atob(body)), ...claims })).toString('base64url'), seal].join('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const foreign = await openLinks('another secret, of another company', () => 'http://localhost').address({
    procedure: 'errand',
    recordId: errandId,
    guestId: guests[0]?.id ?? '',
    expiresAt: addMilliseconds(server.company.clock.now(), HOUR),
  })
  const session = await new SignJWT({ p: 'errand' }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(SECRET))
  const other = { id: errandId, guest: guests[1]?.id ?? '' }
  await ask(['第三家'])
  const bad: Readonly<Record<string, string>> = {
    empty: 'x',
    'changed guest': changed({ g: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    'changed procedure': changed({ p: 'person' }),
    'later end': changed({ exp: 4_000_000_000 }),
    'no signature': `${none}.${body}.`,
    'cut short': token.slice(0, -1),
    'of another company': foreign.replace('http://localhost/o/', ''),
    'signed by the secret of sessions': session,
    expired: await tokenOf({ expiresAt: server.company.clock.now() }),
    'guest of another record': await tokenOf({ guestId: other.guest }),
    'record without such a guest': await tokenOf({ recordId: other.id }),
    'no guest': await tokenOf({ guestId: null }),
    'no such record': await tokenOf({ recordId: '00000000-0000-4000-8000-000000000000' }),
    'a procedure without guests': await tokenOf({ procedure: 'parcel' }),
    'too long': 'x'.repeat(395),
  }
  const answers = new Set<string>()
  for (const [name, wrong] of Object.entries(bad)) {
    const [seen, taken] = [await look(wrong), await take(wrong, 'answer', { input: { pieces: 1 } })]
    expect([name, seen.statusCode, taken.statusCode]).toEqual([name, 404, 404])
    answers.add(seen.body).add(taken.body)
  }
  expect(answers.size).toBe(1)
  expect(JSON.parse([...answers][0] ?? '').sentence.zh).toContain('联系发函单位')
  expect((await look(await tokenOf())).statusCode).toBe(200)
})

test('a link dies with time, with the guest, and with the record', async () => {
  await ask()
  const token = await tokenOf()
  const second = await tokenOf({ guestId: guests[1]?.id })
  await server.company.does('quality', 'errand.drop', { on: errandId, input: { guestId: guests[1]?.id } })
  expect((await look(second)).statusCode).toBe(404)
  expect((await look(token)).statusCode).toBe(200)
  server.company.clock.pass(71)
  expect((await look(token)).statusCode).toBe(200)
  server.company.clock.pass(2)
  expect((await look(token)).statusCode).toBe(404)
  const fresh = await tokenOf()
  await server.company.does('quality', 'errand.end', { on: errandId, input: {} })
  expect((await look(fresh)).statusCode).toBe(404)
})

test('the token is no key to anything else, and pages of other sites cannot send with it', async () => {
  await ask()
  const token = await tokenOf()
  for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `token=${token}` }]) {
    const answer = await server.send({ url: `/api/read/errand.record?id=${errandId}`, headers })
    expect(answer.statusCode).toBe(401)
  }
  const answer = await take(token, 'answer', { input: { pieces: 1 } }, { origin: 'https://evil.example' })
  expect(answer.json()).toMatchObject({ code: 'other-origin' })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const upload = async (token: string, content = PNG, headers = { 'x-bihuan': '1' }) => {
  const edge = 'edge-of-the-part'
  const payload = Buffer.concat([
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="照片.png"\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return server.send({
    method: 'POST',
    url: `/api/outside/${token}/files`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...headers },
    payload,
  })
}

test('a guest hands in a file with his answer; it belongs to the record then and is his to see no more', async () => {
  const id = await ask()
  const [token, other] = [await tokenOf(), await tokenOf({ guestId: guests[1]?.id })]
  const sent = await upload(token)
  expect(sent.json()).toMatchObject({ name: '照片.png', mediaType: 'image/png' })
  const file = sent.json().id
  const seen = await server.send({ url: `/api/outside/${token}/files/${file}` })
  expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/png'])
  expect((await server.send({ url: `/api/outside/${other}/files/${file}` })).statusCode).toBe(404)
  const stolen = await take(other, 'answer', { input: { pieces: 1, attachments: [file] } })
  expect(stolen.json()).toMatchObject({ code: 'attachment-unknown' })
  expect((await take(token, 'answer', { input: { pieces: 1, attachments: [file] } })).statusCode).toBe(200)
  const { rows } = await server.parts.pool.query('select record_id, purpose from attachment where id = $1', [file])
  expect(rows).toEqual([{ record_id: id, purpose: 'answer' }])
  expect((await server.send({ url: `/api/outside/${token}/files/${file}` })).statusCode).toBe(404)
})

test('files come only where a step asks for them, of kinds that are taken, and not without end', async () => {
  await ask()
  const token = await tokenOf()
  expect((await upload(token, PNG, { 'x-bihuan': '' })).json().code).toBe('upload-header')
  expect((await upload(token, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).statusCode).toBe(422)
  for (let i = 0; i < 20; i += 1) expect((await upload(token)).statusCode).toBe(200)
  expect((await upload(token)).json().code).toBe('too-many-files')
  await take(token, 'answer', { input: { pieces: 1 } })
  expect((await upload(token)).json().code).toBe('not-offered')
  expect((await upload('x'.repeat(40))).statusCode).toBe(404)
})

test('who guesses is slowed down', async () => {
  const codes: number[] = []
  for (let i = 0; i < 130; i += 1) {
    const answer = await server.send({ url: `/api/outside/guess-${i}`, remoteAddress: '203.0.113.9' })
    codes.push(answer.statusCode)
  }
  expect(codes.filter(code => code === 404)).toHaveLength(120)
  expect(codes.at(-1)).toBe(429)
})
