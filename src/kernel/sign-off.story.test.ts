import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { readSignOffs } from './situation.ts'
import { verifyTrail } from './verify.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

const asked = async (input: { steps?: string[] } = {}) => {
  const { record } = await world.does('warehouse', 'parcel.open', { input: { title: '特批件', weight: 3 } })
  await world.does('service-desk', 'parcel.submit', { on: record.id, input })
  return record
}
const signs = (username: string, on: string, input: object = {}) => world.does(username, 'parcel.opine', { on, input })
/** What became of each step that was asked: `warehouse signed`, in order. */
const course = async (id: string) =>
  (await readSignOffs(world.kernel.pool, [id]))
    .filter(row => row.outcome !== 'planned')
    .map(row => `${row.round} ${row.key} ${row.outcome}`)
const codes = async (username: string, on: string, input: object = {}) =>
  (await world.refused(username, 'parcel.opine', { on, input })).map(item => item.code)

describe('a round', () => {
  test('asks stage by stage; the steps of one stage at the same time and in either order', async () => {
    const { id } = await asked()
    expect(await course(id)).toEqual(['1 warehouse pending'])
    expect(await codes('finance', id)).toEqual(['sign-off-order'])
    await signs('warehouse', id)
    expect(await course(id)).toEqual(['1 warehouse signed', '1 sales pending', '1 finance pending'])
    await signs('finance', id)
    expect(await codes('general-manager', id)).toEqual(['sign-off-order'])
    await signs('sales-head', id)
    const { record } = await signs('general-manager', id)
    expect(record.state).toBe('approved')
  })
})

test('the trail proves all that the chains wrote', async () => {
  expect((await verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)).faults).toEqual([])
})
