import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import type { ComplaintOpinion } from '../complaint-rows.ts'
import { opinionChain } from '../sign-off-chains.ts'
import { countersignOpinion } from './countersign-opinion-complaint.ts'

const opinion = (stage: 'interim' | 'final'): ComplaintOpinion => ({
  id: idOf(stage),
  complaintId: idOf('complaint'),
  at: MORNING,
  byId: idOf('author'),
  byName: '陈晓',
  stage,
  opinion: '换新泵',
  outcome: 'given',
  decidedAt: null,
  decidedByName: null,
  decidedNote: null,
})
const record = aComplaint({ state: 'verified', opinion: '换新泵', opinionStage: 'final', opinionState: 'given' })
const signOff = (step: number, over: object) => ({
  id: idOf(`step ${step}`),
  procedure: 'complaint',
  recordId: record.id,
  chain: 'opinion',
  round: 1,
  step,
  byRoles: ['quality-head'],
  openedAt: MORNING,
  signedAt: null,
  signedBy: null,
  outcome: 'pending' as const,
  ...over,
})
const signOffs = [signOff(1, { outcome: 'signed', signedBy: idOf('author'), signedAt: MORNING }), signOff(2, {})]
const around = { record, facts: { opinions: [opinion('final')] }, chain: opinionChain, signOffs }

test('the quality head agrees, and the complaint is decided', () => {
  const { change, to } = given(countersignOpinion, around).when({ agree: true }).accepts()
  expect(to).toBe('decided')
  expect(change.set).toEqual({
    opinionState: 'countersigned',
    countersignedAt: NOON,
    countersignedByName: 'quality-head 甲',
  })
  expect(change.rows).toMatchObject([{ child: 'opinion', id: idOf('final'), set: { outcome: 'countersigned' } }])
})
test('or sends it back with a reason, and the clock runs again from the receipt', () => {
  given(countersignOpinion, around).when({ agree: false }).refuses('reason-missing', 'note')
  const { change, to } = given(countersignOpinion, around).when({ agree: false, note: '补充同批处置' }).accepts()
  expect(to).toBe('verified')
  expect(change.decline).toBe(true)
  expect(change.open).toEqual([{ deadline: 'opinion', from: MORNING }])
})
test('after an interim opinion it is the final one that is owed again', () => {
  const both = { ...around, facts: { opinions: [opinion('interim'), opinion('final')] } }
  const { change } = given(countersignOpinion, both).when({ agree: false, note: '补充同批处置' }).accepts()
  expect(change.open).toEqual([{ deadline: 'final-opinion', from: MORNING }])
})
test('never the person who wrote it', () => {
  const author = { ...someone('quality-head'), id: idOf('author') }
  given(countersignOpinion, { ...around, actor: author })
    .when({ agree: true })
    .refuses('sign-off-same-person')
})
test('only when there is one, in its order, by the quality head', () => {
  given(countersignOpinion, { ...around, record: { ...record, opinionState: 'declined' } })
    .when({ agree: true })
    .refuses('opinion-first')
  given(countersignOpinion, { ...around, signOffs: [] })
    .when({ agree: true })
    .refuses('sign-off-order')
  given(countersignOpinion, { ...around, actor: someone('quality') })
    .when({ agree: true })
    .refuses('role')
  given(countersignOpinion, { ...around, record: { ...record, state: 'decided' } })
    .when({ agree: true })
    .refuses('state')
})
