import { describe, expect, test } from 'vitest'
import { absence, administrator, delegation, deputy, herself, record } from '../../../../test/deputies.ts'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { RoleId } from '../../../vocabulary/role.ts'
import type { DeputyAsked } from '../deputy.ts'
import { delegateRole } from './delegate-role.ts'
import { endDelegation } from './end-delegation.ts'

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
    ['quality-head', 'sales', 'SG03'],
    ['quality-head', 'warehouse', 'SG03'],
    ['stock-maintenance', 'quality', 'SG03'],
    ['quality', 'sales-clerk', 'SG03'],
    ['driver', 'quality-head', 'SG03'],
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
