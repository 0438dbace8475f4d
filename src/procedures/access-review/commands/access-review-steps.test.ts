import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { keeperAccount, lineOf, review } from '../access-review.example.ts'
import { reviewChain } from '../sign-off-chains.ts'
import { decideAccessReview } from './decide-access-review.ts'
import { openAccessReview } from './open-access-review.ts'
import { signAccessReview } from './sign-access-review.ts'
import { submitAccessReview } from './submit-access-review.ts'

describe('openAccessReview', () => {
  const found = { accounts: [keeperAccount, { ...keeperAccount, lastSignIn: null, roles: [] }], sameHalfYear: null }

  test('keeps every account as it stands, with what the reviewer should look at', () => {
    const both = { ...keeperAccount, roles: ['picker', 'checker'] as const, lastSignIn: '2026-06-01T00:00:00.000Z' }
    const { change } = given(openAccessReview, { found: { ...found, accounts: [both, ...found.accounts] } })
      .when({ period: '2026-H2' })
      .accepts()
    expect(change.set).toMatchObject({ accountCount: 3, undecided: 3, periodEnd: '2026-12-31' })
    const remarks = (change.rows ?? []).map(row => JSON.stringify('insert' in row ? row.insert.remarks : null))
    expect(remarks[0]).toContain('SG05')
    expect(remarks[0]).toContain('172 天未登录')
    expect(remarks[2]).toContain('从未登录')
    expect(remarks[2]).toContain('没有任何角色')
  })

  test('refuses a second review of the half-year, one to come, a company without accounts, other roles', () => {
    const again = { ...found, sameHalfYear: { number: 'QXFH-2026-001' } }
    const { sentence } = given(openAccessReview, { found: again })
      .when({ period: '2026-H2' })
      .refuses('reviewed-already', 'period')
    expect(sentence.zh).toContain('QXFH-2026-001')
    given(openAccessReview, { found }).when({ period: '2027-H1' }).refuses('not-begun', 'period')
    given(openAccessReview, { found: { ...found, accounts: [] } })
      .when({ period: '2026-H2' })
      .refuses('no-accounts')
    given(openAccessReview, { found }).when({ period: '2026' }).refuses('bad-input', 'period')
    given(openAccessReview, { found, actor: someone('sales') })
      .when({ period: '2026-H2' })
      .refuses('role')
  })
})

describe('decideAccessReview', () => {
  const around = {
    record: review(),
    facts: { lines: [lineOf(), lineOf({ id: idOf('line 2'), place: 2, personId: idOf('other') })] },
    actor: someone('quality'),
  }
  const said = (more: object) => ({ lines: [{ lineId: idOf('line 1'), account: '蒋涛', ...more }] })

  test('keeps, revokes or closes, and counts what is left', () => {
    const kept = given(decideAccessReview, around)
      .when(said({ decision: 'keep' }))
      .accepts().change
    expect(kept.set).toEqual({ undecided: 1, changeCount: 0 })
    const revoked = given(decideAccessReview, around)
      .when(said({ decision: 'revoke', revoked: ['picker'], reason: '已调离发货岗' }))
      .accepts().change
    expect(revoked.set).toEqual({ undecided: 1, changeCount: 1 })
    expect(revoked.rows).toMatchObject([{ set: { decision: 'revoke', revoked: ['picker'], reason: '已调离发货岗' } }])
    given(decideAccessReview, around)
      .when(said({ decision: 'deactivate', reason: '已离职' }))
      .accepts()
  })

  test('refuses no decision, an unknown line, one’s own account, a change without reason or roles, roles not held', () => {
    given(decideAccessReview, around).when(said({})).refuses('nothing-decided', 'lines.0.decision')
    given(decideAccessReview, around)
      .when({ lines: [{ lineId: idOf('nobody'), account: '', decision: 'keep' }] })
      .refuses('no-line')
    given(decideAccessReview, { ...around, actor: { ...someone('quality'), id: keeperAccount.id } })
      .when(said({ decision: 'keep' }))
      .refuses('own-account', 'lines.0.decision')
    given(decideAccessReview, around)
      .when(said({ decision: 'deactivate' }))
      .refuses('reason-missing', 'lines.0.reason')
    given(decideAccessReview, around)
      .when(said({ decision: 'revoke', reason: '调岗' }))
      .refuses('roles-missing', 'lines.0.revoked')
    given(decideAccessReview, around)
      .when(said({ decision: 'revoke', revoked: ['finance'], reason: '调岗' }))
      .refuses('role-not-held', 'lines.0.revoked')
    given(decideAccessReview, { ...around, facts: { lines: [lineOf({ personState: 'inactive' })] } })
      .when(said({ decision: 'deactivate', reason: '离职' }))
      .refuses('closed-already', 'lines.0.decision')
  })

  test('refuses other roles and a review that is signed', () => {
    given(decideAccessReview, { ...around, actor: someone('sales') })
      .when(said({ decision: 'keep' }))
      .refuses('role')
    given(decideAccessReview, { ...around, record: review({ state: 'signing' }) })
      .when(said({ decision: 'keep' }))
      .refuses('state')
  })
})

