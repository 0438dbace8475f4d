import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint } from '../complaint.example.ts'
import { opinionChain } from '../sign-off-chains.ts'
import { giveOpinion } from './give-opinion-complaint.ts'

const verified = aComplaint({ state: 'verified', verifiedAt: NOON })
const input = { opinion: '换新泵，原泵退回供货单位', causeCategory: 'manufacturing', cause: '焊点虚焊' }

test('quality signs the opinion; it meets both clocks and waits for the quality head', () => {
  const { change, to } = given(giveOpinion, { record: verified, chain: opinionChain }).when(input).accepts()
  expect(to).toBe('verified')
  expect(change.set).toMatchObject({
    opinionStage: 'final',
    opinionState: 'given',
    causeCategory: 'manufacturing',
    cause: '焊点虚焊',
  })
  expect(change.meet).toEqual([{ deadline: 'opinion' }, { deadline: 'final-opinion' }])
  expect(giveOpinion.sign).toMatchObject({ chain: 'opinion', step: 1 })
})
test('the verification comes first; the sentence says that an interim opinion is possible', () => {
  const refusal = given(giveOpinion, { record: aComplaint() }).when(input).refuses('verify-first')
  expect(refusal.sentence.zh).toBe('要出最终意见，请先登记核实结果；现在可出临时意见。')
  expect(given(giveOpinion, { record: aComplaint() }).standsAgainst()).toEqual(['verify-first'])
  const strict = given(giveOpinion, { record: aComplaint(), policy: { 'complaint.interim_opinion': false } })
  expect(strict.when(input).refuses('verify-first').sentence.zh).not.toContain('临时')
})
test('service needs no verification for it', () => {
  given(giveOpinion, { record: aServiceComplaint() }).when(input).accepts()
})
test('not while one waits to be countersigned', () => {
  const waiting = {
    id: idOf('waiting'),
    procedure: 'complaint',
    recordId: verified.id,
    chain: 'opinion',
    round: 1,
    step: 2,
    byRoles: ['quality-head'],
    openedAt: NOON,
    signedAt: null,
    signedBy: null,
    outcome: 'pending' as const,
  }
  given(giveOpinion, { record: verified, chain: opinionChain, signOffs: [waiting] })
    .when(input)
    .refuses('sign-off-open')
})
test('only quality, with cause and opinion', () => {
  given(giveOpinion, { record: verified, actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(giveOpinion, { record: verified })
    .when({ ...input, cause: undefined })
    .refuses('bad-input', 'cause')
  given(giveOpinion, { record: { ...verified, state: 'decided' } })
    .when(input)
    .refuses('state')
})
