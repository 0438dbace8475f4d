import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareLots, outOfOrder, type PickableLot } from './fefo.ts'

const days = fc.constantFrom('2026-12-01', '2027-01-31', '2027-06-30', null)
const made = fc.constantFrom('2025-01-01', '2025-06-01', '2026-01-01')
const lot = (index: number): fc.Arbitrary<PickableLot> =>
  fc.record({
    lotId: fc.constant(`lot ${index}`),
    productId: fc.constantFrom('pump', 'set'),
    lotNo: fc.constant(`L${index}`),
    producedOn: made,
    expiresOn: days,
    free: fc.integer({ min: 0, max: 9 }),
  })
const lots = fc.tuple(lot(0), lot(1), lot(2), lot(3))

test('who takes every lot in order never needs a reason', () => {
  fc.assert(
    fc.property(lots, fc.constantFrom('expiry', 'produced'), fc.integer({ min: 1, max: 30 }), (list, order, wanted) => {
      const lines: { lotId: string; quantity: number }[] = []
      let left = wanted
      for (const item of list.filter(one => one.productId === 'pump').toSorted((a, b) => compareLots(a, b, order))) {
        const quantity = Math.min(left, item.free)
        if (quantity > 0) lines.push({ lotId: item.lotId, quantity })
        left -= quantity
      }
      expect(outOfOrder(lines, list, order, '2026-11-20')).toEqual([])
    }),
  )
})

test('who leaves a unit of an earlier lot needs one', () => {
  fc.assert(
    fc.property(lots, fc.constantFrom('expiry', 'produced'), (list, order) => {
      const pumps = list.filter(one => one.productId === 'pump').toSorted((a, b) => compareLots(a, b, order))
      const [first, second] = pumps
      if (!first || !second || first.free === 0) return
      const [wrong] = outOfOrder([{ lotId: second.lotId, quantity: 1 }], list, order, '2026-11-20')
      expect(wrong?.before.lotId).toBe(first.lotId)
    }),
  )
})

test('a lot without expiry goes out last, and an expired one not at all', () => {
  const of = (lotId: string, expiresOn: string | null): PickableLot => ({
    lotId,
    productId: 'set',
    lotNo: lotId,
    producedOn: '2025-01-01',
    expiresOn,
    free: 5,
  })
  const list = [of('none', null), of('dated', '2027-01-01'), of('expired', '2026-11-19')]
  const of1 = (lotId: string) => outOfOrder([{ lotId, quantity: 1 }], list, 'expiry', '2026-11-20')
  expect(of1('none')[0]?.before.lotId).toBe('dated')
  expect(of1('dated')).toEqual([])
})
