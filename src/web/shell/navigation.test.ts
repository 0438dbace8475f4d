import { describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import type { Meta, ProcedureEntry } from '../answers.ts'
import { navigation } from './navigation.ts'

const procedure = (name: string, group: ProcedureEntry['group'], reports: ProcedureEntry['reports'] = []) => ({
  name,
  title: text(name, name),
  noun: text(name, name),
  nouns: text(name, name),
  group,
  ledgers: [{ name: 'all', title: text('台账', 'Register') }],
  reports,
  news: [],
})
const places = (...procedures: ProcedureEntry[]) =>
  navigation({ procedures, me: { roles: ['quality'] } } as unknown as Meta).flatMap(group =>
    group.places.map(place => place.to),
  )

describe('navigation', () => {
  test('who does not look after the system is not shown its health', () => {
    const shown = (role: string) =>
      navigation({ procedures: [], me: { roles: [role] } } as unknown as Meta).flatMap(group =>
        group.places.map(place => place.to),
      )
    expect(shown('administrator')).toContain('/health')
    expect(shown('sales')).not.toContain('/health')
  })

  test('a procedure stands under its group, its reports under oversight', () => {
    const quarterly = { name: 'quarterly', title: text('季度表', 'Quarterly') }
    expect(places(procedure('complaint', 'after-sales', [quarterly]))).toEqual([
      '/complaint',
      '/trace',
      '/stock',
      '/stores',
      '/reports',
      '/duties',
      '/clauses',
      '/records-control',
      '/trail',
      '/report/complaint/quarterly',
      '/policies',
      '/calendar',
      '/people/permissions',
      '/import',
      '/health',
    ])
  })
  test('policies and the calendar have a screen of their own, not a register', () => {
    const shown = places(procedure('policy-change', 'administration'), procedure('calendar-year', 'administration'))
    expect(shown).not.toContain('/policy-change')
    expect(shown).not.toContain('/calendar-year')
  })
  test('a procedure without a register is not a place', () => {
    expect(places({ ...procedure('seal', 'quality'), ledgers: [] })).not.toContain('/seal')
  })
})
