/** Letters through the queue to a real mail server on this machine: taken, refused, not there, not set up. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { ERRAND_SCHEMA, errands } from '../../../test/toy/errand.ts'
import { parties, settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { message } from '../../procedures/message/procedure.ts'
import { openPool } from '../database/pool.ts'
import { jobList } from '../jobs/job-list.ts'
import { type RunningJobs, startJobs } from '../jobs/start-jobs.ts'
import { closePress } from '../print/press.ts'
import { readPdf } from '../print/read-pdf.ts'
import { openPost } from './post.ts'
import { type MailWork, sendLetter } from './send-letter.ts'

interface Taken {
  readonly to: readonly string[]
  readonly raw: string
}

let server: TestServer
let smtp: SMTPServer
let taken: Taken[]
let mail: MailWork
let jobs: RunningJobs | null

const hospital = parties.localHospital

/** Refuses `nobody@…`, is busy for `busy@…`, takes the rest. */
const openSmtp = async (): Promise<number> => {
  smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('nobody@')) return done(Object.assign(new Error('no such user'), { responseCode: 550 }))
      if (address.startsWith('busy@')) return done(Object.assign(new Error('try again later'), { responseCode: 451 }))
      return done()
    },
    onData: (stream, session, done) => {
      textOf(stream).then(raw => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      }, done)
    },
  })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  return (smtp.server.address() as AddressInfo).port
}

beforeAll(async () => {
  server = await testServer([message, errands], { schema: ERRAND_SCHEMA })
  const here = { siteId: server.company.siteId }
  await settle(server.parts.kernel.db, {
    site: { ...site, ...here, id: here.siteId },
    parties: [{ ...hospital, ...here }],
    products: [],
    lots: [],
    deliveries: [],
  })
  await server.company.database.adminPool.query(
    `insert into company (name, set_up_at) values ('{"zh":"河南康瑞医疗器械有限公司","en":"Kangrui Devices"}', now())`,
  )
})
afterAll(async () => {
  await server.close()
  await closePress()
})

beforeEach(async () => {
  taken = []
  jobs = null
  const smtpUrl = `smtp://127.0.0.1:${await openSmtp()}`
  const settings = { smtpUrl, from: '康瑞质量部 <quality@kangrui.example>' }
  mail = { settings, post: openPost(settings) }
})
afterEach(async () => {
  await jobs?.stop()
  mail.post.close()
  await new Promise<void>(done => smtp.close(() => done()))
})

const startQueue = async (work: MailWork | null) => {
  const { adminUrl } = server.company.database
  const owner = { openPool: ({ max }: { max: number }) => openPool(adminUrl, { max, values: 'driver' }) }
  jobs = await startJobs(owner, jobList(server.parts, work, owner), pino({ level: 'silent' }))
}

const system = () => ({ ...server.company.as('quality'), via: 'system' as const })

const write = async (over: object = {}) => {
  const { record } = await execute(
    server.parts.kernel,
    {
      command: 'message.write',
      input: {
        procedure: 'errand',
        recordId: '6f1c7a52-0f2b-4f0e-8a53-0c9a8f6d2e11',
        recordNumber: 'CS-2026-00001',
        guestId: '0b8b3c1e-7d46-4b8e-9a0c-51b6a2f4d9c7',
        partyId: hospital.id,
        toName: hospital.name,
        toEmail: 'shebei@hewan.example',
        subject: '暂停销售输液泵 <B2601-01>',
        body: '请即刻停用 <b>并封存</b>。\n\n请告知库存：{link}',
        english: { subject: 'Stop using lot B2601-01', body: 'Stop at once: {link}' },
        expiresAt: addMilliseconds(server.company.clock.now(), 30 * 24 * HOUR),
        ...over,
      },
    },
    system(),
  )
  return record.id
}

const letter = async (id: string) => {
  const { rows } = await server.parts.pool.query('select * from message where id = $1', [id])
  return rows[0] as Readonly<Record<string, unknown>>
}

/** Waits until the letter has left the given state. */
const settled = async (id: string, from = 'waiting') => {
  for (;;) {
    const row = await letter(id)
    if (row.state !== from) return row
    await new Promise(done => setTimeout(done, 20))
  }
}

const decoded = (raw: string): string =>
  [...raw.matchAll(/Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)]
    .map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8'))
    .concat(
      /quoted-printable/.test(raw)
        ? [
            Buffer.from(
              raw
                .replace(/=\r\n/g, '')
                .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            ).toString('utf8'),
          ]
        : [],
    )
    .join('\n')

test('a letter goes out after its commit, with text, HTML and a link that opens, and the answer is kept', async () => {
  await startQueue(mail)
  const id = await write()
  const row = await settled(id)
  expect(row).toMatchObject({ state: 'sent', attempts: 1, mail_id: `<${id}.1@kangrui.example>` })
  expect(row.answer).toMatch(/^250 /)
  expect(taken).toHaveLength(1)
  const [{ to, raw } = { to: [], raw: '' }] = taken
  expect(to).toEqual(['shebei@hewan.example'])
  expect(raw).toContain(`Message-ID: <${id}.1@kangrui.example>`)
  expect(raw).toContain('Auto-Submitted: auto-generated')
  const said = decoded(raw)
  expect(said).toContain('请即刻停用 <b>并封存</b>。')
  expect(said).toContain('请即刻停用 &lt;b&gt;并封存&lt;/b&gt;。')
  expect(said).toContain('Stop at once')
  expect(said).toContain('河南康瑞医疗器械有限公司')
  const [, token = ''] = /http:\/\/localhost\/o\/([\w.-]+)/.exec(said) ?? []
  expect(await server.parts.links.open(token, server.company.clock.now())).toMatchObject({
    procedure: 'errand',
    guestId: '0b8b3c1e-7d46-4b8e-9a0c-51b6a2f4d9c7',
  })
})

