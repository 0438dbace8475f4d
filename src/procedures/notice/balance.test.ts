import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BalanceLine, balanceOf, locatedOf, moved, outstandingOf, parts, percentOf, totalOf } from './balance.ts'

const quantity = fc.integer({ min: 0, max: 10_000 })
const anyLine: fc.Arbitrary<BalanceLine> = fc.record({
  expected: quantity,
  receivedBack: quantity,
  onHand: quantity,
  used: quantity,
  soldOn: quantity,
  comingBack: quantity,
  destroyed: quantity,
  notFound: quantity,
  destroyedByUs: fc.constantFrom(null, 0, 3),
  statedAt: fc.constantFrom(null, '2026-11-20T04:00:00.000Z'),
})
const partKeys = Object.keys(parts) as (keyof typeof parts)[]
const sumOf = (balance: ReturnType<typeof balanceOf>): number => partKeys.reduce((sum, key) => sum + balance[key], 0)

const line = (over: Partial<BalanceLine> = {}): BalanceLine => ({
  expected: 10,
  receivedBack: 0,
  onHand: 0,
  used: 0,
  soldOn: 0,
  comingBack: 0,
  destroyed: 0,
  notFound: 0,
  destroyedByUs: null,
  statedAt: null,
  ...over,
})
const NOON = '2026-11-20T04:00:00.000Z'

describe('whatever is said', () => {
  test('the parts of a line add up to what was shipped', () => {
    fc.assert(fc.property(anyLine, one => sumOf(balanceOf(one)) === one.expected))
  })
  test('the parts of all lines add up to what was shipped, and no order of the lines changes them', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), lines => {
        const total = totalOf(lines)
        expect(sumOf(total)).toBe(lines.reduce((sum, one) => sum + one.expected, 0))
        expect(totalOf([...lines].reverse())).toEqual(total)
      }),
    )
  })
  test('goods that move keep the balance, and make nothing negative', () => {
    fc.assert(
      fc.property(anyLine, quantity, fc.constantFrom('receivedBack' as const, 'destroyed' as const), (one, n, to) => {
        const after = moved(one, n, to)
        expect(sumOf(balanceOf(after))).toBe(one.expected)
        const claimed = to === 'destroyed' ? Math.max(0, one.destroyed - (one.destroyedByUs ?? 0)) : 0
        expect(after[to]).toBe(one[to] + n - Math.min(n, claimed))
        for (const key of ['onHand', 'used', 'soldOn', 'comingBack', 'notFound'] as const)
          expect(after[key]).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  test('what a truthful buyer sends back step by step brings a recall to zero', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), parcels => {
        const all = parcels.reduce((sum, n) => sum + n, 0)
        let one = line({ expected: all, comingBack: all, statedAt: NOON })
        for (const n of parcels) {
          expect(outstandingOf(one, 'recall')).toBeGreaterThan(0)
          one = moved(one, n, 'receivedBack')
        }
        expect(outstandingOf(one, 'recall')).toBe(0)
        expect(balanceOf(one).receivedBack).toBe(all)
      }),
    )
  })
  test('nothing is outstanding exactly when the balance reconciles, and in a recall nothing waits to be recovered', () => {
    const few = fc.integer({ min: 0, max: 1 })
    const small = fc.record({
      expected: fc.integer({ min: 0, max: 3 }),
      receivedBack: few,
      onHand: few,
      used: few,
      soldOn: few,
      comingBack: few,
      destroyed: few,
      notFound: few,
      destroyedByUs: fc.constant(null),
      statedAt: fc.constantFrom(null, NOON),
    })
    fc.assert(
      fc.property(small, one => {
        const { unanswered, difference, onHand, comingBack, notFound } = balanceOf(one)
        const reconciled = unanswered === 0 && difference === 0
        expect(outstandingOf(one, 'suspend') === 0).toBe(reconciled)
        expect(outstandingOf(one, 'recall') === 0).toBe(reconciled && onHand + comingBack + notFound === 0)
      }),
    )
  })
  test('what is located never exceeds what was shipped', () => {
    fc.assert(fc.property(anyLine, one => locatedOf(one) >= 0 && locatedOf(one) <= one.expected))
  })
})

test('a line that nobody answered is unanswered as a whole', () => {
  expect(balanceOf(line())).toMatchObject({ shipped: 10, unanswered: 10, difference: 0 })
  expect(outstandingOf(line(), 'suspend')).toBe(10)
  expect(outstandingOf(line(), 'resume')).toBe(0)
})

test('goods on hand are settled in a stop of sale, and not in a recall', () => {
  const answered = line({ onHand: 6, used: 4, statedAt: NOON })
  expect(outstandingOf(answered, 'suspend')).toBe(0)
  expect(outstandingOf(answered, 'recall')).toBe(6)
})

test('a buyer who names more than it got stays open', () => {
  const answered = line({ used: 12, statedAt: NOON })
  expect(balanceOf(answered).difference).toBe(-2)
  expect(outstandingOf(answered, 'suspend')).toBe(2)
})

test('goods that come back unannounced are taken from what nobody could explain before what was used', () => {
  const answered = line({ used: 7, notFound: 1, statedAt: NOON })
  expect(moved(answered, 3, 'receivedBack')).toMatchObject({ notFound: 0, used: 7, receivedBack: 3 })
  expect(moved(answered, 4, 'receivedBack')).toMatchObject({ notFound: 0, used: 6, receivedBack: 4 })
})

test('goods that the buyer called destroyed and that we then destroy there count once', () => {
  const answered = line({ expected: 30, destroyed: 10, onHand: 20, statedAt: NOON })
  const proved = moved(answered, 10, 'destroyed')
  expect(proved).toMatchObject({ destroyed: 10, destroyedByUs: 10, onHand: 20 })
  expect(outstandingOf(proved, 'recall')).toBe(20)
  const more = moved(proved, 10, 'destroyed')
  expect(more).toMatchObject({ destroyed: 20, destroyedByUs: 20, onHand: 10 })
  expect(outstandingOf(more, 'recall')).toBe(10)
})

test('goods that were announced as coming back and are destroyed there are not those destroyed before', () => {
  const answered = line({ destroyed: 4, comingBack: 6, statedAt: NOON })
  const done = moved(answered, 6, 'destroyed', true)
  expect(done).toMatchObject({ destroyed: 10, destroyedByUs: 6, comingBack: 0 })
  expect(outstandingOf(done, 'recall')).toBe(0)
})

test('shares are whole percent, rounded down', () => {
  expect(percentOf(2, 3)).toBe(66)
  expect(percentOf(0, 0)).toBe(100)
})
