import { describe, expect, test } from 'vitest'
import { delegation, record } from '../../../../test/deputies.ts'
import { given } from '../../../../test/given.ts'
import type { RoleId } from '../../../vocabulary/role.ts'
import { grantRole } from './grant-role.ts'

const reason = '岗位调整'

describe('grantRole keeps the two sides of a control apart', () => {
  const free = { heldForOthers: [] }

  test.each<[RoleId, RoleId]>([
    ['sales', 'quality'],
    ['sales-rep', 'quality-head'],
    ['quality', 'warehouse-head'],
    ['quality-head', 'picker'],
  ])('refuses to a holder of %s the role %s, and says the way out (SG03)', (held, role) => {
    const refusal = given(grantRole, { record: { ...record, roles: [held] }, found: free })
      .when({ role, reason })
      .refuses('segregation', 'role')
    expect(refusal).toMatchObject({ kind: 'forbidden', detail: { rule: 'SG03' } })
    expect(refusal.sentence.zh).toContain('请授予另一人，或先收回其中一个角色')
  })

  test('leaves a small company what only one act keeps apart', () => {
    given(grantRole, { record: { ...record, roles: ['picker'] }, found: free })
      .when({ role: 'checker', reason })
      .accepts()
    given(grantRole, { record: { ...record, roles: ['quality'] }, found: free })
      .when({ role: 'quality-head', reason })
      .accepts()
  })

  test('refuses the other side of what the person holds for somebody else', () => {
    const heldForOthers = [delegation({ roles: ['checker'] })]
    const refusal = given(grantRole, { record, found: { heldForOthers } })
      .when({ role: 'picker', reason })
      .refuses('segregation-deputy', 'role')
    expect(refusal.sentence.zh).toContain('请先终止该委托')
    given(grantRole, { record, found: { heldForOthers } }).when({ role: 'purchasing', reason }).accepts()
  })
})
