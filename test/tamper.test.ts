/** Whoever changes the database behind the product's back is found, the superuser of the database included. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportRecord } from '../src/kernel/export-record.ts'
import type { JsonObject } from '../src/kernel/json.ts'
import { sealNow } from '../src/kernel/seal.ts'
import { entryHash, trailEntry } from '../src/kernel/trail.ts'
import { verifyTrail } from '../src/kernel/verify.ts'
import { type TestKernel, testKernel } from './kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from './toy/toy.ts'

let world: TestKernel
let first: string
let second: string

beforeEach(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
  first = (await world.does('warehouse', 'parcel.open', { input: { title: '甲' } })).record.id
  second = (await world.does('warehouse', 'parcel.open', { input: { title: '乙', weight: 3 } })).record.id
  await world.does('warehouse', 'parcel.note', { on: first, input: { note: '一' } })
  await world.does('warehouse', 'parcel.pack', { on: first })
  await world.refused('warehouse', 'parcel.send', { on: first })
  await sealNow(world.kernel)
  await world.does('warehouse', 'parcel.note', { on: second, input: { note: '封后' } })
})
afterEach(() => world.drop())

const verified = () => verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)
const asSuperuser = (statement: string, values: unknown[] = []) => world.database.superuserPool.query(statement, values)
const unguarded = async (table: string, statement: string, values: unknown[] = []) => {
  await asSuperuser(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
  await asSuperuser(statement, values)
  await asSuperuser(`ALTER TABLE ${table} ENABLE TRIGGER ALL`)
}

test('an untouched database is genuine', async () => {
  const found = await verified()
  expect(found.faults).toEqual([])
  expect(found.entries).toBe(6)
  expect(found.seals).toBe(1)
})

describe('found, with record and entry:', () => {
  test('a changed entry', async () => {
    await unguarded('trail', `UPDATE trail SET actor_name = '别人' WHERE record_id = $1 AND position = 2`, [first])
    expect((await verified()).faults[0]).toMatchObject({
      kind: 'entry',
      record: 'BG-2026-00001',
      at: expect.stringContaining('#2'),
    })
  })

  test('an entry changed together with its hash', async () => {
    const { rows } = await asSuperuser('SELECT * FROM trail WHERE record_id = $1 AND position = 1', [second])
    const { seq: _, previousHash, hash: __, mac: ___, ...statement } = trailEntry(rows[0])
    const hash = entryHash({ ...statement, actorName: '别人' }, previousHash)
    await unguarded('trail', `UPDATE trail SET actor_name = '别人', hash = $2 WHERE seq = $1`, [rows[0].seq, hash])
    const { faults } = await verified()
    expect(faults).toContainEqual(
      expect.objectContaining({ kind: 'entry', record: 'BG-2026-00002', what: 'it was not written by the product' }),
    )
    expect(faults.some(fault => fault.kind === 'seal')).toBe(true)
  })

  test('a removed entry', async () => {
    await unguarded('trail', 'DELETE FROM trail WHERE record_id = $1 AND position = 3', [first])
    const { faults } = await verified()
    expect(faults).toContainEqual(
      expect.objectContaining({ record: 'BG-2026-00001', at: expect.stringContaining('#4') }),
    )
    expect(faults.some(fault => fault.kind === 'seal' && fault.what.includes('removed'))).toBe(true)
  })

  test('reordered entries', async () => {
    await asSuperuser('ALTER TABLE trail DISABLE TRIGGER ALL')
    await asSuperuser('UPDATE trail SET position = 99 WHERE record_id = $1 AND position = 2', [first])
    await asSuperuser('UPDATE trail SET position = 2 WHERE record_id = $1 AND position = 3', [first])
    await asSuperuser('UPDATE trail SET position = 3 WHERE record_id = $1 AND position = 99', [first])
    expect((await verified()).faults[0]).toMatchObject({ kind: 'entry', record: 'BG-2026-00001' })
  })

  test('an added entry', async () => {
    await asSuperuser(
      `INSERT INTO trail (chain, position, at, procedure, record_id, command, outcome, version, actor_id, actor_name, via, clauses, body, previous_hash, hash, mac)
       SELECT chain, position + 1, at, procedure, record_id, command, outcome, version, actor_id, actor_name, via, clauses, body, hash, repeat('a', 64), mac
       FROM trail WHERE record_id = $1 ORDER BY position DESC LIMIT 1`,
      [second],
    )
    expect((await verified()).faults[0]).toMatchObject({
      kind: 'entry',
      record: 'BG-2026-00002',
      at: expect.stringContaining('#3'),
    })
  })

  test('a changed record, a changed clock, a changed signature', async () => {
    await asSuperuser(`UPDATE parcel SET title = '丙' WHERE id = $1`, [first])
    await asSuperuser(`UPDATE deadline SET due_at = due_at + interval '1 day' WHERE record_id = $1`, [second])
    await unguarded('signature', `UPDATE signature SET person_name = '别人'`)
    const { faults } = await verified()
    expect(faults.map(fault => [fault.record, fault.at.split(' ')[0], fault.what])).toEqual(
      expect.arrayContaining([
        ['BG-2026-00001', 'parcel', 'column title is not as the trail left it'],
        ['BG-2026-00002', 'deadline', 'column due_at is not as the trail left it'],
        ['BG-2026-00001', 'signature', 'column person_name is not as the trail left it'],
      ]),
    )
  })

  test('a removed record with all its entries', async () => {
    await unguarded('trail', 'DELETE FROM trail WHERE record_id = $1', [first])
    await asSuperuser('DELETE FROM parcel WHERE id = $1', [first])
    const { faults } = await verified()
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'number', record: 'BG-2026-1' }))
    expect(faults.some(fault => fault.kind === 'seal')).toBe(true)
  })

  test('an added row', async () => {
    await asSuperuser(`INSERT INTO parcel_note (id, parcel_id, note, at) VALUES (gen_random_uuid(), $1, '假', now())`, [
      first,
    ])
    expect((await verified()).faults).toContainEqual(
      expect.objectContaining({ kind: 'row', at: expect.stringMatching(/^parcel_note/) }),
    )
  })

  test('a seal made by somebody without the key', async () => {
    await unguarded('seal', `UPDATE seal SET signature = 'AAAA'`)
    expect((await verified()).faults[0]).toMatchObject({
      kind: 'seal',
      what: 'it was not made by the holder of the key',
    })
  })
})

describe('an exported record, checked offline', () => {
  const check = (exported: JsonObject): { code: number; said: string } => {
    const file = join(mkdtempSync(join(tmpdir(), 'bihuan-')), 'record.json')
    writeFileSync(file, JSON.stringify(exported))
    try {
      return {
        code: 0,
        said: execFileSync(process.execPath, ['scripts/check-record.mjs', file], { encoding: 'utf8', stdio: 'pipe' }),
      }
    } catch (fault) {
      const { status, stderr } = fault as { status: number; stderr: string }
      return { code: status, said: stderr }
    }
  }
  const exported = (id: string) => exportRecord(world.kernel, parcels, id, world.as('warehouse'))

  test('holds as it was exported', async () => {
    expect(check(await exported(first))).toMatchObject({
      code: 0,
      said: expect.stringContaining('4 entries hold, 4 of them under a seal'),
    })
  })

  test('fails when an entry, the record or a seal is changed', async () => {
    const record = await exported(first)
    const text = JSON.stringify(record)
    expect(check(JSON.parse(text.replace('"actorName":"蒋涛"', '"actorName":"别人"')))).toMatchObject({
      code: 1,
      said: expect.stringContaining('entry 1'),
    })
    expect(check({ ...record, record: { ...(record.record as JsonObject), title: '改' } })).toMatchObject({
      code: 1,
      said: expect.stringContaining('field title'),
    })
    expect(check({ ...record, entries: (record.entries as JsonObject[]).slice(1) })).toMatchObject({ code: 1 })
    expect(check({ ...record, seals: [] })).toMatchObject({ code: 1, said: expect.stringContaining('seal 1') })
  })

  test('fails when anything else in the file is changed, or an entry is passed off as withheld', async () => {
    const record = await exported(first)
    const entries = record.entries as JsonObject[]
    const said = expect.stringContaining('not as it was exported')
    const changes: readonly JsonObject[] = [
      { entries: entries.map(entry => ({ ...entry, actorName: '别人', withheld: 'health-data' })) },
      { signatures: [{ personName: '别人' }] },
      { deadlines: [{ name: 'sending', metAt: null }] },
      { exportedBy: '别人' },
      { signature: '' },
    ]
    for (const changed of changes)
      expect([changed, check({ ...record, ...changed })]).toMatchObject([changed, { code: 1, said }])
  })
})
