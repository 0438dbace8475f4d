import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { idOf, NOON } from '../../../test/given.ts'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { contentHash, keepContent } from './attachment-file.ts'
import { verifyFiles } from './verify-files.ts'

let database: TestDatabase
let dataDir: string
beforeEach(async () => {
  database = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'bihuan-files-'))
  const content = Buffer.from('finding')
  await keepContent(dataDir, contentHash(content), content)
  await attachmentOf(contentHash(content), idOf('record'))
  await attachmentOf('f'.repeat(64), null)
})
afterEach(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const attachmentOf = (sha256: string, recordId: string | null) =>
  database.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at, record_id)
     values (gen_random_uuid(), $1, '照片.txt', 'text/plain', 7, $2, $3, $4)`,
    [sha256, idOf('somebody'), NOON, recordId],
  )
const fileOnDisk = async (): Promise<string> => {
  const [first] = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  if (!first) throw new Error('no file was kept')
  return join(first.parentPath, first.name)
}

test('files that are as they were attached are genuine; what nobody attached is not looked for', async () => {
  expect(await verifyFiles(database.pool, dataDir)).toEqual({ files: 1, faults: [] })
})

test('a file that was replaced is named', async () => {
  await writeFile(await fileOnDisk(), 'FINDING')
  const { faults } = await verifyFiles(database.pool, dataDir)
  expect(faults).toMatchObject([
    {
      record: idOf('record'),
      at: expect.stringContaining('照片.txt'),
      what: 'the file is not the one that was attached',
    },
  ])
})

test('a file that is gone is named', async () => {
  await rm(await fileOnDisk())
  expect((await verifyFiles(database.pool, dataDir)).faults).toMatchObject([{ what: 'the file is gone' }])
})
