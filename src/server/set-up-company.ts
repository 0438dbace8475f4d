import { execute } from '../kernel/execute.ts'
import type { Actor } from '../kernel/person.ts'
import { recordAttempt } from '../kernel/trail.ts'
import { createAccount } from './auth/account.ts'
import type { ServerParts } from './parts.ts'

/** What the set-up page asks for. */
export interface CompanyWish {
  readonly company: { readonly zh: string; readonly en?: string | undefined }
  readonly site: {
    readonly name: string
    readonly address: string
    readonly province: string
    readonly city: string
    readonly regionCode: string
    readonly timeZone: string
  }
  readonly administrator: { readonly name: string; readonly username: string; readonly password: string }
}

/**
 * Makes the company, its site and the first administrator. The person is added by the same command as every later one; only
 * company and site, which no procedure handles, are written here and journalled.
 */
export const setUpCompany = async (parts: ServerParts, wish: CompanyWish): Promise<{ readonly status: true }> => {
  const { kernel, pool } = parts
  const siteId = kernel.newId()
  const system: Actor = { id: siteId, name: 'Bihuan', username: 'system', roles: [], siteId, via: 'system' }
  const now = kernel.clock.now()
  const name = { zh: wish.company.zh, en: wish.company.en || wish.company.zh }
  const { name: siteName, address, province, city, regionCode, timeZone } = wish.site
  const bilingual = (value: string) => JSON.stringify({ zh: value, en: value })
  const { rowCount } = await pool.query(
    `with made as (
       insert into company (name, set_up_at) values ($1, $2) on conflict do nothing returning set_up_at
     )
     insert into site (id, number, state, version, site_id, created_at, created_by, updated_at, name, address, province, city,
       region_code, time_zone)
     select $3, 'SITE-01', 'active', 1, $3, $2, $3, $2, $4, $5, $6, $7, $8, $9 from made`,
    [JSON.stringify(name), now, siteId, bilingual(siteName), bilingual(address), province, city, regionCode, timeZone],
  )
  const where = rowCount === 1 ? siteId : await firstSite(parts)
  await recordAttempt(kernel, {
    procedure: 'access',
    command: 'access.set-up',
    outcome: 'accepted',
    actor: system,
    body: { title: { zh: '系统初始化', en: 'Set up the system' }, company: name, site: { ...wish.site } },
  })
  const { administrator } = wish
  const answer = await execute(
    kernel,
    {
      command: 'person.register',
      input: {
        username: administrator.username,
        name: administrator.name,
        department: '综合办',
        roles: ['administrator'],
      },
    },
    { ...system, siteId: where },
  )
  await createAccount(pool, answer.record.id, administrator.username, administrator.password)
  return { status: true }
}

/** The site of a set-up that was broken off before its administrator was made. */
const firstSite = async ({ pool }: ServerParts): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>('select id from site order by created_at limit 1')
  if (!rows[0]) throw new Error('the company has no site')
  return rows[0].id
}
