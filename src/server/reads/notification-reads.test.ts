import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { channel } from '../../procedures/channel/procedure.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer([parcels, channel], { schema: TOY_SCHEMA })
})
afterAll(() => server.close())

test('pages of notifications that were told at one moment leave none out', async () => {
  const { company, parts } = server
  await parts.pool.query(
    `with told as (
       insert into notification_event (id, at, class, kind, sentence)
       select 'deadline:' || n || ':overdue', '2026-11-20T02:00:00.000Z', 'work', 'deadline.overdue', '{"zh": "超期", "en": "overdue"}'
       from generate_series(1, 23) n returning id, at)
     insert into notification (person_id, event_id, at) select $1, id, at from told`,
    [company.as('warehouse').id],
  )
  const cookie = await server.signIn('warehouse')
  const page = async (before: string) => {
    const query = new URLSearchParams({ limit: '10', ...(before && { before }) })
    const answer = await server.send({ url: `/api/read/notification.list?${query}`, headers: { cookie } })
    expect(answer.statusCode).toBe(200)
    return answer.json<{ id: string; toldAt: string }[]>()
  }
  const seen: string[] = []
  for (let before = '', more = true; more; ) {
    const list = await page(before)
    seen.push(...list.map(item => item.id))
    const last = list.at(-1)
    more = last !== undefined && list.length === 10
    if (last) before = `${last.toldAt}|${last.id}`
  }
  expect(new Set(seen).size).toBe(23)
  expect(seen).toHaveLength(23)
  for (const before of ['2026-11-20T02:00:00.000Z', 'yesterday|x']) {
    const query = new URLSearchParams({ before })
    const answer = await server.send({ url: `/api/read/notification.list?${query}`, headers: { cookie } })
    expect(answer.statusCode).toBe(422)
  }
})
