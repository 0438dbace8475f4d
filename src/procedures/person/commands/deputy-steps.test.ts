import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { RoleId } from '../../../vocabulary/role.ts'
import type { Absence, Delegation, DeputyAsked } from '../deputy.ts'
import type { PersonRow } from '../person.ts'
import { delegateRole } from './delegate-role.ts'
import { endAbsence } from './end-absence.ts'
import { endDelegation } from './end-delegation.ts'
import { noteAbsence } from './note-absence.ts'

// the tests happen on Friday 2026-11-20
const record: PersonRow = {
  id: idOf('li-hongmei'),
  number: 'RY-2026-0003',
  state: 'active',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('administrator'),
  updatedAt: NOON,
  username: 'li-hongmei',
  name: '李红梅',
  nameEn: null,
  department: '财务部',
  roles: ['finance-head', 'finance'],
  email: null,
  phone: null,
}
const herself = { ...someone('finance-head', '李红梅'), id: record.id }
const administrator = someone('administrator')
const deputy: DeputyAsked = {
  id: idOf('chen-xiao'),
  number: 'RY-2026-0004',
  name: '陈晓',
  state: 'active',
  roles: ['purchasing'],
  standsIn: [],
  absences: [],
}
const delegation = (more: Partial<Delegation> = {}): Delegation => ({
  id: idOf('delegation'),
  personId: record.id,
  toId: deputy.id,
  toName: '陈晓',
  roles: ['finance-head'],
  fromDay: '2026-11-18',
  untilDay: '2026-11-25',
  reason: '出差',
  absenceId: null,
  at: NOON,
  byId: record.id,
  byName: '李红梅',
  endedAt: null,
  endedBy: null,
  endedByName: null,
  endReason: null,
  ...more,
})
const absence = (more: Partial<Absence> = {}): Absence => ({
  id: idOf('absence'),
  personId: record.id,
  fromDay: '2026-11-18',
  untilDay: '2026-11-25',
  kind: 'travel',
  note: null,
  at: NOON,
  byId: record.id,
  byName: '李红梅',
  endedAt: null,
  endedByName: null,
  ...more,
})

