/** Records past their retention: listed, held back, signed by three people, disposed of, and proven afterwards. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site } from '../../../test/world.ts'

import { hidingDisposed } from '../../kernel/disposed.ts'
import { clausePage } from '../../kernel/evidence-page.ts'
import { exportRecord } from '../../kernel/export-record.ts'
import { MASK } from '../../kernel/mask.ts'
import { matterOf } from '../../kernel/matter.ts'
import type { Clause } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { searchAll } from '../../kernel/search.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'
import { inquiry } from '../inquiry/procedure.ts'
import type { DisposalRow } from './disposal.ts'

const run = promisify(execFile)
let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries,
  })
})
afterAll(() => world.drop())

/** An inquiry that was registered in error and voided: settled on the day of the clock. */
const voided = async (productId: string) => {
  const opened = await world.does('service-desk', 'inquiry.open', {
    input: {
      partyId: parties.localHospital.id,
      productId,
      contactPerson: '刘慧敏',
      phone: '0371-65550000',
      description: '袖带型号',
      expectation: '给出型号',
    },
  })
  await world.does('service-desk', 'inquiry.correct', {
    on: opened.record.id,
    input: { contactPerson: '贾思雨', reason: '刘慧敏已调离' },
  })
  await world.does('service-head', 'inquiry.void', { on: opened.record.id, input: { reason: '刘慧敏重复登记' } })
  return opened.record
}
const PERSONAL = ['刘慧敏', '贾思雨', '0371-65550000']

/** The cancelled clocks of a record in the evidence of their clause, while these words stand as the reason of their end. */
async function cancelledSaying(words: string, id: string) {
  const { kernel, database } = world
  const reasonIs = (reason: unknown) =>
    database.adminPool.query('UPDATE deadline SET cancel_reason = $2 WHERE record_id = $1', [
      id,
      JSON.stringify(reason),
    ])
  const { rows } = await kernel.pool.query('SELECT cancel_reason FROM deadline WHERE record_id = $1', [id])
  expect(rows).toHaveLength(1)
  await reasonIs({ zh: words, en: words })
  const ask = { written: inquiry, id: 'S28-4.4a', clause: inquiry.clauses['S28-4.4a'] as Clause }
  const period = { from: '2026-01-01T00:00:00.000Z', to: '2032-01-01T00:00:00.000Z' }
  const { exceptions } = await clausePage(kernel, { ...ask, ...period }, world.as('quality'))
  await reasonIs(rows[0].cancel_reason)
  const clocks = exceptions.cancelled.filter(item => item.recordId === id)
  expect(clocks).toHaveLength(1)
  return clocks
}

/** Wherever a record is shown after its disposal, what was personal is hidden; the trail, which holds it, still proves itself. */
async function nothingPersonalOf(id: string): Promise<void> {
  const { kernel } = world
  const quality = world.as('quality')
  const { rows } = await kernel.pool.query('SELECT body FROM trail WHERE record_id = $1', [id])
  for (const value of PERSONAL) expect(JSON.stringify(rows)).toContain(value)

  const page = await recordPage(kernel, inquiry, id, quality)
  expect(page.corrections).toMatchObject([
    { field: 'contactPerson', was: MASK, now: MASK, reason: `${MASK}已调离`, byName: expect.stringMatching(/./) },
  ])
  const exported = await exportRecord(kernel, inquiry, id, quality)
  const period = { from: '2026-01-01T00:00:00.000Z', to: kernel.clock.now() }
  const opened = { written: inquiry, id: 'S28-4.3a', clause: inquiry.clauses['S28-4.3a'] as Clause }
  const clause = await clausePage(kernel, { ...opened, ...period }, quality)
  const clocks = await cancelledSaying('刘慧敏不再需要', id)
  const matter = await matterOf(kernel, inquiry, page.record, quality)
  // printed forms hold the values under names of their own
  const paper = (await hidingDisposed(kernel, [id])).get(id)?.({ customer: { contact: '贾思雨', role: '护士长' } })
  expect(paper).toEqual({ customer: { contact: MASK, role: '护士长' } })
  const search = await Promise.all(PERSONAL.map(value => searchAll(kernel, value, quality)))
  expect(search.flat().filter(found => found.id === id)).toEqual([])
  // records that are still kept stand beside it as they are
  const proven = [...clause.exceptions.corrections, ...clause.proofs.acts].filter(item => item.recordId === id)
  expect(proven.length).toBeGreaterThan(1)
  for (const shown of [page, exported, proven, clocks, matter])
    for (const value of PERSONAL) expect(JSON.stringify(shown)).not.toContain(value)

  const folder = await mkdtemp(join(tmpdir(), 'bihuan-disposed-'))
  const file = join(folder, 'record.json')
  await writeFile(file, JSON.stringify(exported))
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, '../../../scripts/check-record.mjs'), file])
  expect(stdout).toContain('without the personal data')
  await rm(folder, { recursive: true })
}

const list = { input: { department: 'after-sales' } }
const rowOf = (answer: { readonly record: unknown }) => answer.record as DisposalRow

test('nothing is listed while the years run', async () => {
  await voided(products.pressureMonitor.id)
  const [none] = await world.refused('administrator', 'disposal.list', list)
  expect(none).toMatchObject({ code: 'nothing-due', field: 'department' })
  // the yearly look has a record all the same, which serves the duty
  const looked = await world.does('administrator', 'disposal.review', { input: {} })
  expect(looked.record).toMatchObject({ state: 'reviewed', count: 0, keptCount: 0 })
})

