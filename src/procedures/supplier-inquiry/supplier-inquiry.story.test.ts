/** The lives of supplier inquiries on a real PostgreSQL: asked, answered through the link, asked again, judged, on record. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'
import { supplierInquiry } from './procedure.ts'
import { supplierQuality } from './reports/supplier-quality.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

let world: TestKernel
const supplier = { ...parties.pumpMaker, email: 'quality@hengze.example' }

beforeAll(async () => {
  world = await testKernel(procedures)
  const { siteId } = world
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: mine(Object.values({ ...parties, pumpMaker: supplier })),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries: [],
    warehouses: mine(Object.values(warehouses)),
  })
})
afterAll(() => world.drop())

const page = (id: string) => recordPage(world.kernel, supplierInquiry, id, world.as('quality'))
const row = async (id: string) => (await page(id)).record as unknown as SupplierInquiryRow

/** The supplier, let in by the link of its letter. */
const guest = (id: string): Actor => ({
  id,
  name: `${supplier.name} 顾思齐`,
  username: 'outside',
  roles: ['outside'],
  siteId: world.siteId,
  via: 'link',
  scopes: ['supplier-inquiry.answer'],
})
const answers = (id: string, input: object, as = guest(id)) =>
  execute(world.kernel, { command: 'supplier-inquiry.answer', on: id, input }, as)

const ask = (input: object = {}) =>
  world.does('quality', 'supplier-inquiry.send', {
    input: {
      partyId: supplier.id,
      productId: products.pump.id,
      lotId: lots.pump.id,
      question: '主板虚焊的原因？是否涉及其他批号？',
      dueOn: '2026-11-27',
      ...input,
    },
  })

const lettersOf = async (id: string) =>
  (await world.kernel.db
    .selectFrom('message')
    .selectAll()
    .where('recordId', '=', id)
    .orderBy('createdAt')
    .orderBy('number')
    .execute()) as { id: string; state: string; subject: string; body: string; toEmail: string | null }[]

async function arrives(id: string) {
  for (const letter of (await lettersOf(id)).filter(item => item.state === 'waiting'))
    await execute(
      world.kernel,
      {
        command: 'message.mark-sent',
        on: letter.id,
        input: { mailId: `<${letter.id}@bihuan.example>`, answer: '250 OK' },
      },
      { ...world.as('quality'), via: 'system' },
    )
}

test('a question goes out as a letter, is answered by its link, asked again, judged and closed', async () => {
  const sent = await ask()
  const id = sent.record.id
  expect(sent.record).toMatchObject({ number: 'CX-2026-00001', state: 'sent', letterState: 'waiting' })
  expect(sent.due).toMatchObject([{ name: 'answer', dueAt: '2026-11-27T15:59:59.999Z' }])
  const [letter] = await lettersOf(id)
  expect(letter).toMatchObject({ state: 'waiting', toEmail: 'quality@hengze.example' })
  expect(letter?.subject).toContain('质量查询函 CX-2026-00001')
  expect(letter?.body).toContain('{link}')
  await arrives(id)
  expect((await row(id)).letterState).toBe('sent')

  const said = { answer: '一批主板虚焊', cause: '回流焊偏温', measures: '已停线', answeredBy: '顾思齐' }
  await expect(answers(id, said, { ...guest(id), id: parties.dealer.id })).rejects.toMatchObject({
    refusals: [{ code: 'other-guest' }],
  })
  world.clock.pass(72)
  const first = await answers(id, said)
  expect(first.due.find(item => item.name === 'answer')?.metAt).toBe(world.clock.now())
  const trail = await page(id)
  expect(trail.timeline.at(0)).toMatchObject({ actorName: `${supplier.name} 顾思齐` })

  const again = await world.does('quality', 'supplier-inquiry.evaluate', {
    on: id,
    input: { verdict: 'insufficient', evaluation: '未说明其他批号', dueOn: '2026-12-01' },
  })
  expect(again.record).toMatchObject({ state: 'sent', round: 2, dueOn: '2026-12-01' })
  expect(await lettersOf(id)).toHaveLength(2)
  await arrives(id)
  await answers(id, { ...said, answer: '仅此一批，附排查表' })
  await world.does('quality', 'supplier-inquiry.evaluate', {
    on: id,
    input: { verdict: 'satisfactory', liability: 'supplier', effect: 'warned', evaluation: '原因明确，记警告' },
  })
  const closed = await world.does('quality', 'supplier-inquiry.close', { on: id, input: { note: '下一批抽检合格' } })
  expect(closed.record.state).toBe('closed')
  const shown = JSON.stringify((await page(id)).view.sections)
  for (const words of ['一批主板虚焊', '仅此一批，附排查表', '警告']) expect(shown).toContain(words)
})

