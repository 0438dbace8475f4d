/** A quarter's sheet: begun by the system, commented, returned, signed, filed with its files, corrected and issued anew. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle, site } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { workbench } from '../../kernel/workbench.ts'
import { attachmentPath, contentHash } from '../../server/attachments/attachment-file.ts'
import { beginReports } from '../../server/jobs/begin-reports.ts'
import { fileReport } from '../../server/jobs/file-report.ts'
import { tellAll } from '../../server/notify/tell-all.ts'
import type { ServerParts } from '../../server/parts.ts'
import { closePress } from '../../server/print/press.ts'
import { readPdf } from '../../server/print/read-pdf.ts'
import { procedures } from '../index.ts'
import type { PeriodicReportRow } from './periodic-report.ts'

let world: TestKernel
let dataDir: string
beforeAll(async () => {
  world = await testKernel(procedures, { now: '2026-06-01T02:00:00.000Z' })
  dataDir = await mkdtemp(join(tmpdir(), 'bihuan-report-'))
  await settle(world.kernel.db, {
    site: { ...site, id: world.siteId, siteId: world.siteId, createdAt: '2026-06-01T02:00:00.000Z' },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
    warehouses: [],
  })
})
afterAll(async () => {
  await closePress()
  await world.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const parts = () =>
  ({ kernel: world.kernel, pool: world.kernel.pool, dataDir, demoPassword: null }) as unknown as ServerParts
const reports = async () =>
  (await world.kernel.db.selectFrom('periodicReport').selectAll().orderBy('number').execute()) as PeriodicReportRow[]
const theSheet = async (): Promise<PeriodicReportRow> => {
  const found = (await reports()).findLast(item => item.report === 'quarterly')
  if (!found) throw new Error('no quarterly sheet was begun')
  return found
}
const procedure = () => world.kernel.registry.procedure('periodic-report')
const page = (id: string, who = 'quality') => recordPage(world.kernel, procedure(), id, world.as(who))
const comment = (on: string, section: string, more: object = {}) =>
  world.does('quality', 'periodic-report.comment', { on, input: { section, what: '本季投诉平稳。', ...more } })

/** Commented by quality, signed by quality and the quality head, filed by the system. */
async function throughToFiled(on: string): Promise<PeriodicReportRow> {
  await comment(on, 'situation')
  await comment(on, 'causes', { causes: '运输颠簸' })
  await comment(on, 'measures', { measures: '加固包装', ownerName: '蒋涛', dueOn: '2026-11-30' })
  await world.does('quality', 'periodic-report.submit', { on })
  await world.does('quality-head', 'periodic-report.sign', { on, input: { note: '同意，落实包装措施' } })
  await fileReport(parts(), on)
  return (await page(on)).record as unknown as PeriodicReportRow
}

describe('the third quarter of 2026', () => {
  test('the system begins every report whose period has ended, once; what ended before the company began is left alone', async () => {
    world.clock.set('2026-09-30T15:00:00.000Z')
    await beginReports(parts())
    expect((await reports()).some(item => item.report === 'quarterly' && item.part === 3)).toBe(false)
    world.clock.set('2026-10-01T00:10:00.000Z')
    expect(await beginReports(parts())).toBeGreaterThan(0)
    expect(await beginReports(parts())).toBe(0)
    const sheet = await theSheet()
    expect(sheet).toMatchObject({
      state: 'drafted',
      year: 2026,
      part: 3,
      lastDay: '2026-09-30',
      dueOn: '2026-10-08',
      drawnAt: '2026-10-01T00:10:00.000Z',
    })
    expect(sheet.content.charts.map(chart => chart.name)).toContain('product')
    expect((await reports()).some(item => item.every === 'year')).toBe(false)
  })

  test('it cannot be begun twice, nor by somebody whose work it is not', async () => {
    const again = await world.refused('quality', 'periodic-report.begin', {
      input: { report: 'complaint.quarterly', year: 2026, part: 3 },
    })
    expect(again[0]?.code).toBe('already-begun')
    const other = await world.refused('sales-head', 'periodic-report.begin', {
      input: { report: 'complaint.quarterly', year: 2026, part: 2 },
    })
    expect(other[0]?.code).toBe('not-author')
  })

  test('quality comments, submits; the quality head returns it once, then signs; the system files what was signed', async () => {
    const { id, contentHash: frozen } = await theSheet()
    await comment(id, 'situation')
    const early = await world.refused('quality', 'periodic-report.submit', { on: id })
    expect(early[0]?.code).toBe('state')
    await comment(id, 'causes')
    await comment(id, 'measures', { measures: '加固包装', ownerName: '蒋涛', dueOn: '2026-11-30' })
    await world.does('quality', 'periodic-report.submit', { on: id })
    const { signs } = await workbench(world.kernel, world.as('quality-head'))
    expect(signs).toMatchObject([{ procedure: 'periodic-report' }])
    await world.does('quality-head', 'periodic-report.sign', { on: id, input: { agree: false, note: '原因写具体' } })
    expect((await page(id)).view.notices?.[0]?.text.zh).toContain('原因写具体')
    const filed = await throughToFiled(id)
    expect(filed).toMatchObject({ state: 'filed', contentHash: frozen })
    const { attachments } = await page(id)
    expect(attachments.map(item => item.purpose).sort()).toEqual(['filed-pdf', 'filed-xlsx'])
    const pdf = attachments.find(item => item.purpose === 'filed-pdf')
    const bytes = await readFile(attachmentPath(dataDir, String(pdf?.sha256)))
    expect(contentHash(bytes)).toBe(filed.pdfSha256)
    const printed = await readPdf(bytes)
    expect(printed.claims).toBe('2U')
    const words = printed.pages.join('').replaceAll(/\s/g, '')
    for (const part of [frozen, '加固包装', '李红梅', '陈晓', '同意，落实包装措施']) expect(words, part).toContain(part)
    await fileReport(parts(), id)
    expect((await page(id)).attachments).toHaveLength(2)
  })

  test('a correction is a new report; the old one stays and says what took its place', async () => {
    const old = await theSheet()
    await world.does('quality', 'periodic-report.reissue', { on: old.id, input: { reason: '九月一起投诉补登' } })
    const fresh = await theSheet()
    expect(fresh).toMatchObject({ state: 'drafted', supersedesNumber: old.number, reason: '九月一起投诉补登' })
    expect((await page(old.id)).record.state).toBe('filed')
    const twice = await world.refused('quality', 'periodic-report.reissue', { on: old.id, input: { reason: '再来' } })
    expect(twice[0]?.code).toBe('already-reissued')
    await throughToFiled(fresh.id)
    expect((await page(old.id)).record).toMatchObject({ state: 'superseded', supersededByNumber: fresh.number })
  })
})

