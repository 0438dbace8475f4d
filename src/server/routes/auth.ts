import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { createAccount, signingSubject } from '../auth/account.ts'
import { askLibrary, passCookies } from '../auth/ask-library.ts'
import { countFailure, forgetFailures, LOCK_MINUTES, lockedUntil } from '../auth/failure-count.ts'
import { type AccessStep, journalAccess } from '../auth/journal.ts'
import { weakPassword } from '../auth/password.ts'
import { signIn } from '../auth/sign-in.ts'
import { parsed } from '../parsed.ts'
import { credentialLimit, type ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'

const password = z.string().min(1).max(200)
const code = z.string().min(1).max(50)
const changePasswordBody = z.strictObject({ currentPassword: password, newPassword: z.string().max(1_000) })
const givePasswordBody = z.strictObject({ personId: z.uuid(), password: z.string().max(1_000) })
const endSessionBody = z.strictObject({ id: z.uuid() })
const withPassword = z.strictObject({ password })
const withCode = z.strictObject({ code })
const empty = z.strictObject({})

const credentialLocked: Refusal = refuse(
  'credential-locked',
  {
    zh: `连续多次密码错误，${LOCK_MINUTES} 分钟内不能再试。请稍后再试，或请管理员重设密码。`,
    en: `Too many wrong passwords: wait ${LOCK_MINUTES} minutes, or ask an administrator for a new password.`,
  },
  { kind: 'too-many' },
)

/** Sign-in, second factor, sessions and passwords. Names of the addresses are those of the sign-in library. */
export const authRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const tested = credentialLimit(parts)

  /** Lets the library act for the signed-in person on a credential that was entered again, and journals it. */
  const withCredential = async (
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    body: Readonly<Record<string, unknown>>,
    step: AccessStep,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { actor } = await sessionOf(parts, request)
    const subject = signingSubject(actor.id)
    if ((await lockedUntil(parts.pool, subject)) !== null) return refuseWith(credentialLocked)
    const answer = await askLibrary(parts, request, path, body)
    await journalAccess(parts, step, actor, answer.ok ? 'accepted' : 'refused')
    if (!answer.ok) {
      const failure = await countFailure(parts.pool, subject)
      return refuseWith(failure.lockedUntil === null ? answer.refusal : credentialLocked)
    }
    await forgetFailures(parts.pool, subject)
    parts.sessions.forget()
    passCookies(reply, answer.cookies)
    return answer.body
  }

  app.post('/api/auth/sign-in/username', tested, signIn(parts))

  app.post('/api/auth/sign-out', async (request, reply) => {
    parsed(empty, request.body)
    const session = await parts.sessions.of(request.headers.cookie)
    const answer = await askLibrary(parts, request, 'sign-out', {})
    parts.sessions.forget()
    if (session) await journalAccess(parts, 'access.sign-out', session.actor, 'accepted')
    if (answer.ok) passCookies(reply, answer.cookies)
    return { success: true }
  })

  app.get('/api/auth/get-session', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const session = await parts.sessions.of(request.headers.cookie)
    if (session === null) return { session: null, user: null }
    const { id, name, username, roles } = session.actor
    const { rows } = await parts.pool.query<{ two_factor_enabled: boolean; password_given: boolean }>(
      'select two_factor_enabled, password_given from auth_user where id = $1',
      [id],
    )
    return {
      session: { id: session.sessionId, expiresAt: session.expiresAt },
      user: { id, name, username, roles, twoFactorEnabled: rows[0]?.two_factor_enabled ?? false },
      passwordGiven: rows[0]?.password_given ?? false,
    }
  })

  app.get('/api/auth/list-sessions', async request => {
    const { actor, sessionId } = await sessionOf(parts, request)
    const { rows } = await parts.pool.query(
      `select id, created_at as "createdAt", expires_at as "expiresAt", ip_address as "ipAddress",
         user_agent as "userAgent", id = $2 as current
       from auth_session where user_id = $1 and expires_at > now() order by created_at desc`,
      [actor.id, sessionId],
    )
    return rows
  })

  app.post('/api/auth/revoke-session', async request => {
    const { id } = parsed(endSessionBody, request.body)
    const { actor } = await sessionOf(parts, request)
    await journalAccess(parts, 'access.end-session', actor, 'accepted', { session: id }, async client => {
      const { rowCount } = await client.query('delete from auth_session where id = $1 and user_id = $2', [id, actor.id])
      if (rowCount !== 1) refuseWith(noSuchSession)
    })
    parts.sessions.forget()
    return { status: true }
  })

  app.post('/api/auth/revoke-other-sessions', async request => {
    parsed(empty, request.body)
    const { actor, sessionId } = await sessionOf(parts, request)
    await journalAccess(parts, 'access.end-session', actor, 'accepted', { kept: sessionId }, client =>
      client.query('delete from auth_session where user_id = $1 and id <> $2', [actor.id, sessionId]),
    )
    parts.sessions.forget()
    return { status: true }
  })

  app.post('/api/auth/change-password', tested, async (request, reply) => {
    const { currentPassword, newPassword } = parsed(changePasswordBody, request.body)
    const { actor } = await sessionOf(parts, request)
    const weak = weakPassword(newPassword, actor.username, 'newPassword')
    if (weak) return refuseWith(weak)
    const body = { currentPassword, newPassword, revokeOtherSessions: true }
    await withCredential(request, reply, 'change-password', body, 'access.change-password')
    await parts.pool.query('update auth_user set password_given = false where id = $1', [actor.id])
    return { status: true }
  })

  app.post('/api/auth/two-factor/enable', tested, async (request, reply) => {
    const { actor } = await sessionOf(parts, request)
    const body = parsed(withPassword, request.body)
    const answer = await withCredential(request, reply, 'two-factor/enable', body, 'access.enable-authenticator')
    return { totpURI: namedUri(String(answer.totpURI), actor), backupCodes: answer.backupCodes }
  })

  app.post('/api/auth/two-factor/disable', tested, async (request, reply) => {
    const body = parsed(withPassword, request.body)
    await withCredential(request, reply, 'two-factor/disable', body, 'access.disable-authenticator')
    return { status: true }
  })

  for (const path of ['two-factor/verify-totp', 'two-factor/verify-backup-code'])
    app.post(`/api/auth/${path}`, tested, async (request, reply) => {
      const body = parsed(withCode, request.body)
      const before = await parts.sessions.of(request.headers.cookie)
      const answer = await askLibrary(parts, request, path, body)
      const user = answer.ok ? ((answer.body.user ?? {}) as { id?: string }) : {}
      const person = before?.actor ?? (await personOf(parts, user.id))
      const trying = person ?? { id: null, name: '-', via: 'session' as const }
      await journalAccess(parts, 'access.second-step', trying, answer.ok ? 'accepted' : 'refused')
      if (!answer.ok) return refuseWith(answer.refusal)
      parts.sessions.forget()
      passCookies(reply, answer.cookies)
      return { status: true }
    })

  /** The administrator sets a first or forgotten password; its owner changes it before signing records. */
  app.post('/api/auth/give-password', tested, async request => {
    const { personId, password: chosen } = parsed(givePasswordBody, request.body)
    const { actor } = await sessionOf(parts, request)
    if (!holds(actor, ['administrator'])) {
      await journalAccess(parts, 'access.give-password', actor, 'refused', { personId })
      return refuseWith(administratorOnly)
    }
    if (personId === actor.id) return refuseWith(ownPassword)
    const person = (await personOf(parts, personId)) ?? refuseWith(noSuchPerson)
    const weak = weakPassword(chosen, person.username)
    if (weak) return refuseWith(weak)
    await journalAccess(parts, 'access.give-password', actor, 'accepted', { personId }, client =>
      createAccount(client, personId, person.username, chosen, { given: true }),
    )
    parts.sessions.forget()
    return { status: true }
  })
}

