import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { procedures } from '../../procedures/index.ts'
import type { Outcome } from '../../web/import/table-kind.ts'
import { readTable } from '../import/table-file.ts'

let server: TestServer
let keeper: string
let quality: string
beforeAll(async () => {
  server = await testServer(procedures)
  const { siteId, kernel } = server.company
  // numbers of an earlier year: what is imported counts from one
  const here = <Row extends { readonly number: string }>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId, number: row.number.replace('2026', '2025') }))
  await settle(kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here(products),
    lots: [],
    deliveries: [],
    warehouses: here(warehouses),
  })
  keeper = await server.signIn('warehouse')
  quality = await server.signIn('quality')
})
afterAll(() => server.close())

async function uploaded(name: string, content: string, cookie: string): Promise<string> {
  const boundary = 'the-boundary-of-tests'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const answer = await server.send({
    method: 'POST',
    url: '/api/attachments',
    headers: { cookie, 'x-bihuan': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().id
}

const post = (table: string, cookie: string, payload: object) =>
  server.send({ method: 'POST', url: `/api/import/${table}`, headers: { cookie }, payload })

/** Imports a CSV text and answers what came of it. */
async function imported(table: string, csv: string, cookie: string, dryRun = false): Promise<Outcome> {
  const fileId = await uploaded('table.csv', csv, cookie)
  const answer = await post(table, cookie, { fileId, dryRun })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const count = async (table: string): Promise<number> =>
  Number((await server.company.database.pool.query(`select count(*) from ${table}`)).rows[0].count)

const set = products.infusionSet
const lotsCsv = `UDI-DI,批号,生产日期,有效期至\n${set.udiDi},20260801,2026/8/1,2029-07-31\n${set.udiDi},20260802,20260802,2029-08-01\n`

describe('a table is imported', () => {
  test('dry first, then for good; the same table again changes nothing', async () => {
    const dry = await imported('lot/lots', lotsCsv, keeper, true)
    expect(dry).toMatchObject({ dryRun: true, ok: true, lines: 2, fresh: 2, known: 0, troubles: [] })
    expect(await count('lot')).toBe(0)
    const done = await imported('lot/lots', lotsCsv, keeper)
    expect(done.records.map(record => record.number)).toEqual(['PC-2026-00001', 'PC-2026-00002'])
    const again = await imported('lot/lots', lotsCsv, keeper)
    expect(again).toMatchObject({ ok: true, fresh: 0, known: 2 })
    expect(await count('lot')).toBe(2)
    const { rows } = await server.company.database.pool.query(
      'select d.title, d.lines, a.purpose from data_import d join attachment a on a.record_id = d.id',
    )
    expect(rows).toEqual([{ title: '批次 · table.csv', lines: 2, purpose: 'import' }])
  })

  test('a fault anywhere leaves everything as it was; each is told with its row and column', async () => {
    const csv = [
      '随货同行单号,客户,注册证编号,型号,批号,出库日期,数量',
      `SH-1,${parties.localHospital.name},${set.registrationNo},${set.model},20260801,2026-09-01,300`,
      `SH-2,没有这家医院,${set.registrationNo},${set.model},20260801,2026-09-01,10`,
      `SH-3,${parties.dealer.name},${set.registrationNo},${set.model},20269999,2026-09-01,10`,
      `SH-4,${parties.dealer.name},${set.registrationNo},${set.model},20260801,昨天,很多`,
      `SH-5,${parties.dealer.name},${set.registrationNo},${set.model},20260801,2026-07-01,10`,
      `SH-1,${parties.dealer.name},${set.registrationNo},${set.model},20260801,2026-09-01,10`,
    ].join('\n')
    const outcome = await imported('lot/deliveries', csv, keeper)
    expect(outcome).toMatchObject({ ok: false, dryRun: false, lines: 6 })
    expect(outcome.troubles.map(({ row, column }) => [row, column])).toEqual([
      [3, 'customer'],
      [4, 'lotNo'],
      [5, 'deliveredOn'],
      [5, 'quantity'],
      [6, 'deliveredOn'],
      [7, 'number'],
    ])
    expect(outcome.troubles.every(item => /\p{Script=Han}/u.test(item.sentence.zh))).toBe(true)
    expect(await count('delivery')).toBe(0)
  })

  test('parties, products, opening stock, receipts and deliveries, in this order', async () => {
    const party =
      '单位名称,是客户,客户类型,省份,城市,联系人,联系人电话,证照,证照编号\n许昌春秋医院,是,医院,河南省,许昌市,王敏,14203740001,医疗机构执业许可证,豫许卫 001\n'
    expect(await imported('party/parties', party, quality)).toMatchObject({ ok: true, fresh: 1 })
    const product = `产品名称,型号,注册证编号,管理类别,注册人,单位\n医用外科口罩,WK-17,豫械注准20202140777,第二类,${products.pump.manufacturerName},盒\n`
    expect(await imported('product/products', product, quality)).toMatchObject({ ok: true, fresh: 1, troubles: [] })
    const deliveries = `出库单号,购货者,UDI,批号,销售日期,数量\nSH-9,许昌春秋医院,${set.udiDi},20260801,2026-09-03,40\nSH-9,许昌春秋医院,${set.udiDi},20260802,2026-09-03,60\n`
    expect(await imported('lot/deliveries', deliveries, keeper)).toMatchObject({ ok: true, fresh: 2 })
    expect(await imported('lot/deliveries', deliveries, keeper)).toMatchObject({ ok: true, fresh: 0, known: 2 })
    const stock = `UDI,批号,库区,数量,盘点日期\n${set.udiDi},20260801,合格品区,500,2026-10-01\n${set.udiDi},20260801,退货区,4,2026-10-01\n`
    expect(await imported('lot/opening-stock', stock, keeper)).toMatchObject({ ok: true, fresh: 2 })
    expect(await imported('lot/opening-stock', stock, keeper)).toMatchObject({ fresh: 0, known: 2 })
    const { rows } = await server.company.database.pool.query('select zone, quantity from stock order by quantity')
    expect(rows).toEqual([
      { zone: 'return', quantity: 4 },
      { zone: 'qualified', quantity: 500 },
    ])
    const after = `出库单号,购货者,UDI,批号,销售日期,数量\nSH-10,许昌春秋医院,${set.udiDi},20260801,2026-10-05,40\n`
    expect((await imported('lot/deliveries', after, keeper)).troubles).toMatchObject([
      { row: 2, column: 'deliveredOn' },
    ])
  })

  test('a lot is the same however its number is typed', async () => {
    const lots = (...lotNos: string[]) =>
      `UDI-DI,批号,生产日期,有效期至\n${lotNos.map(lotNo => `${set.udiDi},${lotNo},2026-08-01,2029-07-31\n`).join('')}`
    expect(await imported('lot/lots', lots('２０２６０８０１'), keeper)).toMatchObject({ ok: true, fresh: 0, known: 1 })
    const twice = await imported('lot/lots', lots('ab1', 'AB1'), keeper, true)
    expect(twice).toMatchObject({ ok: false, troubles: [{ row: 3, column: 'lotNo' }] })
    const stock = `UDI,批号,库区,数量,盘点日期\n${set.udiDi},２０２６０８０２,合格品区,7,2026-10-01\n`
    expect(await imported('lot/opening-stock', stock, keeper)).toMatchObject({ ok: true, fresh: 1 })
  })

  test('a known record that the table says something else about is told, never overwritten', async () => {
    const other = `UDI-DI,批号,生产日期,有效期至\n${set.udiDi},20260801,2026-08-01,2028-07-31\n`
    const outcome = await imported('lot/lots', other, keeper)
    expect(outcome).toMatchObject({ ok: false, troubles: [{ row: 2, column: 'expiresOn' }] })
    expect(outcome.troubles[0]?.sentence.zh).toContain('PC-2026-00001')
  })
})

describe('who may import what', () => {
  test('is told only the tables of his role, and refused the others', async () => {
    const kinds = await server.send({ method: 'GET', url: '/api/import', headers: { cookie: keeper } })
    expect(kinds.json().map((kind: { name: string }) => kind.name)).toEqual([
      'lots',
      'opening-stock',
      'receipts',
      'deliveries',
      'logger-series',
    ])
    const refused = await post('party/parties', keeper, { lines: [{ name: 'x' }], dryRun: true })
    expect(refused.statusCode).toBe(404)
    expect((await post('lot/nothing', keeper, { lines: [{}], dryRun: true })).statusCode).toBe(404)
    expect((await server.send({ method: 'POST', url: '/api/import/lot/lots', payload: {} })).statusCode).toBe(401)
  })
  test('lines without a file are taken by the keys of their columns', async () => {
    const lines = [{ udiDi: set.udiDi, lotNo: '20260899', producedOn: '2026-08-09', expiresOn: '2029-08-08' }]
    const answer = await post('lot/lots', keeper, { lines, dryRun: true })
    expect(answer.json()).toMatchObject({ ok: true, fresh: 1 })
  })
  test('lines that name a column each are refused before they become a table', async () => {
    const lines = Array.from({ length: 201 }, (_, i) => ({ [`k${i}`]: 1 }))
    const answer = await post('lot/lots', keeper, { lines, dryRun: true })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'too-many-columns'])
  })

  test('a missing column, no file, another person’s file: each is refused with what to do', async () => {
    const missing = await post('lot/lots', keeper, { lines: [{ lotNo: 'A' }], dryRun: true })
    expect(missing.statusCode).toBe(422)
    expect(missing.json()).toMatchObject({ code: 'column-missing', field: 'mapping.producedOn' })
    expect((await post('lot/lots', keeper, { dryRun: true })).json()).toMatchObject({ code: 'no-file' })
    const theirs = await uploaded('a.csv', lotsCsv, quality)
    expect((await post('lot/lots', keeper, { fileId: theirs, dryRun: true })).json()).toMatchObject({ code: 'no-file' })
  })
  test('the template has every column and an example that imports', async () => {
    const answer = await server.send({
      method: 'GET',
      url: '/api/import/lot/deliveries/template.xlsx',
      headers: { cookie: keeper },
    })
    expect(answer.statusCode).toBe(200)
    const { writeFile, rm } = await import('node:fs/promises')
    const path = `${server.dataDir}/template.xlsx`
    await writeFile(path, answer.rawPayload)
    const table = await readTable(path, 'xlsx')
    expect(table.headers).toContain('随货同行单号*')
    expect(table.lines).toHaveLength(1)
    await rm(path)
  })
})
