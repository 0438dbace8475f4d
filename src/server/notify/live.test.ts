/** The one connection on which pages hear of news. */
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { channel } from '../../procedures/channel/procedure.ts'
import { signalLive } from './live-signal.ts'
import { type Notifier, startNotifier } from './start-notifier.ts'

let server: TestServer
let notifier: Notifier
let origin: string

beforeAll(async () => {
  server = await testServer([parcels, channel], { schema: TOY_SCHEMA })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  notifier = startNotifier(server.parts, false)
  await notifier.tell()
})
afterAll(async () => {
  await notifier.stop()
  await server.close()
})

/** A page that listens. */
const page = async (cookie: string) => {
  const leaving = new AbortController()
  const answer = await fetch(`${origin}/api/live`, { headers: { cookie }, signal: leaving.signal })
  let text = ''
  let ended = false
  const reading = (async () => {
    const decoder = new TextDecoder()
    try {
      for await (const part of answer.body ?? []) text += decoder.decode(part as Uint8Array, { stream: true })
    } catch {
      // left
    }
    ended = true
  })()
  return {
    answer,
    text: () => text,
    ended: () => ended,
    heard: async (words: string) => {
      while (!text.includes(words)) {
        if (ended) throw new Error(`the connection ended before ${words}: ${text}`)
        await new Promise(done => setTimeout(done, 10))
      }
    },
    end: () => reading,
    leave: async () => {
      leaving.abort()
      await reading
    },
  }
}
const act = (cookie: string, command: string, body: object) =>
  fetch(`${origin}/api/do/${command}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('nobody listens without a session', async () => {
  expect((await fetch(`${origin}/api/live`)).status).toBe(401)
  expect((await fetch(`${origin}/api/live`, { headers: { cookie: 'bihuan.session_token=made.up' } })).status).toBe(401)
})

test('a step of somebody is heard by the pages of others, and whoever is told hears so; nothing else travels', async () => {
  const [warehouse, desk] = [await server.signIn('warehouse'), await server.signIn('service-desk')]
  const [mine, other] = [await page(warehouse), await page(desk)]
  expect(mine.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(mine.answer.headers.get('x-frame-options')).toBe('DENY')
  await Promise.all([mine.heard('event: hello'), other.heard('event: hello')])
  const opened = await act(warehouse, 'parcel.open', { input: { title: '机密的名称', weight: 3 } })
  const { record } = (await opened.json()) as { record: { id: string } }
  await Promise.all([mine.heard(record.id), other.heard(record.id)])
  expect(mine.text()).not.toContain('event: told')
  await act(desk, 'parcel.reweigh', { on: record.id, input: { weight: 4 } })
  await mine.heard('event: told')
  expect(other.text()).not.toContain('event: told')
  expect(mine.text() + other.text()).not.toContain('机密的名称')
  const unread = await server.send({ url: '/api/read/notification.count', headers: { cookie: warehouse } })
  expect(unread.json()).toEqual({ unread: 1, safety: false })
  const read = await server.send({
    method: 'POST',
    url: '/api/notifications/read',
    headers: { cookie: warehouse },
    payload: {},
  })
  expect(read.json()).toEqual({ read: 1 })
  const list = await server.send({ url: '/api/read/notification.list', headers: { cookie: warehouse } })
  expect(list.json()).toMatchObject([{ kind: 'record.changed', title: '机密的名称', readAt: expect.any(String) }])
  await Promise.all([mine.leave(), other.leave()])
})

test('signing out ends the connection of that session and of no other', async () => {
  const [gone, stays] = [await server.signIn('warehouse'), await server.signIn('service-desk')]
  const [leaving, staying] = [await page(gone), await page(stays)]
  await Promise.all([leaving.heard('event: hello'), staying.heard('event: hello')])
  await fetch(`${origin}/api/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: gone, 'content-type': 'application/json', origin },
    body: '{}',
  })
  await leaving.heard('event: bye')
  await leaving.end()
  expect(staying.ended()).toBe(false)
  expect((await fetch(`${origin}/api/live`, { headers: { cookie: gone } })).status).toBe(401)
  await staying.leave()
})

test('an account holds twenty connections and no more; one that ends makes room', async () => {
  const cookie = await server.signIn('sales')
  const pages = await Promise.all(Array.from({ length: 20 }, () => page(cookie)))
  expect(pages.every(({ answer }) => answer.status === 200)).toBe(true)
  expect((await fetch(`${origin}/api/live`, { headers: { cookie } })).status).toBe(429)
  await pages[0]?.leave()
  for (;;) {
    const again = await page(cookie)
    if (again.answer.status === 200) {
      pages.push(again)
      break
    }
  }
  await Promise.all(pages.slice(1).map(one => one.leave()))
})

test('when the connection to the signals was lost, pages are told to read anew, and hear again', async () => {
  const cookie = await server.signIn('warehouse')
  const one = await page(cookie)
  await one.heard('event: hello')
  const { rows } = await server.company.database.superuserPool.query(
    `select pg_terminate_backend(pid) as ended from pg_stat_activity
     where datname = current_database() and query ilike 'listen %'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  await one.heard('event: hello\ndata: {}\n\nevent: hello')
  await signalLive(server.parts.pool, { people: [server.company.as('warehouse').id] })
  await one.heard('event: told')
  await one.leave()
})
