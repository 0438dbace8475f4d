/** A procedure's document from its first draft to a record made under it, a second version, and a program that goes another way. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site } from '../../../test/world.ts'
import { exportRecord } from '../../kernel/export-record.ts'
import { policyBook } from '../../kernel/policy.ts'
import { editionOf } from '../../kernel/record-edition.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { registry } from '../../kernel/registry.ts'
import { text } from '../../kernel/text.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { noteDifferences } from '../../server/jobs/document-differences.ts'
import { procedures } from '../index.ts'
import { inquiry } from '../inquiry/procedure.ts'
import { contentHash } from './content.ts'

let world: TestKernel
const hospital = parties.localHospital
const documents = registry(procedures).procedure('document')

beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries: [],
  })
})
afterAll(() => world.drop())

const first = {
  code: 'QP28',
  titleZh: '质量查询、投诉工作程序',
  titleEn: 'Customer question and complaint procedure',
  kind: 'procedure',
  ownerRole: 'quality',
  procedure: 'inquiry',
  refersTo: ['QP15 顾客反馈和投诉控制程序', 'GB/T 42061-2022'],
  label: 'A/0',
  changes: '首次发布',
  effectiveOn: '2026-11-20',
}
const question = {
  partyId: hospital.id,
  productId: products.pressureMonitor.id,
  contactPerson: '刘慧敏',
  description: '臂围 38 厘米能不能用标配袖带？',
  expectation: '给出型号和价格',
}
let on: string

const ask = async () => (await world.does('service-desk', 'inquiry.open', { input: question })).record.id
const madeUnder = async (id: string) => (await editionOf(world.kernel, 'inquiry', [id])).get(id)
const read = async (name: string, params: object) => {
  const asked = documents.queries.reads[name]
  if (!asked) throw new Error(`no read ${name}`)
  const { policies } = await world.kernel.settings()
  const now = world.clock.now()
  const context = { actor: world.as('quality'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  return asked.run(world.kernel.db, params, context)
}

/** Somebody uploads a file, which belongs to no record yet. */
async function uploadedBy(role: string, name: string, sha256: string): Promise<string> {
  const id = world.kernel.newId()
  await world.database.pool.query(
    `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, 'application/pdf', 9000, $4, $5)`,
    [id, sha256, name, world.as(role).id, world.clock.now()],
  )
  return id
}

let before: string
let under: string

test('three different people compile, review and approve it; before that nothing is made under it', async () => {
  const { does, refused } = world
  before = await ask()
  on = (await does('quality', 'document.register', { input: first })).record.id
  await does('quality', 'document.submit', { on })
  const [same] = await refused('quality', 'document.review', { on, input: {} })
  expect(same?.code).toBe('sign-off-same-person')
  const back = await does('management-representative', 'document.review', {
    on,
    input: { agree: false, note: '写明适用范围' },
  })
  expect(back.record.state).toBe('drafting')
  await does('quality', 'document.change-draft', {
    on,
    input: { label: 'A/0', changes: '首次发布，适用于全部客户', effectiveOn: '2026-11-20' },
  })
  await does('quality', 'document.submit', { on })
  await does('management-representative', 'document.review', { on, input: {} })
  const [reviewer] = await refused('management-representative', 'document.approve', { on, input: {} })
  expect(reviewer?.code).toBe('sign-off-same-person')
  const done = await does('general-manager', 'document.approve', { on, input: {} })
  expect(done.record).toMatchObject({ state: 'valid', approvedLabel: 'A/0' })

  expect(await madeUnder(before)).toBeUndefined()
  under = await ask()
  expect(await madeUnder(under)).toMatchObject({ code: 'QP28', label: 'A/0', now: null })
  const page = await recordPage(world.kernel, inquiry, under, world.as('service-desk'))
  expect(page.edition).toMatchObject({ documentId: on, label: 'A/0' })
})

