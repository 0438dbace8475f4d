import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { newKeys } from '../../kernel/seal.ts'
import { procedures } from '../../procedures/index.ts'
import { contentHash, keepContent } from '../attachments/attachment-file.ts'
import { type Database, openDatabase } from '../database/open-database.ts'
import { openPool } from '../database/pool.ts'
import { schemaSources } from '../database/schema-sources.ts'
import { openBackup } from './backup-file.ts'
import { type BackupHead, besideEntry, HEAD } from './backup-head.ts'
import { noteBackup } from './backup-run.ts'
import { KEPT, nightlyBackup } from './nightly-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

let folder: string
let company: TestDatabase
let database: Pick<Database, 'openPool'>
const picture = randomBytes(50_000)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-backup-'))
  company = await testDatabase()
  database = {
    openPool: ({ max, values }) => openPool(company.adminUrl, { max, values }),
  }
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'trail-keys.json'), JSON.stringify(newKeys()))
  await writeFile(join(dataDir, 'session-secret'), 'x'.repeat(64))
  await keepContent(dataDir, contentHash(picture), picture)
  const { superuserPool: all } = company
  await all.query(`
    insert into person (id, number, state, version, site_id, created_at, created_by, updated_at, search_text, username, name,
      department, roles)
    select gen_random_uuid(), 'RY-' || n, 'active', 1, gen_random_uuid(), now(), gen_random_uuid(), now(), '', 'user' || n,
      E'王\\t小\\n明\\\\' || n, '质量部', '{quality}' from generate_series(1, 3000) n`)
  await all.query(`insert into number_series values ('TS', 2026, 42)`)
  await all.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at, procedure, record_id)
     values (gen_random_uuid(), $1, '照片.jpg', 'image/jpeg', 50000, gen_random_uuid(), now(), 'complaint', gen_random_uuid())`,
    [contentHash(picture)],
  )
  await all.query(
    `insert into trail (chain, position, at, procedure, command, outcome, actor_name, via, body, previous_hash, hash, mac)
     select 'c', n, now(), 'x', 'x.y', 'accepted', '王', 'session', '{"a": "\\\\n"}', '', '', '' from generate_series(1, 50) n`,
  )
})
afterAll(async () => {
  await company.drop()
  await rm(folder, { recursive: true, force: true })
})

const write = (name: string, passphrase?: string) =>
  writeBackup({ database, dataDir: join(folder, 'data'), file: join(folder, name), program: '0.1.0', passphrase })

const restore = (name: string, into: string, more: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({
    file: join(folder, name),
    dataDir: join(folder, into),
    sources: schemaSources(procedures),
    verify: async () => [],
    ...more,
  })

/** Tables with their counts and hashes, without those that hold nothing. */
const filled = (head: BackupHead) => head.tables.filter(table => table.rows > 0)

test('what is restored is, table for table and file for file, what was there', { timeout: 120_000 }, async () => {
  const { head, rows } = await write('whole.zip')
  expect(rows).toBe(3_000 + 1 + 1 + 50)
  expect(
    filled(head)
      .map(table => table.name)
      .sort(),
  ).toEqual(['attachment', 'number_series', 'person', 'trail'])
  expect(head.beside).toEqual(['trail-keys.json', 'session-secret'])

  await restore('whole.zip', 'again')
  const again = await openDatabase({ dataDir: join(folder, 'again'), durable: false })
  try {
    const second = await writeBackup({
      database: again,
      dataDir: join(folder, 'again'),
      file: join(folder, 'second.zip'),
      program: '0.1.0',
    })
    expect(filled(second.head)).toEqual(filled(head))
    expect(second.head.sequences).toEqual(head.sequences)
    expect(second.head.files).toEqual([contentHash(picture)])
    // the triggers that keep the trail append-only are awake again
    await expect(again.adminPool.query(`update trail set actor_name = '张'`)).rejects.toThrow('append-only')
    const next = await again.adminPool.query(
      `insert into trail (chain, position, at, procedure, command, outcome, actor_name, via, body, previous_hash, hash, mac)
       values ('c', 51, now(), 'x', 'x.y', 'accepted', '王', 'session', '{}', '', '', '') returning seq`,
    )
    expect(next.rows[0].seq).toBe(51)
    expect(await readFile(join(folder, 'again/session-secret'), 'utf8')).toBe('x'.repeat(64))
  } finally {
    await again.stop()
  }
})

test('a seal that is made while the backup is written is not listed in it', async () => {
  const dataDir = join(folder, 'sealing')
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'seals.log'), 'first\n')
  const file = join(folder, 'sealing.zip')
  const onProgress = () => appendFileSync(join(dataDir, 'seals.log'), 'second\n')
  await writeBackup({ database, dataDir, file, program: '0.1.0', onProgress })
  const written = await openBackup(file)
  expect(await text(await written.read(besideEntry('seals.log')))).toBe('first\n')
  written.close()
})

test('with a passphrase nothing in the file can be read without it', { timeout: 120_000 }, async () => {
  await write('sealed.age', 'correct horse battery')
  const bytes = await readFile(join(folder, 'sealed.age'))
  expect(bytes.includes('session-secret')).toBe(false)
  await expect(restore('sealed.age', 'locked')).rejects.toThrow('is encrypted')
  await expect(restore('sealed.age', 'locked', { passphrase: 'another passphrase' })).rejects.toThrow('not the one')
  expect(existsSync(join(folder, 'locked'))).toBe(false)
  const head = await restore('sealed.age', 'unlocked', { passphrase: 'correct horse battery' })
  expect(filled(head)).toHaveLength(4)
  expect((await readdir(folder)).filter(name => name.includes('plain'))).toEqual([])
})

test('a passphrase that is too short is refused before anything is written', async () => {
  await expect(write('short.age', 'short')).rejects.toThrow('12 characters at least')
  expect(existsSync(join(folder, 'short.age'))).toBe(false)
})

test('an existing file is never overwritten', async () => {
  await writeFile(join(folder, 'there.zip'), 'precious')
  await expect(write('there.zip')).rejects.toThrow('never overwrites')
  expect(await readFile(join(folder, 'there.zip'), 'utf8')).toBe('precious')
})

test('a file that is cut off, changed or no backup restores nothing', { timeout: 120_000 }, async () => {
  await write('good.zip')
  const bytes = await readFile(join(folder, 'good.zip'))
  await writeFile(join(folder, 'cut.zip'), bytes.subarray(0, bytes.length - 500))
  await expect(restore('cut.zip', 'broken')).rejects.toThrow('cannot be used')
  await writeFile(join(folder, 'letter.zip'), 'not a backup at all')
  await expect(restore('letter.zip', 'broken')).rejects.toThrow('no backup')
  const at = bytes.indexOf(picture.subarray(100, 140))
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
  await writeFile(join(folder, 'changed.zip'), changed)
  await expect(restore('changed.zip', 'broken')).rejects.toThrow('damaged')
  expect(existsSync(join(folder, 'broken'))).toBe(false)
})

test('a backup that would write another file into the data folder is refused', async () => {
  const { head } = await write('honest.zip')
  for (const name of ['postgres/postgresql.auto.conf', '../outside', 'session-secret/../x']) {
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from('x'), besideEntry('x'))
    zip.addBuffer(Buffer.from(JSON.stringify({ ...head, beside: [name] })), HEAD)
    zip.end()
    await writeFile(join(folder, 'hostile.zip'), await buffer(zip.outputStream))
    await expect(openBackup(join(folder, 'hostile.zip'))).rejects.toThrow('is not right')
  }
})

test('what verification finds keeps the folder from being made', { timeout: 120_000 }, async () => {
  await write('doubtful.zip')
  const verify = async () => ['TS-2026-00001 · entry 3: its hash is not that of its content']
  await expect(restore('doubtful.zip', 'doubtful', { verify })).rejects.toThrow('entry 3')
  expect(existsSync(join(folder, 'doubtful'))).toBe(false)
})

test('a folder that is not empty is left as it is', async () => {
  await write('spare.zip')
  await expect(restore('spare.zip', 'data')).rejects.toThrow('not empty')
  expect(await readdir(join(folder, 'data'))).toContain('trail-keys.json')
})

test('a backup of a schema that this version does not know is refused', { timeout: 120_000 }, async () => {
  await write('newer.zip')
  const sources = schemaSources(procedures).filter(source => source.procedure !== 'notice')
  await expect(restore('newer.zip', 'newer', { sources })).rejects.toThrow('does not know')
})

test('a backup that fails is written down with its reason, one that works with its size', async () => {
  const work = { database, dataDir: join(folder, 'data'), program: '0.1.0' }
  await noteBackup(company.adminPool, 'nightly', { ...work, file: join(folder, 'noted.zip') })
  await expect(
    noteBackup(company.adminPool, 'nightly', { ...work, file: join(folder, 'no/such/folder.zip') }),
  ).rejects.toThrow()
  const { rows } = await company.adminPool.query('select fault, bytes > 0 as sized from backup_run order by begun_at')
  expect(rows).toEqual([
    { fault: null, sized: true },
    { fault: expect.stringContaining('folder.zip'), sized: null },
  ])
  const file = await openBackup(join(folder, 'noted.zip'))
  expect(file.head.program).toBe('0.1.0')
  file.close()
})

test('the nightly backup makes room for itself and leaves what is not its own', async () => {
  const night = join(folder, 'nights')
  await mkdir(night)
  for (let day = 1; day <= KEPT; day += 1)
    await writeFile(join(night, `bihuan-202611${String(day).padStart(2, '0')}T183000Z.zip`), '')
  await writeFile(join(night, 'by-hand.zip'), '')
  await writeFile(join(night, 'bihuan-20261119T183000Z.zip.0a1b2c3d.part'), '')
  await writeFile(join(night, 'bihuan-20261122T182900Z.zip.0a1b2c3d.part'), '')
  await nightlyBackup({
    database,
    dataDir: join(folder, 'data'),
    folder: night,
    program: '0.1.0',
    now: '2026-11-22T18:30:00.000Z',
  })
  const names = (await readdir(night)).sort()
  expect(names).toHaveLength(KEPT + 2)
  // another server may still be writing it
  expect(names).toContain('bihuan-20261122T182900Z.zip.0a1b2c3d.part')
  expect(names).not.toContain('bihuan-20261101T183000Z.zip')
  expect(names.slice(0, 1)).toEqual(['bihuan-20261102T183000Z.zip'])
  expect(names).toContain('bihuan-20261122T183000Z.zip')
  expect(names).toContain('by-hand.zip')
})
