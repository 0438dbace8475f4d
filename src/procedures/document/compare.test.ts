import { describe, expect, test } from 'vitest'
import { compareContents } from './compare.ts'
import type { ContentItem } from './content.ts'

const item = (kind: ContentItem['kind'], key: string, fields: ContentItem['fields'] = {}): ContentItem => ({
  kind,
  key,
  title: { zh: key, en: key },
  fields,
})
const clause = item('clause', 'S01-4.4a', { text: { zh: '24 小时内', en: 'within 24 h' } })
const limit = (value: number) => item('policy', 'verify_h', { value, clauses: ['S01-4.4a'] })
const clock = item('clock', 'verification', { clauses: ['S01-4.4a'], policy: 'verify_h' })
const paper = (revision: string) => item('form', 'record', { code: 'QR-01', revision, clauses: ['S01-4.4a'] })
const step = item('step', 'complaint.verify', { clauses: ['S01-4.4a'] })
const all = [clause, limit(24), clock, paper('A/0'), step]

describe('two contents', () => {
  test('that are equal have no changes', () => {
    expect(compareContents(all, structuredClone(all))).toEqual([])
  })

  test('a policy that changed names its clauses, its clocks, and the steps and papers of its clauses', () => {
    const [change, ...more] = compareContents(all, [clause, limit(12), clock, paper('A/0'), step])
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'policy', what: 'changed', fields: [{ was: 24, now: 12 }] })
    expect(change?.also.map(other => other.key).sort()).toEqual([
      'S01-4.4a',
      'complaint.verify',
      'record',
      'verification',
    ])
  })

  test('a policy names the clock of its clause that chooses its policy by the record', () => {
    const choosing = item('clock', 'contact', { clauses: ['S01-4.4a'], policy: null })
    const elsewhere = item('clock', 'other', { clauses: ['S01-9'], policy: null })
    const [change] = compareContents([limit(24), choosing, elsewhere], [limit(12), choosing, elsewhere])
    expect(change?.also.map(other => other.key)).toEqual(['contact'])
  })

  test('a clause that changed names everything that carries it out, also elsewhere', () => {
    const stricter = item('clause', 'S01-4.4a', { text: { zh: '12 小时内', en: 'within 12 h' } })
    const around = [
      { procedure: 'inquiry', kind: 'clause' as const, key: 'S01-4.4a', title: clause.title, names: ['S01-4.4a'] },
    ]
    const [change] = compareContents(all, [stricter, ...all.slice(1)], around)
    expect(change?.also.map(other => `${other.procedure ?? ''} ${other.kind}`).sort()).toEqual([
      ' clock',
      ' form',
      ' policy',
      ' step',
      'inquiry clause',
    ])
  })

  test('a form of another revision names its clauses and the steps that fill it', () => {
    const [change] = compareContents(all, [clause, limit(24), clock, paper('A/1'), step])
    expect(change).toMatchObject({ kind: 'form', fields: [{ was: 'A/0', now: 'A/1' }] })
    expect(change?.also.map(other => other.key)).toEqual(['S01-4.4a', 'complaint.verify'])
  })

  test('what came and what went is told apart, and a gate elsewhere on a step is named', () => {
    const around = [
      { procedure: 'hold', kind: 'gate' as const, key: 'held', title: clause.title, names: ['complaint.verify'] },
    ]
    const [removed, added] = compareContents(
      all,
      [clause, limit(24), clock, paper('A/0'), item('duty', 'yearly')],
      around,
    )
    expect(removed).toMatchObject({ what: 'removed', key: 'complaint.verify' })
    expect(removed?.also).toContainEqual({ procedure: 'hold', kind: 'gate', key: 'held', title: clause.title })
    expect(added).toMatchObject({ what: 'added', kind: 'duty' })
  })
})
