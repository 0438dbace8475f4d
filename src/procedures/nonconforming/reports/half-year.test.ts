import { afterAll, beforeAll, expect, test } from 'vitest'
import { someone } from '../../../../test/given.ts'
import { type TestDatabase, testDatabase } from '../../../../test/postgres.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../../test/world.ts'
import { policyBook } from '../../../kernel/policy.ts'
import type { ReportContent } from '../../../kernel/report.ts'
import { insertRow } from '../../../kernel/rows.ts'
import { SITE_ZONE } from '../../../kernel/time.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { printReport } from '../../../server/print/report-pdf.ts'
import { aMeasure, aPart, aPartBack, disposedGoods, someNonconforming } from '../nonconforming.example.ts'
import { halfYearAnalysis } from './half-year.ts'

const NOW = '2027-01-04T02:00:00.000Z'
const supplier = { supplierId: parties.pumpMaker.id, supplierName: parties.pumpMaker.name }
const goods = { siteId: site.id, lotId: lots.infusionSet.id, productId: products.infusionSet.id, ...supplier }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await settle(database.db, {
    site,
    parties: Object.values(parties),
    products: Object.values(products),
    lots: Object.values(lots),
    deliveries: [],
    warehouses: Object.values(warehouses),
  })
  const bad = disposedGoods({ ...goods, state: 'awaiting-destruction', supplierQuantity: 10, writeOffQuantity: 20 })
  const good = someNonconforming({
    ...goods,
    id: '88888888-8888-4888-8888-888888888888',
    number: 'BH-2026-00008',
    state: 'released',
    source: 'return',
    recheckResult: 'conforming',
    foundAt: '2026-12-31T15:59:59.000Z',
  })
  const later = someNonconforming({
    ...goods,
    id: '99999999-9999-4999-8999-999999999999',
    number: 'BH-2027-00001',
    foundAt: '2026-12-31T16:00:00.000Z',
  })
  const client = await database.adminPool.connect()
  for (const row of [bad, good, later]) await insertRow(client, 'nonconforming', { ...row, searchText: row.number })
  const parts = [
    aPart({ state: 'approved', quantity: 20, value: 7_700 }),
    aPartBack({ state: 'received', quantity: 10, partyId: supplier.supplierId }),
    aPart({ id: '77777777-7777-4777-8777-777777777770', state: 'replaced', quantity: 30, value: 99_900 }),
  ]
  for (const row of parts) await insertRow(client, 'nonconforming_disposition', row)
  await insertRow(client, 'nonconforming_measure', aMeasure())
  client.release()
})
afterAll(async () => {
  await closePress()
  await database.drop()
})

const filled = (half: 1 | 2): Promise<ReportContent> =>
  halfYearAnalysis.fill(
    database.db,
    { year: 2026, half },
    { actor: someone('quality'), now: NOW, zone: SITE_ZONE, policy: policyBook([], NOW) },
  )
const figure = (content: ReportContent, zh: string) => content.figures.find(item => item.title.zh === zh)?.value

test('the second half ends with the last moment of the year, and counts what stands', async () => {
  const content = await filled(2)
  expect(figure(content, '上报')).toBe(2)
  expect(figure(content, '确认不合格')).toBe(1)
  expect(figure(content, '复查合格')).toBe(1)
  expect(figure(content, '退回供货者')).toBe(10)
  expect(figure(content, '报损销毁')).toBe(20)
  expect(figure(content, '报损金额')).toBe(77)
  expect(figure(content, '逾期未完成措施')).toBe(1)
  const product = content.charts.find(chart => chart.name === 'product')
  expect(product?.series[0]?.values).toEqual([2])
  expect(product?.drill).toMatchObject([{ productId: products.infusionSet.id }])
  expect(content.tables.at(-1)?.rows.map(row => row.recipient)).toEqual([
    'quality-head',
    'business-deputy',
    'logistics-deputy',
  ])
})

test('a half-year is printed with its charts, and one without findings too', async () => {
  const head = { company: '河南康瑞医疗器械有限公司', language: 'zh', printedBy: '陈晓', printedAt: NOW } as const
  for (const half of [1, 2] as const) {
    const { pages } = await readPdf(await printReport(await filled(half), { signatures: [] }, head))
    expect(pages[0]).toContain('不合格品半年汇总分析报告')
    expect(pages.join('')).toContain('报送与责任划分')
  }
  expect(figure(await filled(1), '上报')).toBe(0)
})