describe('delegateRole', () => {
  const input = {
    roles: ['finance-head'],
    toId: deputy.id,
    from: '2026-11-20',
    until: '2026-11-25',
    reason: '出差',
  }
  const around = { record, actor: herself, facts: { delegations: [] }, found: { deputy } }
  const withDeputy = (more: Partial<DeputyAsked>) => ({ ...around, found: { deputy: { ...deputy, ...more } } })

  test('hands the roles to the deputy for the days', () => {
    const { change, told } = given(delegateRole, around).when(input).accepts()
    expect(change.rows).toMatchObject([
      {
        child: 'delegation',
        insert: {
          toId: deputy.id,
          roles: ['finance-head'],
          fromDay: '2026-11-20',
          untilDay: '2026-11-25',
          byName: '李红梅',
        },
      },
    ])
    expect(told(record).zh).toContain('委托陈晓代行')
  })
  test('an administrator does it for whoever cannot; nobody else does', () => {
    given(delegateRole, { ...around, actor: administrator })
      .when(input)
      .accepts()
    given(delegateRole, { ...around, actor: someone('finance') })
      .when(input)
      .refuses('not-own')
    given(delegateRole, { ...around, actor: someone('authority-inspector') })
      .when(input)
      .refuses('role')
    given(delegateRole, { ...around, record: { ...record, state: 'inactive' } })
      .when(input)
      .refuses('state')
  })
  test('not to oneself: neither one’s own role nor, as administrator, that of somebody else', () => {
    given(delegateRole, withDeputy({ id: record.id }))
      .when({ ...input, toId: record.id })
      .refuses('deputy-same', 'toId')
    given(delegateRole, { ...withDeputy({ id: administrator.id }), actor: administrator })
      .when({ ...input, toId: administrator.id })
      .refuses('deputy-oneself', 'toId')
  })
  test('only to somebody who is active, there, and does not hold the role already', () => {
    given(delegateRole, { ...around, found: { deputy: undefined } })
      .when(input)
      .refuses('deputy-unknown', 'toId')
    given(delegateRole, withDeputy({ state: 'inactive' }))
      .when(input)
      .refuses('deputy-unknown', 'toId')
    given(delegateRole, withDeputy({ absences: [absence({ fromDay: '2026-11-25', untilDay: '2026-11-30' })] }))
      .when(input)
      .refuses('deputy-away', 'toId')
    given(delegateRole, withDeputy({ absences: [absence({ fromDay: '2026-11-26', untilDay: '2026-11-30' })] }))
      .when(input)
      .accepts()
    given(delegateRole, withDeputy({ roles: ['finance-head'] }))
      .when(input)
      .refuses('deputy-holds', 'toId')
    given(delegateRole, withDeputy({ roles: ['authority-inspector'] }))
      .when(input)
      .refuses('inspector-alone', 'toId')
  })
  test('only roles of one’s own, once at a time', () => {
    given(delegateRole, around)
      .when({ ...input, roles: ['sales-head'] })
      .refuses('role-not-held', 'roles')
    given(delegateRole, around)
      .when({ ...input, roles: [] })
      .refuses('bad-input', 'roles')
    const twice = { ...around, facts: { delegations: [delegation()] } }
    given(delegateRole, twice).when(input).refuses('already-delegated', 'roles')
    given(delegateRole, twice)
      .when({ ...input, roles: ['finance'] })
      .accepts()
    given(delegateRole, twice)
      .when({ ...input, from: '2026-11-26', until: '2026-11-27' })
      .accepts()
    given(delegateRole, { ...around, facts: { delegations: [delegation({ endedAt: NOON })] } })
      .when(input)
      .accepts()
  })
  test('from today on, the first day before the last, no longer than the policy allows', () => {
    given(delegateRole, around)
      .when({ ...input, from: '2026-11-19' })
      .refuses('from-past', 'from')
    given(delegateRole, around)
      .when({ ...input, until: '2026-11-19' })
      .refuses('until-before-from', 'until')
    given(delegateRole, { ...around, policy: { 'person.delegation_max_days': 6 } })
      .when(input)
      .accepts()
    given(delegateRole, { ...around, policy: { 'person.delegation_max_days': 5 } })
      .when(input)
      .refuses('too-long', 'until')
  })
  test.each<[RoleId, RoleId, string]>([
    ['picker', 'checker', 'SG05'],
    ['checker', 'picker', 'SG05'],
    ['acceptance-inspector', 'warehouse', 'SG04'],
    ['after-sales-head', 'driver', 'SG01'],
    ['quality', 'sales', 'SG03'],
    ['business-deputy', 'quality', 'SG07'],
    ['quality-head', 'quality', 'SG09'],
    ['administrator', 'quality', 'IT-separation'],
  ])('never %s to a holder of %s: %s', (role, held, rule) => {
    const refusal = given(delegateRole, {
      ...withDeputy({ roles: [held] }),
      record: { ...record, roles: [role] },
      actor: { ...herself, roles: [role] },
    })
      .when({ ...input, roles: [role] })
      .refuses('segregation', 'toId')
    expect(refusal).toMatchObject({ kind: 'forbidden', detail: { rule } })
  })
  test('counts what the deputy holds for others in these days, and only then', () => {
    const picking = { record: { ...record, roles: ['picker' as const] }, actor: { ...herself, roles: ['picker'] } }
    const held = (fromDay: string, untilDay: string) => ({
      ...withDeputy({ standsIn: [delegation({ roles: ['checker'], fromDay, untilDay })] }),
      ...picking,
    })
    given(delegateRole, held('2026-11-24', '2026-11-30'))
      .when({ ...input, roles: ['picker'] })
      .refuses('segregation', 'toId')
    given(delegateRole, held('2026-11-26', '2026-11-30'))
      .when({ ...input, roles: ['picker'] })
      .accepts()
  })
})

describe('endDelegation', () => {
  const around = { record, actor: herself, facts: { delegations: [delegation()] } }
  const input = { delegationId: idOf('delegation'), reason: '提前返回' }

  test('takes the roles back at once', () => {
    const { change } = given(endDelegation, around).when(input).accepts()
    expect(change.rows).toEqual([
      {
        child: 'delegation',
        id: idOf('delegation'),
        set: { endedAt: NOON, endedBy: record.id, endedByName: '李红梅', endReason: '提前返回' },
      },
    ])
    given(endDelegation, { ...around, actor: administrator })
      .when(input)
      .accepts()
  })
  test('only by the person or an administrator, and only what still holds', () => {
    given(endDelegation, { ...around, actor: someone('finance') })
      .when(input)
      .refuses('not-own')
    for (const over of [{ endedAt: NOON }, { untilDay: '2026-11-19' }])
      given(endDelegation, { ...around, facts: { delegations: [delegation(over)] } })
        .when(input)
        .refuses('nothing-delegated')
    given(endDelegation, around)
      .when({ ...input, delegationId: idOf('another') })
      .refuses('delegation-ended', 'delegationId')
    given(endDelegation, around)
      .when({ ...input, reason: '' })
      .refuses('bad-input', 'reason')
  })
})