test('the half-year analysis of nonconforming goods goes to three deputies at once (S26-8b)', async () => {
  const record = (await reports()).find(item => item.report === 'half-year')
  if (!record) throw new Error('no half-year analysis was begun')
  for (const section of ['situation', 'causes', 'responsibility', 'measures']) await comment(record.id, section)
  await world.does('quality', 'periodic-report.submit', { on: record.id })
  await world.does('logistics-deputy', 'periodic-report.sign', { on: record.id })
  await world.does('quality-head', 'periodic-report.sign', { on: record.id })
  expect((await page(record.id)).record.state).toBe('signing')
  const last = await world.does('business-deputy', 'periodic-report.sign', { on: record.id })
  expect(last.record.state).toBe('signed')
  await fileReport(parts(), record.id)
  await tellAll({ kernel: world.kernel, mails: false })
  const { rows: told } = await world.kernel.pool.query(
    `select n.person_id as id from notification n join notification_event e on e.id = n.event_id
     where e.record_id = $1 and e.kind = 'report.filed'`,
    [record.id],
  )
  expect(told.map(row => row.id)).toContain(world.as('logistics-deputy').id)
  for (const deputy of ['quality-head', 'business-deputy', 'logistics-deputy'])
    await world.does(deputy, 'periodic-report.acknowledge', { on: record.id })
  const twice = await world.refused('logistics-deputy', 'periodic-report.acknowledge', { on: record.id })
  expect(twice[0]?.code).toBe('already-read')
  const shown = (await page(record.id)).view.sections.find(section => section.title.en === 'Readers')
  const states = shown && 'rows' in shown ? shown.rows.map(row => row.state) : []
  expect(states.filter(item => item?.kind === 'tag' && item.tone === 'ok')).toHaveLength(3)
  expect(states.length).toBeGreaterThan(3)
})

test('the self-inspection counts the whole system, is approved by the general manager and handed in', async () => {
  world.clock.set('2027-01-04T01:00:00.000Z')
  const input = { report: 'periodic-report.self-inspection', year: 2026, part: 1 }
  const { record } = await world.does('quality', 'periodic-report.begin', { input })
  const { content, dueOn } = record as unknown as PeriodicReportRow
  expect(dueOn).toBe('2027-03-31')
  expect(content.figures[0]?.value).toBeGreaterThan(100)
  const declared = procedures
    .find(item => item.name === 'periodic-report')
    ?.reports.find(item => item.name === 'self-inspection')
  for (const section of declared?.periodic?.sections ?? []) await comment(record.id, section)
  await world.does('quality', 'periodic-report.submit', { on: record.id })
  await world.does('quality-head', 'periodic-report.sign', { on: record.id })
  await world.does('general-manager', 'periodic-report.sign', { on: record.id })
  await fileReport(parts(), record.id)
  await world.does('quality', 'periodic-report.hand-in', {
    on: record.id,
    input: { on: '2027-01-04', to: '郑州市市场监督管理局', note: '受理 2027-018' },
  })
  expect((await page(record.id)).record).toMatchObject({ state: 'filed', handedInTo: '郑州市市场监督管理局' })
})

test('the trail proves it', async () => {
  const { faults } = await verifyTrail(world.database.adminPool, world.kernel.registry, world.kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
