import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { exportRecord } from './export-record.ts'
import type { Json, JsonObject } from './json.ts'
import { newKeys, readKeys, sealNow } from './seal.ts'
import {
  chainOf,
  entryHash,
  GENESIS,
  nextEntry,
  recordAttempt,
  storeEntry,
  type TrailEntry,
  trailEntry,
} from './trail.ts'
import { inTransaction } from './transaction.ts'
import { verifyTrail } from './verify.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
})
afterAll(() => world.drop())

const keys = readKeys(newKeys())

/** Anything that a step may journal: JSON whose texts PostgreSQL can keep. */
const kept = fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.replaceAll('\0', '').toWellFormed())
const body: fc.Arbitrary<Json> = fc.letrec<{ any: Json }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    kept,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(kept, tie('any'), { maxKeys: 4 }),
  ),
})).any

const statementOf = (more: JsonObject): Omit<TrailEntry, 'seq' | 'position' | 'previousHash' | 'hash' | 'mac'> => ({
  chain: chainOf('parcel', null),
  at: '2026-11-20T00:42:00.123Z',
  procedure: 'parcel',
  recordId: null,
  command: 'parcel.open',
  outcome: 'refused',
  version: null,
  actorId: null,
  actorName: '某人',
  via: 'session',
  clauses: ['T-1'],
  body: more,
})

/** The same value with the keys of every object turned round. */
const turned = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, inner]) => [key, turned(inner)]),
        )
      : value

describe('the hash of an entry', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(body, value => {
        const statement = { ...statementOf({ value }), position: 1 }
        expect(entryHash(turned(statement as unknown as JsonObject) as never, GENESIS)).toBe(
          entryHash(statement, GENESIS),
        )
      }),
    )
  })

  test('depends on every part of what is said', () => {
    const statement = { ...statementOf({ a: 1 }), position: 1 }
    const hash = entryHash(statement, GENESIS)
    for (const key of Object.keys(statement) as (keyof typeof statement)[])
      expect(entryHash({ ...statement, [key]: ['another'] }, GENESIS), key).not.toBe(hash)
    expect(entryHash(statement, 'f'.repeat(64))).not.toBe(hash)
  })

  test('survives the way into the database and back', async () => {
    let turn = 0
    await fc.assert(
      fc.asyncProperty(body, async value => {
        turn += 1
        // as the kernel does: what is hashed went through JSON once
        const statement = { ...statementOf(JSON.parse(JSON.stringify({ value }))), chain: `round trip/${turn}` }
        const entry = nextEntry(keys, { position: 0, hash: GENESIS }, statement)
        await inTransaction(world.kernel.pool, client => storeEntry(client, entry))
        const { rows } = await world.kernel.pool.query('SELECT * FROM trail WHERE chain = $1', [entry.chain])
        const { seq: _, previousHash, hash, mac, ...read } = trailEntry(rows[0])
        expect(entryHash(read, previousHash)).toBe(hash)
        expect(mac).toBe(entry.mac)
      }),
      { numRuns: 150 },
    )
  })
})

describe('several servers on one database', () => {
  // another server has a pool of its own and the same keys
  const both = () => [world.kernel, { ...world.kernel, pool: world.database.adminPool }] as const

  test('attempts on one chain stand one behind the other', async () => {
    const attempt = { procedure: 'x', command: 'x.y', outcome: 'refused' as const, body: {} }
    const actor = { id: null, name: '某人', via: 'session' as const }
    await Promise.all(Array.from({ length: 30 }, (_, i) => recordAttempt(both()[i % 2 ? 0 : 1], { ...attempt, actor })))
    const { rows } = await world.kernel.pool.query('SELECT position FROM trail WHERE chain = $1 ORDER BY position', [
      chainOf('x', null),
    ])
    expect(rows.map(row => row.position)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  test('seals made while people work cover every entry once', async () => {
    const clean = await testKernel([parcels, waxes], { schema: TOY_SCHEMA })
    try {
      const other = { ...clean.kernel, pool: clean.database.adminPool }
      const work = Promise.all(
        Array.from({ length: 60 }, (_, i) => clean.does('warehouse', 'parcel.open', { input: { title: `件 ${i}` } })),
      )
      for (let i = 0; i < 6; i++) await Promise.all([sealNow(clean.kernel), sealNow(other)])
      const made = await work
      await sealNow(clean.kernel)
      const { faults, entries } = await verifyTrail(clean.kernel.pool, clean.kernel.registry, clean.kernel.keys)
      expect(faults).toEqual([])
      const { rows } = await clean.kernel.pool.query('SELECT sum(entries)::int AS n FROM seal')
      expect(rows[0].n).toBe(entries)
      const exported = await exportRecord(clean.kernel, parcels, made[0]?.record.id ?? '', clean.as('warehouse'))
      expect(exported.proofs).toHaveLength(1)
    } finally {
      await clean.drop()
    }
  })
})

test('an attempt and what it changes are one: neither without the other', async () => {
  const attempt = {
    procedure: 'both',
    command: 'both.x',
    outcome: 'accepted' as const,
    actor: { id: null, name: '某人', via: 'session' as const },
    body: {},
  }
  await expect(
    recordAttempt(world.kernel, attempt, () => Promise.reject(new Error('the change failed'))),
  ).rejects.toThrow('the change failed')
  const note = `INSERT INTO parcel_note (id, parcel_id, note, at) VALUES (gen_random_uuid(), gen_random_uuid(), 'both', now())`
  const unwritable = { ...attempt, body: { bad: 'a\u0000b' } }
  await expect(recordAttempt(world.kernel, unwritable, client => client.query(note))).rejects.toThrow()
  const counts = await world.kernel.pool.query(
    `SELECT (SELECT count(*)::int FROM trail WHERE procedure = 'both') AS entries,
       (SELECT count(*)::int FROM parcel_note WHERE note = 'both') AS notes`,
  )
  expect(counts.rows).toEqual([{ entries: 0, notes: 0 }])
})