const personOf = async (parts: ServerParts, id: string | undefined) => {
  if (id === undefined) return undefined
  const { rows } = await parts.pool.query<{ id: string; name: string; username: string }>(
    'select id, name, username from person where id = $1',
    [id],
  )
  const person = rows[0]
  return person && { ...person, via: 'session' as const }
}

/** The library knows the person by id alone; the phone shall show the name. */
const namedUri = (uri: string, actor: { readonly id: string; readonly username: string }): string =>
  uri.replaceAll(actor.id, encodeURIComponent(actor.username))

const noSuchSession: Refusal = refuse(
  'absent',
  {
    zh: '没有这个会话，它可能已经结束。请刷新列表。',
    en: 'There is no such session; it may have ended. Reload the list.',
  },
  { kind: 'absent' },
)
const noSuchPerson: Refusal = refuse(
  'absent',
  {
    zh: '没有这个人员。请先在“人员与角色”中建立。',
    en: 'There is no such person. First add the person under People and roles.',
  },
  { kind: 'absent' },
)
const ownPassword: Refusal = refuse('own-password', {
  zh: '自己的密码请在“我的账号”中修改，须先输入当前密码；忘记密码请另一名管理员重设。',
  en: 'Change your own password under My account, with the present one; if you forgot it, ask another administrator.',
})
const administratorOnly: Refusal = refuse(
  'role',
  {
    zh: '设置他人密码由系统管理员办理，请联系管理员。',
    en: 'Passwords of others are set by an administrator: ask one.',
  },
  { kind: 'forbidden' },
)
