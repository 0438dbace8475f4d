import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA, waxes } from '../../test/toy/toy.ts'
import { type CountedClocks, countClocks } from './evidence.ts'
import { addMilliseconds, HOUR, type Instant } from './time.ts'

const NOW = '2026-11-19T01:00:00.000Z'
let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels, waxes], { schema: TOY_SCHEMA, now: NOW })
  await world.kernel.pool.query(EVERY_COURSE)
})
afterAll(() => world.drop())

/** Clocks around the moment of asking, an hour apart: met before, at and after their end, running, cancelled, not yet begun. */
const EVERY_COURSE = `
  INSERT INTO deadline (id, procedure, record_id, name, clause, owner_role, opened_at, due_at, "limit", explanation, policy_key,
    met_at, cancelled_at)
  SELECT gen_random_uuid(), procedure, gen_random_uuid(), name, clause, 'warehouse', opened, due, '{}', '{}', policy,
    due + met * interval '1 hour', CASE WHEN cancelled THEN due END
  FROM (VALUES ('parcel', 'packing', 'p.a'), ('parcel', 'packing', NULL), ('parcel', 'sending', 'p.b'),
      ('duty', 'parcel.patrol', NULL), ('wax', 'packing', 'p.a')) AS kind (procedure, name, policy)
  CROSS JOIN (VALUES ('T-1'), ('T-2')) AS clauses (clause)
  CROSS JOIN (VALUES (NULL), (-30), (-1), (0), (1)) AS course (met)
  CROSS JOIN (VALUES (false), (true)) AS ending (cancelled)
  CROSS JOIN generate_series(-6, 6) AS hour
  CROSS JOIN LATERAL (SELECT '${NOW}'::timestamptz + hour * interval '1 hour' AS due) AS dated
  CROSS JOIN (VALUES (24), (2), (-1)) AS lead (hours)
  CROSS JOIN LATERAL (SELECT due - hours * interval '1 hour' AS opened) AS begun`

interface Clock {
  readonly procedure: string
  readonly clause: string
  readonly name: string
  readonly policyKey: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly metAt: Instant | null
  readonly cancelledAt: Instant | null
}

/** Counts by looking at every clock there is. */
async function oneByOne(from: Instant, to: Instant, clauses: readonly string[], seen: boolean) {
  const { rows } = await world.kernel.pool.query<Clock>(
    `SELECT procedure, clause, name, policy_key AS "policyKey", opened_at AS "openedAt", due_at AS "dueAt", met_at AS "metAt",
       cancelled_at AS "cancelledAt" FROM deadline`,
  )
  const counted = rows.filter(
    row =>
      clauses.includes(row.clause) &&
      row.cancelledAt === null &&
      row.openedAt <= NOW &&
      row.dueAt >= from &&
      row.dueAt <= to &&
      (!seen || row.metAt === null || row.metAt >= from),
  )
  const kinds = Map.groupBy(counted, row => [row.clause, row.procedure, row.name, row.policyKey].join('|'))
  return [...kinds.values()].flatMap((list): CountedClocks[] => {
    const [first] = list
    if (!first) return []
    const { procedure, clause, name, policyKey } = first
    const inTime = list.filter(row => row.metAt !== null && row.metAt <= row.dueAt).length
    const open = list.filter(row => row.metAt === null && row.dueAt >= NOW).length
    return [{ clause, procedure, name, policyKey, due: list.length, late: list.length - inTime - open, open, inTime }]
  })
}

const sorted = (list: readonly CountedClocks[]) =>
  list.toSorted((a, b) =>
    JSON.stringify(Object.entries(a).sort()).localeCompare(JSON.stringify(Object.entries(b).sort())),
  )

const hours = (count: number): Instant => addMilliseconds(NOW, count * HOUR)

test.each([
  ['whole time', -9, 9, ['T-1', 'T-2']],
  ['a part, both ends of which hold clocks', -3, 2, ['T-1']],
  ['one moment', 0, 0, ['T-2']],
  ['a time without clocks', 8, 9, ['T-1', 'T-2']],
] as const)('clocks are counted as if each was looked at: %s', async (_, first, last, clauses) => {
  const [from, to] = [hours(first), hours(last)]
  const ask = { clauses, from, to, now: NOW }
  expect(sorted(await countClocks(world.kernel, ask))).toEqual(sorted(await oneByOne(from, to, clauses, false)))
  const sight = { inspectionId: 'i', procedures: ['parcel'], from, to }
  expect(sorted(await countClocks(world.kernel, { ...ask, sight }))).toEqual(
    sorted(await oneByOne(from, to, clauses, true)),
  )
})

test('the clocks are of every course', async () => {
  const all = await oneByOne(hours(-9), hours(9), ['T-1'], false)
  expect(all).toHaveLength(5)
  for (const kind of all) expect(Math.min(kind.inTime, kind.late, kind.open)).toBeGreaterThan(0)
  const seen = await oneByOne(hours(-3), hours(9), ['T-1'], true)
  expect(seen[0]?.due).toBeLessThan((await oneByOne(hours(-3), hours(9), ['T-1'], false))[0]?.due ?? 0)
})
