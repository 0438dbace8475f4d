import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { RoleId } from '../../../vocabulary/role.ts'
import type { PermissionChange, PersonRow } from '../person.ts'
import { changeDetails } from './change-details.ts'
import { deactivatePerson } from './deactivate-person.ts'
import { grantRole } from './grant-role.ts'
import { reactivatePerson } from './reactivate-person.ts'
import { registerPerson } from './register-person.ts'
import { reviewPermissions } from './review-permissions.ts'
import { revokeRole } from './revoke-role.ts'

const record: PersonRow = {
  id: idOf('li-hua'),
  number: 'RY-2026-0007',
  state: 'active',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('administrator'),
  updatedAt: NOON,
  username: 'li-hua',
  name: '李华',
  nameEn: null,
  department: '客户服务中心',
  roles: ['service-desk'],
  email: null,
  phone: null,
}
const administrator: PersonRow = { ...record, roles: ['administrator'] }
const inactive: PersonRow = { ...record, state: 'inactive' }
const herself = (role: string) => ({ ...someone(role), id: record.id })
const reason = '岗位调整'

const granted = (role: RoleId, more: Partial<PermissionChange> = {}): PermissionChange => ({
  id: idOf(`grant ${role}`),
  personId: record.id,
  role,
  kind: 'granted',
  reason,
  at: NOON,
  byId: idOf('韩冰'),
  byName: '韩冰',
  reviewedAt: null,
  reviewedBy: null,
  reviewedByName: null,
  review: null,
  reviewNote: null,
  ...more,
})

describe('registerPerson', () => {
  const input = { username: 'li-hua', name: '李华', department: '客户服务中心', roles: ['service-desk', 'sales'] }

  test('makes the account, its grants and the clock of their review', () => {
    const { change } = given(registerPerson)
      .when({ ...input, username: ' Li-Hua ' })
      .accepts()
    expect(change.set).toMatchObject({ username: 'li-hua', roles: ['service-desk', 'sales'], phone: null })
    expect(change.rows).toMatchObject([
      { insert: { role: 'service-desk', kind: 'granted' } },
      { insert: { role: 'sales', kind: 'granted' } },
    ])
    expect(change.open).toMatchObject([{ deadline: 'permission-review' }])
  })

  test('without a role nothing waits for review', () => {
    expect(
      given(registerPerson)
        .when({ ...input, roles: [] })
        .accepts().change.open,
    ).toEqual([])
  })

  test.each(['李华', 'li hua', '-li', 'l'])('refuses the user name %s', username => {
    given(registerPerson)
      .when({ ...input, username })
      .refuses('bad-input', 'username')
  })

  test('refuses a user name that is taken, and says by whom', () => {
    const found = { usernameTaken: { number: 'RY-2026-0003' } }
    const { sentence } = given(registerPerson, { found }).when(input).refuses('username-taken', 'username')
    expect(sentence.zh).toContain('RY-2026-0003')
  })

  test('refuses a role twice, an unknown role, and an inspector who also acts', () => {
    given(registerPerson)
      .when({ ...input, roles: ['sales', 'sales'] })
      .refuses('role-twice', 'roles')
    given(registerPerson)
      .when({ ...input, roles: ['king'] })
      .refuses('bad-input', 'roles.0')
    given(registerPerson)
      .when({ ...input, roles: ['authority-inspector', 'sales'] })
      .refuses('inspector-alone', 'roles')
  })

  test('refuses the roles on both sides of the release of goods (SG03), not those that differ in one act alone', () => {
    const refusal = given(registerPerson)
      .when({ ...input, roles: ['quality-head', 'warehouse'] })
      .refuses('segregation', 'roles')
    expect(refusal).toMatchObject({ kind: 'forbidden', detail: { rule: 'SG03' } })
    for (const roles of [
      ['quality', 'quality-head'],
      ['picker', 'checker'],
      ['administrator', 'quality'],
      ['driver', 'picker'],
    ])
      given(registerPerson)
        .when({ ...input, roles })
        .accepts()
  })

  test('refuses a password: it never enters the journal', () => {
    given(registerPerson)
      .when({ ...input, password: 'x' })
      .refuses('unknown-field', 'password')
  })

  test('is the administrator’s', () => {
    given(registerPerson, { actor: someone('quality') })
      .when(input)
      .refuses('role')
  })
})

describe('changeDetails', () => {
  const same = { name: '李华', department: '客户服务中心', reason }

  test('keeps the old value of what differs', () => {
    const { change } = given(changeDetails, { record })
      .when({ ...same, department: '售后服务部' })
      .accepts()
    expect(change.correct).toEqual([{ field: 'department', was: '客户服务中心', now: '售后服务部', reason }])
  })

  test('refuses to change nothing, or without a reason', () => {
    given(changeDetails, { record }).when(same).refuses('nothing-changed')
    given(changeDetails, { record })
      .when({ ...same, reason: ' ' })
      .refuses('bad-input', 'reason')
  })
})

describe('grantRole', () => {
  test('adds the role and asks for its review', () => {
    const { change } = given(grantRole, { record, found: { heldForOthers: [] } })
      .when({ role: 'case-handler', reason })
      .accepts()
    expect(change.set).toEqual({ roles: ['service-desk', 'case-handler'] })
    expect(change.rows).toMatchObject([{ child: 'permission', insert: { role: 'case-handler', kind: 'granted' } }])
    expect(change.open).toMatchObject([{ deadline: 'permission-review', from: NOON }])
  })

  test('refuses to oneself, what is held, and to somebody who left', () => {
    given(grantRole, { record, actor: herself('administrator') })
      .when({ role: 'finance', reason })
      .refuses('IT-separation')
    given(grantRole, { record, found: { heldForOthers: [] } })
      .when({ role: 'service-desk', reason })
      .refuses('role-held', 'role')
    given(grantRole, { record, found: { heldForOthers: [] } })
      .when({ role: 'authority-inspector', reason })
      .refuses('inspector-alone', 'role')
    given(grantRole, { record: inactive }).when({ role: 'finance', reason }).refuses('state')
  })
})

