import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { workbench } from './workbench.ts'
import { workbenchChanges } from './workbench-changes.ts'
import { workbenchTeam } from './workbench-team.ts'

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

test('what others did on a record after my own last step is news to me, once, with how many steps it was', async () => {
  const id = await open('新')
  const news = async (username: string) =>
    (await workbenchChanges(world.kernel, world.as(username))).filter(item => item.recordId === id)
  expect(await news('warehouse')).toEqual([])
  await world.does('warehouse-2', 'parcel.pack', { on: id })
  expect(await news('warehouse')).toMatchObject([{ title: '新', by: '康宁', steps: 1 }])
  expect(await news('warehouse-2')).toEqual([])
  expect(await news('sales')).toEqual([])
  await world.does('warehouse', 'parcel.drop', { on: id })
  expect(await news('warehouse')).toEqual([])
  expect(await news('warehouse-2')).toMatchObject([{ by: '蒋涛', steps: 1 }])
})

test('what is begun from a workbench: what the person begins most, and only what the person may', async () => {
  const starts = async (username: string) => (await bench(username)).starts.map(item => item.id)
  expect(await starts('sales')).toEqual([])
  expect(await starts('quality')).toEqual(['wax.apply'])
  expect(await starts('warehouse')).toEqual(['parcel.open'])
  // the desk may open parcels too, but it is typical only once somebody there does so again and again
  for (const title of ['第一件', '第二件', '第三件']) {
    expect(await starts('service-desk')).toEqual([])
    await world.does('service-desk', 'parcel.open', { input: { title } })
  }
  expect(await starts('service-desk')).toEqual(['parcel.open'])
})

test('the load of a team: what stands with a role until somebody is named, late first', async () => {
  const before = await workbenchTeam(world.kernel, world.as('warehouse'))
  const standing = (rows: typeof before) => rows.find(item => item.personId === null && item.title.zh === '仓库保管员')
  await open('重')
  const after = await workbenchTeam(world.kernel, world.as('warehouse'))
  expect(standing(after)?.open).toBe((standing(before)?.open ?? 0) + 1)
  expect(after.filter(item => item.personId !== null).map(item => item.title.zh)).toContain('蒋涛')
  expect(after.every(item => item.late <= item.open)).toBe(true)
})

test('what names somebody who is away stands in the deputy’s list, and in nobody else’s', async () => {
  const id = await open('代')
  const keeper = world.as('warehouse')
  await world.database.adminPool.query('UPDATE deadline SET owner_id = $1 WHERE record_id = $2', [keeper.id, id])
  const deputyFor = { warehouse: { id: keeper.id, name: keeper.name } }
  const deputy = { ...world.as('picker'), roles: ['picker', 'warehouse'], deputyFor }
  const shown = async (actor: typeof deputy | typeof keeper) =>
    (await workbench(world.kernel, actor)).mine.some(item => item.recordId === id)
  expect([await shown(deputy), await shown(keeper), await shown(world.as('warehouse-2'))]).toEqual([true, true, false])
})
