import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import { decideAdverseEvent } from './decide-adverse-event-complaint.ts'

const named = someone('quality')
const record = aComplaint({
  aeState: 'undecided',
  aeKnownAt: MORNING,
  aeDeciderId: named.id,
  aeDeciderName: named.name,
})
const input = { decision: 'could-be-serious', rationale: '停泵可能致严重伤害' }

test('the named person decides with a signature; the clock of the law counts from the knowledge all the same', () => {
  const { change } = given(decideAdverseEvent, { record, actor: named }).when(input).accepts()
  expect(change.set).toMatchObject({
    aeState: 'reportable',
    aeClass: 'could-be-serious',
    aeDecidedAt: NOON,
    aeDecidedByName: named.name,
  })
  expect(change.meet).toEqual([{ deadline: 'ae-decision' }])
  expect(change.open).toEqual([
    { deadline: 'ae-serious-report', from: MORNING },
    { deadline: 'ae-holder-notice', from: MORNING },
  ])
  expect(decideAdverseEvent.sign).toBeDefined()
})
test('"not reportable" keeps rationale, name and time', () => {
  const { change } = given(decideAdverseEvent, { record, actor: named })
    .when({ ...input, decision: 'not-reportable' })
    .accepts()
  expect(change.set).toMatchObject({
    aeState: 'not-reportable',
    aeRationale: input.rationale,
    aeDecidedByName: named.name,
  })
  expect(change.open).toBeUndefined()
  given(decideAdverseEvent, { record, actor: named })
    .when({ decision: 'not-reportable' })
    .refuses('bad-input', 'rationale')
})
test('nobody else decides, except the quality head', () => {
  const refusal = given(decideAdverseEvent, { record, actor: someone('quality', '马骁') })
    .when(input)
    .refuses('named-person')
  expect(refusal.kind).toBe('forbidden')
  expect(refusal.sentence.zh).toContain(named.name)
  given(decideAdverseEvent, { record, actor: someone('quality-head') })
    .when(input)
    .accepts()
  given(decideAdverseEvent, { record, actor: someone('sales') })
    .when(input)
    .refuses('role')
})
test('there must be something to decide', () => {
  given(decideAdverseEvent, { record: aComplaint(), actor: named }).when(input).refuses('nothing-to-decide')
  given(decideAdverseEvent, { record: { ...record, state: 'closed' }, actor: named })
    .when(input)
    .refuses('state')
})
