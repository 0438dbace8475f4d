import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { text } from '../../../kernel/text.ts'
import { type CompilationRow, type CompiledRecord, compilationRow } from '../compilation.ts'
import type { MonthOfRecords } from '../queries.ts'
import { compileMonth } from './compile-compilation.ts'
import { reviewCompilation } from './review-compilation.ts'
import { voidCompilation } from './void-compilation.ts'

const line = (over: Partial<CompiledRecord> = {}): CompiledRecord => ({
  id: idOf('record'),
  procedure: 'inquiry',
  noun: text('查询', 'inquiry'),
  number: 'ZX-2026-00001',
  state: text('已关闭', 'Closed'),
  voided: false,
  madeOn: '2026-10-08',
  closedOn: '2026-10-20',
  entries: 6,
  attachments: 2,
  forms: ['QR-SH-01'],
  hash: 'ab'.repeat(32),
  ...over,
})
const month = (over: Partial<MonthOfRecords> = {}): MonthOfRecords => ({
  lines: [line(), line({ number: 'ZX-2026-00002', voided: true, closedOn: null })],
  missing: [],
  more: false,
  known: null,
  ...over,
})
const input = { department: 'quality', month: '2026-10' }

describe('compiling a month', () => {
  test('counts what it lists', () => {
    const { change, to } = given(compileMonth, { found: { month: month() } })
      .when(input)
      .accepts()
    expect(to).toBe('compiled')
    expect(change.set).toMatchObject({ count: 2, closedCount: 1, voidedCount: 1, attachmentCount: 4, missing: [] })
  })
  test('waits for the end of the month, once, by those who keep the records', () => {
    const step = (over: Partial<MonthOfRecords>, actor = someone('administrator')) =>
      given(compileMonth, { found: { month: month(over) }, actor })
    step({})
      .when({ ...input, month: '2026-11' })
      .refuses('month-not-over', 'month')
    step({})
      .when({ ...input, month: '2026-13' })
      .refuses('bad-input', 'month')
    step({}, someone('warehouse')).when(input).refuses('not-own-department', 'department')
    step({ known: 'HB-2026-0001' }).when(input).refuses('compiled-already', 'month')
    step({ more: true }).when(input).refuses('too-many', 'month')
    step({}, someone('driver')).when(input).refuses('role')
  })
  test('explains numbers that are missing', () => {
    const gap = { found: { month: month({ missing: ['ZX-2026-00003'] }) } }
    given(compileMonth, gap).when(input).refuses('gap-unexplained', 'note')
    const { change } = given(compileMonth, gap)
      .when({ ...input, note: '系统切换' })
      .accepts()
    expect(change.set).toMatchObject({ missing: ['ZX-2026-00003'], note: '系统切换' })
  })
})

const compiler = someone('administrator')
const compiled: CompilationRow = compilationRow.parse({
  id: idOf('compilation'),
  number: 'HB-2026-0001',
  state: 'compiled',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: compiler.id,
  updatedAt: NOON,
  title: '质量管理部 2026-10',
  department: 'quality',
  month: '2026-10',
  lines: [line()],
  count: 1,
  closedCount: 1,
  voidedCount: 0,
  attachmentCount: 2,
  missing: [],
  note: null,
  compiledByName: compiler.name,
  reviewedAt: null,
  reviewedByName: null,
  endReason: null,
})

test('somebody else reviews and files it', () => {
  const head = someone('quality-head')
  const { change, to } = given(reviewCompilation, { record: compiled, actor: head }).when({}).accepts()
  expect(to).toBe('filed')
  expect(change.set).toMatchObject({ reviewedAt: NOON, reviewedByName: head.name })
  given(reviewCompilation, { record: { ...compiled, createdBy: head.id }, actor: head })
    .when({})
    .refuses('SC21')
  given(reviewCompilation, { record: { ...compiled, state: 'filed' }, actor: head })
    .when({})
    .refuses('state')
})

test('one in error is voided with a reason, and not once it is filed', () => {
  const { to } = given(voidCompilation, { record: compiled }).when({ reason: '部门选错' }).accepts()
  expect(to).toBe('voided')
  given(voidCompilation, { record: compiled }).when({ reason: '' }).refuses('bad-input', 'reason')
  given(voidCompilation, { record: { ...compiled, state: 'filed' } })
    .when({ reason: '部门选错' })
    .refuses('state')
})
