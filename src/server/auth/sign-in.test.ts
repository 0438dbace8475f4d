import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookiesOf, type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { createAccount } from './account.ts'
import { issueApiKey, revokeApiKey } from './api-key.ts'
import { totpCode } from './totp.ts'

const PASSWORD = 'bihuan-demo'
let server: TestServer
beforeAll(async () => {
  server = await testServer([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => server.close())

const post = (url: string, payload: object, cookie?: string) =>
  server.send({ method: 'POST', url, payload, headers: cookie ? { cookie } : {} })
const get = (url: string, cookie?: string) => server.send({ method: 'GET', url, headers: cookie ? { cookie } : {} })
const signIn = (username: string, password: string) => post('/api/auth/sign-in/username', { username, password })
const lastAccess = async (command: string) => {
  const { rows } = await server.parts.pool.query(
    'select outcome, actor_id, actor_name, body from trail where command = $1 order by seq desc limit 1',
    [command],
  )
  return rows[0]
}

describe('signing in', () => {
  test('answers a cookie that scripts cannot read and other sites do not send', async () => {
    await createAccount(server.parts.pool, server.company.as('sales').id, 'sales', PASSWORD)
    const answer = await signIn('Sales', PASSWORD)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ user: { name: '郑爽', username: 'sales' }, passwordGiven: false })
    expect(answer.headers['set-cookie']).toMatch(/bihuan\.session_token=.*HttpOnly; SameSite=Lax/)
    expect((await get('/api/meta', cookiesOf(answer))).json().me.username).toBe('sales')
    expect(await lastAccess('access.sign-in')).toMatchObject({
      outcome: 'accepted',
      actor_id: server.company.as('sales').id,
    })
  })

  test('refuses a wrong password and an unknown name alike, and journals both', async () => {
    const wrong = await signIn('sales', 'not the password')
    const unknown = await signIn('nobody-at-all', 'not the password')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.json().code).toBe('sign-in-failed')
    expect({ ...unknown.json() }).toEqual({ ...wrong.json() })
    expect(await lastAccess('access.sign-in')).toMatchObject({
      outcome: 'refused',
      actor_id: null,
      actor_name: 'nob…',
    })
  })

  test('refuses unknown fields and an empty name at their field', async () => {
    const answer = await post('/api/auth/sign-in/username', { username: '', password: 'x', admin: true })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().all.map((refusal: { field: string }) => refusal.field)).toEqual(['username', 'admin'])
  })

  test('locks a name after ten failures, also for the right password', async () => {
    await createAccount(server.parts.pool, server.company.as('finance').id, 'finance', PASSWORD)
    for (let attempt = 1; attempt < 10; attempt++)
      expect((await signIn('finance', 'wrong')).json().detail).toEqual({ left: 10 - attempt })
    expect((await signIn('finance', 'wrong')).json().code).toBe('sign-in-locked')
    const right = await signIn('finance', PASSWORD)
    expect(right.statusCode).toBe(429)
    expect(right.json().sentence.zh).toContain('锁定')
    expect(await lastAccess('access.sign-in')).toMatchObject({ outcome: 'refused', body: { reason: 'locked' } })
    await createAccount(server.parts.pool, server.company.as('finance').id, 'finance', PASSWORD)
    expect((await signIn('finance', PASSWORD)).statusCode).toBe(200)
  })

  test('does not let people in who are not active', async () => {
    const cookie = await server.signIn('technician')
    await server.parts.pool.query(`update person set state = 'inactive' where username = 'technician'`)
    expect((await signIn('technician', PASSWORD)).statusCode).toBe(401)
    server.parts.sessions.forget()
    expect((await get('/api/meta', cookie)).statusCode).toBe(401)
  })

  test('the session cookie holds only with our signature', async () => {
    const cookie = await server.signIn('quality')
    expect((await get('/api/meta', cookie)).statusCode).toBe(200)
    const forged = cookie.replace(/(%2E|\.)[^.]*$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')
    expect((await get('/api/meta', forged)).statusCode).toBe(401)
    expect((await get('/api/meta')).json()).toMatchObject({ code: 'signed-out' })
  })
})

