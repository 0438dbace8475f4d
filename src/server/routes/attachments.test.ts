import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parcels, TOY_SCHEMA } from '../../../test/toy/toy.ts'
import { contentHash } from '../attachments/attachment-file.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

/** Only its uploader and people of quality management see a parcel that is called "secret". */
const secretive = {
  ...parcels,
  record: {
    ...parcels.record,
    seenBy: (row: { title: string }, actor: { roles: readonly string[] }) =>
      row.title !== 'secret' || actor.roles.includes('warehouse'),
  },
}

let server: TestServer
let cookie: string
let other: string
beforeAll(async () => {
  server = await testServer([secretive], { schema: TOY_SCHEMA })
  cookie = await server.signIn('warehouse')
  other = await server.signIn('sales')
})
afterAll(() => server.close())

const upload = (
  name: string,
  content: Buffer | string,
  headers: Record<string, string> = { cookie, 'x-bihuan': '1' },
) => {
  const boundary = 'the-boundary-of-tests'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const type = `multipart/form-data; boundary=${boundary}`
  return server.send({
    method: 'POST',
    url: '/api/attachments',
    headers: { ...headers, 'content-type': type },
    payload,
  })
}
const get = (id: string, as = cookie) =>
  server.send({ method: 'GET', url: `/api/attachments/${id}`, headers: { cookie: as } })
const kept = async () => {
  const files = await readdir(join(server.dataDir, 'attachments'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return files.filter(file => file.isFile()).length
}

describe('what is refused', () => {
  test.each([
    ['a page called a picture', 'page.png', '<!doctype html><script>alert(1)</script>', 'file-content'],
    ['a page called a text', 'page.txt', '  <html><body>x', 'file-content'],
    ['a drawing that runs scripts', 'drawing.svg', '<svg onload="alert(1)"/>', 'file-kind'],
    ['a drawing called a text', 'drawing.csv', '<?xml version="1.0"?><svg/>', 'file-content'],
    ['a PDF called a picture', 'scan.png', PDF, 'file-content'],
    ['an archive', 'all.zip', Buffer.from('504b030414000000', 'hex'), 'file-kind'],
    ['an archive called a document', 'all.docx', Buffer.from('504b0304140000000000', 'hex'), 'file-content'],
    ['a program', 'setup.exe', Buffer.from('4d5a9000', 'hex'), 'file-kind'],
    ['bytes called a text', 'bytes.txt', Buffer.from([1, 2, 3, 0]), 'file-content'],
    ['an empty file', 'empty.pdf', '', 'file-empty'],
  ])('%s', async (_, name, content, code) => {
    const answer = await upload(name, content)
    expect([answer.statusCode, answer.json().code, answer.json().field]).toEqual([422, code, 'file'])
    expect(await kept()).toBe(0)
  })

  test('more than 20 MB: 413', async () => {
    const answer = await upload('large.png', Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'attachment-too-large'])
    expect(await kept()).toBe(0)
  })

  test('without our header, without a session, without a file', async () => {
    expect((await upload('a.png', PNG, { cookie })).json().code).toBe('upload-header')
    expect((await upload('a.png', PNG, { 'x-bihuan': '1' })).statusCode).toBe(401)
    const json = await server.send({
      method: 'POST',
      url: '/api/attachments',
      headers: { cookie, 'x-bihuan': '1' },
      payload: {},
    })
    expect([json.statusCode, json.json().code]).toEqual([422, 'wrong-content-type'])
  })
})

describe('what is kept', () => {
  test('lies once under its hash, whatever it is called', async () => {
    const one = (await upload('现场照片.png', PNG)).json()
    const two = (await upload('..\\..\\copy.PNG', PNG)).json()
    expect(one).toMatchObject({
      name: '现场照片.png',
      mediaType: 'image/png',
      size: PNG.length,
      sha256: contentHash(PNG),
    })
    expect(two).toMatchObject({ name: 'copy.PNG', sha256: one.sha256 })
    expect(two.id).not.toBe(one.id)
    expect(await kept()).toBe(1)
    const path = join(server.dataDir, 'attachments', one.sha256.slice(0, 2), one.sha256.slice(2))
    expect(await readFile(path)).toEqual(PNG)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  test('comes back as it was, inside a sandbox, under its name', async () => {
    const { id, sha256 } = (await upload('现场 %照片.png', PNG)).json()
    const answer = await get(id)
    expect(answer.rawPayload).toEqual(PNG)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      etag: `"${sha256}"`,
    })
    expect(answer.headers['content-disposition']).toMatch(/^inline; filename="__ ___\.png"; filename\*=UTF-8''/)
  })

  test('a document is saved, never shown; a PDF is shown and may load nothing', async () => {
    const text = (await upload('记录.csv', Buffer.from('批号,数量\nA1,3\n'))).json()
    expect((await get(text.id)).headers['content-disposition']).toMatch(/^attachment;/)
    const pdf = (await upload('report.pdf', PDF)).json()
    const answer = await get(pdf.id)
    expect(answer.headers['content-disposition']).toMatch(/^inline;/)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })
})

describe('who sees a file', () => {
  test('before it is attached, the one who uploaded it', async () => {
    const { id } = (await upload('mine.png', PNG)).json()
    expect((await get(id)).statusCode).toBe(200)
    expect((await get(id, other)).statusCode).toBe(404)
    expect((await get('not-an-id')).statusCode).toBe(404)
  })

  test('afterwards, whoever sees the record', async () => {
    for (const [title, seen] of [
      ['open to all', 200],
      ['secret', 404],
    ] as const) {
      const opened = await server.send({
        method: 'POST',
        url: '/api/do/parcel.open',
        headers: { cookie },
        payload: { input: { title } },
      })
      const { id } = (await upload('theirs.png', PNG)).json()
      await server.parts.pool.query('update attachment set procedure = $1, record_id = $2 where id = $3', [
        'parcel',
        opened.json().record.id,
        id,
      ])
      expect((await get(id, other)).statusCode).toBe(seen)
      expect((await get(id)).statusCode).toBe(200)
    }
  })
})
