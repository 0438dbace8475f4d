import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parties, products, settle, site } from '../../../test/world.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { duty } from '../../procedures/duty/procedure.ts'
import { sweepDuties } from '../../procedures/duty/sweep-duties.ts'
import { equipment } from '../../procedures/equipment/procedure.ts'
import { patrol } from '../../procedures/patrol/procedure.ts'
import { person } from '../../procedures/person/procedure.ts'

const all: Procedure[] = [equipment, patrol, person, duty(() => all)]
let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await testServer(all)
  const { company } = server
  const { siteId, kernel } = company
  await settle(kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: Object.values(parties).map(row => ({ ...row, siteId })),
    products: Object.values(products).map(row => ({ ...row, siteId })),
    lots: [],
    deliveries: [],
  })
  const input = { name: '温度记录仪', kind: 'instrument', place: '冷藏库', calibrationDue: '2026-11-30' }
  await company.does('equipment-supervisor', 'equipment.register', { input })
  await sweepDuties(kernel, (name, fault) => {
    throw new Error(name, { cause: fault })
  })
  cookie = await server.signIn('equipment-supervisor')
})
afterAll(() => server.close())

const post = (url: string, headers: Record<string, string> = { cookie }) =>
  server.send({ method: 'POST', url, headers, payload: {} })
const get = (url: string, headers: Record<string, string> = {}) => server.send({ method: 'GET', url, headers })

test('a person opens a feed, reads own clocks in it without signing in, and closes it', async () => {
  expect((await get('/api/calendar-feed')).statusCode).toBe(401)
  expect((await get('/api/calendar-feed', { cookie })).json()).toEqual({ feed: null })
  const { path } = (await post('/api/calendar-feed')).json<{ path: string }>()
  const feed = await get(path)
  expect(feed.headers['content-type']).toContain('text/calendar')
  expect(feed.body).toContain('BEGIN:VCALENDAR')
  expect(feed.body).toContain('X-WR-TIMEZONE:Asia/Shanghai')
  expect(feed.body).toContain('到期：校准到期 SB-2026-00001')
  expect(feed.body).toContain('DTEND:20261130T155959Z')
  expect(feed.body).not.toContain('设备巡视')

  const again = (await post('/api/calendar-feed')).json<{ path: string }>()
  expect((await get(path)).statusCode).toBe(404)
  expect((await get(again.path)).statusCode).toBe(200)
  expect((await get('/api/calendar-feed', { cookie })).json()).toMatchObject({
    feed: { lastReadOn: expect.any(String) },
  })
  expect((await post('/api/calendar-feed/close')).statusCode).toBe(200)
  expect((await get(again.path)).statusCode).toBe(404)
  expect((await post('/api/calendar-feed/close')).statusCode).toBe(404)
})

test('the equipment worker has the round of every day in it; addresses that are no secret are refused', async () => {
  const own = await server.signIn('equipment-technician')
  const { path } = (await post('/api/calendar-feed', { cookie: own })).json<{ path: string }>()
  const { body } = await get(path)
  expect(body).toContain('每日设备巡视')
  expect(body).not.toContain('校准到期')
  for (const file of ['x.ics', `${'a'.repeat(32)}.ics`, 'a b'])
    expect((await get(`/api/calendar/${encodeURIComponent(file)}`)).statusCode).toBe(404)
})

test('the feed of an account that became an inspector’s tells nothing more', async () => {
  const own = await server.signIn('equipment-technician')
  const { path } = (await post('/api/calendar-feed', { cookie: own })).json<{ path: string }>()
  expect((await get(path)).statusCode).toBe(200)
  await server.company.database.adminPool.query(
    `update person set roles = '{authority-inspector}' where username = 'equipment-technician'`,
  )
  expect((await get(path)).statusCode).toBe(404)
})
