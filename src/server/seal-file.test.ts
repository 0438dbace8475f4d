import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { sealNow } from '../kernel/seal.ts'
import { noteSeal, verifyNotedSeals } from './seal-file.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

test('a trail whose end was cut off together with its seals is found by the seals written down beside it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-'))
  for (const title of ['甲', '乙']) {
    await world.does('warehouse', 'parcel.open', { input: { title } })
    const seal = await sealNow(world.kernel)
    if (seal) await noteSeal(dataDir, seal)
  }
  expect(await verifyNotedSeals(world.kernel.pool, dataDir)).toEqual([])
  await world.database.superuserPool.query('ALTER TABLE seal DISABLE TRIGGER ALL')
  await world.database.superuserPool.query('DELETE FROM seal WHERE number = 2')
  const faults = await verifyNotedSeals(world.kernel.pool, dataDir)
  expect(faults).toMatchObject([{ kind: 'seal', at: 'seal 2', what: expect.stringContaining('cut off') }])
})

test('no seals written down, nothing to miss', async () => {
  expect(await verifyNotedSeals(world.kernel.pool, mkdtempSync(join(tmpdir(), 'bihuan-')))).toEqual([])
})
