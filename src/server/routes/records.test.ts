import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { deliveries, lots, parties, products, settle, site } from '../../../test/world.ts'
import { sealNow } from '../../kernel/seal.ts'
import { procedures } from '../../procedures/index.ts'
import { attachmentPath, contentHash, keepContent } from '../attachments/attachment-file.ts'
import { verifyFiles } from '../attachments/verify-files.ts'
import { closePress } from '../print/press.ts'
import { readPdf } from '../print/read-pdf.ts'
import { ZipWriter } from '../print/zip-writer.ts'
import { sweepDisposed } from '../sweep.ts'

let server: TestServer
const run = promisify(execFile)
const checker = join(import.meta.dirname, '../../../scripts/check-archive.mjs')
const folder = mkdtempSync(join(tmpdir(), 'bihuan-archive-test-'))
const content = Buffer.from('现场照片')
const sha256 = contentHash(content)
let inquiryId = ''

beforeAll(async () => {
  server = await testServer(procedures)
  const { company } = server
  const here = { siteId: company.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(company.kernel.db, {
    site: { ...site, ...here, id: company.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries,
  })
  const desk = company.as('service-desk')
  const attachment = company.kernel.newId()
  await keepContent(server.dataDir, sha256, content)
  await server.parts.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, '照片.txt', 'text/plain', $3, $4, $5)`,
    [attachment, sha256, content.length, desk.id, company.clock.now()],
  )
  const made = await company.does('service-desk', 'inquiry.open', {
    input: {
      partyId: parties.localHospital.id,
      productId: products.pump.id,
      contactPerson: '刘慧敏',
      description: '袖带型号',
      expectation: '给出型号',
      attachments: [attachment],
    },
  })
  inquiryId = made.record.id
  await sealNow(company.kernel)
})
afterAll(async () => {
  await server.close()
  await closePress()
})

const PERIOD = 'from=2026-11-01&to=2026-11-30'

describe('an archive', () => {
  test('holds records, files and a signed manifest, and is read back offline', async () => {
    const cookie = await server.signIn('administrator')
    const { statusCode, rawPayload } = await server.send({
      url: `/api/archive/inquiry.zip?${PERIOD}`,
      headers: { cookie },
    })
    expect(statusCode).toBe(200)
    const file = join(folder, 'whole.zip')
    writeFileSync(file, rawPayload)
    const out = join(folder, 'read')
    const { stdout } = await run(process.execPath, [checker, file, '--out', out])
    expect(stdout).toContain('ZX-2026-00001')
    expect(stdout).toContain('1 records of inquiry, 2026-11-01 to 2026-11-30')
    expect(readFileSync(join(out, 'attachments/ZX-2026-00001/1 照片.txt'))).toEqual(content)
    expect(existsSync(join(out, 'records/ZX-2026-00001.json'))).toBe(true)

    const changed = Buffer.from(rawPayload)
    const at = changed.indexOf('manifest.sig')
    changed.writeUInt8(changed.readUInt8(at + 20) ^ 1, at + 20)
    writeFileSync(join(folder, 'changed.zip'), changed)
    await expect(run(process.execPath, [checker, join(folder, 'changed.zip')])).rejects.toThrow()
    await expect(run(process.execPath, [checker, file, '--key', '0'.repeat(16)])).rejects.toThrow('not with')
  })

  test('says so when a file that it carries was replaced on the disk', async () => {
    const cookie = await server.signIn('administrator')
    const kept = attachmentPath(server.dataDir, sha256)
    writeFileSync(kept, '现场照骗')
    const { rawPayload } = await server.send({ url: `/api/archive/inquiry.zip?${PERIOD}`, headers: { cookie } })
    writeFileSync(kept, content)
    const file = join(folder, 'replaced.zip')
    writeFileSync(file, rawPayload)
    await expect(run(process.execPath, [checker, file])).rejects.toThrow(
      'the file "照片.txt" is not the one that was attached',
    )
  })

  test('with two files of one name is none, since each program would lay down the one it likes', async () => {
    const zip = new ZipWriter()
    for (const words of ['one', 'other']) {
      zip.open('records/TS-2026-00001.json')
      await zip.write(Buffer.from(words))
      await zip.close()
    }
    zip.end()
    const file = join(folder, 'twice.zip')
    writeFileSync(file, Buffer.concat(zip.taken()))
    await expect(run(process.execPath, [checker, file])).rejects.toThrow('stands in it twice')
  })

  test('is not taken for one of the key that nobody named', async () => {
    const cookie = await server.signIn('administrator')
    const { rawPayload } = await server.send({ url: `/api/archive/inquiry.zip?${PERIOD}`, headers: { cookie } })
    const file = join(folder, 'no-key.zip')
    writeFileSync(file, rawPayload)
    await expect(run(process.execPath, [checker, file, '--key', ''])).rejects.toThrow('not with')
  })

  test('is taken by those who keep archives, of a period that has records', async () => {
    const sales = await server.signIn('sales')
    const refused = await server.send({ url: `/api/archive/inquiry.zip?${PERIOD}`, headers: { cookie: sales } })
    expect(refused.statusCode).toBe(403)
    const cookie = await server.signIn('computer-room')
    const none = await server.send({
      url: '/api/archive/inquiry.zip?from=2020-01-01&to=2020-12-31',
      headers: { cookie },
    })
    expect(none.statusCode).toBe(422)
    const backwards = await server.send({
      url: '/api/archive/inquiry.zip?from=2026-12-01&to=2026-11-01',
      headers: { cookie },
    })
    expect(backwards.statusCode).toBe(422)
  })
})

test('the register comes as XLSX, and a form comes blank with the rules for paper', async () => {
  const cookie = await server.signIn('quality')
  const sheet = await server.send({
    url: '/api/export/record-control/report/register.xlsx?lang=en',
    headers: { cookie },
  })
  expect(sheet.statusCode).toBe(200)
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const blank = await server.send({
    url: '/api/print/supplier-inquiry/form/supplier-inquiry-letter/blank?lang=zh',
    headers: { cookie },
  })
  expect(readPdf(blank.rawPayload).pages[0]).toContain('用黑色签字笔填写')
})

test('files of a record that was disposed of leave the disk, and the proof still holds', async () => {
  const { pool } = server.parts
  expect((await verifyFiles(pool, server.dataDir)).faults).toEqual([])
  await pool.query('update attachment set erased_at = now() where record_id = $1', [inquiryId])
  await sweepDisposed(pool, server.dataDir)
  expect(existsSync(attachmentPath(server.dataDir, sha256))).toBe(false)
  expect(await verifyFiles(pool, server.dataDir)).toEqual({ files: 0, faults: [] })
})
