import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Actor, holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { issueApiKey, listApiKeys, revokeApiKey } from '../auth/api-key.ts'
import { journalAccess } from '../auth/journal.ts'
import { parsed, parsedQuery } from '../parsed.ts'
import { credentialLimit, type ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'

const scope = z
  .string()
  .max(100)
  .regex(/^(metrics|(read:)?(\*|[a-z][a-z0-9-]*\.(\*|[a-z][a-z0-9-]*)))$/, {
    error: 'complaint.open, complaint.*, read:complaint.*, read:*, metrics',
  })

/** Body of a new key. */
export const newKeyBody = z.strictObject({
  /** Whose key it is: what is done with it is done in this person's name and with this person's roles. */
  personId: z.uuid(),
  name: z.string().trim().min(1).max(60),
  scopes: z.array(scope).min(1).max(50),
  /** Days until it ends. */
  days: z.int().min(1).max(730).default(365),
})

/** Which keys are listed. */
export const keysParams = z.strictObject({ personId: z.uuid().optional() })
const endBody = z.strictObject({ id: z.uuid() })

/** API keys: issued, listed and revoked by an administrator; the token is answered once and never journalled. */
export const apiKeyRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { pool, kernel } = parts

  app.get('/api/keys', async request => {
    const { actor } = await sessionOf(parts, request)
    const { personId } = parsedQuery(keysParams, request.query)
    if (!holds(actor, ['administrator', 'authority-inspector']) && personId !== actor.id) return refuseWith(notOwn)
    return listApiKeys(pool, personId)
  })

  app.post('/api/keys', credentialLimit(parts), async request => {
    const { actor } = await sessionOf(parts, request)
    const wish = parsed(newKeyBody, request.body)
    const about = { personId: wish.personId, name: wish.name, scopes: wish.scopes, days: wish.days }
    await administratorOnly(parts, actor, 'access.issue-key', about)
    const { rows } = await pool.query(`select 1 from person where id = $1 and state = 'active'`, [wish.personId])
    if (rows.length === 0) return refuseWith(noSuchPerson)
    const expiresAt = new Date(Date.parse(kernel.clock.now()) + wish.days * 86_400_000).toISOString()
    const id = kernel.newId()
    let token = ''
    await journalAccess(parts, 'access.issue-key', actor, 'accepted', { ...about, key: id }, async client => {
      token = (await issueApiKey(client, { ...wish, id, expiresAt, createdBy: actor.id })).token
    })
    return { id, token, expiresAt }
  })

  app.post('/api/keys/revoke', async request => {
    const { actor } = await sessionOf(parts, request)
    const { id } = parsed(endBody, request.body)
    await administratorOnly(parts, actor, 'access.revoke-key', { key: id })
    await journalAccess(parts, 'access.revoke-key', actor, 'accepted', { key: id }, async client => {
      if (!(await revokeApiKey(client, id, actor.id))) refuseWith(noSuchKey)
    })
    parts.apiKeys.forget()
    return { status: true }
  })
}

const administratorOnly = async (
  parts: ServerParts,
  actor: Actor,
  step: 'access.issue-key' | 'access.revoke-key',
  about: Parameters<typeof journalAccess>[4],
): Promise<void> => {
  if (holds(actor, ['administrator'])) return
  await journalAccess(parts, step, actor, 'refused', about)
  refuseWith(administratorNeeded)
}

const administratorNeeded: Refusal = refuse(
  'role',
  text(
    '接口密钥由系统管理员发放和收回，请联系管理员。',
    'API keys are issued and revoked by an administrator: ask one.',
  ),
  { kind: 'forbidden' },
)
const notOwn: Refusal = refuse(
  'role',
  text(
    '只能查看自己的接口密钥；全部密钥由系统管理员查看。',
    'You may list your own API keys; an administrator lists all.',
  ),
  { kind: 'forbidden' },
)
const noSuchPerson: Refusal = refuse(
  'absent',
  text('没有这个在用人员，请先登记或启用。', 'There is no such active person: first register or reactivate.'),
  { kind: 'absent' },
)
const noSuchKey: Refusal = refuse(
  'absent',
  text('没有这个密钥，或它已收回。请刷新列表。', 'There is no such key, or it was revoked. Reload the list.'),
  { kind: 'absent' },
)