test('a letter is a job of the queue in the very transaction that writes it: rolled back, it is none', async () => {
  await startQueue(null)
  const id = await write({ toEmail: null })
  const jobs = `select count(*)::int as n from graphile_worker.jobs where key = '${id}'`
  const client = await server.company.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`update message set state = 'waiting', to_email = 'shebei@hewan.example' where id = $1`, [id])
    await client.query('rollback')
  } finally {
    client.release()
  }
  expect((await server.company.database.adminPool.query(jobs)).rows).toEqual([{ n: 0 }])
  expect(await letter(id)).toMatchObject({ state: 'to-print' })
})

test('the printed letter goes along where one is named', async () => {
  await startQueue(mail)
  const first = await write({ toEmail: null })
  const id = await write({ form: { procedure: 'message', form: 'letter', id: first } })
  expect(await settled(id)).toMatchObject({ state: 'sent' })
  const [, file = ''] =
    /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(taken[0]?.raw ?? '') ?? []
  const { pages } = await readPdf(Buffer.from(file, 'base64'))
  expect(pages.join('')).toContain('暂停销售输液泵')
  // the enclosed letter is somebody else's: its link is not handed on
  expect(pages.join('')).not.toContain('localhost/o/')
  const lost = await write({ form: { procedure: 'message', form: 'nothing', id: first } })
  expect(await settled(lost)).toMatchObject({ state: 'failed', failure: 'form-missing' })
})

test('an address that the server refuses fails at once and says so; mended, the letter goes', async () => {
  await startQueue(mail)
  const id = await write({ toEmail: 'nobody@hewan.example' })
  const row = await settled(id)
  expect(row).toMatchObject({ state: 'failed', failure: 'refused-address', attempts: 1 })
  expect(row.answer).toContain('550')
  await server.company.does('quality', 'message.resend', {
    on: id,
    input: { toEmail: 'shebei@hewan.example', reason: '更正' },
  })
  expect(await settled(id)).toMatchObject({ state: 'sent', mail_id: `<${id}.2@kangrui.example>` })
})

test('a busy server is asked again; every attempt is kept, and the last one fails', async () => {
  const id = await write({ toEmail: 'busy@hewan.example' })
  await expect(sendLetter(server.parts, mail, id, false)).rejects.toThrow('451')
  await expect(sendLetter(server.parts, mail, id, false)).rejects.toThrow('451')
  expect(await letter(id)).toMatchObject({ state: 'waiting', attempts: 2 })
  await sendLetter(server.parts, mail, id, true)
  expect(await letter(id)).toMatchObject({ state: 'failed', failure: 'unreachable', attempts: 3 })
  const { rows } = await server.parts.pool.query(
    'select outcome, answer from message_attempt where message_id = $1 order by at, outcome',
    [id],
  )
  expect(rows.map(row => row.outcome).sort()).toEqual(['deferred', 'deferred', 'failed'])
  expect(rows.every(row => row.answer.includes('451'))).toBe(true)
})

test('a server that is away leaves the letter waiting in the queue', async () => {
  const settings = { ...mail.settings, smtpUrl: 'smtp://127.0.0.1:1' }
  const away = { settings, post: openPost(settings) }
  const id = await write()
  await expect(sendLetter(server.parts, away, id, false)).rejects.toThrow('ECONNREFUSED')
  away.post.close()
  expect(await letter(id)).toMatchObject({ state: 'waiting', attempts: 1 })
})

test('without a mail server letters are printed', async () => {
  await startQueue(null)
  const id = await write()
  expect(await settled(id)).toMatchObject({ state: 'to-print', print_reason: 'no-server' })
})

test('a letter that was written while no queue ran is found and sent; one that was withdrawn is not', async () => {
  const { adminPool } = server.company.database
  await adminPool.query(`delete from graphile_worker._private_jobs`)
  const [kept, gone] = [await write(), await write()]
  await server.company.does('quality', 'message.withdraw', { on: gone, input: { reason: '选错' } })
  await adminPool.query(`delete from graphile_worker._private_jobs`)
  await startQueue(mail)
  expect(await settled(kept)).toMatchObject({ state: 'sent' })
  expect(await letter(gone)).toMatchObject({ state: 'withdrawn', attempts: 0 })
  expect(taken).toHaveLength(1)
})

test('a printed letter carries its link for those who hand letters over, and for nobody else', async () => {
  const id = await write({ toEmail: null })
  const printed = async (username: string) => {
    const cookie = await server.signIn(username)
    const answer = await server.send({ url: `/api/print/message/form/letter/${id}`, headers: { cookie } })
    expect(answer.statusCode).toBe(200)
    return (await readPdf(answer.rawPayload)).pages.join('')
  }
  const [, token = ''] = /localhost\/o\/([\w.-]+)/.exec(await printed('sales')) ?? []
  expect(token).not.toBe('')
  const reader = await printed('finance')
  expect(reader).toContain('暂停销售输液泵')
  expect(reader).not.toContain('localhost/o/')
})
