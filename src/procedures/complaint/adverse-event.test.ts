import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AdverseEventAnswers,
  type AdverseEventQuestion,
  adverseEventQuestions,
  screenAdverseEvent,
} from './adverse-event.ts'
import type { Answer } from './taxonomy.ts'

const questions = Object.keys(adverseEventQuestions) as AdverseEventQuestion[]
const all = (answer: Answer, over: Partial<Record<AdverseEventQuestion, Answer>> = {}): AdverseEventAnswers => ({
  ...(Object.fromEntries(questions.map(question => [question, answer])) as Record<AdverseEventQuestion, Answer>),
  ...over,
})

describe('the screen', () => {
  test('a death is reported within seven days', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', death: 'yes' }))).toMatchObject({
      outcome: 'reportable',
      class: 'death',
      cluster: false,
      authority: { rule: 'CN-AE-003', confidence: 'verified-text' },
    })
  })
  test.each(['lifeThreatening', 'permanentDamage', 'intervention'] as const)('%s is a serious injury', question => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', [question]: 'yes' }))).toMatchObject({ class: 'serious' })
  })
  test('what could lead to it counts like it', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', couldRecur: 'yes' }))).toMatchObject({
      outcome: 'reportable',
      class: 'could-be-serious',
    })
  })
  test('a cluster is said beside the class', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', death: 'yes', cluster: 'yes' }))).toMatchObject({
      cluster: true,
    })
  })
  test('nothing suspected, nothing harmed: not reportable', () => {
    expect(screenAdverseEvent(all('no')).outcome).toBe('not-reportable')
  })
  test('not knowing whether somebody died leaves the class open', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', couldRecur: 'yes', death: 'unknown' }))).toMatchObject({
      outcome: 'undecided',
      open: ['death'],
    })
  })
  test('harm for which nobody suspects the device is judged by a person', () => {
    expect(screenAdverseEvent(all('no', { death: 'yes' })).outcome).toBe('undecided')
  })
  test('harm that is not serious is judged by a person', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', harmOrPotential: 'yes' })).outcome).toBe('undecided')
  })
  test('a cluster without a degree of harm is judged by a person', () => {
    expect(screenAdverseEvent(all('no', { suspected: 'yes', cluster: 'yes' })).outcome).toBe('undecided')
  })
})

const anyAnswers = fc.record(
  Object.fromEntries(questions.map(question => [question, fc.constantFrom<Answer>('yes', 'no', 'unknown')])) as Record<
    AdverseEventQuestion,
    fc.Arbitrary<Answer>
  >,
)

test('an unknown answer never ends as "not reportable"', () => {
  fc.assert(
    fc.property(anyAnswers, given => {
      if (questions.some(question => given[question] === 'unknown'))
        expect(screenAdverseEvent(given).outcome).not.toBe('not-reportable')
    }),
  )
})

test('a yes to harm never ends as "not reportable"', () => {
  fc.assert(
    fc.property(anyAnswers, given => {
      const harm = questions.filter(question => question !== 'suspected')
      if (harm.some(question => given[question] === 'yes'))
        expect(screenAdverseEvent(given).outcome).not.toBe('not-reportable')
    }),
  )
})
