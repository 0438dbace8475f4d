/** A list that changes after the signatures, goods that are destroyed or come back by serial number, and what lifts a stop of sale. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import type { Actor } from '../../kernel/person.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { procedures } from '../index.ts'
import type { NoticeRow } from './notice.ts'
import type { NoticeLine, NoticeRecipient } from './notice-rows.ts'
import { notice } from './procedure.ts'
import { queries } from './queries.ts'

let world: TestKernel
const dealer = parties.dealer

beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine([
      ...Object.values(products).filter(item => item !== products.pump),
      { ...products.pump, isSerialTracked: true },
    ]),
    lots: mine(Object.values(lots)),
    warehouses: mine(Object.values(warehouses)),
    deliveries,
  })
})
afterAll(() => world.drop())

const words = { reason: '标签印错有效期。', instructions: '停用，等待处理。', initiator: 'holder' }

async function drafted(kind: 'suspend' | 'recall' | 'resume', lotId: string, more: object = {}): Promise<string> {
  const of = { suspend: {}, recall: { recallClass: 2 }, resume: { decidedAt: world.clock.now() } }[kind]
  const input = { kind, lotIds: [lotId], ...words, ...of, ...more }
  return (await world.does('quality', 'notice.draft', { input })).record.id
}

const signed = (who: string, on: string) => world.does(who, 'notice.approve', { on, input: { opinion: 'agree' } })

async function approved(on: string): Promise<string> {
  await signed('quality', on)
  await signed('quality-head', on)
  return on
}

async function sent(on: string): Promise<string> {
  await approved(on)
  await world.does('sales', 'notice.send', { on })
  return on
}

const page = (on: string) => recordPage(world.kernel, notice, on, world.as('quality'))
const row = async (on: string) => (await page(on)).record as NoticeRow
const childrenOf = async <Row>(table: string, on: string) =>
  (await world.kernel.db.selectFrom(table).selectAll().where('noticeId', '=', on).orderBy('id').execute()) as Row[]
const recipientOf = async (on: string, partyId: string) => {
  const found = (await childrenOf<NoticeRecipient>('noticeRecipient', on)).find(item => item.partyId === partyId)
  if (!found) throw new Error('not on the list')
  return found
}
const lineOf = async (on: string, partyId: string) =>
  (await childrenOf<NoticeLine>('noticeLine', on)).find(item => item.partyId === partyId)

/** What another procedure starts on the lot. */
const moves = (command: string, lotId: string, input: object) =>
  execute(
    world.kernel,
    { command, on: lotId, input: { partyId: dealer.id, ...input } },
    { ...world.as('quality'), via: 'system' },
  )

test('a list that changes after the approval is signed again before it is sent', async () => {
  const { does, refused } = world
  const on = await approved(await drafted('recall', lots.infusionSet.id))
  const one = await recipientOf(on, dealer.id)
  await does('sales', 'notice.remove-recipient', { on, input: { recipientId: one.id, reason: '另行当面告知' } })
  expect(await row(on)).toMatchObject({ state: 'draft', approvedAt: null, recipients: 1 })
  const [unsigned] = await refused('sales', 'notice.send', { on })
  expect(unsigned?.code).toBe('state')
  await sent(on)
  expect(await row(on)).toMatchObject({ state: 'running', recipients: 1 })
})

test('somebody added while it runs is told at once, and asks for no signature', async () => {
  const on = await sent(await drafted('recall', lots.infusionSet.id))
  await world.does('sales', 'notice.add-recipient', { on, input: { name: '城东诊所', reason: '下游客户' } })
  const { record, rounds, due } = await page(on)
  expect(record).toMatchObject({ state: 'running', recipients: 3 })
  expect(rounds.map(round => round.standing)).toEqual(['signed'])
  const waited = due.filter(item => item.name === 'sign-off-approval' && !item.metAt && !item.cancelledAt)
  expect(waited).toEqual([])
})

test('what the buyer called destroyed and we then destroy there counts once', async () => {
  const lotId = lots.pressureMonitor.id
  const on = await sent(await drafted('recall', lotId))
  const { id, name } = await recipientOf(on, dealer.id)
  const guest: Actor = { id, name, username: 'outside', roles: ['outside'], siteId: world.siteId, via: 'link' }
  const states = (line: object) =>
    execute(world.kernel, { command: 'notice.state-quantities', on, input: { lines: [{ lotId, ...line }] } }, guest)
  await states({ destroyed: 10, onHand: 20 })
  await moves('lot.destroy-at-customer', lotId, { quantity: 10 })
  expect(await lineOf(on, dealer.id)).toMatchObject({ expected: 30, destroyed: 10, destroyedByUs: 10, onHand: 20 })
  await moves('lot.destroy-at-customer', lotId, { quantity: 10 })
  expect(await lineOf(on, dealer.id)).toMatchObject({ destroyed: 20, destroyedByUs: 20, onHand: 10 })
  // ten are still at the dealer's, and one was never answered for by the consumer
  expect(await row(on)).toMatchObject({ outstanding: 11 })
  await expect(states({ used: 30 })).rejects.toThrow(/at least 20/)
})

