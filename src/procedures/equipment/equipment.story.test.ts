import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, products, settle, site } from '../../../test/world.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { duty } from '../duty/procedure.ts'
import { sweepDuties } from '../duty/sweep-duties.ts'
import { person } from '../person/procedure.ts'
import { equipment } from './procedure.ts'

const all: Procedure[] = [equipment, person, duty(() => all)]
let world: TestKernel
beforeAll(async () => {
  world = await testKernel(all)
  const { siteId } = world
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: Object.values(parties).map(row => ({ ...row, siteId })),
    products: Object.values(products).map(row => ({ ...row, siteId })),
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

const sweep = () =>
  sweepDuties(world.kernel, (name, fault) => {
    throw new Error(name, { cause: fault })
  })

test('a lift and a thermometer: registered, calibrated, inspected each month, mended, retired', async () => {
  const { does, refused, as, kernel } = world
  const lift = await does('equipment-supervisor', 'equipment.register', {
    input: { name: '货梯一号', kind: 'lift', place: '一号库东侧' },
  })
  const logger = await does('equipment-supervisor', 'equipment.register', {
    input: { name: '温度记录仪 3 号', kind: 'instrument', place: '冷藏库', calibrationDue: '2026-12-15' },
  })
  expect(logger.due).toMatchObject([{ name: 'calibration', dueAt: '2026-12-15T15:59:59.999Z' }])
  const renewed = await does('equipment-supervisor', 'equipment.calibrate', {
    on: logger.record.id,
    input: { certificate: 'JZ-2026-118', until: '2027-12-14' },
  })
  expect(renewed.due.filter(item => item.metAt === null)).toMatchObject([{ key: '2027-12-14' }])

  expect(await sweep()).toMatchObject({ begun: 2 })
  const on = lift.record.id
  const [other] = await refused('equipment-technician', 'equipment.inspect', { on, input: { result: 'fit' } })
  expect(other).toMatchObject({ code: 'lift-supervisor', clause: 'S03-W2a' })
  const input = { result: 'to-mend', finding: '平层误差 12 mm' }
  const inspected = await does('equipment-supervisor', 'equipment.inspect', { on, input })
  const turn = await kernel.db
    .selectFrom('dutyTurn')
    .selectAll()
    .where('doneRecordId', '=', on)
    .executeTakeFirstOrThrow()
  expect(turn).toMatchObject({ key: '2026-11', state: 'done' })

  const [kept] = await refused('equipment-manager', 'equipment.retire', { on, input: { reason: '更新换代' } })
  expect(kept?.code).toBe('findings-open')
  const key = inspected.due.find(item => item.name === 'mend')?.key
  await does('equipment-technician', 'equipment.mend', {
    on,
    input: { inspectionId: key, mending: '维保单位调整平层感应器，复测 3 mm' },
  })
  await does('equipment-manager', 'equipment.retire', { on, input: { reason: '更新换代' } })
  expect(await sweep()).toMatchObject({ ended: 1 })
  const page = await recordPage(kernel, equipment, on, as('equipment-manager'))
  expect(page.record).toMatchObject({ state: 'inactive', openFindings: 0 })
})
