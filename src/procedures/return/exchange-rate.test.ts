import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf } from '../../../test/given.ts'
import { amountOf, judgeLimits, type LimitRule, limitsFor, share, whyLimits, withinLimits } from './exchange-rate.ts'

const general = { ratePct: 5, periodDays: 180 }
const asker = { partyId: idOf('dealer'), province: '河南省', city: '郑州市', classes: ['III'] }
const line = { lotNo: '20260301', quantity: 40, unitPrice: 150, deliveredOn: '2026-10-02' }
const trade = { purchasedPieces: 1000, purchasedAmount: null, exchangedPieces: 0, exchangedAmount: 0 }
const ask = {
  lines: [line],
  trade,
  limits: { ...general, source: 'general' as const },
  base: 'amount' as const,
  from: '2025-11-20',
  today: '2026-11-20',
}

describe('the limits of a customer', () => {
  const rules: LimitRule[] = [
    { region: '河南', ratePct: 4, periodDays: 120 },
    { deviceClass: 'III', ratePct: 3, periodDays: 90 },
    { customer: idOf('dealer'), ratePct: 8, periodDays: 200 },
  ]
  test('are the general ones without a rule of his', () => {
    expect(limitsFor(asker, general, [])).toEqual({ ...general, source: 'general' })
    expect(limitsFor(asker, general, [{ region: '广东', ratePct: 9, periodDays: 9 }]).source).toBe('general')
    expect(limitsFor(asker, general, [{ customer: idOf('other'), ratePct: 9, periodDays: 9 }]).source).toBe('general')
  })
  test('follow the customer before the region before the class', () => {
    expect(limitsFor(asker, general, rules)).toEqual({ ratePct: 8, periodDays: 200, source: 'customer' })
    expect(limitsFor(asker, general, rules.slice(0, 2))).toEqual({ ratePct: 4, periodDays: 120, source: 'region' })
    expect(limitsFor(asker, general, rules.slice(1, 2))).toEqual({ ratePct: 3, periodDays: 90, source: 'class' })
  })
  test('take the stricter of two rules of one rank, and a rule of two conditions only where both hold', () => {
    const two: LimitRule[] = [
      { deviceClass: 'III', ratePct: 3, periodDays: 200 },
      { deviceClass: 'II', ratePct: 6, periodDays: 60 },
    ]
    expect(limitsFor({ ...asker, classes: ['II', 'III'] }, general, two)).toMatchObject({ ratePct: 3, periodDays: 60 })
    const both: LimitRule = { region: '郑州市', deviceClass: 'II', ratePct: 1, periodDays: 1 }
    expect(limitsFor(asker, general, [both]).source).toBe('general')
    expect(limitsFor({ ...asker, classes: ['II'] }, general, [both]).source).toBe('region')
  })
})

describe('the exchange rate', () => {
  test('is by pieces while the purchases are not known in money', () => {
    const result = judgeLimits(ask)
    expect(result).toMatchObject({ base: 'pieces', thisRequest: 40, purchased: 1000, ratePct: 4, rateKept: true })
    expect(withinLimits(result)).toBe(true)
  })
  test('is by amount once every amount is known', () => {
    const known = { ...trade, purchasedAmount: 100_000 }
    expect(judgeLimits({ ...ask, trade: known })).toMatchObject({
      base: 'amount',
      thisRequest: 6000,
      ratePct: 6,
      rateKept: false,
    })
    expect(judgeLimits({ ...ask, trade: known, base: 'pieces' }).base).toBe('pieces')
    expect(judgeLimits({ ...ask, trade: known, lines: [{ ...line, unitPrice: null }] }).base).toBe('pieces')
    expect(judgeLimits({ ...ask, trade: { ...known, exchangedAmount: null } }).base).toBe('pieces')
  })
  test('counts what was exchanged before', () => {
    expect(judgeLimits({ ...ask, trade: { ...trade, exchangedPieces: 11 } })).toMatchObject({
      ratePct: 5.1,
      rateKept: false,
    })
    expect(judgeLimits({ ...ask, trade: { ...trade, exchangedPieces: 10 } })).toMatchObject({
      ratePct: 5,
      rateKept: true,
    })
  })
  test('does not exist for who bought nothing, and counts as over', () => {
    const result = judgeLimits({ ...ask, trade: { ...trade, purchasedPieces: 0 } })
    expect(result).toMatchObject({ ratePct: null, rateKept: false })
    expect(whyLimits(result).zh).toContain('没有进货')
  })
  test('property: one more piece never turns over into within', () => {
    const numbers = fc.record({ pieces: fc.nat(500), before: fc.nat(500), bought: fc.integer({ min: 1, max: 5000 }) })
    fc.assert(
      fc.property(numbers, ({ pieces, before, bought }) => {
        const rated = (quantity: number) =>
          judgeLimits({
            ...ask,
            lines: [{ ...line, quantity }],
            trade: { ...trade, exchangedPieces: before, purchasedPieces: bought },
          }).rateKept
        // kept with one more means kept with one less
        expect(rated(pieces + 1) || !rated(pieces + 2)).toBe(true)
      }),
    )
  })
})

describe('the period', () => {
  test('runs from the delivery of the oldest line, the last day included', () => {
    const on = (today: string) =>
      judgeLimits({ ...ask, today, lines: [line, { ...line, lotNo: 'B', deliveredOn: '2026-11-01' }] })
    expect(on('2027-03-31')).toMatchObject({ oldest: { lotNo: '20260301', days: 180 }, periodKept: true })
    expect(on('2027-04-01')).toMatchObject({ oldest: { days: 181 }, periodKept: false })
  })
  test('is over when the delivery of a line is not known', () => {
    const result = judgeLimits({ ...ask, lines: [line, { ...line, deliveredOn: null }] })
    expect(result).toMatchObject({ oldest: null, periodKept: false })
    expect(whyLimits(result).en).toContain('not known')
  })
})

test('why: what counts, from when, the result and the limit stand in one sentence', () => {
  const { zh, en } = whyLimits(judgeLimits({ ...ask, trade: { ...trade, exchangedPieces: 30 } }))
  expect(zh).toBe(
    '2025-11-20 至 2026-11-20：已调换 30 件，本次 40 件，进货 1000 件，调换率 7%，统一比例为 5%，已超。批号 20260301 于 2026-10-02 发货，已 49 天，期限 180 天，未超。',
  )
  expect(en).toContain('the rate is 7%, the general rule allows 5%: exceeded')
})

test('amounts are known or not, and nothing is divided by nothing', () => {
  expect(amountOf([line, line])).toBe(12_000)
  expect(amountOf([line, { ...line, unitPrice: null }])).toBeNull()
  expect(share(1, 3)).toBe(33.33)
  expect(share(1, 0)).toBeNull()
})