describe('revokeRole', () => {
  test('takes the role', () => {
    const { change } = given(revokeRole, { record, found: { remainingAdministrators: 1 } })
      .when({ role: 'service-desk', reason })
      .accepts()
    expect(change.set).toEqual({ roles: [] })
    expect(change.rows).toMatchObject([{ insert: { kind: 'revoked' } }])
  })

  test('refuses what is not held, one’s own, and the last administrator’s', () => {
    given(revokeRole, { record }).when({ role: 'finance', reason }).refuses('role-not-held', 'role')
    given(revokeRole, { record, actor: herself('administrator') })
      .when({ role: 'service-desk', reason })
      .refuses('IT-separation')
    const alone = given(revokeRole, { record: administrator, found: { remainingAdministrators: 0 } })
    alone.when({ role: 'administrator', reason }).refuses('last-administrator')
    const two = given(revokeRole, { record: administrator, found: { remainingAdministrators: 1 } })
    two.when({ role: 'administrator', reason }).accepts()
  })
})

describe('reviewPermissions', () => {
  const facts = { permissions: [granted('service-desk', { reviewedAt: NOON }), granted('sales')] }
  const both: PersonRow = { ...record, roles: ['service-desk', 'sales'] }

  test('agreeing marks what waits and meets the clock', () => {
    const { change } = given(reviewPermissions, { record: both, facts }).when({ decision: 'agreed' }).accepts()
    expect(change.set).toBeUndefined()
    expect(change.rows).toMatchObject([{ id: idOf('grant sales'), set: { review: 'agreed', reviewedAt: NOON } }])
    expect(change.meet).toEqual([{ deadline: 'permission-review' }])
  })

  test('refusing takes the new roles away and keeps the reviewed ones', () => {
    const refusing = given(reviewPermissions, { record: both, facts })
    expect(refusing.when({ decision: 'refused', note: '与岗位不符' }).accepts().change.set).toEqual({
      roles: ['service-desk'],
    })
    refusing.when({ decision: 'refused' }).refuses('note-needed', 'note')
  })

  test('never takes the last administrator', () => {
    const only = given(reviewPermissions, {
      record: administrator,
      facts: { permissions: [granted('administrator')] },
      found: { remainingAdministrators: 0 },
    })
    only.when({ decision: 'refused', note: '不同意' }).refuses('last-administrator')
    only.when({ decision: 'agreed' }).accepts()
  })

  test('refuses when nothing waits, of oneself, and of what one granted', () => {
    const done = { permissions: [granted('sales', { reviewedAt: NOON })] }
    expect(given(reviewPermissions, { record, facts: done }).standsAgainst()).toEqual(['nothing-to-review'])
    given(reviewPermissions, { record, facts, actor: herself('quality') })
      .when({ decision: 'agreed' })
      .refuses('IT-separation')
    const actor = { ...someone('quality'), id: idOf('韩冰') }
    given(reviewPermissions, { record, facts, actor }).when({ decision: 'agreed' }).refuses('IT-separation')
    given(reviewPermissions, { record, facts, actor: someone('administrator') })
      .when({ decision: 'agreed' })
      .refuses('role')
  })
})

describe('deactivatePerson', () => {
  test('ends the account', () => {
    const step = given(deactivatePerson, {
      record,
      facts: { otherAdministrators: 1 },
      found: { remainingAdministrators: 1 },
    })
    expect(step.when({ reason: '离职' }).accepts().to).toBe('inactive')
  })

  test('refuses one’s own and the last administrator’s, also when both go at once', () => {
    const own = given(deactivatePerson, { record, actor: herself('administrator'), facts: { otherAdministrators: 1 } })
    own.when({ reason }).refuses('IT-separation')
    expect(
      given(deactivatePerson, { record: administrator, facts: { otherAdministrators: 0 } }).standsAgainst(),
    ).toEqual(['last-administrator'])
    const raced = { record: administrator, facts: { otherAdministrators: 1 }, found: { remainingAdministrators: 0 } }
    given(deactivatePerson, raced).when({ reason }).refuses('last-administrator')
    given(deactivatePerson, { record: inactive, facts: { otherAdministrators: 1 } })
      .when({ reason })
      .refuses('state')
  })
})

describe('reactivatePerson', () => {
  test('brings the roles back and has them reviewed again', () => {
    const { to, change } = given(reactivatePerson, { record: inactive }).when({ reason: '返聘' }).accepts()
    expect(to).toBe('active')
    expect(change.rows).toMatchObject([{ insert: { role: 'service-desk', kind: 'granted' } }])
  })

  test('refuses roles that one person no longer holds at once, until one is revoked', () => {
    given(reactivatePerson, { record: { ...inactive, roles: ['quality', 'sales'] } })
      .when({ reason })
      .refuses('segregation')
  })

  test('refuses one’s own, and an account that is active', () => {
    given(reactivatePerson, { record: inactive, actor: herself('administrator') })
      .when({ reason })
      .refuses('IT-separation')
    given(reactivatePerson, { record }).when({ reason }).refuses('state')
  })
})