test('the desk gets numbered copies and says that it has read them', async () => {
  const { does, refused } = world
  await does('quality', 'document.distribute', { on, input: { roles: ['service-desk', 'service-head'] } })
  const page = await recordPage(world.kernel, documents, on, world.as('quality'))
  expect(page.due.filter(item => item.name === 'reading')).toHaveLength(2)
  await does('service-desk', 'document.acknowledge', { on })
  const [twice] = await refused('service-desk', 'document.acknowledge', { on })
  expect(twice?.code).toBe('not-asked')
  const after = await recordPage(world.kernel, documents, on, world.as('quality'))
  expect(after.due.filter(item => item.name === 'reading' && item.metAt === null)).toHaveLength(1)
  const issued = after.view.sections.find(section => section.title.zh === '发放与阅知')
  expect(issued && 'rows' in issued ? issued.rows.length : 0).toBe(2)
})

test('the quality policy is what its file says: it is signed with its hash, issued with it, and exported with it', async () => {
  const { does, refused, database, kernel } = world
  const sha256 = '5b'.repeat(32)
  const file = await uploadedBy('quality', '质量方针 A0.pdf', sha256)
  const input = {
    code: 'QM01',
    titleZh: '售后服务质量方针',
    titleEn: 'After-sales quality policy',
    kind: 'policy-statement',
    label: 'A/0',
    changes: '首次发布',
    effectiveOn: '2026-11-20',
  }
  const { id } = (await does('quality', 'document.register', { input })).record
  const [missing] = await refused('quality', 'document.submit', { on: id })
  expect(missing?.code).toBe('file-missing')
  const { code: _, titleZh: __, titleEn: ___, kind: ____, ...draft } = input
  await does('quality', 'document.change-draft', { on: id, input: { ...draft, files: [file] } })
  await does('quality', 'document.submit', { on: id })
  await does('management-representative', 'document.review', { on: id, input: {} })
  await does('general-manager', 'document.approve', { on: id, input: {} })
  await does('quality', 'document.distribute', { on: id, input: { roles: ['service-desk'] } })

  const page = await recordPage(kernel, documents, id, world.as('service-desk'))
  const tables = page.view.sections.filter(section => 'rows' in section)
  const shown = { kind: 'files', value: [{ id: file, name: '质量方针 A0.pdf', sha256 }] }
  expect(tables.map(table => table.rows[0]?.files)).toEqual([shown, shown])
  expect(page.attachments).toMatchObject([{ id: file, sha256, purpose: 'document-file' }])
  const { rows } = await database.pool.query(`SELECT shown FROM sign_off WHERE record_id = $1 AND outcome = 'signed'`, [
    id,
  ])
  expect(rows.map(row => row.shown.files)).toEqual(Array(3).fill([`质量方针 A0.pdf SHA-256 ${sha256}`]))
  const exported = await exportRecord(kernel, documents, id, world.as('quality'))
  expect(exported.attachments).toMatchObject([{ id: file, sha256 }])
})

test('what only stands in another order than it was signed in is no difference', async () => {
  const { pool } = world.database
  const kept = await pool.query('SELECT id, content, content_hash FROM document_version WHERE document_id = $1', [on])
  const { id, content, content_hash: hash } = kept.rows[0]
  const turned = content.toReversed()
  const write = 'UPDATE document_version SET content = $2, content_hash = $3 WHERE id = $1'
  await pool.query(write, [id, JSON.stringify(turned), contentHash(turned)])
  expect(await noteDifferences(world.kernel)).toEqual({ noted: 0, cleared: 0 })
  await pool.query(write, [id, JSON.stringify(content), hash])
})

