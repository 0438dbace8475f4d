import { expect, test } from 'vitest'
import { type ServableTurn, turnServed } from './duty-served.ts'

const ZONE = 'Asia/Shanghai'
const turn = (
  key: string,
  from: string,
  to: string,
  opensAt: string,
  dueAt: string,
  state: ServableTurn['state'] = 'open',
) => ({
  key,
  fromDay: from,
  toDay: to,
  opensAt,
  dueAt,
  state,
})
const morning = (state?: ServableTurn['state']) =>
  turn('morning', '2026-11-20', '2026-11-20', '2026-11-20T01:30:00.000Z', '2026-11-20T02:30:00.000Z', state)
const afternoon = (state?: ServableTurn['state']) =>
  turn('afternoon', '2026-11-20', '2026-11-20', '2026-11-20T07:30:00.000Z', '2026-11-20T08:30:00.000Z', state)
const month = (key: string, last: string, opens: string, due: string, state?: ServableTurn['state']) =>
  turn(key, `${key}-01`, last, opens, due, state)
const september = (state?: ServableTurn['state']) =>
  month('2026-09', '2026-09-30', '2026-09-30T16:00:00.000Z', '2026-10-05T15:59:59.999Z', state)
const october = (state?: ServableTurn['state']) =>
  month('2026-10', '2026-10-31', '2026-10-31T16:00:00.000Z', '2026-11-05T15:59:59.999Z', state)
const november = () => month('2026-11', '2026-11-30', '2026-11-30T16:00:00.000Z', '2026-12-05T15:59:59.999Z')

const served = (turns: readonly ServableTurn[], at: string | null, now: string = at ?? '') =>
  turnServed(turns, at, now, ZONE)?.turn.key ?? null

test('the window that holds the moment is served, its ends included', () => {
  const day = [morning(), afternoon()]
  expect(served(day, '2026-11-20T02:00:00.000Z')).toBe('morning')
  expect(served(day, '2026-11-20T01:30:00.000Z')).toBe('morning')
  expect(served(day, '2026-11-20T08:30:00.000Z')).toBe('afternoon')
})

test('a window that has not begun is not served', () => {
  expect(served([morning(), afternoon()], '2026-11-20T01:00:00.000Z')).toBe(null)
  // the work is dated into a window that lies ahead
  expect(served([afternoon()], '2026-11-20T08:00:00.000Z', '2026-11-20T07:00:00.000Z')).toBe(null)
})

test('late work serves the last window of the day that has begun', () => {
  expect(served([morning('missed'), afternoon()], '2026-11-20T05:00:00.000Z')).toBe('morning')
  expect(served([morning('missed'), afternoon('missed')], '2026-11-20T10:00:00.000Z')).toBe('afternoon')
  expect(served([morning('missed'), afternoon('done')], '2026-11-20T10:00:00.000Z')).toBe(null)
  expect(served([afternoon('missed')], '2026-11-21T01:00:00.000Z')).toBe(null)
})

test('work that is entered late serves the window in which it happened', () => {
  const found = turnServed([morning('missed')], '2026-11-20T02:10:00.000Z', '2026-11-20T05:00:00.000Z', ZONE)
  expect(found).toMatchObject({ turn: { key: 'morning' }, at: '2026-11-20T05:00:00.000Z' })
})

test('work that is written down within its window counts from its own moment; written down afterwards it is late', () => {
  const within = turnServed([morning()], '2026-11-20T01:40:00.000Z', '2026-11-20T02:20:00.000Z', ZONE)
  expect(within?.at).toBe('2026-11-20T01:40:00.000Z')
  const after = turnServed([morning()], '2026-11-20T01:40:00.000Z', '2026-11-20T02:30:00.001Z', ZONE)
  expect(after?.at).toBe('2026-11-20T02:30:00.001Z')
})

test('a second time in one window serves nothing', () => {
  expect(served([morning('done'), afternoon()], '2026-11-20T02:00:00.000Z')).toBe(null)
})

test('a day that names the period serves that period or nothing', () => {
  expect(served([september('missed'), october()], '2026-10-31', '2026-11-03T02:00:00.000Z')).toBe('2026-10')
  expect(served([september(), october('done')], '2026-10-31', '2026-11-03T02:00:00.000Z')).toBe(null)
  expect(served([september()], '2026-06-30', '2026-11-03T02:00:00.000Z')).toBe(null)
  expect(served([november()], '2026-11-30', '2026-11-29T02:00:00.000Z')).toBe(null)
})

test('without a named period the first one that waits is served', () => {
  expect(served([september('missed'), october(), november()], '2026-11-03T02:00:00.000Z')).toBe('2026-09')
  expect(served([september('done'), october(), november()], '2026-11-03T02:00:00.000Z')).toBe('2026-10')
})

test('dropped turns and steps that serve none', () => {
  expect(served([morning('dropped')], '2026-11-20T02:00:00.000Z')).toBe(null)
  expect(served([morning()], null, '2026-11-20T02:00:00.000Z')).toBe(null)
})