describe('sessions', () => {
  test('are listed without their tokens, and end when revoked', async () => {
    const one = await server.signIn('warehouse')
    const two = await server.signIn('warehouse')
    const sessions = (await get('/api/auth/list-sessions', two)).json()
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).not.toHaveProperty('token')
    const other = sessions.find((session: { current: boolean }) => !session.current)
    expect((await post('/api/auth/revoke-session', { id: other.id }, two)).statusCode).toBe(200)
    expect((await get('/api/meta', one)).statusCode).toBe(401)
    expect((await get('/api/meta', two)).statusCode).toBe(200)
    expect((await post('/api/auth/revoke-session', { id: other.id }, two)).statusCode).toBe(404)
  })

  test('end by signing out', async () => {
    const cookie = await server.signIn('warehouse')
    await post('/api/auth/sign-out', {}, cookie)
    expect((await get('/api/meta', cookie)).statusCode).toBe(401)
    expect((await get('/api/auth/get-session', cookie)).json()).toEqual({ session: null, user: null })
  })
})

describe('passwords', () => {
  test('are changed with the old one, which ends the other sessions', async () => {
    const other = await server.signIn('case-handler')
    const cookie = await server.signIn('case-handler')
    const change = (currentPassword: string, newPassword: string) =>
      post('/api/auth/change-password', { currentPassword, newPassword }, cookie)
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({ code: 'password-short', field: 'newPassword' })
    expect((await change(PASSWORD, 'my case-handler word')).json().code).toBe('password-weak')
    expect((await change('wrong', 'four unrelated words here')).json().code).toBe('password-wrong')
    const done = await change(PASSWORD, 'four unrelated words here')
    expect(done.statusCode).toBe(200)
    expect((await get('/api/meta', other)).statusCode).toBe(401)
    expect((await get('/api/meta', cookiesOf(done))).statusCode).toBe(200)
    expect((await signIn('case-handler', PASSWORD)).statusCode).toBe(401)
  })

  test('given by an administrator sign in but do not sign records', async () => {
    const boss = await server.signIn('administrator')
    const { id } = server.company.as('after-sales')
    const give = (cookie: string) =>
      post('/api/auth/give-password', { personId: id, password: 'four unrelated words' }, cookie)
    expect((await give(await server.signIn('quality'))).statusCode).toBe(403)
    expect((await give(boss)).statusCode).toBe(200)
    const answer = await signIn('after-sales', 'four unrelated words')
    expect(answer.json().passwordGiven).toBe(true)
    const proof = await server.parts.kernel.verifyCredential(server.company.as('after-sales'), {
      password: 'four unrelated words',
    })
    expect(proof).toMatchObject({ refusal: { code: 'password-given' } })
    const own = { currentPassword: 'four unrelated words', newPassword: 'five other unrelated words' }
    expect((await post('/api/auth/change-password', own, cookiesOf(answer))).statusCode).toBe(200)
    expect(
      await server.parts.kernel.verifyCredential(server.company.as('after-sales'), { password: own.newPassword }),
    ).toEqual({ method: 'password' })
  })
})

describe('signing records', () => {
  test('stops after ten wrong passwords without ending the session', async () => {
    const cookie = await server.signIn('service-desk')
    const verify = (password: string) =>
      server.parts.kernel.verifyCredential(server.company.as('service-desk'), { password })
    for (let attempt = 1; attempt < 10; attempt++)
      expect(await verify('wrong')).toMatchObject({ refusal: { code: 'credential-wrong', field: 'sign.password' } })
    expect(await verify('wrong')).toMatchObject({ refusal: { code: 'signing-locked', kind: 'too-many' } })
    expect(await verify(PASSWORD)).toMatchObject({ refusal: { code: 'signing-locked' } })
    expect((await get('/api/meta', cookie)).statusCode).toBe(200)
  })
})

