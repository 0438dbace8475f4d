/** A disc with an archive: registered, read back a year later, found unreadable, replaced. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
})
afterAll(() => world.drop())

test('a medium is registered with its hash, read back, and replaced when it fails', async () => {
  const { does, refused, clock, kernel, database } = world
  const sha256 = 'cd'.repeat(32)
  const input = {
    kind: 'backup',
    medium: 'drive',
    label: 'BF-01',
    place: '异地库房',
    fileName: 'bihuan-2026-11-20.bak',
    sha256,
    content: '全系统备份',
    madeOn: '2026-11-20',
  }
  const kept = await does('computer-room', 'archive.register', { input })
  const on = kept.record.id
  expect(kept.record).toMatchObject({ number: 'JZ-2026-0001', state: 'kept' })
  clock.set('2027-06-01T02:00:00.000Z')
  const [other] = await refused('computer-room', 'archive.read-back', {
    on,
    input: { readable: true, sha256: 'ef'.repeat(32) },
  })
  expect(other).toMatchObject({ code: 'hash-differs', field: 'sha256' })
  await does('computer-room', 'archive.read-back', { on, input: { readable: true, sha256 } })
  const failed = await does('administrator', 'archive.read-back', { on, input: { readable: false, note: '盘片损坏' } })
  expect(failed.record.state).toBe('unreadable')
  const gone = await does('computer-room', 'archive.retire', { on, input: { reason: '由 JZ-2027-0001 替代' } })
  expect(gone.record.state).toBe('retired')
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  expect(faults.filter(fault => !fault.at.startsWith('person '))).toEqual([])
})
