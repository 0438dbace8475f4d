import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, NOON, someone } from '../../test/given.ts'
import { parcels } from '../../test/toy/toy.ts'
import { calendar } from './calendar.ts'
import type { Change } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import { planDeadlines } from './deadline-plan.ts'
import { policyBook } from './policy.ts'
import type { RecordBase } from './record.ts'
import { text } from './text.ts'
import { addMilliseconds, HOUR, type Instant } from './time.ts'

const record = { id: idOf('parcel'), number: 'BG-2026-00001' } as RecordBase
const place = (now: Instant = NOON) => ({
  procedure: 'parcel',
  declared: parcels.deadlines,
  policy: policyBook([], now),
  calendar: calendar(),
  zone: 'Asia/Shanghai',
  now,
  actor: someone('warehouse'),
})
const plan = (before: readonly DeadlineRow[], change: Change<RecordBase>, now?: Instant) =>
  planDeadlines(place(now), record, before, change)
const at = (hours: number) => addMilliseconds(NOON, hours * HOUR)
const opening = (hours: number, more: object = {}) => ({ open: [{ deadline: 'packing', from: at(hours), ...more }] })

describe('a clock', () => {
  test('keeps where its end comes from', () => {
    const { due, writes } = plan([], opening(0))
    expect(due).toMatchObject([
      { name: 'packing', dueAt: at(24), openedAt: NOON, policyKey: 'parcel.pack_h', policyVersion: 0 },
    ])
    expect(writes).toHaveLength(1)
  })

  test('that is opened again moves earlier, never later', () => {
    const { due } = plan([], opening(0))
    const [later] = plan(due, opening(5)).due
    expect(later?.dueAt).toBe(at(24))
    expect(plan(due, opening(5)).writes).toEqual([])
    const sooner = plan(due, opening(0, { limit: { unit: 'hours', value: 8, basis: 'company' } })).due
    expect(sooner).toMatchObject([{ id: due[0]?.id, dueAt: at(8) }])
  })

  test('of another key runs beside it', () => {
    const { due } = plan([], {
      open: [
        { deadline: 'packing', from: NOON },
        { deadline: 'packing', from: at(1), key: 'b' },
      ],
    })
    expect(due.map(row => [row.key, row.dueAt])).toEqual([
      ['', at(24)],
      ['b', at(25)],
    ])
    const met = plan(due, { meet: [{ deadline: 'packing', key: 'b' }] }).due
    expect(met.map(row => row.metAt)).toEqual([null, NOON])
  })

  test('that was met or cancelled stays as it was; a new one begins', () => {
    const { due } = plan([], opening(0))
    const met = plan(due, { meet: [{ deadline: 'packing', at: at(2) }] }).due
    const cancelledLate = plan(met, { cancel: [{ deadline: 'packing', reason: text('x', 'x') }] })
    expect(cancelledLate.writes).toEqual([])
    expect(plan(met, opening(3)).due).toMatchObject([{ metAt: at(2) }, { metAt: null, dueAt: at(27) }])
  })

  test('whose fulfilment was void ends with the reason; an equal one runs to the same end', () => {
    const reason = text('误录', 'entered in error')
    const reopen = { reopen: [{ deadline: 'packing', reason }] }
    const [running] = plan([], opening(0)).due
    expect(plan(running ? [running] : [], reopen).writes).toEqual([])
    const met = plan(running ? [running] : [], { meet: [{ deadline: 'packing', at: at(2) }] }).due
    const { due, writes } = plan(met, reopen)
    expect(writes).toHaveLength(2)
    expect(due).toMatchObject([
      { metAt: at(2), cancelledAt: NOON, cancelReason: reason },
      { metAt: null, cancelledAt: null, openedAt: NOON, dueAt: at(24), explanation: running?.explanation },
    ])
    const again = plan(plan(due, { meet: [{ deadline: 'packing', at: at(5) }] }).due, reopen).due
    expect(again.map(row => [row.metAt, row.cancelledAt !== null])).toEqual([
      [at(2), true],
      [at(5), true],
      [null, false],
    ])
  })

  test('in working days beyond the calendar is refused with the way out, at its clause', () => {
    const limit = { unit: 'workdays' as const, value: 3, basis: 'company' as const }
    const { refusal } = plan([], { open: [{ deadline: 'packing', from: '2040-01-01T00:00:00.000Z', limit }] })
    expect(refusal).toMatchObject({ code: 'outside-calendar', clause: 'T-1' })
  })

  test('that nobody declared is a fault of the program', () => {
    expect(() => plan([], { open: [{ deadline: 'sleeping', from: NOON }] })).toThrow('declares no deadline sleeping')
  })
})

test('a clock never silently moves later, whatever happens to its record', () => {
  const hours = fc.integer({ min: -2_000, max: 2_000 })
  const limit = fc.oneof(
    fc.record({
      unit: fc.constant('hours' as const),
      value: fc.integer({ min: 0, max: 900 }),
      basis: fc.constant('company' as const),
    }),
    fc.record({
      unit: fc.constant('days' as const),
      value: fc.integer({ min: 0, max: 60 }),
      basis: fc.constant('law' as const),
      endOfDay: fc.boolean(),
    }),
    fc.record({
      unit: fc.constant('workdays' as const),
      value: fc.integer({ min: 0, max: 30 }),
      basis: fc.constant('law' as const),
    }),
    fc.record({
      unit: fc.constant('months' as const),
      value: fc.integer({ min: 0, max: 3 }),
      basis: fc.constant('procedure' as const),
    }),
  )
  const key = fc.constantFrom('', 'a')
  const change: fc.Arbitrary<Change<RecordBase>> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ hours, limit, key }).map(({ hours, ...more }) => opening(hours, more)) },
    { weight: 1, arbitrary: key.map(key => ({ meet: [{ deadline: 'packing', key }] })) },
    {
      weight: 1,
      arbitrary: key.map(key => ({ cancel: [{ deadline: 'packing', key, reason: text('原因', 'reason') }] })),
    },
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      let rows: readonly DeadlineRow[] = []
      for (const [i, step] of changes.entries()) {
        const { due } = plan(rows, step, at(i))
        const after = new Map(due.map(row => [row.id, row]))
        for (const row of rows) {
          const now = after.get(row.id)
          // no clock disappears, no end moves later, and what has ended never changes again
          expect(now).toBeDefined()
          expect((now?.dueAt ?? '') <= row.dueAt).toBe(true)
          if (row.metAt || row.cancelledAt) expect(now).toEqual(row)
        }
        for (const name of ['', 'a'])
          expect(due.filter(row => row.key === name && !row.metAt && !row.cancelledAt).length).toBeLessThanOrEqual(1)
        rows = due
      }
    }),
  )
})
