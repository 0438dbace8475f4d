/**
 * npm run give-password -- USERNAME [--data DIR]   (or with DATABASE_URL)
 * For the day on which nobody is left who could set a password in the product: gives the person a new one, shown this one time, and
 * ends the person's sessions. Works while the server runs and while it does not; the trail keeps it. The password has to be changed before it signs.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openKernel } from '../src/kernel/open-kernel.ts'
import { registry } from '../src/kernel/registry.ts'
import { readKeys, type WrittenKeys } from '../src/kernel/seal.ts'
import { procedures } from '../src/procedures/index.ts'
import { createAccount } from '../src/server/auth/account.ts'
import { journalAccess } from '../src/server/auth/journal.ts'
import { CannotStart } from '../src/server/cannot-start.ts'
import { openKysely } from '../src/server/database/kysely.ts'
import { openDatabase } from '../src/server/database/open-database.ts'
import { trailKeysFile } from '../src/server/trail-keys.ts'
import { roleTitle } from '../src/vocabulary/role.ts'

/** Whoever sits at the machine of the server; the trail has no better name. */
const AT_THE_SERVER = { id: null, name: '服务器操作员 / at the server', via: 'system' } as const

const { values, positionals } = parseArgs({
  options: { data: { type: 'string', default: 'data' } },
  allowPositionals: true,
})
const [username] = positionals
try {
  if (username === undefined)
    throw new CannotStart({
      zh: '请写明用户名：npm run give-password -- 用户名 [--data 文件夹]',
      en: 'Name the person: npm run give-password -- USERNAME [--data DIR]',
    })
  const keys = readKeys(JSON.parse(await readFile(trailKeysFile(values.data), 'utf8')) as WrittenKeys)
  const databaseUrl = process.env.DATABASE_URL || undefined
  const database = await openDatabase({ dataDir: values.data, databaseUrl, attach: true })
  try {
    const { pool } = database
    const { rows } = await pool.query<{ id: string; state: string }>(
      'select id, state from person where username = $1',
      [username],
    )
    const person = rows[0]
    if (person?.state !== 'active')
      throw new CannotStart({
        zh: `没有在用的用户名“${username}”。请核对“人员与角色”中的用户名。`,
        en: `Nobody has the user name "${username}", or the account is closed. Look it up under People and roles.`,
      })
    const kernel = openKernel({
      pool,
      db: openKysely(pool),
      registry: registry(procedures),
      words: { roleTitle },
      keys,
      verifyCredential: () => Promise.reject(new Error('nothing is signed here')),
    })
    const password = randomBytes(12).toString('base64url')
    await journalAccess(
      { kernel },
      'access.give-password',
      AT_THE_SERVER,
      'accepted',
      { personId: person.id },
      client => createAccount(client, person.id, username, password, { given: true }),
    )
    console.log(password)
    console.error(
      `${username} 的新密码，只显示这一次；登录后请立即修改。 The new password of ${username}, shown this one time; change it after signing in.`,
    )
  } finally {
    await database.stop()
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  console.error(`${error.sentence.zh}\n${error.sentence.en}`)
  process.exitCode = 1
}
