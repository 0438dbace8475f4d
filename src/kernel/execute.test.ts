import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { recordPage } from './record-page.ts'
import { sealHolds, sealNow } from './seal.ts'
import { entryHash, GENESIS, macHolds, trailEntry } from './trail.ts'
import { verifyTrail } from './verify.ts'
import { workbench } from './workbench.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

const opened = async (title: string) => (await world.does('warehouse', 'parcel.open', { input: { title } })).record

describe('an accepted step', () => {
  test('writes record, clock and trail, and answers what is possible next', async () => {
    const answer = await world.does('warehouse', 'parcel.open', { input: { title: '箱子一' } })
    expect(answer.record).toMatchObject({ number: 'BG-2026-00001', state: 'open', version: 1, tags: ['a', 'b'] })
    expect(answer.told.zh).toBe('登记 BG-2026-00001：箱子一')
    expect(answer.due).toMatchObject([{ name: 'packing', dueAt: '2026-11-21T00:42:00.000Z', metAt: null }])
    expect(answer.can['parcel.note']).toBeNull()
    expect(answer.can['parcel.send']?.code).toBe('state')
  })

  test('starts another procedure in the same transaction and links it', async () => {
    const parcel = await opened('连带')
    await world.does('warehouse', 'parcel.drop', { on: parcel.id, input: { seal: true } })
    const page = await recordPage(world.kernel, parcels, parcel.id, world.as('warehouse'))
    expect(page.links).toMatchObject([{ procedure: 'wax', kind: 'sealed', direction: 'to' }])
    expect(page.due[0]?.cancelReason?.zh).toContain('作废')
  })

  test('takes the same request with the same key once', async () => {
    const call = { key: 'k-1', input: { title: '只一次' } }
    const [first, second] = await Promise.all([
      world.does('warehouse', 'parcel.open', call),
      world.does('warehouse', 'parcel.open', call),
    ])
    expect(second.record.id).toBe(first.record.id)
    const other = await world.refused('warehouse', 'parcel.open', { key: 'k-1', input: { title: '别的' } })
    expect(other[0]?.code).toBe('key-reused')
  })
})

describe('a refused step', () => {
  test('changes nothing except its own trail entry', async () => {
    const parcel = await opened('不动')
    const refusals = await world.refused('sales', 'parcel.pack', { on: parcel.id })
    expect(refusals[0]).toMatchObject({ code: 'role', kind: 'forbidden' })
    const page = await recordPage(world.kernel, parcels, parcel.id, world.as('sales'))
    expect(page.record.version).toBe(1)
    expect(page.timeline[0]).toMatchObject({ outcome: 'refused', command: 'parcel.pack', actorName: '郑爽' })
    expect(page.can['parcel.pack']).toEqual(refusals[0])
  })

  test('says which field is wrong, unknown fields included', async () => {
    const missing = await world.refused('warehouse', 'parcel.open', { input: {} })
    expect(missing[0]).toMatchObject({ code: 'bad-input', field: 'title', sentence: { zh: '请填写“名称”。' } })
    const unknown = await world.refused('warehouse', 'parcel.open', { input: { title: 'x', colour: 'red' } })
    expect(unknown[0]).toMatchObject({ code: 'unknown-field', field: 'colour' })
  })

  test('refuses characters that no database keeps', async () => {
    const hostile = await world.refused('warehouse', 'parcel.open', { input: { title: 'a\u0000b' } })
    expect(hostile[0]).toMatchObject({ kind: 'unfit', field: 'title' })
    const lone = await world.refused('warehouse', 'parcel.open', { input: { title: '\ud800' } })
    expect(lone[0]).toMatchObject({ kind: 'unfit', field: 'title' })
  })

  test('shows the second writer what changed and by whom', async () => {
    const parcel = await opened('两人')
    await world.does('service-desk', 'parcel.note', { on: parcel.id, expect: 1, input: { note: '先' } })
    const refusals = await world.refused('warehouse', 'parcel.note', {
      on: parcel.id,
      expect: 1,
      input: { note: '后' },
    })
    expect(refusals[0]).toMatchObject({
      code: 'version-changed',
      detail: { version: 2, changes: [{ by: '赵倩', told: { zh: '记了一笔' } }] },
    })
  })

  test('gives its number back: numbers have no gaps', async () => {
    const before = await opened('前')
    for (let i = 0; i < 3; i++) await opened('同名')
    await world.refused('warehouse', 'parcel.open', { input: { title: '同名' } })
    const after = await opened('后')
    expect(Number(after.number.slice(-5)) - Number(before.number.slice(-5))).toBe(4)
  })
})

