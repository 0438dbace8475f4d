/** A pump whose complaints pile up: noticed by the system, decided by two people, concluded; never noticed twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { workbench } from '../../kernel/workbench.ts'
import { watchQuality } from '../../server/jobs/watch-quality.ts'
import { procedures } from '../index.ts'
import { signal } from './procedure.ts'
import type { SignalRow } from './signal.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel(procedures)
  const { siteId } = world
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries: [],
    warehouses: mine(Object.values(warehouses)),
  })
  // twelve months of 1,000 pumps each
  await world.database.adminPool.query(
    `insert into delivery (id, number, party_id, product_id, lot_id, delivered_on, quantity)
     select gen_random_uuid(), 'CK-' || n, $1, $2, $3, (date '2025-11-15' + n * interval '1 month')::date, 1000
     from generate_series(0, 11) as n`,
    [parties.localHospital.id, products.pump.id, lots.pump.id],
  )
})
afterAll(() => world.drop())

const parts = () => ({ kernel: world.kernel, pool: world.kernel.pool })
const signals = async () =>
  (await world.kernel.db.selectFrom('signal').selectAll().orderBy('number').execute()) as SignalRow[]

async function complaintsIn(month: string, count: number) {
  for (let i = 0; i < count; i += 1) {
    world.clock.set(`${month}-${String(10 + i).padStart(2, '0')}T02:00:00.000Z`)
    await world.does('service-desk', 'complaint.open', {
      input: {
        partyId: parties.localHospital.id,
        contactPerson: '刘慧敏',
        productId: products.pump.id,
        lotNo: lots.pump.lotNo,
        serial: `SN-${month}-${i}`,
        description: `运行中报警停机，更换备机后正常（第 ${i + 1} 台）。`,
        urgency: 'general',
        notDuplicate: true,
      },
    })
  }
}

test('a quiet year opens nothing; a month beyond the limit opens one signal, once', async () => {
  world.clock.set('2026-09-05T02:00:00.000Z')
  await complaintsIn('2026-09', 1)
  world.clock.set('2026-10-02T02:00:00.000Z')
  expect(await watchQuality(parts())).toBe(0)
  await complaintsIn('2026-10', 9)
  world.clock.set('2026-11-02T02:00:00.000Z')
  // the pump, and its maker, whose only product it is
  expect(await watchQuality(parts())).toBe(2)
  expect(await watchQuality(parts())).toBe(0)
  const [one, two] = await signals()
  expect(one).toMatchObject({
    number: 'XH-2026-0001',
    state: 'open',
    subject: 'product',
    rule: 'beyond-limit',
    count: 9,
  })
  expect(one?.chart.kind).toBe('control')
  expect(two).toMatchObject({ subject: 'supplier', supplierId: parties.pumpMaker.id })
  const again = await world.refused('quality', 'signal.raise', {
    input: { subject: 'product', subjectId: products.pump.id, month: '2026-10-01' },
  })
  expect(again[0]?.code).toBe('already-raised')
})

test('quality proposes, the quality head approves by signature within five working days', async () => {
  const [one] = await signals()
  const on = one?.id ?? ''
  const page = await recordPage(world.kernel, signal, on, world.as('quality'))
  expect(page.due.map(clock => [clock.name, clock.dueAt])).toEqual([['decision', '2026-11-09T15:59:59.999Z']])
  await world.does('quality', 'signal.propose', {
    on,
    input: {
      decision: 'investigate',
      reason: '十月九起同为主板，须查批次',
      until: '2026-12-10',
      responsibleName: '王磊',
    },
  })
  const { signs } = await workbench(world.kernel, world.as('quality-head'))
  expect(signs.map(item => item.number)).toContain('XH-2026-0001')
  const back = await world.does('quality-head', 'signal.approve', { on, input: { agree: false, note: '请写明批号' } })
  expect(back.record.state).toBe('open')
  await world.does('quality', 'signal.propose', {
    on,
    input: {
      decision: 'investigate',
      reason: '批号见投诉；主板批次待查',
      until: '2026-12-10',
      responsibleName: '王磊',
    },
  })
  const approved = await world.does('quality-head', 'signal.approve', { on, input: {} })
  expect(approved.record.state).toBe('investigating')
  expect(approved.due.filter(clock => !clock.metAt).map(clock => clock.name)).toEqual(['review'])

  // what the investigation does is started here and runs elsewhere
  const bare = await world.refused('quality-head', 'signal.conclude', {
    on,
    input: { conclusion: '主板一批虚焊，供货者换板。' },
  })
  expect(bare[0]?.code).toBe('no-measure')
  await world.does('quality', 'signal.stop-sale', {
    on,
    input: { productId: products.pump.id, lotId: lots.pump.id, reason: '主板批次待查' },
  })
  await world.does('quality', 'signal.ask-supplier', {
    on,
    input: {
      partyId: parties.pumpMaker.id,
      productId: products.pump.id,
      lotId: lots.pump.id,
      question: '请说明该批主板的检验情况。',
      dueOn: '2026-11-20',
    },
  })
  const links = (await recordPage(world.kernel, signal, on, world.as('quality'))).links
  expect(links.map(link => link.kind).sort()).toEqual(['stop-sale', 'supplier-inquiry'])
  world.clock.set('2026-12-08T02:00:00.000Z')
  const closed = await world.does('quality-head', 'signal.conclude', {
    on,
    input: { conclusion: '主板一批虚焊，供货者换板；十一月已回落。' },
  })
  expect(closed.record.state).toBe('closed')
})

test('the trail proves it', async () => {
  const { faults } = await verifyTrail(world.database.adminPool, world.kernel.registry, world.kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})
