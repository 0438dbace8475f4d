import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { linkedBack, linkedOn, openLinked } from './linked.ts'

const wax = { procedure: 'wax', table: 'wax', ended: ['broken'] }

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

/** A parcel; with `seal` it started wax of its own. */
async function parcel(seal: boolean): Promise<string> {
  const { record } = await world.does('warehouse', 'parcel.open', { input: { title: randomUUID() } })
  await world.does('warehouse', 'parcel.drop', { on: record.id, input: { seal } })
  return record.id
}

async function waxOf(parcelId: string): Promise<{ id: string; number: string }> {
  const { rows } = await world.database.adminPool.query('SELECT id, number FROM wax WHERE parcel_id = $1', [parcelId])
  return rows[0]
}

const link = (fromId: string, toId: string, toProcedure = 'parcel', kind = 'follows'): Promise<unknown> =>
  world.database.adminPool.query(
    `INSERT INTO link (id, from_procedure, from_id, to_procedure, to_id, kind, at)
     VALUES (gen_random_uuid(), 'parcel', $1, $3, $2, $4, now())`,
    [fromId, toId, toProcedure, kind],
  )

describe('open records that came out of others', () => {
  test('are found for many at once; what started nothing is left out', async () => {
    const [sealed, other, bare] = await Promise.all([parcel(true), parcel(true), parcel(false)])
    const found = await openLinked(world.kernel.db, [sealed, other, bare], wax)
    const { id, number } = await waxOf(sealed)
    expect([...found.keys()].sort()).toEqual([sealed, other].sort())
    expect(found.get(sealed)).toEqual([{ id, number, state: 'whole' }])
  })

  test('are gone once they are ended', async () => {
    const sealed = await parcel(true)
    await world.does('quality', 'wax.break', { on: (await waxOf(sealed)).id })
    expect(await openLinked(world.kernel.db, [sealed], wax)).toEqual(new Map())
  })

  test('are found through others, each once, four links deep and no deeper', async () => {
    const [first, second, third, fourth, last] = await Promise.all([
      parcel(false),
      parcel(false),
      parcel(false),
      parcel(false),
      parcel(true),
    ])
    await link(first, second)
    await link(second, third)
    await link(third, fourth)
    await link(fourth, last)
    await link(third, last)
    const { id } = await waxOf(last)
    const found = await openLinked(world.kernel.db, [first, second], wax)
    expect(found.get(first)?.map(item => item.id)).toEqual([id])
    expect(found.get(second)?.map(item => item.id)).toEqual([id])
    const before = await parcel(false)
    await link(before, first)
    expect(await openLinked(world.kernel.db, [before], wax)).toEqual(new Map())
  })

  test('links in a circle end, and a record is not its own', async () => {
    const [one, other] = await Promise.all([parcel(false), parcel(true)])
    await link(one, other)
    await link(other, one)
    const asked = { procedure: 'parcel', table: 'parcel', ended: [] }
    const found = await openLinked(world.kernel.db, [one], asked)
    expect(found.get(one)?.map(item => item.id)).toEqual([other])
  })

  test('are found where they name their cause themselves', async () => {
    const [cause, came] = await Promise.all([parcel(false), parcel(true)])
    await link(came, cause, 'parcel', 'cause')
    const { id } = await waxOf(came)
    expect((await openLinked(world.kernel.db, [cause], wax)).get(cause)?.map(item => item.id)).toEqual([id])
    expect((await linkedBack(world.kernel.db, [id])).map(end => end.id)).toEqual([came, cause])
    expect((await linkedOn(world.kernel.db, [cause])).map(end => end.id)).toEqual([came, id])
  })

  test('nobody asked, nothing found', async () => {
    expect(await openLinked(world.kernel.db, [], wax)).toEqual(new Map())
  })
})
