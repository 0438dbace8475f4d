import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import { screenAdverseEventComplaint as screen } from './screen-adverse-event-complaint.ts'

const record = aComplaint()
const decider = { id: idOf('decider'), name: '陈思远', roles: ['quality'], state: 'active' }
const found = { decider }
const none = {
  suspected: 'no',
  harmOrPotential: 'no',
  death: 'no',
  lifeThreatening: 'no',
  permanentDamage: 'no',
  intervention: 'no',
  couldRecur: 'no',
  cluster: 'no',
}
const unknown = { ...none, suspected: 'yes', couldRecur: 'unknown', deciderId: decider.id }

describe('what is reportable', () => {
  test('starts the clock of the law from the day of knowledge', () => {
    const { change } = given(screen, { record })
      .when({ ...none, suspected: 'yes', death: 'yes' })
      .accepts()
    expect(change.set).toMatchObject({ aeState: 'reportable', aeClass: 'death', aeKnownAt: MORNING, severity: 'S1' })
    expect(change.meet).toEqual([{ deadline: 'ae-screen' }, { deadline: 'ae-decision' }])
    expect(change.open).toEqual([
      { deadline: 'ae-death-report', from: MORNING },
      { deadline: 'ae-holder-notice', from: MORNING },
    ])
  })
  test('counts from a later knowledge where the facts came later', () => {
    const knownAt = '2026-11-20T03:00:00.000Z'
    const { change } = given(screen, { record })
      .when({ ...none, suspected: 'yes', couldRecur: 'yes', knownAt })
      .accepts()
    expect(change.open?.[0]).toEqual({ deadline: 'ae-serious-report', from: knownAt })
  })
  test('of a cluster goes by telephone within hours, each case, and to the holder', () => {
    const { change } = given(screen, { record })
      .when({ ...none, suspected: 'yes', death: 'yes', cluster: 'yes' })
      .accepts()
    expect(change.open?.map(clock => clock.deadline)).toEqual([
      'ae-death-report',
      'ae-holder-notice',
      'ae-cluster-case',
      'ae-cluster-notice',
      'ae-cluster-call',
    ])
  })
  test('and was reported before stays reported', () => {
    const reported = { ...record, aeState: 'reported' as const, aeClass: 'death' as const, aeCluster: false }
    const { change } = given(screen, { record: reported })
      .when({ ...none, suspected: 'yes', death: 'yes' })
      .accepts()
    expect(change.set?.aeState).toBe('reported')
    expect(change.open).toEqual([])
  })
  test('does not lower a severity', () => {
    const grave = given(screen, {
      record: { ...record, severity: 'S1' },
      policy: { 'severity.map': 'potential-is-s2' },
    })
    expect(grave.when({ ...none, suspected: 'yes', couldRecur: 'yes' }).accepts().change.set).not.toHaveProperty(
      'severity',
    )
  })
})

describe('what no rule decides', () => {
  test('goes to a named person with a clock', () => {
    const { change } = given(screen, { record, found }).when(unknown).accepts()
    expect(change.set).toMatchObject({ aeState: 'undecided', aeDeciderId: decider.id, aeDeciderName: '陈思远' })
    expect(change.open).toEqual([{ deadline: 'ae-decision', from: NOON, ownerId: decider.id }])
  })
  test('must name the person', () => {
    given(screen, { record })
      .when({ ...unknown, deciderId: undefined })
      .refuses('decider-missing', 'deciderId')
  })
  test('must name somebody of quality who is there', () => {
    given(screen, { record, found: { decider: { ...decider, roles: ['sales'] } } })
      .when(unknown)
      .refuses('decider-unfit', 'deciderId')
    given(screen, { record, found: { decider: { ...decider, state: 'left' } } })
      .when(unknown)
      .refuses('decider-unfit', 'deciderId')
  })
  test('does not take back what was found reportable', () => {
    const { change } = given(screen, { record: { ...record, aeState: 'reportable' }, found })
      .when(unknown)
      .accepts()
    expect(change.set).not.toHaveProperty('aeState')
    expect(change.open).toEqual([])
  })
})

describe('not reportable', () => {
  test('needs a rationale; name and time are kept', () => {
    given(screen, { record }).when(none).refuses('rationale-missing', 'rationale')
    const { change } = given(screen, { record })
      .when({ ...none, rationale: '未用于患者' })
      .accepts()
    expect(change.set).toMatchObject({
      aeState: 'not-reportable',
      aeRationale: '未用于患者',
      aeScreenedAt: NOON,
      aeScreenedByName: 'quality 甲',
    })
  })
  test('is never said after it was found reportable', () => {
    given(screen, { record: { ...record, aeState: 'reportable' } })
      .when({ ...none, rationale: '未用于患者' })
      .refuses('reportable-stays', 'suspected')
  })
})

test('is refused without an answer, by those who may not, and outside the time of the case', () => {
  given(screen, { record })
    .when({ ...none, death: undefined, rationale: '未用于患者' })
    .refuses('bad-input', 'death')
  given(screen, { record, actor: someone('sales') })
    .when(none)
    .refuses('role')
  given(screen, { record: { ...record, state: 'closed' } })
    .when(none)
    .refuses('state')
  given(screen, { record })
    .when({ ...none, rationale: '未用于患者', knownAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'knownAt')
  given(screen, { record })
    .when({ ...none, rationale: '未用于患者', knownAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'knownAt')
})
