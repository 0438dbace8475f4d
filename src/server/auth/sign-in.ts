import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { signInSubject } from './account.ts'
import { askLibrary, passCookies } from './ask-library.ts'
import { countFailure, forgetFailures, LOCK_MINUTES, lockedUntil } from './failure-count.ts'
import { journalAccess, type Trying } from './journal.ts'

/** Body of a sign-in. */
export const signInBody = z.strictObject({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  rememberMe: z.boolean().optional(),
})

interface Account {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly state: string
  readonly password_given: boolean
}

const accountOf = async (parts: ServerParts, username: string): Promise<Account | undefined> => {
  const { rows } = await parts.pool.query<Account>(
    `select p.id, p.name, p.username, p.state, u.password_given
     from person p join auth_user u on u.id = p.id where lower(p.username) = $1`,
    [username.toLowerCase()],
  )
  return rows[0]
}

/** The beginning of a name that nobody has: people type their password there by mistake, and the trail forgets nothing. */
const hint = (username: string): string => `${[...username].slice(0, 3).join('')}…`

/** Sign-in with user name and password; where an authenticator is set up, the second step follows. */
export const signIn = (parts: ServerParts) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { username, password, rememberMe = true } = parsed(signInBody, request.body)
  const subject = signInSubject(username)
  const account = await accountOf(parts, username)
  const trying: Trying = account
    ? { id: account.id, name: account.name, via: 'session' }
    : { id: null, name: hint(username), via: 'session' }
  const from = { address: request.ip, agent: request.headers['user-agent']?.slice(0, 200) ?? null }
  const lockedTill = await lockedUntil(parts.pool, subject)
  if (lockedTill !== null) {
    await journalAccess(parts, 'access.sign-in', trying, 'refused', { ...from, reason: 'locked' })
    return refuseWith(locked(lockedTill))
  }
  // an unknown or inactive person goes through the same work, so that the answer takes as long and says as little
  const handle = account?.state === 'active' ? account.id : 'nobody'
  const answer = await askLibrary(parts, request, 'sign-in/username', { username: handle, password, rememberMe })
  if (!answer.ok) {
    const failure = await countFailure(parts.pool, subject)
    const reason = account === undefined ? 'unknown' : account.state === 'active' ? 'password' : 'inactive'
    const more = { ...from, reason, ...(failure.lockedUntil !== null && { lockedUntil: failure.lockedUntil }) }
    await journalAccess(parts, 'access.sign-in', trying, 'refused', more)
    return refuseWith(failure.lockedUntil === null ? wrong(failure.left) : locked(failure.lockedUntil))
  }
  await forgetFailures(parts.pool, subject)
  const second = answer.body.twoFactorRedirect === true
  await journalAccess(parts, 'access.sign-in', trying, 'accepted', { ...from, secondStep: second })
  passCookies(reply, answer.cookies)
  if (second) return { twoFactorRedirect: true, twoFactorMethods: ['totp'] }
  const { id, name } = account as Account
  return { user: { id, name, username: account?.username }, passwordGiven: account?.password_given ?? false }
}

const wrong = (left: number): Refusal =>
  refuse(
    'sign-in-failed',
    {
      zh: `用户名或密码不正确。还可以尝试 ${left} 次，之后将锁定 ${LOCK_MINUTES} 分钟。`,
      en: `The user name or the password is not right. ${left} attempts are left before a lock of ${LOCK_MINUTES} minutes.`,
    },
    { kind: 'signed-out', detail: { left } },
  )

const locked = (until: string): Refusal =>
  refuse(
    'sign-in-locked',
    {
      zh: `连续多次登录失败，该用户名已锁定 ${LOCK_MINUTES} 分钟。请稍后再试，或请管理员重设密码。`,
      en: `Too many failed attempts: this user name is locked for ${LOCK_MINUTES} minutes. Try again later, or ask an administrator for a new password.`,
    },
    { kind: 'too-many', detail: { until } },
  )
