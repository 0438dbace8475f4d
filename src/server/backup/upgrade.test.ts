import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute } from '../../kernel/execute.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { openKernel } from '../../kernel/open-kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { registry } from '../../kernel/registry.ts'
import { procedures } from '../../procedures/index.ts'
import { openKysely } from '../database/kysely.ts'
import { type Database, openDatabase } from '../database/open-database.ts'
import { schemaSources } from '../database/schema-sources.ts'
import { trailKeys } from '../trail-keys.ts'
import type { BackupHead } from './backup-head.ts'
import { restoreBackup } from './restore-backup.ts'
import { verifyRestored } from './verify-restored.ts'

/** A small company as the first released version kept it, with records in many states, seals and signatures. */
const FIRST = fileURLToPath(new URL('./fixtures/first-release.zip', import.meta.url))

let folder: string
let head: BackupHead
let database: Database
let kernel: Kernel
let quality: Actor
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-upgrade-'))
  const dataDir = join(folder, 'data')
  head = await restoreBackup({
    file: FIRST,
    dataDir,
    sources: schemaSources(procedures),
    verify: verifyRestored(registry(procedures)),
  })
  database = await openDatabase({ dataDir, durable: false })
  kernel = openKernel({
    pool: database.pool,
    db: openKysely(database.pool),
    registry: registry(procedures),
    words: { roleTitle: role => ({ zh: role, en: role }) },
    keys: await trailKeys(dataDir, database.pool),
    verifyCredential: async () => ({ method: 'simulated' }),
  })
  const { rows } = await database.pool.query(
    `select id, username, name, roles, site_id from person where username = 'quality'`,
  )
  quality = { ...rows[0], siteId: rows[0].site_id, via: 'session' }
}, 120_000)
afterAll(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

test('the schema of the first release grows into the present one, and every row of then is there', async () => {
  const { rows } = await database.adminPool.query('select count(*)::int as files from schema_migration')
  expect(rows[0].files).toBeGreaterThan(head.schema.length)
  for (const table of head.tables.filter(item => item.rows > 0)) {
    const counted = await database.adminPool.query(`select count(*)::int as rows from ${table.name}`)
    expect(counted.rows[0].rows, table.name).toBeGreaterThanOrEqual(table.rows)
  }
})

test('every record of then opens, with its steps, clocks and timeline', async () => {
  for (const name of ['complaint', 'inquiry', 'lot', 'party', 'product', 'policy-change', 'person']) {
    const procedure = kernel.registry.procedure(name)
    const { rows } = await database.pool.query(`select id, number from ${procedure.record.table} limit 12`)
    expect(rows.length, name).toBeGreaterThan(0)
    for (const { id, number } of rows) {
      const page = await recordPage(kernel, procedure, id, quality)
      expect(page?.record.number).toBe(number)
    }
  }
})

test('work goes on where it stood: an open complaint takes its next step', async () => {
  const { rows } = await database.pool.query(`select id, version from complaint where state = 'accepted' limit 1`)
  expect(rows).toHaveLength(1)
  const answer = await execute(
    kernel,
    {
      command: 'complaint.record-contact',
      on: rows[0].id,
      input: {
        way: 'telephone',
        contactedAt: kernel.clock.now(),
        reached: true,
        content: '已电话告知处理进度',
        problem: '屏幕间歇黑屏',
        plan: '派员到场核实',
        reportedTo: '质量管理部',
      },
    },
    quality,
  )
  expect(answer).toMatchObject({ record: { version: rows[0].version + 1 } })
})

test('the file itself is not touched', async () => {
  expect((await readFile(FIRST)).length).toBe(341_010)
})
