import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { policy } from '../../../kernel/policy.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { approval } from '../approval.ts'
import { allowedValues, type DeclaredPolicies, shownValue } from '../declared-policy.ts'
import type { PolicyChangeRow } from '../policy-change.ts'
import { approvePolicyChange } from './approve-policy-change.ts'
import { proposePolicyChange } from './propose-policy-change.ts'
import { rejectPolicyChange } from './reject-policy-change.ts'
import { withdrawPolicyChange } from './withdraw-policy-change.ts'

const hours = policy({
  key: 'case.hours',
  title: text('联系时限', 'Contact within'),
  schema: z.int().min(1).max(24),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['A'],
  basis: 'law',
})
const start = policy({
  key: 'clock.start',
  title: text('起算点', 'Counted from'),
  schema: z.enum(['received', 'registered']),
  default: 'received',
  options: { received: text('接到', 'receipt'), registered: text('登记', 'registration') },
  clauses: ['A'],
  basis: 'ours',
})
const declared: DeclaredPolicies = () => [hours, start].map(item => ({ policy: item, procedure: {} as Procedure }))

const proposer = someone('quality')
const record: PolicyChangeRow = {
  id: idOf('change'),
  number: 'CS-2026-0003',
  state: 'proposed',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: proposer.id,
  updatedAt: NOON,
  key: 'case.hours',
  title: hours.title,
  value: 12,
  was: 24,
  reason: '客户要求更快',
  effectiveOn: '2026-12-01',
  proposedByName: proposer.name,
  decidedAt: null,
  decidedByName: null,
  decisionNote: null,
  effectiveFrom: null,
  policyVersion: null,
}
const version = (value: number, number = 1) => ({
  key: 'case.hours',
  version: number,
  value,
  effectiveFrom: NOON,
  changeId: idOf('earlier'),
})

