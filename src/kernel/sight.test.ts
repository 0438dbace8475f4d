import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { idOf, NOON, someone } from '../../test/given.ts'
import { field } from './field.ts'
import { MASK, seesFiles, withoutHealth } from './mask.ts'
import type { Sight } from './person.ts'
import { recordType } from './record.ts'
import { inSight, withinSight } from './sight.ts'
import { text } from './text.ts'

const row = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  version: z.int(),
  siteId: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  note: field(z.string().nullable(), { title: text('患者', 'Patient'), health: true }),
})
const parcel = recordType<z.infer<typeof row>, string>({
  name: 'parcel',
  title: text('包裹', 'Parcel'),
  table: 'parcel',
  row,
  states: {
    open: { title: text('办理中', 'Open'), meaning: text('办理中', 'Open') },
    done: { title: text('已完成', 'Done'), meaning: text('已完成', 'Done'), final: true },
  },
  series: { prefix: 'P', digits: 4 },
  searchText: () => '',
  healthRoles: ['quality'],
})
const type = parcel as unknown as Parameters<typeof inSight>[0]
const record = (over: Partial<z.infer<typeof row>> = {}) => ({
  id: idOf('parcel'),
  number: 'P-0001',
  state: 'done',
  version: 1,
  siteId: idOf('site'),
  createdAt: '2026-03-10T00:00:00.000Z',
  createdBy: idOf('somebody'),
  updatedAt: '2026-03-20T00:00:00.000Z',
  note: null,
  ...over,
})
const sight: Sight = {
  inspectionId: idOf('inspection'),
  procedures: ['parcel'],
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-31T23:59:59.999Z',
}

describe('a record lies in the sight', () => {
  test.each([
    ['made and ended in the period', {}, true],
    ['made before it and changed in it', { createdAt: '2025-01-01T00:00:00.000Z' }, true],
    ['made in it and changed later', { updatedAt: NOON }, true],
    [
      'not ended, whenever it was changed',
      { updatedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z', state: 'open' },
      true,
    ],
    [
      'not when it ended before',
      { updatedAt: '2026-02-28T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' },
      false,
    ],
    ['not when it was made afterwards', { createdAt: '2026-04-01T00:00:00.000Z', updatedAt: NOON }, false],
  ])('%s', (_, over, seen) => {
    expect(inSight(type, record(over), sight)).toBe(seen)
  })
  test('not when its procedure was not chosen', () => {
    expect(inSight(type, record(), { ...sight, procedures: ['wax'] })).toBe(false)
  })
})

test('a period is cut to the sight; one outside it is empty', () => {
  const year = { from: '2026-01-01T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' }
  expect(withinSight(year, sight)).toEqual({ from: sight.from, to: sight.to })
  expect(withinSight(year, undefined)).toEqual(year)
  const april = withinSight({ from: '2026-04-01T00:00:00.000Z', to: NOON }, sight)
  expect(april.from > april.to).toBe(true)
})

test('health data is hidden wherever its field stands, also in corrections', () => {
  const value = {
    record: { note: '张某', title: '泵' },
    empty: { note: null },
    corrections: [
      { field: 'note', was: '李某', now: '张某', reason: '笔误' },
      { field: 'title', was: '泵', now: '输液泵' },
    ],
  }
  expect(withoutHealth(type, value)).toEqual({
    record: { note: MASK, title: '泵' },
    empty: { note: null },
    corrections: [
      { field: 'note', was: MASK, now: MASK, reason: '笔误' },
      { field: 'title', was: '泵', now: '输液泵' },
    ],
  })
})

test('an inspector sees the files of a record until it holds health data', () => {
  const inspector = { ...someone('authority-inspector'), sight }
  expect(seesFiles(type, record(), inspector)).toBe(true)
  expect(seesFiles(type, record({ note: '张某' }), inspector)).toBe(false)
  expect(seesFiles(type, record({ note: '张某' }), someone('sales'))).toBe(true)
})
