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
    const weak = weakPassword(wish.administrator.password, wish.administrator.username, 'administrator.password')
    return alone(parts, async () => {
      if (await somebodyIsThere(parts)) return refuseWith(alreadySetUp)
      return weak ? refuseWith(weak) : setUpCompany(parts, wish)
    })
  })
}

/** Any number, as long as everybody takes the same one: "Bihuan set-up". */
const SET_UP_LOCK = 2_604_196_552

/** One set-up at a time, whichever server is asked: of two people at once, the second finds the system set up. */
const alone = async <T>({ pool }: ServerParts, work: () => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [SET_UP_LOCK])
    if (!rows[0]?.mine) return refuseWith(beingSetUp)
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [SET_UP_LOCK])
    }
  } finally {
    client.release()
  }
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

const beingSetUp: Refusal = refuse('being-set-up', {
  zh: '系统正在由他人初始化，请稍后刷新页面。',
  en: 'Somebody else is setting the system up just now: reload the page in a moment.',
})
const alreadySetUp: Refusal = refuse('already-set-up', {
  zh: '系统已经初始化。请用已有账号登录；忘记密码请联系管理员。',
  en: 'The system is set up already. Sign in with an account; for a forgotten password ask an administrator.',
})
