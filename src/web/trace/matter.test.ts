import { describe, expect, test } from 'vitest'
import type { Matter, MatterRecord, MatterStep } from '../../kernel/matter.ts'
import { chainOf, clausesOf, matterSums } from './matter.ts'

const record = (id: string, procedure: string, depth: number, ended = true): MatterRecord => ({
  procedure,
  noun: { zh: procedure, en: procedure },
  id,
  number: id.toUpperCase(),
  title: id,
  state: { zh: '', en: '' },
  tone: 'plain',
  ended,
  createdAt: `2026-11-0${depth + 1}T00:00:00.000Z`,
  createdByName: null,
  updatedAt: '2026-11-09T00:00:00.000Z',
  depth,
})
const step = (seq: number, recordId: string, clauses: readonly string[], actorName = '陈晓'): MatterStep => ({
  seq,
  at: `2026-11-0${seq}T00:00:00.000Z`,
  recordId,
  actorName,
  via: 'session',
  command: 'x.y',
  title: { zh: '', en: '' },
  told: { zh: '', en: '' },
  clauses,
})
const letters = ['l1', 'l2', 'l3', 'l4', 'l5'].map(id => record(id, 'message', 2))
const matter: Matter = {
  asked: 'd',
  records: [record('c', 'complaint', 0), record('n', 'notice', 1, false), ...letters, record('d', 'destruction', 3)],
  links: [
    { from: 'c', to: 'n', kind: 'notice' },
    ...letters.map(({ id }) => ({ from: 'n', to: id, kind: 'message' })),
    { from: 'l1', to: 'd', kind: 'destruction' },
    { from: 'c', to: 'd', kind: 'destruction' },
  ],
  steps: [step(1, 'c', ['S01-4.2', 'S01-4.10']), step(2, 'n', ['N-1'], '李红梅'), step(3, 'c', ['S01-4.2'])],
  clauses: { complaint: { 'S01-4.2': { text: { zh: '登记', en: 'register' }, source: '4.2' } } },
  more: false,
}

describe('the chain', () => {
  test('tells each record with what led to it; many alike are one line', () => {
    const parts = chainOf(matter)
    expect(
      parts.map(part => (part.kind === 'record' ? part.record.id : `${part.records.length} ${part.procedure}`)),
    ).toEqual(['c', 'n', '5 message', 'd'])
    const last = parts.at(-1)
    expect(last?.kind === 'record' && last.from.map(({ id }) => id)).toEqual(['l1', 'c'])
    const first = parts[0]
    expect(first?.kind === 'record' && first.steps.map(({ seq }) => seq)).toEqual([1, 3])
  })

  test('never folds the record that was asked for', () => {
    const parts = chainOf({ ...matter, asked: 'l3' })
    expect(parts.map(part => (part.kind === 'record' ? part.record.id : part.records.length))).toEqual([
      'c',
      'n',
      4,
      'l3',
      'd',
    ])
  })
})

test('clause by clause: by procedure, numbers in their order, with every step', () => {
  expect(clausesOf(matter).map(({ procedure, id, steps, text }) => [procedure, id, steps.length, text?.zh])).toEqual([
    ['complaint', 'S01-4.2', 2, '登记'],
    ['complaint', 'S01-4.10', 1, undefined],
    ['notice', 'N-1', 1, undefined],
  ])
})

test('the sums count people and clauses once', () => {
  expect(matterSums(matter)).toMatchObject({ records: 8, steps: 3, clauses: 3, people: 2, open: 1 })
})
