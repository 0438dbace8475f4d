import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SafetyAnswers, severityOf } from './severity.ts'
import type { Answer } from './taxonomy.ts'

const answers = (over: Partial<SafetyAnswers> = {}): SafetyAnswers => ({
  harmHappened: 'no',
  couldHarm: 'no',
  treatmentAffected: 'no',
  functionLost: 'no',
  ...over,
})

test.each([
  [answers({ harmHappened: 'yes' }), 'S1'],
  [answers({ couldHarm: 'yes' }), 'S1'],
  [answers({ treatmentAffected: 'yes' }), 'S2'],
  [answers({ functionLost: 'yes' }), 'S3'],
  [answers(), 'S4'],
])('%o is %s', (given, severity) => {
  expect(severityOf(given, 'potential-is-s1')).toEqual({ severity, provisional: false })
})

test('a possibility of harm is S2 where the company maps it so', () => {
  expect(severityOf(answers({ couldHarm: 'yes' }), 'potential-is-s2').severity).toBe('S2')
})

test('not knowing never gives a lower severity than a yes, and is marked', () => {
  const answer = fc.constantFrom<Answer>('yes', 'no', 'unknown')
  const some = fc.record({ harmHappened: answer, couldHarm: answer, treatmentAffected: answer, functionLost: answer })
  fc.assert(
    fc.property(some, given => {
      const feared = Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key, value === 'unknown' ? 'yes' : value]),
      ) as unknown as SafetyAnswers
      const result = severityOf(given, 'potential-is-s1')
      expect(result.severity).toBe(severityOf(feared, 'potential-is-s1').severity)
      if (!Object.values(given).includes('unknown')) expect(result.provisional).toBe(false)
    }),
  )
})