test('a policy that is changed makes the program differ from what was signed: its owner is told', async () => {
  const { does, clock } = world
  expect(await noteDifferences(world.kernel)).toEqual({ noted: 0, cleared: 0 })
  const change = await does('quality', 'policy-change.propose', {
    input: { key: 'case.request_clock', value: 'none', effectiveOn: '2026-11-20', reason: '咨询不再计时' },
  })
  await does('quality-head', 'policy-change.approve', { on: change.record.id, input: {} })
  clock.pass(1)
  expect(await noteDifferences(world.kernel)).toEqual({ noted: 1, cleared: 0 })
  expect(await noteDifferences(world.kernel)).toEqual({ noted: 0, cleared: 0 })
  const page = await recordPage(world.kernel, documents, on, world.as('quality'))
  expect(page.record).toMatchObject({ differenceCount: 1 })
  expect(page.due.find(item => item.name === 'difference')).toMatchObject({ ownerRole: 'quality', metAt: null })
  expect(page.view.badges.map(badge => badge.text)).toContainEqual(text('与程序有 1 处不同', '1 differences'))

  const { versions } = (await read('versions', { id: on })) as { versions: { id: string; standing: string }[] }
  expect(versions.map(item => item.standing)).toEqual(['in-force'])
  const compared = (await read('compare', { id: on, from: versions[0]?.id ?? '', to: 'program' })) as {
    changes: { kind: string; key: string; fields: { was: unknown; now: unknown }[]; also: unknown[] }[]
    openRecords: { count: number; numbers: string[] }
  }
  expect(compared.changes).toMatchObject([
    {
      kind: 'policy',
      key: 'case.request_clock',
      fields: [{ was: { en: expect.stringMatching(/./) }, now: { en: expect.stringMatching(/./) } }],
    },
  ])
  expect(compared.changes[0]?.also.length).toBeGreaterThan(0)
  expect(compared.openRecords.count).toBe(1)
})

test('a new version begins on its day; records keep the version under which they were made', async () => {
  const { does, clock } = world
  const draft = { label: 'A/1', changes: '按新的时限修订', effectiveOn: '2026-12-01' }
  await does('quality', 'document.revise', { on, input: draft })
  await does('quality', 'document.submit', { on })
  await does('management-representative', 'document.review', { on, input: {} })
  await does('general-manager', 'document.approve', { on, input: {} })
  const page = await recordPage(world.kernel, documents, on, world.as('quality'))
  expect(page.due.find(item => item.name === 'difference')?.metAt).not.toBeNull()
  expect(page.rounds.at(0)?.steps.every(step => step.outcome === 'signed')).toBe(true)

  expect(await madeUnder(await ask())).toMatchObject({ label: 'A/0' })
  clock.set('2026-12-01T01:00:00.000Z')
  world.kernel.settings.forget()
  expect(await madeUnder(await ask())).toMatchObject({ label: 'A/1', now: null })
  expect(await madeUnder(under)).toMatchObject({ label: 'A/0', now: 'A/1' })
})

test('a withdrawn document is named by no record from then on, and the trail proves all of it', async () => {
  const { does, clock } = world
  await does('general-manager', 'document.withdraw', { on, input: { reason: '并入 QP15' } })
  clock.pass(1)
  expect(await madeUnder(await ask())).toBeUndefined()
  expect(await madeUnder(under)).toMatchObject({ label: 'A/0', now: null })
  const found = await verifyTrail(world.database.pool, world.kernel.registry, world.kernel.keys)
  // the base data of this test was settled behind the product
  const own = found.faults.filter(fault =>
    /^(document|edition|record_edition|inquiry|signature|deadline)/.test(fault.at),
  )
  expect(own).toEqual([])
  await expect(world.database.superuserPool.query(`UPDATE record_edition SET label = 'B/0'`)).rejects.toThrow(
    'append-only',
  )
  await world.database.superuserPool.query(`ALTER TABLE record_edition DISABLE TRIGGER ALL`)
  await world.database.superuserPool.query(`UPDATE record_edition SET label = 'B/0' WHERE record_id = $1`, [under])
  const forged = await verifyTrail(world.database.pool, world.kernel.registry, world.kernel.keys)
  expect(forged.faults.map(fault => fault.what)).toContain('column label is not as the trail left it')
})
