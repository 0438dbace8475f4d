import { describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { LedgerMeta } from '../answers.ts'
import {
  type Asked,
  addressOf,
  askedByView,
  askedOf,
  asksNothing,
  courseOf,
  isView,
  paramsOf,
  viewOf,
} from './asked.ts'

const ledger = { name: 'complaints', filters: ['state', 'severity'] } as unknown as LedgerMeta
const asked: Asked = {
  search: '输液',
  from: '2026-10-01',
  to: '2026-12-31',
  filter: { state: ['accepted', 'verified'], severity: [] },
}

describe('the question to a register', () => {
  test('survives the address', () => {
    const address = addressOf(asked, 'complaints')
    expect(address).toMatchObject({ ledger: 'complaints', search: '输液', 'f.state': 'accepted,verified' })
    expect(askedOf(address, ledger)).toEqual({ ...asked, filter: { state: ['accepted', 'verified'] } })
  })
  test('asks by a clock of the procedure too, and by no other', () => {
    const course = courseOf({
      deadlines: [{ name: 'contact', title: text('首次联系', 'First contact'), clause: 'S01-4.1' }],
      states: {},
    })
    const address = { 'f.clock.contact': 'late,overdue', 'f.clock.other': 'late' }
    expect(askedOf(address, ledger, course).filter).toEqual({ 'clock.contact': ['late', 'overdue'] })
    expect(askedOf(address, ledger).filter).toEqual({})
  })
  test('leaves out columns that the register does not filter by', () => {
    expect(askedOf({ 'f.password': 'x', 'f.severity': 'S1' }, ledger).filter).toEqual({ severity: ['S1'] })
  })
  test('reaches the server without empty filters', () => {
    expect(paramsOf(asked)).toEqual({
      search: '输液',
      from: '2026-10-01',
      to: '2026-12-31',
      'filter.state': 'accepted,verified',
    })
  })
})

describe('a view', () => {
  test('asks what it was kept from', () => {
    expect(askedByView(viewOf(asked))).toEqual({ ...asked, filter: { state: ['accepted', 'verified'] } })
  })
  test('is the same whatever the order of its values', () => {
    expect(isView({ ...asked, filter: { state: ['verified', 'accepted'] } }, viewOf(asked))).toBe(true)
    expect(isView({ ...asked, search: '' }, viewOf(asked))).toBe(false)
  })
  test('of nothing is everything', () => {
    expect(asksNothing({ search: '', from: '', to: '', filter: { state: [] } })).toBe(true)
    expect(asksNothing(asked)).toBe(false)
  })
})
