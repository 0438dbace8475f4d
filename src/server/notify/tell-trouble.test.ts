/** Trouble of the system is told once to those who look after it, until it is well again: on a real PostgreSQL. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle, site } from '../../../test/world.ts'
import { text } from '../../kernel/text.ts'
import { channel } from '../../procedures/channel/procedure.ts'
import type { HealthCheck } from '../health/checks.ts'
import { tellTrouble } from './tell-trouble.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel([channel])
  await settle(world.kernel.db, {
    site: { ...site, id: world.siteId, siteId: world.siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

const check = (name: HealthCheck['name'], tone: HealthCheck['tone']): HealthCheck => ({
  name,
  title: text(name === 'disk' ? '磁盘' : '备份', name === 'disk' ? 'Disk' : 'Backup'),
  tone,
  finding: text('可用 0.2 GB', '0.2 GB free'),
})
/** Looks five minutes later. */
const look = (...checks: HealthCheck[]) => {
  world.clock.pass(1 / 12)
  return tellTrouble({ kernel: world.kernel, mails: false }, checks)
}
const read = async (username: string) =>
  (
    await world.kernel.pool.query<{ class: string; sentence: { zh: string }; done: boolean; read: boolean }>(
      `select e.class, e.sentence, e.settled_at is not null as done, n.read_at is not null as read from notification n join notification_event e on e.id = n.event_id
        where n.person_id = $1 and e.kind = 'health.trouble' order by n.at`,
      [world.as(username).id],
    )
  ).rows

test('a finding that stays is told once, to administrators and the computer room', async () => {
  expect(await look(check('disk', 'late'), check('backup', 'ok'))).toEqual([])
  expect(await look(check('disk', 'late'))).toEqual(['disk'])
  expect(await look(check('disk', 'late'))).toEqual([])
  for (const username of ['administrator', 'computer-room']) {
    const told = await read(username)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ class: 'trouble', sentence: { zh: expect.stringContaining('磁盘') } })
  }
  expect(await read('quality-head')).toEqual([])
})

test('it is told anew when it was well in between; what only wants care, or passes by itself, is not told', async () => {
  expect(await read('administrator')).toMatchObject([{ done: false, read: false }])
  expect(await look(check('disk', 'ok'))).toEqual([])
  expect(await read('administrator')).toMatchObject([{ done: true, read: true }])
  expect(await look(check('disk', 'late'))).toEqual([])
  expect(await look(check('disk', 'warn'), check('backup', 'warn'))).toEqual([])
  expect(await look(check('disk', 'late'), check('backup', 'warn'))).toEqual([])
  expect(await look(check('disk', 'late'), check('backup', 'warn'))).toEqual(['disk'])
  expect(await read('administrator')).toMatchObject([{ done: true }, { done: false, read: false }])
})
