import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { evidence } from './evidence.ts'
import { workbench } from './workbench.ts'

let world: TestKernel
beforeAll(async () => {
  // Thursday morning in Shanghai; a parcel is to be packed within 24 hours
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA, now: '2026-11-19T01:00:00.000Z' })
})
afterAll(() => world.drop())

const bench = (username: string) => workbench(world.kernel, world.as(username))
const open = async (title: string) => (await world.does('warehouse', 'parcel.open', { input: { title } })).record.id

test('clocks stand by their end: late, today, this week; met ones are gone', async () => {
  const late = await open('迟')
  world.clock.pass(20)
  const today = await open('今')
  world.clock.pass(10)
  const soon = await open('明')
  const mine = await bench('warehouse')
  expect([mine.late, mine.today, mine.week]).toEqual([1, 0, 2])
  expect(mine.mine.map(item => item.recordId)).toEqual([late, today, soon])
  expect(mine.mine[0]).toMatchObject({ title: '迟', mine: false, deadline: { title: { en: 'Packing' } } })
  expect((await bench('sales')).mine).toEqual([])

  await world.does('warehouse', 'parcel.pack', { on: today })
  expect((await bench('warehouse')).mine.map(item => item.recordId)).toEqual([late, soon])
})

test('a signature is asked of the roles that may give it, until the record ends', async () => {
  const id = await open('签')
  await world.does('warehouse', 'parcel.pack', { on: id })
  const asks = async (username: string) => (await bench(username)).signs.some(item => item.recordId === id)
  expect([await asks('sales'), await asks('quality')]).toEqual([true, false])
  await world.does('warehouse', 'parcel.drop', { on: id })
  expect(await asks('sales')).toBe(false)
})

test('what was given up leaves no clock behind', async () => {
  const id = await open('弃')
  await world.does('warehouse', 'parcel.drop', { on: id })
  expect((await bench('warehouse')).mine.map(item => item.recordId)).not.toContain(id)
})

test('a clause is proven by what was done, refused and due within the period', async () => {
  const from = '2026-11-19T00:00:00.000Z'
  await world.refused('sales', 'parcel.pack', { on: await open('拒') })
  const [packing, noting] = await evidence(world.kernel, parcels, from, '2026-11-30T00:00:00.000Z')
  expect(packing).toMatchObject({ id: 'T-1', accepted: 8, refused: 1, fulfilled: true })
  // one of three parcels that are still to be packed or were packed is late; cancelled clocks do not count
  expect(packing?.clocks).toEqual({ due: 5, inTime: 2, late: 1, open: 2 })
  expect(packing?.controls.map(item => item.kind)).toEqual(['step', 'step', 'clock'])
  expect(noting).toMatchObject({ id: 'T-2', accepted: 0, refused: 0, clocks: null })
  const before = await evidence(world.kernel, parcels, '2026-11-01T00:00:00.000Z', from)
  expect(before[0]).toMatchObject({ accepted: 0, refused: 0, clocks: { due: 0, inTime: 0, late: 0, open: 0 } })
})
