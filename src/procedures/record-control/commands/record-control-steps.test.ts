import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { text } from '../../../kernel/text.ts'
import { type RecordControlRow, recordControlRow } from '../record-control.ts'
import { closeCheck } from './close-record-control.ts'
import { drawSample } from './draw-record-control.ts'
import { recordFindings } from './record-findings-record-control.ts'

const drawn = {
  id: idOf('one'),
  procedure: 'complaint',
  procedureTitle: text('投诉', 'complaint'),
  number: 'TS-2026-00001',
}
const check = (over: Partial<RecordControlRow> = {}): RecordControlRow =>
  recordControlRow.parse({
    id: idOf('check'),
    number: 'JJ-2026-0001',
    state: 'drawn',
    version: 1,
    siteId: idOf('site'),
    createdAt: NOON,
    createdBy: idOf('administrator'),
    updatedAt: NOON,
    title: '质量管理部 2026-01-01—2026-06-30',
    department: 'quality',
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    population: 12,
    samples: [{ ...drawn, result: null, finding: null }],
    findings: null,
    summary: null,
    actions: null,
    dueOn: null,
    drawnByName: '韩冰',
    checkedByName: null,
    checkedAt: null,
    outcome: null,
    closedByName: null,
    ...over,
  })

describe('drawing a sample', () => {
  const input = { department: 'quality', periodFrom: '2026-01-01', periodTo: '2026-06-30', size: 8 }
  const found = { sample: { population: 12, records: [drawn] } }
  test('keeps what was drawn and from how many', () => {
    const { change, to } = given(drawSample, { found }).when(input).accepts()
    expect(to).toBe('drawn')
    expect(change.set).toMatchObject({ population: 12, samples: [{ number: 'TS-2026-00001', result: null }] })
  })
  test('is of a period that was, with records in it, by the general office', () => {
    given(drawSample, { found })
      .when({ ...input, periodTo: '2025-12-31' })
      .refuses('period-backwards', 'periodTo')
    given(drawSample, { found })
      .when({ ...input, periodTo: '2026-12-31' })
      .refuses('period-ahead', 'periodTo')
    given(drawSample, { found: { sample: { population: 0, records: [] } } })
      .when(input)
      .refuses('nothing-to-draw', 'department')
    given(drawSample, { found })
      .when({ ...input, size: 0 })
      .refuses('bad-input', 'size')
    given(drawSample, { found, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('what was found', () => {
  const good = { lines: [{ id: drawn.id, about: '投诉', result: 'in-order' }], summary: '填写齐全' }
  const bad = {
    lines: [{ id: drawn.id, about: '投诉', result: 'late', finding: '超 24 小时' }],
    summary: '有补记',
    actions: '培训填写时限',
    dueOn: '2026-12-20',
  }
  test('a check without findings is done', () => {
    const { change, to } = given(recordFindings, { record: check() }).when(good).accepts()
    expect(to).toBe('closed')
    expect(change.set).toMatchObject({ findings: 0, checkedAt: NOON, samples: [{ result: 'in-order' }] })
  })
  test('findings wait to be put right by a day', () => {
    const { change, to } = given(recordFindings, { record: check() }).when(bad).accepts()
    expect(to).toBe('recorded')
    expect(change.set).toMatchObject({ findings: 1, dueOn: '2026-12-20', actions: '培训填写时限' })
    const step = (over: object) => given(recordFindings, { record: check() }).when({ ...bad, ...over })
    step({ lines: [{ ...bad.lines[0], finding: undefined }] }).refuses('finding-missing', 'lines.0.finding')
    step({ actions: undefined }).refuses('actions-missing', 'actions')
    step({ dueOn: '2026-11-01' }).refuses('due-missing', 'dueOn')
    step({ lines: [{ ...bad.lines[0], id: idOf('other') }] }).refuses('sample-incomplete', 'lines')
  })
  test('and are confirmed', () => {
    const record = check({ state: 'recorded', findings: 1 })
    const { to } = given(closeCheck, { record }).when({ outcome: '已培训' }).accepts()
    expect(to).toBe('closed')
    given(closeCheck, { record: check() }).when({ outcome: '已培训' }).refuses('state')
    given(closeCheck, { record }).when({ outcome: '' }).refuses('bad-input', 'outcome')
  })
})