describe('signatures', () => {
  test('need the credential, come in order, and from different people', async () => {
    const parcel = await opened('签')
    const unsigned = await world.refused('warehouse', 'parcel.pack', { on: parcel.id, sign: undefined })
    expect(unsigned[0]?.code).toBe('sign-needed')
    const wrong = await world.refused('warehouse', 'parcel.pack', { on: parcel.id, sign: { password: 'no' } })
    expect(wrong[0]).toMatchObject({ code: 'wrong-password', field: 'sign.password' })
    await world.does('warehouse', 'parcel.pack', { on: parcel.id })
    const bench = await workbench(world.kernel, world.as('sales'))
    expect(bench.signs.map(item => item.recordId)).toContain(parcel.id)
    const same = await world.refused('warehouse', 'parcel.send', { on: parcel.id })
    expect(same.map(item => item.code)).toEqual(['SG05', 'sign-off-same-person'])
    const sent = await world.does('sales', 'parcel.send', { on: parcel.id })
    expect(sent.record.state).toBe('sent')
    const page = await recordPage(world.kernel, parcels, parcel.id, world.as('sales'))
    expect(page.signatures.map(item => item.personName)).toEqual(['蒋涛', '郑爽'])
  })
})

describe('a gate', () => {
  test('holds another procedure’s step until its holder lets go', async () => {
    const parcel = await opened('封')
    await world.does('warehouse', 'parcel.pack', { on: parcel.id })
    const wax = await world.does('quality', 'wax.apply', { input: { title: 'w', parcelId: parcel.id } })
    const held = await world.refused('sales', 'parcel.send', { on: parcel.id })
    expect(held[0]).toMatchObject({ code: 'under-wax', clause: 'W-1' })
    const page = await recordPage(world.kernel, parcels, parcel.id, world.as('sales'))
    expect(page.can['parcel.send']).toEqual(held[0])
    await world.does('quality', 'wax.break', { on: wax.record.id })
    expect((await world.does('sales', 'parcel.send', { on: parcel.id })).record.state).toBe('sent')
  })
})

describe('the trail', () => {
  test('is a chain for each record, each entry with its own mac, sealed with a key outside the database', async () => {
    const parcel = await opened('链')
    await world.does('warehouse', 'parcel.note', { on: parcel.id, input: { note: '一' } })
    await world.refused('sales', 'parcel.pack', { on: parcel.id })
    const { rows } = await world.kernel.pool.query('SELECT * FROM trail WHERE record_id = $1 ORDER BY position', [
      parcel.id,
    ])
    let previous = GENESIS
    for (const row of rows.map(trailEntry)) {
      const { seq: _, previousHash, hash, mac, ...statement } = row
      expect(previousHash).toBe(previous)
      expect(entryHash(statement, previousHash)).toBe(hash)
      expect(macHolds(world.kernel.keys, { hash, mac })).toBe(true)
      previous = hash
    }
    expect(rows.map(row => row.outcome)).toEqual(['accepted', 'accepted', 'refused'])
    const seal = await sealNow(world.kernel)
    expect(seal && sealHolds(world.kernel.keys, seal)).toBe(true)
    expect(await sealNow(world.kernel)).toBeNull()
  })

  test('cannot be changed by the application', async () => {
    await expect(world.kernel.pool.query("UPDATE trail SET actor_name = 'x'")).rejects.toThrow(
      /permission denied|append-only/,
    )
    await expect(world.database.adminPool.query('DELETE FROM trail')).rejects.toThrow(/append-only/)
  })
})

test('many writers at once neither lose a note nor break a chain', async () => {
  const parcel = await opened('并发')
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) =>
      world.does('warehouse', 'parcel.note', { on: parcel.id, input: { note: `${i}` } }),
    ),
  )
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(3)
  const { rows } = await world.kernel.pool.query('SELECT count(*)::int AS n FROM parcel_note WHERE parcel_id = $1', [
    parcel.id,
  ])
  expect(rows[0].n).toBe(3)
})

test('what a step starts may come back to its record: the chain holds', async () => {
  const back = {
    ...waxes,
    on: [
      {
        on: 'wax.apply',
        clause: 'W-1',
        run: ({ input }: { input: unknown }) => [
          { command: 'parcel.note', on: (input as { parcelId: string }).parcelId, input: { note: '已封' } },
        ],
      },
    ],
  }
  const sealing = {
    ...parcels,
    commands: parcels.commands.map(command =>
      command.id === 'parcel.drop' ? { ...command, to: 'open', record: { ...command.record } } : command,
    ),
  }
  const other = await testKernel([sealing, back], { schema: TOY_SCHEMA })
  try {
    const { record } = await other.does('warehouse', 'parcel.open', { input: { title: '回' } })
    await other.does('warehouse', 'parcel.drop', { on: record.id, input: { seal: true } })
    const page = await recordPage(other.kernel, sealing, record.id, other.as('warehouse'))
    expect(page.timeline.map(entry => entry.command)).toEqual([
      'kernel.link',
      'parcel.note',
      'parcel.drop',
      'parcel.open',
    ])
    expect((await verifyTrail(other.kernel.pool, other.kernel.registry, other.kernel.keys)).faults).toEqual([])
  } finally {
    await other.drop()
  }
})
