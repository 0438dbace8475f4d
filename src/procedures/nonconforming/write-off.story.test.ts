/** Goods that are written off, on a real PostgreSQL: five signatures, list, report, approvals, destruction, file. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { addLocalMonths, endOfLocalDay, SITE_ZONE } from '../../kernel/time.ts'
import { type Company, company, hospital, set, supplier } from './company.example.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { nonconforming } from './procedure.ts'

let here: Company
let world: TestKernel
beforeAll(async () => {
  here = await company()
  world = here.world
})
afterAll(() => world.drop())

const row = (answer: { readonly record: unknown }) => answer.record as NonconformingRow

test('a part goes back, the rest is written off by five people, listed, reported, approved and destroyed', async () => {
  const { does, refused, clock } = world
  const on = await here.isolated(30)
  const shared = { liable: 'shared', basis: '协议第六条', opinion: '整箱退回，散包装报损', supplierId: supplier.id }
  const [parts] = await refused('quality', 'nonconforming.give-opinion', {
    on,
    input: { ...shared, supplierQuantity: 30 },
  })
  expect(parts?.code).toBe('parts-do-not-fit')
  await does('quality', 'nonconforming.give-opinion', { on, input: { ...shared, supplierQuantity: 10 } })

  const [unlisted] = await refused('warehouse', 'destruction.list', { input: {} })
  expect(unlisted?.code).toBe('nothing-waits')
  const asked = { unitPrice: 3.85, reason: '散包装封口不合格' }
  await does('warehouse', 'nonconforming.request-write-off', { on, input: asked })
  const [order] = await refused('finance', 'nonconforming.sign-write-off', { on, input: {} })
  expect(order?.code).toBe('sign-off-order')
  await does('sales', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('finance', 'nonconforming.sign-write-off', {
    on,
    input: { opinion: 'send-back', backTo: 'sales', note: '单价请业务核对' },
  })
  const [again] = await refused('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  expect(again?.code, 'sales is asked again first').toBe('sign-off-order')
  await does('sales', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree', note: '单价无误' } })
  await does('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('finance', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  const approved = await does('general-manager', 'nonconforming.sign-write-off', { on, input: { note: '同意' } })
  expect(row(approved)).toMatchObject({ state: 'disposing', writeOffValue: 7700 })
  expect(approved.due.find(item => item.name === 'destruction-list')).toMatchObject({
    dueAt: endOfLocalDay(addLocalMonths(clock.now(), 3, SITE_ZONE), SITE_ZONE),
    policyKey: 'destroy.list_interval_m',
  })
  await does('sales-rep', 'nonconforming.return-to-supplier', { on, input: { reason: '封口不合格' } })
  await does('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力' } })
  const receipt = { receivedOn: '2026-11-20', receivedBy: '孟庆', settlement: 'red-invoice' }
  const back = await does('driver', 'nonconforming.record-supplier-receipt', { on, input: receipt })
  expect(back.record.state).toBe('awaiting-destruction')

  const other = await here.isolated(5)
  await does('quality', 'nonconforming.give-opinion', {
    on: other,
    input: { liable: 'own', basis: '仓储受潮，超出供货者责任', opinion: '报损销毁' },
  })
  await here.writtenOff(other)
  expect(await here.stateOf(other)).toBe('awaiting-destruction')

  const list = await does('warehouse', 'destruction.list', { input: { note: '第四季度' } })
  expect(list.record).toMatchObject({ number: 'XH-2026-00001', lineCount: 2, quantity: 25, value: 9625 })
  const xh = list.record.id
  const [twice] = await refused('warehouse', 'destruction.list', { input: { nonconformingIds: [on] } })
  expect(twice?.code).toBe('not-written-off')
  const report = { reason: '已报损，无使用价值', method: 'medical-waste', place: '处置厂', plannedOn: '2026-11-24' }
  await does('quality', 'destruction.report', { on: xh, input: report })
  const destroying = {
    destroyedAt: clock.now(),
    place: '豫康医废处置厂',
    method: 'medical-waste',
    process: '过磅后投入焚烧炉，全程录像。',
    witnesses: [
      { name: '蒋涛', unit: '仓储部' },
      { name: '刘洋', unit: '豫康处置厂' },
    ],
    photographs: [await here.photograph('quality')],
  }
  const [unapproved] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(unapproved).toMatchObject({ code: 'not-approved', clause: 'S26-5c' })
  await does('business-deputy', 'destruction.approve', { on: xh, input: { agree: true, note: '同意' } })
  await does('finance', 'destruction.check', { on: xh, input: { agree: true } })
  const [unchecked] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(unchecked?.code).toBe('state')
  expect((await does('warehouse', 'destruction.check', { on: xh, input: { agree: true } })).record.state).toBe(
    'checked',
  )
  clock.pass(48)
  const destroyed = await does('quality', 'destruction.destroy', {
    on: xh,
    input: { ...destroying, destroyedAt: clock.now() },
  })
  expect(destroyed.record.state).toBe('destroyed')
  expect(await here.stock()).toEqual({ qualified: 565 })
  expect([await here.stateOf(on), await here.stateOf(other)]).toEqual(['destroyed', 'destroyed'])
  await does('quality', 'destruction.file', { on: xh, input: { fileNo: 'ZL-2026-11' } })
  expect([await here.stateOf(on), await here.stateOf(other)]).toEqual(['filed', 'filed'])

  const paper = (await nonconforming.queries.facts.paper?.read(world.kernel.db, [on]))?.get(on) as {
    reviews: { key: string; name: string }[]
    destructions: { number: string; witnesses: string[] }[]
  }
  expect(paper.reviews.filter(item => item.name).length).toBeGreaterThanOrEqual(5)
  expect(paper.destructions[0]).toMatchObject({
    number: 'XH-2026-00001',
    witnesses: ['蒋涛（仓储部）', '刘洋（豫康处置厂）'],
  })
})

test('a refused write-off comes back to the keeper, and quality may then decide otherwise', async () => {
  const { does, refused } = world
  const on = await here.isolated(4)
  const own = { liable: 'own', basis: '仓储原因', opinion: '报损' }
  await does('quality', 'nonconforming.give-opinion', { on, input: own })
  await does('warehouse', 'nonconforming.request-write-off', { on, input: { unitPrice: 9, reason: '封口不合格' } })
  const [signing] = await refused('quality', 'nonconforming.give-opinion', { on, input: own })
  expect(signing?.code).toBe('being-signed')
  await does('sales', 'nonconforming.sign-write-off', {
    on,
    input: { opinion: 'refuse', note: '供货者已同意收回，请退供货者' },
  })
  const opinion = { liable: 'supplier', basis: '供货者来函同意', opinion: '退回', supplierId: supplier.id }
  await does('quality', 'nonconforming.give-opinion', { on, input: opinion })
  const { rows } = await world.database.adminPool.query(
    'SELECT kind, state FROM nonconforming_disposition WHERE nonconforming_id = $1 ORDER BY kind',
    [on],
  )
  expect(rows).toEqual([
    { kind: 'supplier', state: 'decided' },
    { kind: 'write-off', state: 'replaced' },
  ])
})

test('class III devices that stay at the customer are destroyed there, with the same approvals and the regulator', async () => {
  const { does, refused, clock } = world
  const found = {
    source: 'complaint',
    lotId: set.id,
    quantity: 40,
    atCustomer: true,
    partyId: hospital.id,
    finding: '客户验货发现封口漏气，运回费用高于货值',
    judgement: '远程照片与留样比对，判定不合格',
  }
  const [more] = await refused('quality', 'nonconforming.report', { input: { ...found, quantity: 301 } })
  expect(more?.code).toBe('more-than-delivered')
  const reported = await does('quality', 'nonconforming.report', { input: found })
  expect(reported.record).toMatchObject({ state: 'isolated', zone: null, quantityHere: 0 })
  const on = reported.record.id
  const [away] = await refused('quality', 'nonconforming.give-opinion', {
    on,
    input: { liable: 'supplier', basis: '协议', opinion: '退回', supplierId: supplier.id },
  })
  expect(away?.code).toBe('goods-at-customer')
  await does('quality', 'nonconforming.give-opinion', {
    on,
    input: {
      liable: 'own',
      basis: '客户处就地销毁',
      opinion: '报损，就地销毁',
    },
  })
  await here.writtenOff(on)
  const [byDefault] = await refused('warehouse', 'destruction.list', { input: {} })
  expect(byDefault?.code, 'on-site goods are chosen by name').toBe('nothing-waits')
  const list = await does('warehouse', 'destruction.list', { input: { nonconformingIds: [on] } })
  const xh = list.record.id
  expect(list.record).toMatchObject({ onSite: true, special: true, partyName: hospital.name })
  const report = { reason: '就地销毁', method: 'crushing', place: hospital.name, plannedOn: '2026-11-30' }
  const [untold] = await refused('quality', 'destruction.report', { on: xh, input: report })
  expect(untold?.code).toBe('regulator-not-told')
  await does('quality', 'destruction.report', {
    on: xh,
    input: { ...report, regulatorNotice: '金水区市场监管局 11-22' },
  })
  await does('business-deputy', 'destruction.approve', { on: xh, input: {} })
  await does('warehouse', 'destruction.check', { on: xh, input: {} })
  await does('finance', 'destruction.check', { on: xh, input: {} })
  clock.pass(24)
  const destroying = {
    destroyedAt: clock.now(),
    place: hospital.name,
    method: 'crushing',
    process: '设备科逐支剪断后交医废暂存间',
    witnesses: [
      { name: '刘慧敏', unit: hospital.name },
      { name: '许文', unit: hospital.name },
    ],
    photographs: [await here.photograph('quality')],
  }
  const [alone] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(alone).toMatchObject({ code: 'regulator-missing', clause: 'S26-5e' })
  await does('quality', 'destruction.destroy', {
    on: xh,
    input: {
      ...destroying,
      regulatorUnit: '金水区市场监管局',
      regulatorName: '丁一',
      regulatorDocument: '金市监销〔2026〕7号',
    },
  })
  await does('quality', 'destruction.file', { on: xh, input: {} })
  expect(await here.stateOf(on)).toBe('filed')
  const { rows } = await world.database.adminPool.query(
    `SELECT from_place, to_place, quantity FROM stock_move WHERE cause_id = $1`,
    [on],
  )
  expect(rows).toEqual([{ from_place: 'customer', to_place: 'destroyed', quantity: 40 }])
})
