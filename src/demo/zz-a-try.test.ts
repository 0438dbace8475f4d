import { expect, test } from 'vitest'
import { testDatabase } from '../../test/postgres.ts'
import { openKernel } from '../kernel/open-kernel.ts'
import { registry } from '../kernel/registry.ts'
import { newKeys, readKeys } from '../kernel/seal.ts'
import { procedures } from '../procedures/index.ts'
import { roleTitle } from '../vocabulary/role.ts'
import { seedDemo } from './seed-demo.ts'
import { noteDifferences } from '../server/jobs/document-differences.ts'
const now = '2026-11-19T06:34:00.000Z'
test('seed', async () => {
  const database = await testDatabase()
  const kernel = openKernel({ pool: database.pool, db: database.db, registry: registry(procedures), words: { roleTitle }, keys: readKeys(newKeys()), clock: { now: () => now }, verifyCredential: async () => ({ method: 'password' }) })
  const t = performance.now()
  const seeded = await seedDemo(kernel, database)
  console.log('steps', seeded.steps, 'ms', performance.now() - t, 'broken', seeded.broken.slice(0, 5).map(String))
  console.log((await database.pool.query(`select procedure, label, count(*)::int from record_edition group by 1,2 order by 1,2`)).rows)
  console.log((await database.pool.query(`select code, label, octet_length(content::text) as size from document_version join document on document.id=document_id order by document_version.approved_at`).catch(e=>({rows:[String(e)]}))).rows)
  console.log(await noteDifferences(kernel))
  console.log((await database.pool.query(`select code, difference_count from document where difference_count>0`)).rows)
  expect(seeded.broken.length).toBe(0)
  await database.drop()
}, 240000)
