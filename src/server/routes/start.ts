import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { isRole, roles } from '../../vocabulary/role.ts'
import { weakPassword } from '../auth/password.ts'
import { parsed } from '../parsed.ts'
import { credentialLimit, type ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { setUpCompany } from '../set-up-company.ts'

const name = z.string().trim().min(1).max(100)

/** Body of the set-up page. */
export const setupBody = z.strictObject({
  company: z.strictObject({ zh: name, en: z.string().trim().max(100).optional() }),
  site: z.strictObject({
    name,
    address: z.string().trim().min(1).max(200),
    province: z.string().trim().min(1).max(40),
    city: z.string().trim().min(1).max(40),
    regionCode: z.string().regex(/^\d{6}$/),
    timeZone: z.string().max(60).default('Asia/Shanghai'),
  }),
  administrator: z.strictObject({
    name: z.string().trim().min(1).max(60),
    username: z
      .string()
      .trim()
      .min(2)
      .max(40)
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    password: z.string().max(1_000),
  }),
})

/** What can be known before signing in, and the set-up of an empty installation. */
export const startRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const tested = credentialLimit(parts)

  app.get('/api/start', async () => {
    const needsSetup = !(await somebodyIsThere(parts))
    const demo = parts.demoPassword !== null
    return {
      needsSetup,
      demo,
      version: parts.version,
      ...(demo && { accounts: await demoAccounts(parts), password: parts.demoPassword }),
    }
  })

  app.post('/api/setup', tested, async request => {
    const wish = parsed(setupBody, request.body)
    if (await somebodyIsThere(parts)) return refuseWith(alreadySetUp)
    const weak = weakPassword(wish.administrator.password, wish.administrator.username, 'administrator.password')
    if (weak) return refuseWith(weak)
    return setUpCompany(parts, wish)
  })
}

const somebodyIsThere = async ({ pool }: ServerParts): Promise<boolean> => {
  const { rows } = await pool.query<{ there: boolean }>('select exists (select from person) as there')
  return rows[0]?.there ?? false
}

const demoAccounts = async ({ pool }: ServerParts) => {
  const { rows } = await pool.query<{ username: string; name: string; roles: string[] }>(
    `select p.username, p.name, p.roles from person p join auth_user u on u.id = p.id
     where p.state = 'active' order by p.created_at, p.number`,
  )
  return rows.map(row => ({
    ...row,
    roles: row.roles.map(role => (isRole(role) ? roles[role].title : { zh: role, en: role })),
  }))
}

const alreadySetUp: Refusal = refuse('already-set-up', {
  zh: '系统已经初始化。请用已有账号登录；忘记密码请联系管理员。',
  en: 'The system is set up already. Sign in with an account; for a forgotten password ask an administrator.',
})
