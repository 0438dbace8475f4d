import { describe, expect, test } from 'vitest'
import { NOON } from '../../../test/given.ts'
import type { Json } from '../../kernel/json.ts'
import { policyBook } from '../../kernel/policy.ts'
import { clauses } from './clauses.ts'
import { aComplaint } from './complaint.example.ts'
import { completion, contact, deadlines, finalOpinion, holderNotice, opinion, verification } from './deadlines.ts'

const policies = (values: Readonly<Record<string, Json>> = {}) =>
  policyBook(
    Object.entries(values).map(([key, value]) => ({
      key,
      value,
      effectiveFrom: '2020-01-01T00:00:00.000Z',
      version: 1,
    })),
    NOON,
  )
const limit = (clock: (typeof deadlines)[number], over = {}, values = {}) =>
  clock.limit({ record: aComplaint(over), policy: policies(values) })

describe('limits', () => {
  test('contact within 24 hours, urgent within 8', () => {
    expect(limit(contact)).toEqual({ unit: 'hours', value: 24, basis: 'procedure' })
    expect(limit(contact, { urgency: 'urgent' })).toEqual({ unit: 'hours', value: 8, basis: 'procedure' })
  })
  test('verification within 24 hours at a local customer, within 7 days out of town', () => {
    expect(limit(verification)).toEqual({ unit: 'hours', value: 24, basis: 'procedure' })
    expect(limit(verification, { locality: 'out-of-town' })).toEqual({ unit: 'days', value: 7, basis: 'procedure' })
  })
  test('an opinion within 3 days', () => {
    expect(limit(opinion)).toEqual({ unit: 'days', value: 3, basis: 'procedure' })
  })
  test('completion within 7 days: of the procedure out of town, a target of ours for local ones', () => {
    expect(limit(completion, { locality: 'out-of-town' })).toMatchObject({ value: 7, basis: 'procedure' })
    expect(limit(completion)).toMatchObject({ value: 7, basis: 'company' })
    expect(limit(finalOpinion)).toEqual(limit(completion))
  })
  test('"promptly" is a company target of one working day', () => {
    expect(limit(holderNotice)).toEqual({ unit: 'workdays', value: 1, basis: 'company' })
  })
  test('days are working days where the company says so (X27)', () => {
    expect(limit(opinion, {}, { 'clock.day_kind': 'working' })).toMatchObject({ unit: 'workdays', value: 3 })
  })
  test('of the law are no policy and end with the day', () => {
    const law = deadlines.filter(clock => clock.limit({ record: aComplaint(), policy: policies() }).basis === 'law')
    expect(law.map(clock => clock.name)).toEqual([
      'ae-death-report',
      'ae-serious-report',
      'ae-cluster-call',
      'ae-cluster-case',
      'ae-cluster-notice',
    ])
    expect(law.every(clock => clock.policy === undefined)).toBe(true)
    expect(limit(law[0] as (typeof deadlines)[number])).toEqual({
      unit: 'days',
      value: 7,
      basis: 'law',
      endOfDay: true,
    })
    expect(limit(law[1] as (typeof deadlines)[number])).toEqual({
      unit: 'days',
      value: 20,
      basis: 'law',
      endOfDay: true,
    })
  })
})

test('every clock has its own name and stands on a clause that is listed', () => {
  expect(new Set(deadlines.map(clock => clock.name)).size).toBe(deadlines.length)
  for (const clock of deadlines) expect(clauses).toHaveProperty([clock.clause])
})
