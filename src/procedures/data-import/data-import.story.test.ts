import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { executeTogether } from '../../kernel/execute-together.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { lot } from '../lot/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { dataImport } from './procedure.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([lot, warehouse, dataImport])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here(products),
    lots: [],
    deliveries: [],
    warehouses: here(warehouses),
  })
})
afterAll(() => world.drop())

const lotLine = (lotNo: string, producedOn = '2026-08-01') => ({
  command: 'lot.register',
  input: { productId: products.infusionSet.id, lotNo, producedOn, expiresOn: '2029-07-31' },
})
const filing = (fileId: string | null) => ({
  command: 'data-import.file',
  input: {
    procedure: 'lot',
    table: 'lots',
    title: { zh: '批次', en: 'Lots' },
    fileId,
    fileName: fileId && '旧系统批次.xlsx',
    sha256: fileId && 'b'.repeat(64),
    lines: 2,
    fresh: 2,
    known: 0,
  },
})

test('the keeper takes lots over from the old system: the lines and the file that they came from stand together', async () => {
  const keeper = world.as('warehouse')
  const fileId = randomUUID()
  await world.database.pool.query(
    `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     VALUES ($1, $2, '旧系统批次.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 9000, $3, $4)`,
    [fileId, 'b'.repeat(64), keeper.id, world.kernel.clock.now()],
  )
  // one line is wrong: nothing is written, and the import leaves no record
  const bad = [lotLine('20260801'), lotLine('20260802', '2027-01-01'), filing(fileId)]
  const refused = await executeTogether(world.kernel, bad, keeper, { dryRun: false })
  expect(refused.refused).toMatchObject([{ index: 1, refusals: [{ code: 'produced-in-future' }] }])
  expect((await world.database.pool.query('SELECT FROM lot UNION ALL SELECT FROM data_import')).rowCount).toBe(0)

  const good = [lotLine('20260801'), lotLine('20260802'), filing(fileId)]
  const { taken } = await executeTogether(world.kernel, good, keeper, { dryRun: false })
  expect(taken.map(item => item.number)).toEqual(['PC-2026-00001', 'PC-2026-00002', 'DR-2026-00001'])

  const page = await recordPage(world.kernel, dataImport, 'DR-2026-00001', world.as('quality'))
  expect(page.view.title).toBe('批次 · 旧系统批次.xlsx')
  expect(page.attachments).toMatchObject([{ name: '旧系统批次.xlsx' }])
  expect(page.timeline.map(entry => [entry.actorName, entry.told.zh])).toEqual([
    ['蒋涛', '导入批次 2 行：新增 2，已有 0'],
  ])
  // the warehouses were put there past the trail, by this test itself
  const { faults } = await verifyTrail(world.database.pool, world.kernel.registry, world.kernel.keys)
  expect(faults.filter(fault => !fault.at.startsWith('warehouse'))).toEqual([])
})

test('whoever may not enter a line by hand may not import it either', async () => {
  const answer = await executeTogether(world.kernel, [lotLine('20260810'), filing(null)], world.as('sales'), {
    dryRun: false,
  })
  expect(answer.refused[0]?.refusals[0]?.code).toBe('role')
})