test('a supplier without an address gets a printed letter; its silence is judged only after the day', async () => {
  const { record } = await ask({ partyId: parties.goodsMaker.id, productId: products.plate.id, lotId: lots.plate.id })
  const on = record.id
  expect((await lettersOf(on))[0]).toMatchObject({ state: 'to-print', toEmail: null })
  const silent = { verdict: 'no-answer', liability: 'undetermined', effect: 'probation', evaluation: '两次催复未答' }
  const [early] = await world.refused('quality', 'supplier-inquiry.evaluate', { on, input: silent })
  expect(early).toMatchObject({ code: 'still-time', field: 'verdict' })
  const [unsent] = await world.refused('purchasing', 'supplier-inquiry.remind', { on, input: {} })
  expect(unsent?.code).toBe('letter-waits')
  world.clock.set('2026-11-28T02:00:00.000Z')
  expect((await page(on)).view.notices?.map(item => item.tone)).toEqual(['late'])
  const judged = await world.does('quality', 'supplier-inquiry.evaluate', { on, input: silent })
  expect(judged.due.find(item => item.name === 'answer')?.cancelReason).toMatchObject({
    zh: '供货单位逾期未答复，已评价',
  })
})

test('an inquiry sent in error is voided and its link shows nothing more', async () => {
  const { record } = await ask({ question: '发错了', dueOn: '2026-12-05' })
  const voided = await world.does('quality', 'supplier-inquiry.void', { on: record.id, input: { reason: '发错单位' } })
  const facts = { answers: [] }
  const now = world.clock.now()
  const shown = supplierInquiry.outside?.page({
    record: voided.record as SupplierInquiryRow,
    facts,
    guestId: record.id,
    now,
    zone: 'Asia/Shanghai',
  })
  expect(shown).toBeNull()
})

test('the supplier’s record and the year’s report say what came of it', async () => {
  const now = world.clock.now()
  const { policies } = await world.kernel.settings()
  const context = { actor: world.as('purchasing'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const standing = await supplierInquiry.queries.reads.standing?.run(world.kernel.db, { partyId: supplier.id }, context)
  expect(standing).toMatchObject({
    asked: 1,
    onTime: 1,
    late: 0,
    unanswered: 0,
    liable: 1,
    warned: 1,
    effect: 'warned',
  })
  const report = await supplierQuality.fill(world.kernel.db, { year: 2026 }, context)
  expect(report.tables[0]?.rows.map(item => [item.partyName, item.effect])).toEqual([
    [parties.goodsMaker.name, 'probation'],
    [supplier.name, 'warned'],
  ])
  expect(report.figures.map(item => item.value)).toEqual([2, 2, 100, 1, 0])
  const [ledger] = supplierInquiry.ledgers
  if (!ledger) throw new Error('no ledger')
  const onRecord = await readLedger(
    world.kernel,
    supplierInquiry,
    ledger,
    { filter: { effect: ['warned', 'probation'] } },
    world.as('purchasing'),
  )
  expect(onRecord.rows).toHaveLength(2)
})

test('all of it is in the trail, and every row is what the trail says', async () => {
  const { kernel, database } = world
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
