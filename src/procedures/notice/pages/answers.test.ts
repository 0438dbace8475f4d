import { describe, expect, test } from 'vitest'
import { NOON } from '../../../../test/given.ts'
import { aCourse, LOTS, TOLD } from '../notice.example.ts'
import { belongs, listed } from './answers.ts'

const answer = { ...aCourse(TOLD), lots: LOTS, onward: [] }
const [first] = listed(answer, '')
if (!first) throw new Error('no example')

describe('the list of recipients', () => {
  test('is found by name, person or number', () => {
    expect(listed(answer, '第 2').map(item => item.recipient.name)).toEqual(['第 2 医院'])
    expect(listed(answer, '0371-1000001')).toHaveLength(1)
    expect(listed(answer, '没有')).toEqual([])
  })
  test('parts those who were not told, who are silent, who are open and who were struck out', () => {
    const untold = { ...first, recipient: { ...first.recipient, toldAt: null } }
    expect(belongs(untold, 'untold', 'recall', false)).toBe(true)
    expect(belongs(untold, 'untold', 'recall', true)).toBe(false)
    expect(belongs(first, 'unanswered', 'recall', false)).toBe(true)
    const answered = { ...first, lines: first.lines.map(line => ({ ...line, statedAt: NOON })) }
    expect(belongs(answered, 'unanswered', 'recall', false)).toBe(false)
    expect(belongs(answered, 'open', 'recall', false)).toBe(true)
    const acknowledged = { ...first, recipient: { ...first.recipient, acknowledgedAt: NOON } }
    expect(belongs(acknowledged, 'unanswered', 'advisory', false)).toBe(false)
    const removed = { ...first, recipient: { ...first.recipient, state: 'removed' as const } }
    expect(belongs(removed, 'removed', 'recall', false)).toBe(true)
    expect(belongs(removed, 'all', 'recall', false)).toBe(false)
  })
})