test('goods that were to come back and are destroyed there instead are those that were announced', async () => {
  const lotId = lots.plate.id
  const hospital = parties.remoteHospital.id
  const on = await sent(await drafted('recall', lotId))
  const { id } = await recipientOf(on, hospital)
  await world.does('sales', 'notice.state-quantities', {
    on,
    input: { recipientId: id, way: 'telephone', saidBy: '库管员', lines: [{ lotId, destroyed: 3, comingBack: 5 }] },
  })
  const { rows } = await world.database.adminPool.query('SELECT to_id FROM link WHERE from_id = $1 AND kind = $2', [
    on,
    'return',
  ])
  const cause = { procedure: 'return', id: rows[0]?.to_id, number: 'TH-2026-00001' }
  await moves('lot.destroy-at-customer', lotId, { partyId: hospital, quantity: 5, cause })
  expect(await lineOf(on, hospital)).toMatchObject({ destroyed: 8, destroyedByUs: 5, comingBack: 0 })
  expect(await row(on)).toMatchObject({ outstanding: 0 })
})

const lifted = async (on: string) =>
  (await queries.finds.lifted(world.kernel.db, { record: await row(on) })).map(item => item.id)

test('sale of some units resumes: what stopped other units, or the whole lot, goes on', async () => {
  const lotId = lots.pump.id
  const hospital = parties.remoteHospital.id
  for (const serial of ['R1', 'R2'])
    await world.database.adminPool.query(
      `INSERT INTO unit (id, lot_id, product_id, serial, place, party_id) VALUES ($1, $2, $3, $4, 'customer', $5)`,
      [randomUUID(), lotId, products.pump.id, serial, hospital],
    )
  const whole = await drafted('suspend', lotId)
  const first = await drafted('suspend', lotId, { serials: ['R1'] })
  const second = await drafted('suspend', lotId, { serials: ['R2'] })
  expect(await lifted(await drafted('resume', lotId, { serials: ['R1'] }))).toEqual([first])
  expect((await lifted(await drafted('resume', lotId))).toSorted()).toEqual([whole, first, second].toSorted())
})

test('a recall of one unit is not settled by another one', async () => {
  const lotId = lots.pump.id
  for (const serial of ['P1', 'P2'])
    await world.database.adminPool.query(
      `INSERT INTO unit (id, lot_id, product_id, serial, place, party_id) VALUES ($1, $2, $3, $4, 'customer', $5)`,
      [randomUUID(), lotId, products.pump.id, serial, parties.localHospital.id],
    )
  const on = await sent(await drafted('recall', lotId, { serials: ['P1'] }))
  const hospital = parties.localHospital.id
  expect(await row(on)).toMatchObject({ recipients: 1, shipped: 1 })
  await moves('lot.take-back', lotId, { partyId: hospital, quantity: 1, serials: ['P2'] })
  expect(await row(on)).toMatchObject({ recovered: 0, outstanding: 1 })
  await moves('lot.take-back', lotId, { partyId: hospital, quantity: 1, serials: ['P1'] })
  expect(await row(on)).toMatchObject({ recovered: 1, outstanding: 0 })
})

test('a notice that came from a stop is not lifted while that stop holds the goods', async () => {
  const { does } = world
  const lotId = lots.expiredSet.id
  const resume = await drafted('resume', lotId)
  const { record: stop } = await does('quality', 'stop-sale.place', {
    input: { scope: 'lot', productId: products.infusionSet.id, lotId, reason: '疑似漏液', source: 'own-finding' },
  })
  const suspend = await sent(await drafted('suspend', lotId, { holdId: stop.id }))
  expect(await lifted(resume)).toEqual([])
  await does('quality', 'stop-sale.record-recheck', {
    on: stop.id,
    input: { verdict: 'good', note: '复查合格，无缺陷，可售' },
  })
  await does('quality', 'stop-sale.release', { on: stop.id, input: { reason: '复查合格' } })
  expect(await lifted(resume)).toEqual([suspend])
})
