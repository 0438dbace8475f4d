/** A queue that stands still cannot tell anybody: the process that answers does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { procedures } from '../../procedures/index.ts'
import { openPool } from '../database/pool.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { queueState } from './queue-state.ts'
import { type HealthWatch, watchHealth } from './watch-health.ts'

let server: TestServer
let watch: HealthWatch

beforeAll(async () => {
  server = await testServer(procedures)
  const { adminPool } = server.company.database
  watch = watchHealth({
    ...server.parts,
    operations: { ...server.parts.operations, queue: () => queueState(adminPool) },
  })
})
afterAll(async () => {
  await watch.stop()
  await server.close()
})

test('administrators read in the product that the queue stands still, and that it runs again', async () => {
  const { adminPool, adminUrl } = server.company.database
  const database = {
    openPool: ({ max, values }: { max: number; values?: 'driver' | 'ours' }) => openPool(adminUrl, { max, values }),
  }
  const jobs = await startJobs(database, { work: {}, atStart: [], clock: [] }, server.parts.log)
  await jobs.stop()
  await adminPool.query(
    `select graphile_worker.add_job('send-letter', '{}', run_at => now() - interval '11 minutes', job_key => 'waits')`,
  )
  const lookAgain = () => {
    server.company.clock.pass(0.1)
    return watch.look()
  }
  expect(await lookAgain()).not.toContain('queue')
  expect(await lookAgain()).toContain('queue')
  expect(await lookAgain()).not.toContain('queue')
  const cookie = await server.signIn('administrator')
  const told = async () => {
    const answer = await server.send({ url: '/api/read/notification.list?class=trouble', headers: { cookie } })
    const list = answer.json() as { sentence: { zh: string }; readAt: string | null; settledAt: string | null }[]
    return list.filter(item => item.sentence.zh.includes('任务队列'))
  }
  expect(await told()).toMatchObject([{ readAt: null, settledAt: null }])
  await adminPool.query(`select graphile_worker.remove_job('waits')`)
  await lookAgain()
  const [over, ...more] = await told()
  expect(over?.settledAt).not.toBeNull()
  expect(more).toEqual([])
})
