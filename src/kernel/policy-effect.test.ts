import { expect, test } from 'vitest'
import { z } from 'zod'
import { calendar } from './calendar.ts'
import { type DeadlineType, deadline } from './deadline.ts'
import { explainText } from './explain.ts'
import { dueAt } from './limit.ts'
import { policy, policyBook } from './policy.ts'
import { movedEarlier, policiesOf, recounted, supposedBook } from './policy-effect.ts'
import type { RecordBase } from './record.ts'
import { text } from './text.ts'

const hours = policy({
  key: 'x.hours',
  title: text('时限', 'limit'),
  schema: z.int().min(1),
  default: 24,
  clauses: ['X-1'],
  basis: 'ours',
})
const urgent = policy({ ...hours, key: 'x.urgent', default: 8 })
const clock = deadline<RecordBase>({
  name: 'answer',
  title: text('答复', 'Answer'),
  clause: 'X-1',
  rule: 'TL01',
  startsAt: text('受理', 'receipt'),
  limit: ({ record, policy: book }) => ({
    unit: 'hours',
    value: record.state === 'urgent' ? Math.min(book(urgent), book(hours)) : book(hours),
    basis: 'company',
  }),
  policy: 'x.hours',
  owner: 'quality',
  escalatesTo: 'quality-head',
}) as unknown as DeadlineType
const openedAt = '2026-11-20T01:00:00.000Z'
const book = policyBook([], openedAt)
const place = { book, calendar: calendar({}), zone: 'Asia/Shanghai' }
const record = (state: string) => ({ state }) as RecordBase
const begun = dueAt({ unit: 'hours', value: 24, basis: 'company' }, openedAt, {
  ...place,
  policy: { key: 'x.hours', version: 0 },
})
if (!begun.ok) throw new Error('hours need no calendar')
const row = { openedAt, dueAt: begun.dueAt, explanation: begun.explanation, policyKey: 'x.hours', policyVersion: 0 }

test('a supposed value counts only where it is asked for, and shows its version', () => {
  const supposed = supposedBook(book, { key: 'x.hours', value: 12, version: 3 })
  expect([supposed(hours), supposed(urgent)]).toEqual([12, 8])
  expect([supposed.version('x.hours'), supposed.version('x.urgent')]).toEqual([3, 0])
})

test('a limit tells from which policies it is made, by record', () => {
  expect([...policiesOf(clock, record('open'), book)]).toEqual(['x.hours'])
  expect([...policiesOf(clock, record('urgent'), book)]).toEqual(['x.urgent', 'x.hours'])
})

test('a clock counted anew starts where it started; one with a limit of its own is left alone', () => {
  const with12 = { ...place, book: supposedBook(book, { key: 'x.hours', value: 12, version: 1 }) }
  expect(recounted(row, record('open'), clock, with12)).toMatchObject({ ok: true, dueAt: '2026-11-20T13:00:00.000Z' })
  const own = { ...row, explanation: { ...row.explanation, policy: null } }
  expect(recounted(own, record('open'), clock, with12)).toBeNull()
})

test('a clock moves earlier and says by what; it never moves later', () => {
  const at = (value: number) =>
    recounted(row, record('open'), clock, { ...place, book: supposedBook(book, { key: 'x.hours', value, version: 1 }) })
  const moved = movedEarlier(row, at(12), 'CS-2026-0001')
  expect(moved).toMatchObject({ dueAt: '2026-11-20T13:00:00.000Z', policyVersion: 1 })
  expect(moved && explainText(moved.explanation).zh).toContain('原至 2026-11-21 09:00，按 CS-2026-0001 提前。')
  expect(movedEarlier(row, at(24), 'CS-2026-0001')).toBeNull()
  expect(movedEarlier(row, at(48), 'CS-2026-0001')).toBeNull()
  expect(movedEarlier(row, null, 'CS-2026-0001')).toBeNull()
})
