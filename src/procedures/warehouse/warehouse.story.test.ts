import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { lot } from '../lot/procedure.ts'
import { warehouse } from './procedure.ts'
import { enteredOf } from './warehouse.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([lot, warehouse])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here(products),
    lots: here({ infusionSet: lots.infusionSet }),
    deliveries: [],
  })
})
afterAll(() => world.drop())

test('two warehouses are set up; the second becomes the main one, the first is emptied and locked', async () => {
  const { does, refused, kernel } = world
  const first = (await does('quality', 'warehouse.register', { input: enteredOf(warehouses.main) })).record
  expect(first).toMatchObject({ number: 'CW-2026-00001', isMain: true })
  const same = await refused('quality', 'warehouse.register', { input: enteredOf(warehouses.main) })
  expect(same[0]).toMatchObject({ code: 'name-taken', field: 'name' })
  const second = (await does('warehouse-head', 'warehouse.register', { input: enteredOf(warehouses.cold) })).record
  expect(second).toMatchObject({ isMain: false })

  const open = { zone: 'qualified', quantity: 30, countedOn: '2026-11-19' }
  await does('warehouse', 'lot.open-stock', { on: lots.infusionSet.id, input: open })
  const page = await recordPage(kernel, warehouse, first.id, world.as('sales'))
  const zones = page.view.sections[1]
  if (!zones || !('rows' in zones)) throw new Error('the page shows no zones')
  expect(zones.rows.map(row => row.zone)).toMatchObject([
    { value: { zh: '待验区' }, tone: 'warn' },
    { value: { zh: '合格品区' }, tone: 'ok' },
    { value: { zh: '发货区' }, tone: 'ok' },
    { value: { zh: '不合格品区' }, tone: 'late' },
    { value: { zh: '退货区' }, tone: 'warn' },
  ])
  expect(zones.rows[1]?.quantity).toMatchObject({ value: 30 })

  const full = await refused('quality', 'warehouse.deactivate', { on: first.id, input: { reason: '退租' } })
  expect(full.map(item => item.code)).toEqual(['is-main', 'not-empty'])
  const successor = { on: first.id, input: { warehouseId: second.id } }
  await does('quality', 'warehouse.hand-over-main', successor)
  expect((await refused('quality', 'warehouse.hand-over-main', successor))[0]?.code).toBe('not-main')
  expect((await refused('quality', 'warehouse.become-main', { on: first.id, input: {} }))[0]?.code).toBe('main-there')

  const count = { zone: 'qualified', warehouseId: first.id, counted: 0, countedOn: '2026-11-19', reason: '移库' }
  await does('warehouse', 'lot.count', { on: lots.infusionSet.id, input: count })
  await does('quality', 'warehouse.deactivate', { on: first.id, input: { reason: '退租' } })
  const locked = await refused('warehouse', 'lot.open-stock', {
    on: lots.infusionSet.id,
    input: { ...open, zone: 'return', warehouseId: first.id },
  })
  expect(locked[0]?.code).toBe('warehouse-unknown')
  await does('quality', 'warehouse.reactivate', { on: first.id, input: { reason: '续租' } })
  await does('quality', 'warehouse.change', {
    on: first.id,
    input: { ...enteredOf(warehouses.main), climate: 'cool', reason: '改造为阴凉库' },
  })
})