describe('noteAbsence', () => {
  const facts = { delegations: [] as Delegation[], absences: [] as Absence[] }
  const around = { record, actor: herself, facts, found: { deputy, heldAlone: ['finance-head' as const] } }
  const input = { kind: 'travel', from: '2026-11-20', until: '2026-11-25', deputyId: deputy.id }
  const alone = { ...around, found: { deputy: undefined, heldAlone: ['finance-head' as const] } }

  test('notes it, and hands all roles to the deputy for these days', () => {
    const { change } = given(noteAbsence, around)
      .when({ ...input, note: '广州' })
      .accepts()
    expect(change.rows).toMatchObject([
      { child: 'absence', insert: { kind: 'travel', fromDay: '2026-11-20', untilDay: '2026-11-25', note: '广州' } },
      { child: 'delegation', insert: { roles: ['finance-head', 'finance'], reason: '出差：广州' } },
    ])
    const [away, handed] = change.rows ?? []
    expect(handed && 'insert' in handed && handed.insert.absenceId).toBe(away && 'insert' in away && away.insert.id)
  })
  test('what the deputy holds, or somebody else was given, stays out', () => {
    const found = { deputy: { ...deputy, roles: ['finance' as const] }, heldAlone: [] }
    const { change } = given(noteAbsence, { ...around, found })
      .when(input)
      .accepts()
    expect(change.rows).toMatchObject([{ child: 'absence' }, { insert: { roles: ['finance-head'] } }])
    const given_ = { ...facts, delegations: [delegation({ roles: ['finance-head', 'finance'] })] }
    expect(
      given(noteAbsence, { ...around, facts: given_ })
        .when(input)
        .accepts().change.rows,
    ).toHaveLength(1)
  })
  test('without a deputy only when somebody else holds every role, or was given it', () => {
    given(noteAbsence, alone)
      .when({ ...input, deputyId: null })
      .refuses('deputy-needed', 'deputyId')
    given(noteAbsence, { ...alone, found: { deputy: undefined, heldAlone: [] } })
      .when({ ...input, deputyId: null })
      .accepts()
    given(noteAbsence, { ...alone, facts: { ...facts, delegations: [delegation()] } })
      .when({ ...input, deputyId: null })
      .accepts()
  })
  test('refuses what a delegation refuses', () => {
    given(noteAbsence, { ...around, found: { deputy: undefined, heldAlone: [] } })
      .when(input)
      .refuses('deputy-unknown', 'deputyId')
    given(noteAbsence, { ...around, policy: { 'person.delegation_max_days': 3 } })
      .when(input)
      .refuses('too-long', 'until')
    given(noteAbsence, { ...around, actor: someone('sales') })
      .when(input)
      .refuses('not-own')
  })
  test('from today on, and not twice for the same days', () => {
    given(noteAbsence, around)
      .when({ ...input, from: '2026-11-01' })
      .refuses('from-past', 'from')
    given(noteAbsence, around)
      .when({ ...input, until: '2026-11-01' })
      .refuses('until-before-from', 'until')
    given(noteAbsence, { ...around, facts: { ...facts, absences: [absence()] } })
      .when(input)
      .refuses('already-away', 'from')
    given(noteAbsence, { ...around, facts: { ...facts, absences: [absence({ endedAt: NOON })] } })
      .when(input)
      .accepts()
  })
})

describe('endAbsence', () => {
  const made = delegation({ absenceId: idOf('absence') })
  const facts = { delegations: [made, delegation({ id: idOf('apart') })], absences: [absence()] }

  test('ends the absence and what was delegated for it, nothing else', () => {
    const { change } = given(endAbsence, { record, actor: herself, facts }).when({}).accepts()
    expect(change.rows).toMatchObject([
      { child: 'absence', id: idOf('absence'), set: { endedAt: NOON } },
      { child: 'delegation', id: made.id, set: { endedAt: NOON, endedByName: '李红梅' } },
    ])
  })
  test('only when one is noted, by the person or an administrator', () => {
    given(endAbsence, { record, actor: herself, facts: { ...facts, absences: [] } })
      .when({})
      .refuses('not-away')
    given(endAbsence, { record, actor: someone('sales'), facts })
      .when({})
      .refuses('not-own')
  })
})
