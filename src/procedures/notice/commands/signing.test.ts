import { describe, expect, test } from 'vitest'
import { given, NOON, signOffRow, someone } from '../../../../test/given.ts'
import { aBuyer, aCourse, aNotice, aTrace } from '../notice.example.ts'
import { approvalChain } from '../sign-off-chains.ts'
import { approveNotice } from './approve-notice.ts'
import { submitNotice } from './submit-notice.ts'

const record = aNotice({ decidedAt: null, recipients: 2 })
const around = { record, facts: aCourse(), found: { trace: aTrace() }, chain: approvalChain }

describe('a signature', () => {
  test('that is not the last one leaves the draft a draft', () => {
    const { to, change } = given(approveNotice, { ...around, signing: { key: 'quality' } })
      .when({ opinion: 'agree', note: '属实' })
      .accepts()
    expect(to).toBe('draft')
    expect(change).toMatchObject({ note: '属实', set: { recipients: 2 } })
  })
  test('that is the last one is the decision, and starts its clocks', () => {
    const { to, change } = given(approveNotice, { ...around, signing: { key: 'quality-head', last: true } })
      .when({ opinion: 'agree' })
      .accepts()
    expect(to).toBe('approved')
    expect(change.set).toMatchObject({ approvedAt: NOON, decidedAt: NOON })
    expect(change.open).toEqual([{ deadline: 'tell-recall', from: NOON }])
  })
  test('on goods that we found bad ourselves starts the report to the authority', () => {
    const own = { ...around, record: aNotice({ kind: 'suspend', recallClass: null, initiator: 'own' }) }
    const { change } = given(approveNotice, { ...own, signing: { key: 'quality-head', last: true } })
      .when({ opinion: 'agree' })
      .accepts()
    expect(change.open).toEqual([{ deadline: 'authority-defect', from: NOON }])
  })
  test('reads the records of sale again: who bought meanwhile joins the list', () => {
    const trace = aTrace([aBuyer(1), aBuyer(2), aBuyer(3)])
    const { change } = given(approveNotice, { ...around, found: { trace }, signing: { key: 'quality' } })
      .when({ opinion: 'agree' })
      .accepts()
    expect(change.set?.recipients).toBe(3)
    expect(change.rows?.[0]).toMatchObject({ child: 'recipient', insert: { name: '第 3 医院', origin: 'late' } })
  })
  test('may say no, with the reason: the round ends, the draft stays', () => {
    const signing = { key: 'quality' }
    const { to, change } = given(approveNotice, { ...around, signing })
      .when({ opinion: 'decline', note: '批号有误' })
      .accepts()
    expect([to, change.decline, change.note]).toEqual(['draft', true, '批号有误'])
    given(approveNotice, { ...around, signing })
      .when({ opinion: 'decline' })
      .refuses('reason-missing', 'note')
  })
  test('comes in its turn', () => {
    given(approveNotice, { ...around, actor: someone('general-manager'), signing: { key: 'quality' } })
      .when({ opinion: 'agree' })
      .refuses('sign-off-order')
    given(approveNotice, { ...around, actor: someone('sales') })
      .when({ opinion: 'agree' })
      .refuses('role')
  })
})

describe('submitting again', () => {
  test('opens a round after one was declined', () => {
    const { change } = given(submitNotice, { record }).when({}).accepts()
    expect(change.seek).toEqual([{ chain: 'approval', steps: ['quality', 'quality-head'] }])
  })
  test('waits while one is under way', () => {
    const pending = signOffRow({ chain: 'approval', step: 2, outcome: 'pending' })
    given(submitNotice, { record, signOffs: [pending] })
      .when({})
      .refuses('being-signed')
    given(submitNotice, { record: aNotice({ state: 'approved' }) })
      .when({})
      .refuses('state')
  })
})
