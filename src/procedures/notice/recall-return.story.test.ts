/** What a buyer announces on its page becomes a return at the return desk, by lot and by serial number, and never more than is left. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { openLinked } from '../../kernel/linked.ts'
import type { Actor } from '../../kernel/person.ts'
import { procedures } from '../index.ts'
import type { NoticeRecipient } from './notice-rows.ts'

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

/** A recall of one lot, sent; answers its id. */
async function recallOf(lotId: string): Promise<string> {
  const { record } = await world.does('sales', 'notice.draft', {
    input: {
      kind: 'recall',
      recallClass: 3,
      lotIds: [lotId],
      reason: '标签印错有效期。',
      instructions: '停用并退回。',
      initiator: 'holder',
    },
  })
  await world.does('quality', 'notice.approve', { on: record.id, input: { opinion: 'agree' } })
  await world.does('quality-head', 'notice.approve', { on: record.id, input: { opinion: 'agree' } })
  await world.does('sales', 'notice.send', { on: record.id })
  return record.id
}

async function answers(on: string, partyId: string, line: object) {
  const recipients = (await world.kernel.db
    .selectFrom('noticeRecipient')
    .selectAll()
    .where('noticeId', '=', on)
    .execute()) as NoticeRecipient[]
  const own = recipients.find(item => item.partyId === partyId)
  if (!own) throw new Error('not on the list')
  const guest: Actor = {
    id: own.id,
    name: own.name,
    username: 'outside',
    roles: ['outside'],
    siteId: world.siteId,
    via: 'link',
  }
  return execute(world.kernel, { command: 'notice.state-quantities', on, input: { lines: [line] } }, guest)
}

const returnsOf = async (on: string) =>
  (
    await world.database.adminPool.query(
      `SELECT r.route, r.reason, r.notice_id, line.quantity, line.serials FROM goods_return r
       JOIN goods_return_line line ON line.return_id = r.id JOIN link ON link.to_id = r.id
       WHERE link.from_id = $1 ORDER BY r.number`,
      [on],
    )
  ).rows

test('by lot: each answer asks back what it announces beyond the one before', async () => {
  const lotId = lots.infusionSet.id
  const on = await recallOf(lotId)
  await answers(on, dealer.id, { lotId, soldOn: 600, comingBack: 400 })
  await answers(on, dealer.id, { lotId, soldOn: 500, comingBack: 500 })
  expect(await returnsOf(on)).toMatchObject([
    { route: 'recall', reason: 'recall', notice_id: on, quantity: 400 },
    { quantity: 100 },
  ])
  const open = await openLinked(world.kernel.db, [on], { procedure: 'return', table: 'goods_return', ended: [] })
  expect(open.get(on)).toHaveLength(2)
})

test('what another return asks back already is left to that one', async () => {
  const lotId = lots.pressureMonitor.id
  await world.does('after-sales', 'return.request', {
    input: {
      route: 'dealer',
      partyId: dealer.id,
      reason: 'unsaleable',
      wish: 'exchange',
      lines: [{ lotId, quantity: 25 }],
    },
  })
  const on = await recallOf(lotId)
  await answers(on, dealer.id, { lotId, comingBack: 30 })
  expect(await returnsOf(on)).toMatchObject([{ quantity: 5 }])
})

test('by serial number, where the product goes by it', async () => {
  const lotId = lots.pump.id
  const on = await recallOf(lotId)
  const hospital = parties.localHospital.id
  await expect(answers(on, hospital, { lotId, used: 2, comingBack: 2 })).rejects.toThrow(/serial number/)
  await answers(on, hospital, { lotId, used: 2, comingBack: 2, serials: ['SN-001', 'SN-002'] })
  await answers(on, hospital, { lotId, used: 1, comingBack: 3, serials: ['SN-001', 'SN-002', 'SN-003'] })
  expect((await returnsOf(on)).map(item => item.serials)).toEqual([['SN-001', 'SN-002'], ['SN-003']])
})
