/** Lists of destruction that do not go straight on: refused, corrected, voided, made by two keepers at once. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { lot } from '../lot/procedure.ts'
import { nonconforming } from '../nonconforming/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { destruction } from './procedure.ts'

let world: TestKernel
const set = lots.infusionSet

beforeAll(async () => {
  world = await testKernel([lot, warehouse, nonconforming, destruction])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here(products),
    lots: here(lots),
    deliveries: [],
    warehouses: here(warehouses),
  })
  await world.does('warehouse', 'lot.open-stock', {
    on: set.id,
    input: { zone: 'qualified', quantity: 100, countedOn: '2026-11-18' },
  })
})
afterAll(() => world.drop())

/** Written-off goods in the unqualified zone; answers the id of their record. */
async function writtenOff(quantity: number): Promise<string> {
  const { does } = world
  const { record } = await does('stock-maintenance', 'nonconforming.report', {
    input: { source: 'storage', lotId: set.id, zone: 'qualified', quantity, finding: '封口发白', marked: true },
  })
  const on = record.id
  const bad = { result: 'nonconforming', method: '封口剥离试验', note: '封口强度不合格' }
  await does('quality', 'nonconforming.record-recheck', { on, input: bad })
  await does('sales-rep', 'nonconforming.confirm', { on, input: {} })
  await does('warehouse', 'nonconforming.store', { on, input: { counted: quantity, place: 'BHG-01' } })
  const own = { liable: 'own', basis: '仓储受潮', opinion: '报损销毁' }
  await does('quality', 'nonconforming.give-opinion', { on, input: own })
  await does('warehouse', 'nonconforming.request-write-off', { on, input: { unitPrice: 3.85, reason: '封口不合格' } })
  for (const signer of ['sales', 'quality', 'finance', 'general-manager'])
    await does(signer, 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  return on
}

const partOf = async (id: string) =>
  (
    await world.database.adminPool.query(
      'SELECT state, destruction_number FROM nonconforming_disposition WHERE nonconforming_id = $1',
      [id],
    )
  ).rows[0]

const report = { reason: '已报损', method: 'incineration', place: '豫康处置厂', plannedOn: '2026-11-24' }

test('a list that the deputy manager refuses goes back, loses a line, and is reported again', async () => {
  const { does, refused } = world
  const [one, two] = [await writtenOff(10), await writtenOff(5)]
  const { record } = await does('warehouse', 'destruction.list', { input: {} })
  const on = record.id
  expect(await partOf(one)).toEqual({ state: 'listed', destruction_number: 'XH-2026-00001' })

  await does('quality', 'destruction.report', { on, input: report })
  const [early] = await refused('warehouse', 'destruction.check', { on, input: {} })
  expect(early?.code).toBe('state')
  const back = await does('business-deputy', 'destruction.approve', {
    on,
    input: { agree: false, note: `${two} 供货者愿意收回` },
  })
  expect(back.record.state).toBe('listed')
  await does('warehouse', 'destruction.take-off', { on, input: { nonconformingId: two, reason: '供货者愿意收回' } })
  expect(await partOf(two)).toEqual({ state: 'approved', destruction_number: null })

  const again = await does('quality', 'destruction.report', { on, input: report })
  expect(again.record).toMatchObject({ state: 'reported', lineCount: 1, quantity: 10 })
  await does('business-deputy', 'destruction.approve', { on, input: {} })
  const [order] = await refused('warehouse', 'destruction.destroy', { on, input: {} })
  expect(order?.code).toBe('role')
  await does('warehouse', 'destruction.check', { on, input: { agree: true, note: '实物相符' } })
  const [twice] = await refused('warehouse-head', 'destruction.check', { on, input: {} })
  expect(twice?.code).toBe('sign-off-order')
  await does('finance', 'destruction.check', { on, input: {} })

  const { view } = await recordPage(world.kernel, destruction, on, world.as('quality'))
  expect(view.sections.map(section => section.title.zh)).toEqual(['销毁清单', '报告与审批'])
  const paper = (await destruction.queries.facts.paper?.read(world.kernel.db, [on]))?.get(on) as {
    reviews: { key: string; name: string | null; note: string | null }[]
  }
  expect(paper.reviews.map(item => item.key)).toEqual(['report', 'approval', 'warehouse', 'finance'])
  expect(paper.reviews.find(item => item.key === 'warehouse')).toMatchObject({ name: '蒋涛', note: '实物相符' })
})

test('two keepers who list at the same moment do not list the same goods', async () => {
  const { does } = world
  const id = await writtenOff(7)
  const both = await Promise.allSettled([
    does('warehouse', 'destruction.list', { input: { nonconformingIds: [id] } }),
    does('warehouse-2', 'destruction.list', { input: { nonconformingIds: [id] } }),
  ])
  expect(both.map(item => item.status).sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await world.database.adminPool.query(
    `SELECT count(*)::int AS count FROM destruction_line WHERE nonconforming_id = $1`,
    [id],
  )
  expect(rows[0].count).toBe(1)

  const { rows: lists } = await world.database.adminPool.query(
    'SELECT destruction_id FROM destruction_line WHERE nonconforming_id = $1',
    [id],
  )
  const on = lists[0].destruction_id
  await does('warehouse-head', 'destruction.void', { on, input: { reason: '改到下季度' } })
  expect(await partOf(id)).toEqual({ state: 'approved', destruction_number: null })
})

test('without photographs that somebody really took nothing is recorded as destroyed', async () => {
  const { does, refused, clock } = world
  const { record } = await does('warehouse', 'destruction.list', { input: {} })
  const on = record.id
  await does('quality', 'destruction.report', { on, input: report })
  await does('business-deputy', 'destruction.approve', { on, input: {} })
  await does('warehouse', 'destruction.check', { on, input: {} })
  await does('finance', 'destruction.check', { on, input: {} })
  const [unknown] = await refused('quality', 'destruction.destroy', {
    on,
    input: {
      destroyedAt: clock.now(),
      place: '豫康处置厂',
      method: 'incineration',
      process: '投入焚烧炉',
      witnesses: [
        { name: '蒋涛', unit: '仓储部' },
        { name: '刘洋', unit: '处置厂' },
      ],
      photographs: [randomUUID()],
    },
  })
  expect(unknown?.code).toBe('attachment-unknown')
  const { rows } = await world.database.adminPool.query(
    `SELECT coalesce(sum(quantity), 0)::int AS destroyed FROM stock_move WHERE to_place = 'destroyed'`,
  )
  expect(rows[0].destroyed).toBe(0)
})
