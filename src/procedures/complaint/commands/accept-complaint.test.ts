import { describe, expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import { acceptComplaint } from './accept-complaint.ts'

const registered = aComplaint({ state: 'registered', legalComplaint: null, legalDefects: [], acceptedAt: null })
const answers = { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'no', functionLost: 'no' }
const input = { kind: 'quality', urgency: 'general', ...answers, legalComplaint: true, legalDefects: ['performance'] }
const names = (open: readonly { deadline: string }[] | undefined) => open?.map(clock => clock.deadline)

describe('accepting', () => {
  test('settles kind, urgency, severity and owner, and has registrant and supplier told', () => {
    const { change, to } = given(acceptComplaint, { record: registered }).when(input).accepts()
    expect(to).toBe('accepted')
    expect(change.set).toMatchObject({
      severity: 'S4',
      severityProvisional: false,
      ownerRole: 'quality',
      legalDefects: ['performance'],
    })
    expect(change.open?.filter(clock => clock.deadline === 'holder-notice').map(clock => clock.key)).toEqual([
      'registrant',
      'supplier',
    ])
    expect(change.open?.every(clock => clock.from === MORNING)).toBe(true)
  })
  test('as service ends the clocks of the investigation with a reason', () => {
    const { change } = given(acceptComplaint, { record: registered })
      .when({ ...input, kind: 'service', legalComplaint: false, legalDefects: [] })
      .accepts()
    expect(change.set).toMatchObject({ ownerRole: 'service-head', investigated: false })
    expect(change.cancel?.map(clock => clock.deadline)).toEqual(['verification', 'opinion', 'completion'])
    expect(change.cancel?.[0]?.reason.zh).toContain('服务质量投诉')
    expect(names(change.open)).toEqual(['contact', 'ae-screen'])
  })
  test('keeps the clocks of every case where the policy says so (X03)', () => {
    const { change } = given(acceptComplaint, { record: registered, policy: { 'case.clocks': 'every' } })
      .when({ ...input, kind: 'service', legalComplaint: false, legalDefects: [] })
      .accepts()
    expect(change.cancel).toBeUndefined()
    expect(names(change.open)).toContain('opinion')
  })
  test('gives the case to the owner whom the company chose (X04)', () => {
    const { change } = given(acceptComplaint, {
      record: registered,
      policy: { 'case.owner_by_class.consumer': 'service-head' },
    })
      .when({ ...input, kind: 'consumer-return', legalComplaint: false, legalDefects: [] })
      .accepts()
    expect(change.set?.ownerRole).toBe('service-head')
  })
  test('as urgent after the customer was contacted asks for the next day’s progress', () => {
    const contacted = { ...registered, firstContactAt: MORNING, lastContactAt: MORNING }
    const { change } = given(acceptComplaint, { record: contacted })
      .when({ ...input, urgency: 'urgent' })
      .accepts()
    expect(change.open).toContainEqual({ deadline: 'daily-contact', key: '2026-11-21', from: MORNING })
    expect(change.set?.dailyContactDay).toBe('2026-11-21')
    expect(names(change.open)).not.toContain('contact')
  })
  test('does not ask for a screen that was done', () => {
    const { change } = given(acceptComplaint, { record: { ...registered, aeState: 'not-reportable' } })
      .when(input)
      .accepts()
    expect(names(change.open)).not.toContain('ae-screen')
  })
  test('rates an unknown possibility of harm S1, provisionally, and S2 where the company maps it so', () => {
    const unknown = { ...input, couldHarm: 'unknown' }
    expect(given(acceptComplaint, { record: registered }).when(unknown).accepts().change.set).toMatchObject({
      severity: 'S1',
      severityProvisional: true,
    })
    const mapped = given(acceptComplaint, { record: registered, policy: { 'severity.map': 'potential-is-s2' } })
    expect(mapped.when(unknown).accepts().change.set?.severity).toBe('S2')
  })
})

describe('is refused', () => {
  test('by a warehouse keeper', () => {
    given(acceptComplaint, { record: registered, actor: someone('warehouse') })
      .when(input)
      .refuses('role')
  })
  test('twice', () => {
    given(acceptComplaint, { record: aComplaint() }).when(input).refuses('state')
  })
  test('in the legal sense without a kind of defect', () => {
    given(acceptComplaint, { record: registered })
      .when({ ...input, legalDefects: [] })
      .refuses('defect-missing', 'legalDefects')
  })
  test('as general while a key function is lost', () => {
    given(acceptComplaint, { record: registered })
      .when({ ...input, functionLost: 'yes' })
      .refuses('urgent-by-definition', 'urgency')
  })
  test('as general after it was urgent, while nobody knows whether it works', () => {
    given(acceptComplaint, { record: { ...registered, urgency: 'urgent' } })
      .when({ ...input, functionLost: 'unknown' })
      .refuses('urgency-not-settled', 'functionLost')
  })
  test('as a quality complaint without a device', () => {
    given(acceptComplaint, { record: { ...registered, productName: null, udiDi: null } })
      .when(input)
      .refuses('product-missing', 'kind')
  })
  test('without an answer to a safety question', () => {
    const { couldHarm: _, ...missing } = input
    given(acceptComplaint, { record: registered }).when(missing).refuses('bad-input', 'couldHarm')
  })
})
