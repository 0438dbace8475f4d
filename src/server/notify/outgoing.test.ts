import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isOwnNetwork, mayConnect, ownNetworks } from './networks.ts'
import { postOut } from './outgoing.ts'

const none = ownNetworks(undefined)
const here = ownNetworks('127.0.0.0/8')
let server: Server | undefined

const listen = async (answer: RequestListener): Promise<string> => {
  server = createServer(answer)
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}
afterEach(async () => {
  await new Promise<void>(done => (server ? server.close(() => done()) : done()))
  server?.closeAllConnections()
  server = undefined
})

test('private, loopback and odd addresses are closed, however they are written', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ])
    expect([address, mayConnect(address, none)]).toEqual([address, false])
  for (const address of [
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '[::1]',
    '64:ff9b::a00:1',
    '::ffff:0:7f00:1',
  ])
    expect([address, mayConnect(address, none)]).toEqual([address, false])
  for (const address of ['1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8'])
    expect([address, mayConnect(address, none)]).toEqual([address, true])
  expect(mayConnect('localhost', none)).toBe(false)
})

test('the company’s own networks are open, and must be written right', () => {
  const own = ownNetworks('10.0.0.0/8, 192.168.1.20,fd00::/8')
  expect(['10.9.9.9', '192.168.1.20', 'fd00::5'].every(address => mayConnect(address, own))).toBe(true)
  expect(mayConnect('192.168.1.21', own)).toBe(false)
  expect(isOwnNetwork('erp.example.cn', own)).toBe(false)
  expect(() => ownNetworks('10.0.0.0/99')).toThrow('BIHUAN_OWN_NETWORKS')
  expect(() => ownNetworks('somewhere')).toThrow('BIHUAN_OWN_NETWORKS')
})

test('nothing is sent to this machine unless it is the company’s own network', async () => {
  let asked = 0
  const address = await listen((_, response) => {
    asked += 1
    response.end('ok')
  })
  expect(await postOut(address, '{}', {}, none)).toMatchObject({ ok: false, lasting: true })
  const { port } = new URL(address)
  // the name is looked at when we connect
  expect(await postOut(`https://localhost:${port}/hook`, '{}', {}, none)).toMatchObject({
    ok: false,
    lasting: true,
    answer: expect.stringContaining('not a public address'),
  })
  expect(await postOut('http://example.com/hook', '{}', {}, here)).toMatchObject({ ok: false, lasting: true })
  expect(await postOut('file:///etc/hosts', '{}', {}, here)).toMatchObject({ ok: false, lasting: true })
  expect(asked).toBe(0)
  expect(await postOut(address, '{}', {}, here)).toEqual({ ok: true, status: 200, body: 'ok' })
  expect(asked).toBe(1)
})

test('a redirect is not followed, and a long answer is not read to its end', async () => {
  let asked = 0
  const address = await listen((request, response) => {
    asked += 1
    if (request.url === '/hook') response.writeHead(302, { location: '/elsewhere' }).end()
    else response.end('x'.repeat(200_000))
  })
  expect(await postOut(address, '{}', {}, here)).toMatchObject({ ok: true, status: 302 })
  expect(asked).toBe(1)
  const long = await postOut(address.replace('/hook', '/long'), '{}', {}, here)
  expect(long.ok && long.body.length < 100_000).toBe(true)
})

test('a server that is away is tried again', async () => {
  const address = await listen((_, response) => response.end())
  await new Promise<void>(done => server?.close(() => done()))
  expect(await postOut(address, '{}', {}, here)).toMatchObject({ ok: false, lasting: false })
})
