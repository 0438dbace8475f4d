import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { procedures } from '../../procedures/index.ts'
import { openPool } from '../database/pool.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { healthFigures } from './figures.ts'
import { queueState } from './queue-state.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer(procedures)
})
afterAll(() => server.close())

test('those who look after the server read its state, others are refused', async () => {
  const may = await server.send({
    url: '/api/read/health.now',
    headers: { cookie: await server.signIn('administrator') },
  })
  expect(may.statusCode).toBe(200)
  const { checks } = may.json() as { checks: { name: string; tone: string }[] }
  expect(checks.map(item => `${item.name} ${item.tone}`)).toEqual(
    expect.arrayContaining(['database ok', 'queue late', 'mail warn', 'backup late', 'clock ok']),
  )
  const mayNot = await server.send({ url: '/api/read/health.now', headers: { cookie: await server.signIn('sales') } })
  expect(mayNot.statusCode).toBe(403)
})

test('figures tell the last good backup from one that failed after it', async () => {
  const { adminPool, pool } = server.company.database
  await adminPool.query(`
    insert into backup_run (id, way, begun_at, ended_at, file, bytes, encrypted, fault) values
      (gen_random_uuid(), 'nightly', now() - interval '3 h', now() - interval '3 h', 'a.zip', 1000, true, null),
      (gen_random_uuid(), 'nightly', now() - interval '2 h', now() - interval '2 h', 'b.zip', null, true, 'no room'),
      (gen_random_uuid(), 'by-hand', now(), null, 'c.zip', null, false, null)`)
  const { dataDir } = server
  const figures = await healthFigures({
    pool,
    dataDir,
    backupFolder: `${dataDir}/none`,
    mailHost: null,
    version: '0',
    queue: async () => null,
  })
  expect(figures.backup.last).toMatchObject({ bytes: 1000, way: 'nightly', encrypted: true })
  expect(figures.backup.fault).toMatchObject({ why: 'no room' })
  expect(figures.disks.map(disk => disk.name)).toEqual(['data'])
})

test('the queue tells what waits, what is tried again and what was given up', async () => {
  const { adminPool, adminUrl } = server.company.database
  expect(await queueState(adminPool)).toBeNull()
  const database = {
    openPool: ({ max, values }: { max: number; values?: 'driver' | 'ours' }) => openPool(adminUrl, { max, values }),
  }
  const jobs = await startJobs(database, { work: {}, atStart: [], clock: [] }, server.parts.log)
  await jobs.stop()
  for (const [name, attempts] of [
    ['fresh', 0],
    ['again', 1],
    ['lost', 2],
  ] as const) {
    await adminPool.query(`select graphile_worker.add_job($1, '{}', max_attempts => 2)`, [name])
    await adminPool.query(
      `update graphile_worker._private_jobs set attempts = $2::int, last_error = case when $2::int = 0 then null else 'refused' end
       where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
      [name, attempts],
    )
  }
  expect(await queueState(adminPool)).toMatchObject({
    waiting: 1,
    retried: 1,
    givenUp: 1,
    lastFailure: { why: 'refused' },
  })
})