test('after five years three people sign; implants and held records stay; the stub remains', async () => {
  const { does, refused, clock, kernel, database } = world
  const held = await voided(products.pump.id)
  const implant = await voided(products.plate.id)
  clock.set('2031-12-01T02:00:00.000Z')
  await does('quality-head', 'legal-hold.place', {
    input: { scope: 'matter', matter: held.number, reason: '诉讼', authority: '法院通知' },
  })
  const [unlisted] = await refused('administrator', 'disposal.review', { input: {} })
  expect(unlisted?.code).toBe('not-listed')
  const listed = await does('administrator', 'disposal.list', list)
  const numbers = rowOf(listed).lines.map(line => line.number)
  expect(numbers).toEqual(['ZX-2026-00001'])
  expect(numbers).not.toContain(implant.number)
  expect(rowOf(listed).lines[0]).toMatchObject({ closedOn: '2026-11-20', until: '2031-11-20', outcome: null })
  const on = listed.record.id

  const [early] = await refused('general-manager', 'disposal.sign', { on, input: { opinion: 'agree' } })
  expect(early?.code).toBe('sign-off-order')
  await does('quality-head', 'disposal.sign', { on, input: { opinion: 'agree' } })
  const approved = await does('general-manager', 'disposal.sign', { on, input: { opinion: 'agree' } })
  expect(approved.record.state).toBe('approved')

  const going = { archiveNumber: 'JZ-2031-0001', witnessName: '尹正' }
  const [lacking] = await refused('computer-room', 'disposal.carry-out', { on, input: going })
  expect(lacking).toMatchObject({ code: 'no-such-medium', field: 'archiveNumber' })
  await does('computer-room', 'archive.register', {
    input: {
      kind: 'archive',
      medium: 'disc',
      label: 'GD-2031-01',
      place: '档案室',
      fileName: 'archive.zip',
      sha256: 'ab'.repeat(32),
      content: '2026 年记录',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      madeOn: '2031-12-01',
    },
  })
  const done = await does('computer-room', 'disposal.carry-out', { on, input: going })
  expect(rowOf(done)).toMatchObject({ state: 'carried-out', disposedCount: 1, archiveNumber: 'JZ-2031-0001' })

  const gone = rowOf(done).lines[0]
  if (!gone) throw new Error('the list is empty')
  const stub = await recordPage(kernel, inquiry, gone.id, world.as('service-desk'))
  expect(stub.record.number).toBe('ZX-2026-00001')
  expect(JSON.stringify(stub.record)).not.toContain('刘慧敏')
  expect(JSON.stringify(stub.record)).not.toContain('65550000')
  expect(stub.timeline[0]).toMatchObject({ command: 'kernel.dispose' })
  await nothingPersonalOf(gone.id)
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])

  const [again] = await refused('administrator', 'disposal.list', list)
  expect(again?.sentence.zh).toContain('2 条已到期')
})

test('a hold that comes after the approval keeps the record', async () => {
  const { does, clock } = world
  const late = await voided(products.infusionSet.id)
  clock.set('2037-01-10T02:00:00.000Z')
  const listed = await does('administrator', 'disposal.list', list)
  const on = listed.record.id
  await does('quality-head', 'disposal.sign', { on, input: { opinion: 'agree' } })
  await does('general-manager', 'disposal.sign', { on, input: { opinion: 'agree' } })
  await does('quality-head', 'legal-hold.place', {
    input: { scope: 'product', productId: products.infusionSet.id, reason: '飞行检查', authority: '省局通知' },
  })
  const done = await does('computer-room', 'disposal.carry-out', {
    on,
    input: { archiveNumber: 'JZ-2031-0001', witnessName: '尹正' },
  })
  expect(rowOf(done).lines.find(line => line.number === late.number)).toMatchObject({
    outcome: 'kept',
    why: { zh: '被 BL-2037-0001 保留' },
  })
})

test('a hold that is being placed while the list is carried out is waited for, and keeps its record', async () => {
  const { does, clock, kernel } = world
  const contested = await voided(products.infusionSet.id)
  clock.set('2047-01-10T02:00:00.000Z')
  const held = await kernel.db
    .selectFrom('legalHold')
    .select('id')
    .where('state', '=', 'placed')
    .where('subjectId', '=', products.infusionSet.id)
    .executeTakeFirstOrThrow()
  await does('management-representative', 'legal-hold.lift', { on: held.id, input: { reason: '检查已结束' } })
  const listed = await does('administrator', 'disposal.list', list)
  const on = listed.record.id
  await does('quality-head', 'disposal.sign', { on, input: { opinion: 'agree' } })
  await does('general-manager', 'disposal.sign', { on, input: { opinion: 'agree' } })
  // a hold is written and not committed yet
  const slow = await kernel.pool.connect()
  await slow.query('begin')
  await slow.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', ['legal-hold'])
  const carried = does('computer-room', 'disposal.carry-out', {
    on,
    input: { archiveNumber: 'JZ-2031-0001', witnessName: '尹正' },
  })
  for (;;) {
    const { rows } = await kernel.pool.query(
      "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    )
    if (rows.length > 0) break
    await new Promise(done => setTimeout(done, 20))
  }
  await slow.query(
    `insert into legal_hold select (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'number', 'BL-2047-0009',
      'state', 'placed', 'lifted_at', null))).* from legal_hold h where h.id = $1`,
    [held.id],
  )
  await slow.query('commit')
  slow.release()
  expect(rowOf(await carried).lines.find(line => line.number === contested.number)).toMatchObject({
    outcome: 'kept',
    why: { zh: '被 BL-2047-0009 保留' },
  })
})