describe('the second factor', () => {
  test('is set up with a code, asked for at sign-in, and signs each code once', async () => {
    const cookie = await server.signIn('quality-head')
    const enabled = await post('/api/auth/two-factor/enable', { password: PASSWORD }, cookie)
    const { totpURI, backupCodes } = enabled.json()
    expect(totpURI).toContain('Bihuan:quality-head')
    expect(backupCodes.length).toBeGreaterThan(5)
    const key = base32(new URL(totpURI).searchParams.get('secret') ?? '')
    const now = () => Math.floor(Date.now() / 30_000)
    expect((await post('/api/auth/two-factor/verify-totp', { code: '000000' }, cookie)).json().code).toBe('code-wrong')
    const code = totpCode(key, now())
    expect((await post('/api/auth/two-factor/verify-totp', { code }, cookie)).statusCode).toBe(200)

    const first = await signIn('quality-head', PASSWORD)
    expect(first.json()).toMatchObject({ twoFactorRedirect: true })
    expect((await get('/api/meta', cookiesOf(first))).statusCode).toBe(401)
    const second = await post('/api/auth/two-factor/verify-totp', { code: totpCode(key, now()) }, cookiesOf(first))
    expect(second.statusCode).toBe(200)
    expect((await get('/api/meta', cookiesOf(second))).json().me.username).toBe('quality-head')

    const verify = (code: string) => server.parts.kernel.verifyCredential(server.company.as('quality-head'), { code })
    const signing = totpCode(key, now() + 1)
    expect(await verify(signing)).toEqual({ method: 'one-time-code' })
    expect(await verify(signing)).toMatchObject({ refusal: { code: 'credential-wrong', field: 'sign.code' } })
  })

  test('codes are those of RFC 6238', () => {
    const secret = Buffer.from('12345678901234567890')
    const codes = [59, 1111111109, 1234567890, 20000000000].map(time => totpCode(secret, Math.floor(time / 30)))
    expect(codes).toEqual(['287082', '081804', '005924', '353130'])
  })
})

describe('API keys', () => {
  const personId = () => server.company.as('warehouse').id
  const key = (scopes: string[], expiresAt = '2100-01-01T00:00:00.000Z') =>
    issueApiKey(server.parts.pool, {
      personId: personId(),
      name: 'ERP',
      scopes,
      expiresAt,
      createdBy: server.company.as('administrator').id,
    })
  const withKey = (token: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    server.send({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })

  test('do what their scopes name and nothing else', async () => {
    const { token } = await key(['parcel.open', 'read:parcel.*'])
    const opened = await withKey(token, 'POST', '/api/do/parcel.open', { input: { title: '一箱' } })
    expect(opened.statusCode).toBe(200)
    const { id } = opened.json().record
    expect((await withKey(token, 'GET', `/api/read/parcel.record?id=${id}`)).statusCode).toBe(200)
    const noted = await withKey(token, 'POST', '/api/do/parcel.note', { on: id, input: { note: 'x' } })
    expect(noted.statusCode).toBe(403)
    expect(noted.json().code).toBe('scope')
    expect((await withKey(token, 'GET', '/api/read/workbench.mine')).json().code).toBe('scope')
    expect((await withKey(token, 'POST', '/api/auth/revoke-other-sessions', {})).statusCode).toBe(401)
  })

  test('are kept as a hash, and end when revoked or expired', async () => {
    const { id, token } = await key(['read:*'])
    const { rows } = await server.parts.pool.query('select * from api_key where id = $1', [id])
    expect(JSON.stringify(rows[0])).not.toContain(token)
    await revokeApiKey(server.parts.pool, id, personId())
    expect((await withKey(token, 'GET', '/api/read/workbench.mine')).statusCode).toBe(401)
    const old = await key(['read:*'], '2020-01-01T00:00:00.000Z')
    expect((await withKey(old.token, 'GET', '/api/read/workbench.mine')).statusCode).toBe(401)
    expect((await withKey(`bh_${'x'.repeat(43)}`, 'GET', '/api/meta')).statusCode).toBe(401)
  })
})

const base32 = (text: string): Buffer => {
  let bits = ''
  for (const letter of text) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