describe('submitAccessReview', () => {
  test('asks both signatures once all are decided, not before', () => {
    const { sentence } = given(submitAccessReview, { record: review() }).when({}).refuses('undecided')
    expect(sentence.zh).toContain('2 个账号')
    const { change, to } = given(submitAccessReview, { record: review({ undecided: 0 }) })
      .when({})
      .accepts()
    expect(to).toBe('signing')
    expect(change.seek).toEqual([{ chain: 'review' }])
    given(submitAccessReview, { record: review({ state: 'closed', undecided: 0 }) })
      .when({})
      .refuses('state')
    given(submitAccessReview, { record: review({ undecided: 0 }), actor: someone('sales') })
      .when({})
      .refuses('role')
  })
})

describe('signAccessReview', () => {
  const lines = [
    lineOf({ decision: 'revoke', revoked: ['picker', 'checker'], reason: '调岗' }),
    lineOf({ id: idOf('line 2'), personId: idOf('gone'), decision: 'deactivate', reason: '离职' }),
  ]
  const holdings = new Map([
    [keeperAccount.id, { state: 'active', roles: ['warehouse', 'picker'] as const }],
    [idOf('gone'), { state: 'active', roles: [] }],
  ])
  const around = {
    record: review({ state: 'signing', undecided: 0 }),
    facts: { lines },
    found: { holdings },
    chain: reviewChain,
  }

  test('the last signature carries the changes out: what is still held, and whoever is still there', () => {
    const { change, to } = given(signAccessReview, { ...around, signing: { key: 'administrator', last: true } })
      .when({})
      .accepts()
    expect(to).toBe('closed')
    expect(change.start).toEqual([
      {
        command: 'person.revoke-role',
        on: keeperAccount.id,
        input: { role: 'picker', reason: 'QXFH-2026-001：调岗' },
      },
      { command: 'person.deactivate', on: idOf('gone'), input: { reason: 'QXFH-2026-001：离职' } },
    ])
    expect(change.rows).toMatchObject([{ set: { carriedOutAt: NOON } }, { set: { carriedOutAt: NOON } }])
  })

  test('the first of two only signs; what concerns the last signer is left to somebody else', () => {
    const signOffs = signOffsOf(reviewChain, 'quality-head')
    const first = given(signAccessReview, { ...around, signOffs, actor: someone('quality-head') })
      .when({ note: '同意' })
      .accepts()
    expect(first).toMatchObject({ to: 'signing', change: { note: '同意' } })
    const actor = { ...someone('administrator'), id: keeperAccount.id }
    const own = given(signAccessReview, { ...around, actor, signing: { key: 'administrator', last: true } })
      .when({})
      .accepts().change
    expect(own.start).toHaveLength(1)
  })

  test('refuses no agreement without a remark; with one it goes back', () => {
    const signing = { key: 'administrator', last: true }
    given(signAccessReview, { ...around, signing })
      .when({ agree: false })
      .refuses('note-missing', 'note')
    const { change, to } = given(signAccessReview, { ...around, signing })
      .when({ agree: false, note: '漏了一个账号' })
      .accepts()
    expect([to, change.decline]).toEqual(['open', true])
  })

  test('refuses one person for both signatures, other roles and states', () => {
    const both = { ...someone('administrator'), roles: ['quality-head', 'administrator'] }
    const signOffs = signOffsOf(reviewChain, 'administrator', { signedBy: { 'quality-head': both } })
    given(signAccessReview, { ...around, signOffs, actor: both })
      .when({})
      .refuses('sign-off-same-person')
    given(signAccessReview, { ...around, actor: someone('quality') })
      .when({})
      .refuses('role')
    given(signAccessReview, { ...around, record: review() })
      .when({})
      .refuses('state')
  })
})
