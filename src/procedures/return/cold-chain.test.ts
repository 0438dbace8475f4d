import { describe, expect, test } from 'vitest'
import { coldChainFaults, rangeOf } from './cold-chain.ts'
import { aColdLine, aColdRecord, aLine } from './return.example.ts'

const line = aColdLine()
const faults = (over: Parameters<typeof aColdRecord>[0]) =>
  coldChainFaults(line, aColdRecord(over))?.map(item => item.zh)

describe('the cold chain of goods that come back', () => {
  test('is nobody’s question when the goods need none', () => {
    expect(coldChainFaults(aLine(), null)).toBeNull()
  })
  test('is whole with every temperature inside and the record since the sale', () => {
    expect(faults({})).toEqual([])
    expect(faults({ lowest: 2, highest: 8 })).toEqual([])
  })
  test('is broken without a record, with a gap in it, or without cold-chain means', () => {
    expect(coldChainFaults(line, null)).toHaveLength(1)
    expect(faults({ recordSinceSale: false })).toEqual(['没有售出期间的温度记录'])
    expect(faults({ highest: null })).toEqual(['没有在途温度记录'])
    expect(faults({ departure: null })).toEqual(['没有启运温度'])
    expect(faults({ transport: 'other' })).toEqual(['运输途中无冷链措施'])
  })
  test('is broken by one temperature outside the product’s own bounds', () => {
    expect(faults({ highest: 8.1 })).toEqual(['在途最高温度 8.1 ℃，超出 2–8 ℃'])
    expect(faults({ lowest: 1.9 })).toEqual(['在途最低温度 1.9 ℃，超出 2–8 ℃'])
    expect(faults({ arrival: 12 })).toEqual(['到货温度 12 ℃，超出 2–8 ℃'])
  })
  test('knows frozen goods with one bound', () => {
    const frozen = aColdLine({ temperatureFrom: null, temperatureTo: -18 })
    const record = aColdRecord({ departure: -20, arrival: -19, lowest: -25, highest: -18 })
    expect(coldChainFaults(frozen, record)).toEqual([])
    expect(coldChainFaults(frozen, { ...record, highest: -17 })).toHaveLength(1)
    expect([rangeOf(frozen), rangeOf(line)]).toEqual(['≤ -18 ℃', '2–8 ℃'])
    expect(rangeOf({ isColdChain: true, temperatureFrom: 15, temperatureTo: null })).toBe('≥ 15 ℃')
  })
})
