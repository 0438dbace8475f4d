import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { BLANK, type Ledger } from './ledger.ts'
import { courseFilter } from './ledger-course.ts'
import { readLedger } from './ledger-read.ts'
import { text } from './text.ts'

const register: Ledger = {
  name: 'all',
  title: text('包裹台账', 'Parcels'),
  fulfils: [],
  columns: [{ key: 'title', title: text('名称', 'Title'), kind: 'line', width: 20, onScreen: true }],
  filters: ['weight'],
  orderedBy: 'createdAt',
  views: [],
}
const FIRST = '2026-11-20T00:42:00.000Z'

let world: TestKernel
let later: string

/** Four parcels: packed in time, packed late, not packed and late, not packed and still in time. */
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA, now: FIRST })
  const opened = async (title: string, weight?: number): Promise<string> =>
    (await world.does('warehouse', 'parcel.open', { input: { title, ...(weight && { weight }) } })).record.id
  const kept = await opened('kept', 1)
  await world.does('warehouse', 'parcel.pack', { on: kept })
  const late = await opened('late')
  await opened('overdue')
  world.clock.pass(24 * 60)
  later = world.clock.now()
  await world.does('warehouse', 'parcel.pack', { on: late })
  await opened('running', 2)
})
afterAll(() => world.drop())

const found = async (filter: Record<string, string[]>, period = {}) =>
  (await readLedger(world.kernel, parcels, register, { filter, ...period }, world.as('warehouse'))).rows
    .map(row => row.title)
    .toSorted()

describe('a clock', () => {
  test.each([
    ['in-time', 'kept'],
    ['late', 'late'],
    ['overdue', 'overdue'],
    ['open', 'running'],
  ])('that is %s', async (outcome, title) => {
    expect(await found({ 'clock.packing': [outcome] })).toEqual([title])
  })
  test('may have any of several outcomes, within the period of the register', async () => {
    expect(await found({ 'clock.packing': ['late', 'overdue'] })).toEqual(['late', 'overdue'])
    expect(await found({ 'clock.packing': ['late', 'open'] }, { from: later })).toEqual(['running'])
  })
  test('that ran twice counts by its worst outcome, and one dropped in time does not count', async () => {
    const again = (title: string, cells: string) =>
      world.database.adminPool.query(
        `INSERT INTO deadline (id, procedure, record_id, name, key, clause, owner_role, opened_at, due_at, "limit", explanation, ${cells})
         SELECT gen_random_uuid(), procedure, record_id, name, 'again', clause, owner_role, opened_at, due_at, "limit", explanation, due_at
         FROM deadline WHERE record_id = (SELECT id FROM parcel WHERE title = $1) AND key = ''`,
        [title],
      )
    await again('late', 'met_at')
    await again('running', 'cancelled_at')
    expect(await found({ 'clock.packing': ['in-time'] })).toEqual(['kept'])
    expect(await found({ 'clock.packing': ['late'] })).toEqual(['late'])
    expect(await found({ 'clock.packing': ['open'] })).toEqual(['running'])
    await world.database.adminPool.query("DELETE FROM deadline WHERE key = 'again'")
  })
  test('of no such name is no filter', () => {
    expect(courseFilter(parcels, 'clock.flying')).toBeUndefined()
    expect(courseFilter(parcels, 'packing')).toBeUndefined()
  })
})

test('a phase was passed when the record has left it', async () => {
  expect(await found({ passed: ['open'] })).toEqual(['kept', 'late'])
  expect(await found({ passed: ['packed'] })).toEqual([])
})

test('an empty column can be asked for, alone and beside values', async () => {
  expect(await found({ weight: [BLANK] })).toEqual(['late', 'overdue'])
  expect(await found({ weight: [BLANK, '2'] })).toEqual(['late', 'overdue', 'running'])
})
