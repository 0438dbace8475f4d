import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { settle, site } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { message } from '../../procedures/message/procedure.ts'
import { closePress } from '../print/press.ts'
import { readPdf } from '../print/read-pdf.ts'

let server: TestServer
const NOTICE = '0196a000-0000-7000-8000-0000000000a1'
const GUEST = '0196a000-0000-7000-8000-0000000000b1'

beforeAll(async () => {
  server = await testServer([message])
  const { siteId, kernel } = server.company
  await settle(kernel.db, {
    site: { ...site, siteId, id: siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
})
afterAll(async () => {
  await server.close()
  await closePress()
})

/** The notice writes to somebody; without an address of e-mail the letter waits to be printed. */
const write = (toName: string, toEmail: string | null = null) => {
  const { company } = server
  const expiresAt = addMilliseconds(company.clock.now(), 720 * HOUR)
  const input = {
    procedure: 'notice',
    recordId: NOTICE,
    recordNumber: 'TZ-2026-00003',
    guestId: GUEST,
    partyId: null,
    toName,
    toEmail,
    subject: '暂停销售和使用输液泵',
    body: '请即刻停用。\n\n请告知库存：{link}',
    expiresAt,
  }
  return execute(company.kernel, { command: 'message.write', input }, { ...company.as('quality'), via: 'system' })
}
const stack = async (username: string) =>
  server.send({
    url: `/api/print/message/letters?record=${NOTICE}`,
    headers: { cookie: await server.signIn(username) },
  })

test('there is nothing to print while no letter waits, and the answer says so', async () => {
  const answer = await stack('quality')
  expect(answer.statusCode).toBe(404)
  expect(answer.json().code).toBe('no-letter-waits')
})

test('one file holds every letter of the notice that waits to be brought, with the link of each; a mailed one is left out', async () => {
  await write('瀍东医院')
  await write('金水河湾医院')
  await write('有邮箱的医院', 'shebei@hewan.example')
  const answer = await stack('quality')
  expect(answer.statusCode).toBe(200)
  const { pages } = await readPdf(answer.rawPayload)
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain('瀍东医院')
  expect(pages[1]).toContain('金水河湾医院')
  for (const page of pages) expect(page).toContain('http://localhost/o/')
})

test('who may not hand the link on gets the letters without it', async () => {
  const { pages } = await readPdf((await stack('warehouse')).rawPayload)
  expect(pages).toHaveLength(2)
  expect(pages.join('')).not.toContain('/o/')
})

test('what was brought is no longer printed', async () => {
  const { rows } = await server.parts.pool.query("select id from message where to_name = '瀍东医院'")
  await server.company.does('quality', 'message.hand-over', {
    on: rows[0].id,
    input: { how: 'courier', document: 'SF1040201' },
  })
  const { pages } = await readPdf((await stack('quality')).rawPayload)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('金水河湾医院')
})
