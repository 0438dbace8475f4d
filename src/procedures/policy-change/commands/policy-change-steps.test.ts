import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { given, idOf, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import type { MovedClock } from '../../../kernel/deadline.ts'
import { policy } from '../../../kernel/policy.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { text } from '../../../kernel/text.ts'
import { approval } from '../approval.ts'
import { allowedValues, type DeclaredPolicies, shownValue } from '../declared-policy.ts'
import type { EffectSummary } from '../effect.ts'
import type { PolicyChangeRow } from '../policy-change.ts'
import { approvePolicyChange } from './approve-policy-change.ts'
import { cancelPolicyChange } from './cancel-policy-change.ts'
import { moveClocksPolicyChange } from './move-clocks-policy-change.ts'
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
  headProposed: false,
  moveOpen: false,
  effect: null,
  moveCursor: null,
  movedCount: 0,
  movedAt: null,
}
const summary: EffectSummary = {
  open: 3,
  counted: 3,
  earlier: 2,
  later: 0,
  past: 1,
  quarter: { from: NOON, to: NOON, clocks: 9, counted: 9, late: 1, lateThen: 3 },
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
  const known = { known: { last: null, before: 24, without: 24, open: null }, effect: summary }

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
    const coming = { known: { last: version(12), before: 24, without: 24, open: null }, effect: summary }
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

  test('says what it does and whom it asks; a quality head’s proposal asks somebody beside', () => {
    const own = given(propose, { found: known }).when(input).accepts().change
    expect(own.set).toMatchObject({ effect: summary, headProposed: false, moveOpen: false })
    expect(own.seek).toEqual([{ chain: 'approval', steps: ['proposal', 'quality-head'] }])
    const head = given(propose, { found: known, actor: someone('quality-head') })
      .when({ ...input, moveOpen: true })
      .accepts().change
    expect(head.set).toMatchObject({ headProposed: true, moveOpen: true })
    expect(head.seek).toEqual([{ chain: 'approval', steps: ['proposal', 'beside-head'] }])
  })

  test('refuses to move running clocks when none would end earlier', () => {
    const found = { ...known, effect: { ...summary, earlier: 0 } }
    given(propose, { found })
      .when({ ...input, moveOpen: true })
      .refuses('nothing-earlier', 'moveOpen')
  })

  test('refuses a second proposal while one waits', () => {
    const found = { known: { last: null, before: 24, without: 24, open: { number: 'CS-2026-0001' } }, effect: summary }
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
  const around = {
    record,
    found: { known: { last: version(24, 4), before: 24, without: 24, open: null } },
    chain: approval,
    signOffs: signOffsOf(approval, 'quality-head', { steps: ['proposal', 'quality-head'] }),
    actor: someone('quality-head'),
  }
  const headProposed = {
    ...around,
    record: { ...record, headProposed: true },
    signOffs: signOffsOf(approval, 'beside-head', { steps: ['proposal', 'beside-head'] }),
  }

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
    const { sentence } = given(approve, { ...headProposed, actor })
      .when({})
      .refuses('PL-separation')
    expect(sentence.zh).toContain('管理者代表')
  })

  test('what a quality head proposed is for somebody beside or above; what others proposed is not', () => {
    for (const role of ['management-representative', 'general-manager', 'quality-head']) {
      given(approve, { ...headProposed, actor: someone(role) })
        .when({})
        .accepts()
      if (role === 'quality-head') continue
      given(approve, { ...around, actor: someone(role) })
        .when({})
        .refuses('quality-head-decides')
    }
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
  const around = {
    record,
    chain: approval,
    signOffs: signOffsOf(approval, 'quality-head', { steps: ['proposal', 'quality-head'] }),
    actor: someone('quality-head'),
  }

  test('declines the chain and says why', () => {
    const { change, to } = given(rejectPolicyChange, around).when({ reason: '人手不足' }).accepts()
    expect(to).toBe('rejected')
    expect(change).toMatchObject({ decline: true, set: { decisionNote: '人手不足' } })
  })

  test('needs a reason, the quality head, and another person than the proposer', () => {
    given(rejectPolicyChange, around).when({}).refuses('bad-input', 'reason')
    given(rejectPolicyChange, { ...around, actor: proposer })
      .when({ reason: '不行' })
      .refuses('role')
    given(rejectPolicyChange, { ...around, actor: someone('general-manager') })
      .when({ reason: '不行' })
      .refuses('quality-head-decides')
    given(rejectPolicyChange, { ...around, actor: { ...someone('quality-head'), id: proposer.id } })
      .when({ reason: '不行' })
      .refuses('PL-separation')
  })
})

describe('cancelPolicyChange', () => {
  const approved: PolicyChangeRow = {
    ...record,
    state: 'approved',
    effectiveFrom: '2026-11-30T16:00:00.000Z',
    policyVersion: 5,
    moveOpen: true,
  }
  const around = {
    record: approved,
    found: { known: { last: version(12, 5), before: 24, without: 24, open: null } },
    actor: someone('quality-head'),
  }

  test('the value in force becomes the next version, from that same moment', () => {
    const { change, to } = given(cancelPolicyChange, around).when({ reason: '提早了' }).accepts()
    expect(to).toBe('cancelled')
    expect(change.set).toEqual({ moveOpen: false })
    expect(change.rows).toMatchObject([
      { child: 'version', insert: { version: 6, value: 24, effectiveFrom: approved.effectiveFrom } },
    ])
  })

  test('refuses what holds already, what was changed again, the proposer, other roles, and no reason', () => {
    const { sentence } = given(cancelPolicyChange, { ...around, now: '2026-12-01T00:00:00.000Z' })
      .when({ reason: '晚了' })
      .refuses('in-force')
    expect(sentence.zh).toContain('另提一项变更')
    given(cancelPolicyChange, {
      ...around,
      found: { known: { last: version(8, 6), before: 24, without: 24, open: null } },
    })
      .when({ reason: '改错了' })
      .refuses('changed-again')
    given(cancelPolicyChange, { ...around, actor: { ...someone('quality-head'), id: proposer.id } })
      .when({ reason: '改错了' })
      .refuses('PL-separation')
    given(cancelPolicyChange, { ...around, actor: someone('general-manager') })
      .when({ reason: '改错了' })
      .refuses('quality-head-decides')
    given(cancelPolicyChange, { ...around, actor: someone('quality') })
      .when({ reason: '改错了' })
      .refuses('role')
    given(cancelPolicyChange, around).when({}).refuses('bad-input', 'reason')
    given(cancelPolicyChange, { ...around, record: { ...approved, state: 'proposed' as const } })
      .when({ reason: '改错了' })
      .refuses('state')
  })
})

describe('moveClocksPolicyChange', () => {
  const now = '2026-12-01T00:00:00.000Z'
  const approved: PolicyChangeRow = {
    ...record,
    state: 'approved',
    effectiveFrom: '2026-11-30T16:00:00.000Z',
    policyVersion: 5,
    moveOpen: true,
    movedCount: 200,
  }
  const move = {} as MovedClock
  const around = { record: approved, now, found: { movable: { moves: [move], cursor: idOf('last'), done: false } } }

  test('counts what it moves and remembers where it stopped, until nothing is left', () => {
    const { change } = given(moveClocksPolicyChange, around).when({}).accepts()
    expect(change.move).toEqual([move])
    expect(change.set).toEqual({ moveCursor: idOf('last'), movedCount: 201, movedAt: null })
    const end = { ...around, found: { movable: { moves: [], cursor: null, done: true } } }
    expect(given(moveClocksPolicyChange, end).when({}).accepts().change.set).toMatchObject({ movedAt: now })
  })

  test('refuses what nobody signed, what does not hold yet, what is done, other roles and states', () => {
    given(moveClocksPolicyChange, { ...around, record: { ...approved, moveOpen: false } })
      .when({})
      .refuses('not-asked')
    given(moveClocksPolicyChange, { ...around, now: NOON })
      .when({})
      .refuses('not-in-force')
    given(moveClocksPolicyChange, { ...around, record: { ...approved, movedAt: NOON } })
      .when({})
      .refuses('moved-already')
    given(moveClocksPolicyChange, { ...around, actor: someone('sales') })
      .when({})
      .refuses('role')
    given(moveClocksPolicyChange, { ...around, record: { ...approved, state: 'proposed' as const } })
      .when({})
      .refuses('state')
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
