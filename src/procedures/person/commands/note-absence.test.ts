import { describe, expect, test } from 'vitest'
import { absence, delegation, deputy, herself, record } from '../../../../test/deputies.ts'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import type { Absence, Delegation } from '../deputy.ts'
import { endAbsence } from './end-absence.ts'
import { noteAbsence } from './note-absence.ts'

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
