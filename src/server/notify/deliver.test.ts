/** How notifications leave the product: to a person's e-mail, to robots and webhooks of a server on this machine. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../../../test/kernel.ts'
import { SECRET, type TestServer, testServer } from '../../../test/server.ts'
import { settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { channel } from '../../procedures/channel/procedure.ts'
import { message } from '../../procedures/message/procedure.ts'
import { openPool } from '../database/pool.ts'
import { joined, type RunningJobs, startJobs } from '../jobs/start-jobs.ts'
import { openPost } from '../mail/post.ts'
import type { MailWork } from '../mail/send-letter.ts'
import { type DeliverWork, deliver, MOST_ATTEMPTS, waitAfter } from './deliver.ts'
import { ownNetworks } from './networks.ts'
import { notifyJobs } from './notify-jobs.ts'
import { openSecretSeal } from './sealed-secret.ts'
import { tellAll } from './tell-all.ts'

const own = ownNetworks('127.0.0.0/8')
const outgoing = { seal: openSecretSeal(SECRET, own), own }
const procedures: readonly Procedure[] = [message, channel]
const WHSEC = `whsec_${Buffer.from('thirty-two bytes for the tests..').toString('base64')}`

let server: TestServer
let cookie: string
let receiver: Server
let origin: string
let heard: { url: string; headers: IncomingMessage['headers']; body: string }[] = []
let answers: { status: number; body: string }[] = []
let smtp: SMTPServer
let mail: MailWork
let mails: { to: string[]; raw: string }[] = []

beforeAll(async () => {
  server = await testServer(procedures, { outgoing })
  const { company } = server
  await settle(company.kernel.db, {
    site: { ...site, id: company.siteId, siteId: company.siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
  await company.database.adminPool.query(
    `insert into company (name, set_up_at) values ('{"zh":"河南康瑞","en":"Kangrui"}', now())`,
  )
  cookie = await server.signIn('administrator')
  receiver = createServer(async (request, response) => {
    heard.push({ url: request.url ?? '', headers: request.headers, body: await readText(request) })
    const { status, body } = answers.shift() ?? { status: 200, body: '{"errcode":0,"code":0}' }
    response.writeHead(status).end(body)
  })
  await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      void readText(stream).then(raw => {
        mails.push({ to: session.envelope.rcptTo.map(item => item.address), raw })
        done()
      })
    },
  })
  await new Promise<void>(done => smtp.listen(0, '127.0.0.1', done))
  const settings = {
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    from: '康瑞质量部 <quality@kangrui.example>',
  }
  mail = { settings, post: openPost(settings) }
  await tellAll({ kernel: server.parts.kernel, mails: true })
})
afterAll(async () => {
  mail.post.close()
  await new Promise<void>(done => smtp.close(() => done()))
  await new Promise<void>(done => receiver.close(() => done()))
  await server.close()
})
afterEach(async () => {
  heard = []
  answers = []
  mails = []
  await server.company.database.adminPool.query(
    `update channel set state = 'removed' where kind <> 'person'; update person set email = null`,
  )
})

const work = (): DeliverWork => ({
  kernel: server.parts.kernel,
  mail,
  ...outgoing,
  origin: 'https://qms.kangrui.example/',
})

/** Takes a step as a page does, over HTTP. */
const does = async (command: string, input: object, on?: string) => {
  const answer = await server.send({
    method: 'POST',
    url: `/api/do/${command}`,
    headers: { cookie },
    payload: { input, ...(on && { on }), sign: { password: PASSWORD } },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().record as { id: string; number: string; address: string | null; secret: string | null }
}
let made = 0
const add = (over: object) => {
  made += 1
  return does('channel.add', {
    name: `渠道 ${made}`,
    work: 'at-once',
    quietFrom: '00:00',
    quietUntil: '00:00',
    ...over,
  })
}
const channelRow = async (id: string) =>
  (await server.parts.pool.query('select * from channel where id = $1', [id])).rows[0]
const tell = () => tellAll({ kernel: server.parts.kernel, mails: true })
const waiting = async (): Promise<string[]> =>
  (
    await server.parts.pool.query(
      `select id from notification_delivery where state = 'waiting' order by created_at, id`,
    )
  ).rows.map(row => row.id)
const delivery = async (id: string) =>
  (await server.parts.pool.query('select * from notification_delivery where id = $1', [id])).rows[0]
/** Tells what is to be told and sends what waits. */
const sendAll = async () => {
  await tell()
  for (const id of await waiting()) await deliver(work(), id)
}

test('an address and a secret are sealed before the step; neither table, trail nor answer shows them', async () => {
  const record = await add({ kind: 'webhook', address: `${origin}/in?key=geheim-1`, secret: WHSEC })
  expect(record.address).toMatch(/^sealed:v1:/)
  const { rows } = await server.company.database.adminPool.query(
    `select (select string_agg(t::text, '') from trail t) || (select string_agg(c::text, '') from channel c) as everything`,
  )
  expect(rows[0].everything).not.toContain('geheim-1')
  expect(rows[0].everything).not.toContain(WHSEC)
  const page = await server.send({ url: `/api/read/channel.record?id=${record.id}`, headers: { cookie } })
  expect(page.body).not.toContain('geheim-1')
  expect(outgoing.seal.open(record.address)).toBe(`${origin}/in?key=geheim-1`)
  expect(openSecretSeal('another secret of the server', own).open(record.address)).toBeNull()
  const moved = record.address?.replace('own%2B', '') ?? ''
  expect(outgoing.seal.open(moved)).toBeNull()
})

test('a request whose answer was lost is sent again and makes one channel', async () => {
  const payload = {
    input: { name: '只一次', kind: 'webhook', address: `${origin}/once`, secret: WHSEC },
    key: 'same-key-twice',
    sign: { password: PASSWORD },
  }
  const send = () => server.send({ method: 'POST', url: '/api/do/channel.add', headers: { cookie }, payload })
  const [first, second] = [(await send()).json(), (await send()).json()]
  expect(first.record.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(second.record.id).toBe(first.record.id)
})

test('a refused attempt keeps no secret either', async () => {
  await expect(add({ kind: 'wecom-robot', address: 'https://evil.example/?key=geheim-2' })).rejects.toThrow(
    'wrong-host',
  )
  const { rows } = await server.company.database.adminPool.query(
    'select count(*)::int as n from trail where body::text like $1',
    ['%geheim-2%'],
  )
  expect(rows[0].n).toBe(0)
})

test('a test message goes out, and its answer stands on the channel', async () => {
  const { id } = await add({ kind: 'wecom-robot', address: `${origin}/send?key=1` })
  await does('channel.test', {}, id)
  await sendAll()
  expect(heard.map(item => item.url)).toEqual(['/send?key=1'])
  expect(JSON.parse(heard[0]?.body ?? '').markdown.content).toContain('测试消息')
  expect(await channelRow(id)).toMatchObject({ test_ok: true, test_answer: expect.stringContaining('errcode') })
  answers = [{ status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }]
  await does('channel.test', {}, id)
  await sendAll()
  expect(await channelRow(id)).toMatchObject({
    state: 'active',
    test_ok: false,
    test_answer: expect.stringContaining('93000'),
  })
  expect(await waiting()).toEqual([])
})

/** What the parts of an e-mail say, however they are encoded. */
const decoded = (raw: string): string => {
  const base64 = [...raw.matchAll(/Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)]
  const printable = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return [
    ...base64.map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8')),
    Buffer.from(printable, 'latin1').toString('utf8'),
  ].join('\n')
}

/** A letter that waits: work for quality management. */
const letter = async () => {
  const { record } = await execute(
    server.parts.kernel,
    {
      command: 'message.write',
      input: {
        procedure: 'notice',
        recordId: server.company.as('sales').id,
        recordNumber: 'TZ-2026-00003',
        guestId: server.company.as('sales').id,
        partyId: null,
        toName: '金水河湾医院',
        toEmail: 'a@hewan.example',
        subject: '张三的输液泵',
        body: '请停用。',
        expiresAt: '2027-06-01T00:00:00.000Z',
      },
    },
    { ...server.company.as('quality'), via: 'system' },
  )
  return record
}

test('a webhook gets each event by itself, signed, under an id that stays the same when it is tried again', async () => {
  await add({ kind: 'webhook', address: `${origin}/in`, secret: WHSEC })
  answers = [{ status: 503, body: 'busy' }]
  const { number } = await letter()
  await tell()
  const [id = ''] = await waiting()
  await deliver(work(), id)
  expect(await delivery(id)).toMatchObject({ state: 'waiting', attempts: 1, answer: '503 busy' })
  server.company.clock.pass(1)
  await deliver(work(), id)
  expect(await delivery(id)).toMatchObject({ state: 'sent', attempts: 2 })
  await deliver(work(), id)
  expect(heard).toHaveLength(2)
  expect(new Set(heard.map(item => item.headers['webhook-id']))).toEqual(new Set([id]))
  const { headers = {} as IncomingMessage['headers'], body = '' } = heard[1] ?? {}
  expect(headers['webhook-signature']).toMatch(/^v1,/)
  // the verifier looks at its own clock: the signature alone is asked
  const signed = new Webhook(WHSEC).sign(id, new Date(Number(headers['webhook-timestamp']) * 1_000), body)
  expect(headers['webhook-signature']).toBe(signed)
  expect(JSON.parse(body)).toMatchObject({
    type: 'work.opened',
    data: { number, class: 'work', url: `https://qms.kangrui.example/message/${number}` },
  })
  expect(body).not.toMatch(/张三|河湾/)
})

test('two workers that take the same message send it once', async () => {
  await add({ kind: 'feishu-robot', address: `${origin}/hook`, secret: 'geheim' })
  await letter()
  await tell()
  const [id = ''] = await waiting()
  await Promise.all([deliver(work(), id), deliver(work(), id), deliver(work(), id)])
  expect(heard).toHaveLength(1)
  expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ msg_type: 'text', sign: expect.any(String) })
})

test('a process that ends while it sends is followed by another, not before it is surely gone', async () => {
  await add({ kind: 'feishu-robot', address: `${origin}/hook` })
  await letter()
  await tell()
  const [id = ''] = await waiting()
  const dying = { ...work(), seal: { open: () => expect.fail('killed') } }
  await expect(deliver(dying, id)).rejects.toThrow('killed')
  await deliver(work(), id)
  expect(heard).toHaveLength(0)
  server.company.clock.pass(0.06)
  await deliver(work(), id)
  expect(heard).toHaveLength(1)
  expect(await delivery(id)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('a person gets one e-mail with what waits, through the queue, with links and without anything that was entered', async () => {
  await server.company.database.adminPool.query(
    `update person set email = 'ma@kangrui.example' where username = 'quality-2'`,
  )
  const numbers = [(await letter()).number, (await letter()).number]
  await tell()
  // days later: the digest is due, and the queue goes by the clock of the machine
  server.company.clock.set(new Date().toISOString())
  const { adminUrl } = server.company.database
  const owner = { openPool: ({ max }: { max: number }) => openPool(adminUrl, { max, values: 'driver' }) }
  const parts = { ...server.parts, publicUrl: new URL('https://qms.kangrui.example') }
  const notifier = { tell: async () => void (await tell()) }
  const jobs: RunningJobs = await startJobs(
    owner,
    joined([notifyJobs(parts, mail, notifier)]),
    pino({ level: 'silent' }),
  )
  try {
    while (mails.length === 0) await new Promise(done => setTimeout(done, 20))
  } finally {
    await jobs.stop()
  }
  expect(mails.map(item => item.to)).toEqual([['ma@kangrui.example']])
  const raw = mails[0]?.raw ?? ''
  const said = decoded(raw)
  for (const number of numbers) expect(said).toContain(`https://qms.kangrui.example/message/${number}`)
  expect(said).not.toMatch(/张三|河湾/)
})

test('a robot that never answers well is given up, seen by the administrators, and sent anew when they ask', async () => {
  const { id: channelId } = await add({
    kind: 'dingtalk-robot',
    address: `${origin}/robot/send?access_token=1`,
    secret: 'SEC1',
  })
  await letter()
  await tell()
  const [id = ''] = await waiting()
  answers = Array.from({ length: MOST_ATTEMPTS }, () => ({ status: 500, body: 'down' }))
  for (let i = 0; i < MOST_ATTEMPTS; i += 1) {
    server.company.clock.pass(5.1)
    await deliver(work(), id)
  }
  expect(await delivery(id)).toMatchObject({ state: 'given-up', attempts: MOST_ATTEMPTS, answer: '500 down' })
  expect(await channelRow(channelId)).toMatchObject({ state: 'failing', failure: '500 down' })
  await tell()
  const list = await server.send({ url: '/api/read/notification.list', headers: { cookie } })
  expect(list.json().map((item: { kind: string }) => item.kind)).toContain('channel.failing')
  const failing = await server.send({ url: '/api/read/notification.deliveries', headers: { cookie } })
  expect(failing.json()).toContainEqual(expect.objectContaining({ id, state: 'given-up', answer: '500 down' }))
  const sales = await server.signIn('sales')
  expect((await server.send({ url: '/api/read/notification.deliveries', headers: { cookie: sales } })).statusCode).toBe(
    403,
  )
  const again = (headers: object) =>
    server.send({ method: 'POST', url: '/api/notifications/again', headers: { ...headers }, payload: { id } })
  expect((await again({ cookie: sales })).statusCode).toBe(403)
  expect((await again({ cookie })).json()).toEqual({ again: 1 })
  expect((await again({ cookie })).json()).toMatchObject({ code: 'not-given-up' })
  heard = []
  await deliver(work(), id)
  expect(heard).toHaveLength(1)
  expect(await delivery(id)).toMatchObject({ state: 'sent', round: 2 })
  expect(await channelRow(channelId)).toMatchObject({ state: 'active', failure: null })
})

test('what leads elsewhere or is gone is not tried ten times; what is paused is dropped', async () => {
  const { id: channelId } = await add({ kind: 'webhook', address: `${origin}/old`, secret: WHSEC })
  answers = [{ status: 410, body: 'gone' }]
  await letter()
  await sendAll()
  expect(await channelRow(channelId)).toMatchObject({ state: 'failing', failure: '410 gone' })
  await letter()
  await tell()
  const ids = await waiting()
  await does('channel.pause', { reason: '检修' }, channelId)
  for (const id of ids) await deliver(work(), id)
  expect((await delivery(ids[0] ?? '')).state).toBe('dropped')
  expect(heard).toHaveLength(1)
})

test('e-mail that is refused for good is given up, and the administrators are told in the product', async () => {
  await server.company.database.adminPool.query(
    `update person set email = 'ma@kangrui.example' where username = 'quality-2'`,
  )
  await letter()
  await tell()
  server.company.clock.pass(30)
  await tell()
  const ids = await waiting()
  const settings = { ...mail.settings, smtpUrl: 'smtp://127.0.0.1:1' }
  const away = { settings, post: openPost(settings) }
  for (let i = 0; i < MOST_ATTEMPTS; i += 1) {
    server.company.clock.pass(5.1)
    for (const id of ids) await deliver({ ...work(), mail: away }, id)
  }
  away.post.close()
  expect(await delivery(ids[0] ?? '')).toMatchObject({
    state: 'given-up',
    answer: expect.stringContaining('ECONNREFUSED'),
  })
  const list = await server.send({ url: '/api/read/notification.list', headers: { cookie } })
  expect(list.json().map((item: { kind: string }) => item.kind)).toContain('mail.failing')
})

test('each wait is twice the last, a quarter more or less, four hours at most', () => {
  expect(waitAfter(1, 0)).toBe(22_500)
  expect(waitAfter(1, 1)).toBe(37_500)
  expect(waitAfter(2, 0.5)).toBe(60_000)
  expect(waitAfter(30, 0.5)).toBe(4 * 3_600_000)
})
