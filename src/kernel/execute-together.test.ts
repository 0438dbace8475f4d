import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { executeTogether } from './execute-together.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

const open = (title: string) => ({ command: 'parcel.open', input: { title } })
const titles = async () =>
  (await world.database.pool.query('SELECT title, number FROM parcel ORDER BY number')).rows as { title: string }[]

test('a dry run says what would happen and writes nothing', async () => {
  const answer = await executeTogether(world.kernel, [open('甲'), open('乙')], world.as('warehouse'), { dryRun: true })
  expect(answer).toMatchObject({ refused: [], taken: [{ number: 'BG-2026-00001' }, { number: 'BG-2026-00002' }] })
  expect(await titles()).toEqual([])
})

test('one that is refused keeps all from being written; every refusal is told', async () => {
  const calls = [open('甲'), { command: 'parcel.open', input: {} }, open('乙'), open('')]
  const answer = await executeTogether(world.kernel, calls, world.as('warehouse'), { dryRun: false })
  expect(answer.taken).toEqual([])
  expect(answer.refused.map(item => [item.index, item.refusals[0]?.field])).toEqual([
    [1, 'title'],
    [3, 'title'],
  ])
  expect(await titles()).toEqual([])
  const { rows } = await world.database.pool.query(`SELECT outcome FROM trail WHERE command = 'parcel.open'`)
  expect(rows).toEqual([{ outcome: 'refused' }])
})

test('all are written, with numbers that have no gap', async () => {
  await executeTogether(world.kernel, [open('甲'), open('乙'), open('丙')], world.as('warehouse'), { dryRun: false })
  expect(await titles()).toMatchObject([
    { title: '甲', number: 'BG-2026-00001' },
    { title: '乙', number: 'BG-2026-00002' },
    { title: '丙', number: 'BG-2026-00003' },
  ])
})

test('a later step sees what an earlier one wrote', async () => {
  const answer = await executeTogether(
    world.kernel,
    Array.from({ length: 4 }, () => open('同名')),
    world.as('warehouse'),
    { dryRun: true },
  )
  expect(answer.refused).toMatchObject([{ index: 3, refusals: [{ code: 'too-many-twins' }] }])
})

test('what asks for a signature is taken one by one', async () => {
  const calls = [{ command: 'parcel.pack', on: world.siteId, input: {} }]
  await expect(executeTogether(world.kernel, calls, world.as('warehouse'), { dryRun: false })).rejects.toThrow(
    'one by one',
  )
})