describe('policy-change.propose', () => {
  const propose = proposePolicyChange(declared)
  const input = { key: 'case.hours', value: 12, effectiveOn: '2026-12-01', reason: '客户要求更快' }
  const known = { known: { last: null, open: null } }

  test('keeps the value in force beside the new one', () => {
    const { change, to } = given(propose, { found: known, policy: { 'case.hours': 20 } })
      .when(input)
      .accepts()
    expect(to).toBe('proposed')
    expect(change.set).toMatchObject({ value: 12, was: 20, title: hours.title, effectiveOn: '2026-12-01' })
  })

  test('takes today', () => {
    given(propose, { found: known })
      .when({ ...input, effectiveOn: '2026-11-20' })
      .accepts()
  })

  test('refuses what the policy does not allow, and says what it does', () => {
    for (const value of [25, 0, 1.5, '12', true]) {
      const { sentence } = given(propose, { found: known })
        .when({ ...input, value })
        .refuses('value-not-allowed', 'value')
      expect(sentence.zh).toContain('1–24 小时')
      expect(sentence.zh).toContain('只能更严')
    }
    given(propose, { found: known })
      .when({ ...input, value: null })
      .refuses('bad-input', 'value')
    given(propose, { found: known })
      .when({ ...input, key: 'clock.start', value: 'later' })
      .refuses('value-not-allowed')
  })

  test('refuses an unknown policy, the same value, a day gone by, a missing reason', () => {
    given(propose, { found: known })
      .when({ ...input, key: 'no.such' })
      .refuses('unknown-policy', 'key')
    given(propose, { found: known })
      .when({ ...input, value: 24 })
      .refuses('same-value', 'value')
    const coming = { known: { last: version(12), open: null } }
    given(propose, { found: coming }).when(input).refuses('same-value')
    given(propose, { found: coming })
      .when({ ...input, value: 24 })
      .accepts()
    given(propose, { found: known })
      .when({ ...input, effectiveOn: '2026-11-19' })
      .refuses('effective-in-past', 'effectiveOn')
    given(propose, { found: known })
      .when({ ...input, reason: '' })
      .refuses('bad-input', 'reason')
  })

  test('refuses a second proposal while one waits', () => {
    const found = { known: { last: null, open: { number: 'CS-2026-0001' } } }
    expect(given(propose, { found }).when(input).refuses('already-proposed').sentence.zh).toContain('CS-2026-0001')
  })

  test('is not for everybody', () => {
    given(propose, { found: known, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
  })
})

describe('policy-change.approve', () => {
  const approve = approvePolicyChange(declared)
  const signOffs = [
    { id: idOf('s2'), procedure: 'policy-change', recordId: record.id, chain: 'approval', round: 1, step: 2 },
  ].map(row => ({
    ...row,
    byRoles: ['quality-head'],
    openedAt: NOON,
    signedAt: null,
    signedBy: null,
    outcome: 'pending' as const,
  }))
  const around = { record, found: { known: { last: version(24, 4), open: null } }, chain: approval, signOffs }

  test('makes the next version, from the start of its day', () => {
    const { change, to } = given(approve, around).when({}).accepts()
    expect(to).toBe('approved')
    const effectiveFrom = '2026-11-30T16:00:00.000Z'
    expect(change.rows).toMatchObject([
      { child: 'version', insert: { key: 'case.hours', version: 5, value: 12, effectiveFrom } },
    ])
    expect(change.set).toMatchObject({ policyVersion: 5, effectiveFrom, decidedByName: 'quality-head 甲' })
  })

  test('a late approval holds from now on, never backwards', () => {
    const now = '2026-12-05T02:00:00.000Z'
    expect(
      given(approve, { ...around, now })
        .when({})
        .accepts().change.set,
    ).toMatchObject({ effectiveFrom: now })
  })

  test('refuses to whoever proposed it', () => {
    const actor = { ...someone('quality-head'), id: proposer.id }
    given(approve, { ...around, actor })
      .when({})
      .refuses('PL-separation')
  })

  test('refuses other roles, a decided proposal, and a value that is no longer allowed', () => {
    given(approve, { ...around, actor: someone('administrator') })
      .when({})
      .refuses('role')
    given(approve, { ...around, record: { ...record, state: 'rejected' as const } })
      .when({})
      .refuses('state')
    given(approve, { ...around, record: { ...record, value: 48 } })
      .when({})
      .refuses('value-not-allowed')
    given(approve, { ...around, record: { ...record, key: 'gone' } })
      .when({})
      .refuses('unknown-policy')
  })
})

describe('rejectPolicyChange', () => {
  test('declines the chain and says why', () => {
    const { change, to } = given(rejectPolicyChange, { record }).when({ reason: '人手不足' }).accepts()
    expect(to).toBe('rejected')
    expect(change).toMatchObject({ decline: true, set: { decisionNote: '人手不足' } })
  })

  test('needs a reason and the quality head', () => {
    given(rejectPolicyChange, { record }).when({}).refuses('bad-input', 'reason')
    given(rejectPolicyChange, { record, actor: proposer }).when({ reason: '不行' }).refuses('role')
  })
})

describe('withdrawPolicyChange', () => {
  test('is the proposer’s', () => {
    expect(given(withdrawPolicyChange, { record, actor: proposer }).when({ reason: '重提' }).accepts().to).toBe(
      'withdrawn',
    )
    const other = given(withdrawPolicyChange, { record, actor: someone('quality', '乙') })
    expect(other.when({ reason: '重提' }).refuses('not-proposer').sentence.zh).toContain(record.proposedByName)
  })
})

test('values read as people say them', () => {
  expect(shownValue(hours, 12)).toEqual(text('12 小时', '12 h'))
  expect(shownValue(start, 'registered').zh).toBe('登记')
  expect(shownValue(undefined, true).zh).toBe('是')
  expect(allowedValues(start).en).toBe('receipt / registration')
})
