/** Tables that no procedure owns, and verification while people work. */
import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealNow } from '../src/kernel/seal.ts'
import { verifyTrail } from '../src/kernel/verify.ts'
import { type TestKernel, testKernel } from './kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from './toy/toy.ts'

let world: TestKernel
let parcel: string
beforeEach(async () => {
  world = await testKernel([withFiles, waxes], { schema: TOY_SCHEMA })
  parcel = (await world.does('warehouse', 'parcel.open', { input: { title: '甲' } })).record.id
})
afterEach(() => world.drop())

/** Parcels whose "note" attaches the file of that id. */
const withFiles = {
  ...parcels,
  commands: parcels.commands.map(command =>
    command.id === 'parcel.note'
      ? {
          ...command,
          change: ({ input }: { input: { note: string } }) => ({ attach: [{ id: input.note, purpose: 'photo' }] }),
        }
      : command,
  ),
}

const asSuperuser = (statement: string, values: unknown[] = []) => world.database.superuserPool.query(statement, values)
const faults = async () => (await verifyTrail(world.kernel.pool, world.kernel.registry, world.kernel.keys)).faults

/** Uploads a file and attaches it to the parcel. */
const attach = async (): Promise<string> => {
  const { rows } = await world.kernel.pool.query(
    `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     VALUES (gen_random_uuid(), repeat('a', 64), '照片.png', 'image/png', 10, $1, $2) RETURNING id`,
    [world.as('warehouse').id, world.clock.now()],
  )
  await world.does('warehouse', 'parcel.note', { on: parcel, input: { note: rows[0].id } })
  return rows[0].id
}

describe('found:', () => {
  test.each([
    [
      'correction',
      `INSERT INTO correction (id, procedure, record_id, field, reason, by_id, by_name, at)
      VALUES (gen_random_uuid(), 'parcel', $1, 'title', '假', $1, '某人', now())`,
    ],
    [
      'signature',
      `INSERT INTO signature (id, procedure, record_id, command, person_id, person_name, meaning, method, at, signed_hash, version)
      VALUES (gen_random_uuid(), 'parcel', $1, 'parcel.pack', $1, '某人', '{}', 'password', now(), 'x', 1)`,
    ],
    [
      'link',
      `INSERT INTO link (id, from_procedure, from_id, to_procedure, to_id, kind, at)
      VALUES (gen_random_uuid(), 'parcel', $1, 'wax', $1, 'x', now())`,
    ],
    [
      'sign_off',
      `INSERT INTO sign_off (id, procedure, record_id, chain, round, step, by_roles, opened_at, outcome)
      VALUES (gen_random_uuid(), 'parcel', $1, 'release', 1, 1, '{sales}', now(), 'signed')`,
    ],
    [
      'record_edition',
      `INSERT INTO record_edition (id, procedure, record_id, edition_id, code, label, at)
      VALUES (gen_random_uuid(), 'parcel', $1, $1, 'QP15', 'A/0', now())`,
    ],
  ])('a %s where there was none', async (table, statement) => {
    await asSuperuser(statement, [parcel])
    expect(await faults()).toMatchObject([{ kind: 'row', at: expect.stringMatching(new RegExp(`^${table} `)) }])
  })

  test.each([
    ['another content', `UPDATE attachment SET sha256 = repeat('b', 64) WHERE id = $1`, 'sha256'],
    ['another name', `UPDATE attachment SET name = '别的.png' WHERE id = $1`, 'name'],
    ['another uploader', `UPDATE attachment SET uploaded_by = gen_random_uuid() WHERE id = $1`, 'uploaded_by'],
  ])('an attachment with %s', async (_, statement, column) => {
    const id = await attach()
    expect(await faults()).toEqual([])
    await asSuperuser(statement, [id])
    expect(await faults()).toMatchObject([
      { record: 'BG-2026-00001', at: `attachment ${id}`, what: `column ${column} is not as the trail left it` },
    ])
  })

  test('a file put beside a record that no step attached', async () => {
    await attach()
    await asSuperuser(
      `INSERT INTO attachment SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).* FROM attachment a`,
    )
    expect(await faults()).toMatchObject([{ kind: 'row', at: expect.stringMatching(/^attachment /) }])
  })

  test('a series set back, and a series that is gone', async () => {
    await world.does('warehouse', 'parcel.open', { input: { title: '乙' } })
    await asSuperuser(`UPDATE number_series SET last = 1`)
    expect(await faults()).toMatchObject([{ kind: 'number', record: 'BG-2026-2' }])
    await asSuperuser(`DELETE FROM number_series`)
    expect(await faults()).toMatchObject([{ kind: 'number', record: 'BG-2026-2' }])
  })
})

test('an uploaded file that nobody attached is no fault', async () => {
  await world.kernel.pool.query(
    `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     VALUES (gen_random_uuid(), repeat('a', 64), 'x', 'image/png', 10, $1, $2)`,
    [world.as('warehouse').id, world.clock.now()],
  )
  expect(await faults()).toEqual([])
})

test('finds nothing wrong when somebody takes a step between its own readings', async () => {
  let taken = false
  const meanwhile = async (asked: unknown): Promise<void> => {
    if (taken || (asked as { name?: string }).name !== 'verify_entries') return
    taken = true
    await world.does('warehouse', 'parcel.pack', { on: parcel })
    await world.does('warehouse', 'parcel.open', { input: { title: '乙' } })
    await sealNow(world.kernel)
  }
  const connect = async () => {
    const client = await world.kernel.pool.connect()
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>
    const slow = async (...asked: unknown[]) => {
      const answer = await query(...asked)
      await meanwhile(asked[0])
      return answer
    }
    return { query: slow, release: () => client.release() }
  }
  const pool = { connect } as unknown as Pool
  const found = await verifyTrail(pool, world.kernel.registry, world.kernel.keys)
  expect([taken, found.faults]).toEqual([true, []])
  expect(await faults()).toEqual([])
})
