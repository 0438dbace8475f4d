import { expect, test } from 'vitest'
import { keptUntil, type Retention, type RetentionDates, type RetentionRule } from './retention.ts'
import { text } from './text.ts'

const rule = (over: Partial<RetentionRule>): RetentionRule => ({
  basis: 'law',
  anchor: text('某条', 'some article'),
  years: 2,
  from: 'device-expiry',
  ...over,
})
const retention: Retention = {
  custodian: 'quality',
  medium: 'electronic',
  rules: [
    rule({ basis: 'company', years: 'default', from: 'record-closed' }),
    rule({}),
    rule({ years: 5, from: 'record-closed', onlyFor: 'no-expiry' }),
    rule({ years: 'permanent', from: 'record-closed', onlyFor: 'implant' }),
  ],
}
const dates = (over: Partial<RetentionDates> = {}): RetentionDates => ({
  closedOn: '2026-02-28',
  deviceExpiry: null,
  noExpiry: false,
  certificateExpiry: null,
  implant: false,
  ...over,
})

test('the longest of the rules holds, and says which it is', () => {
  const short = keptUntil(retention, dates({ deviceExpiry: '2027-01-31' }), 5)
  expect(short).toMatchObject({ until: '2031-02-28', because: { years: 5, rule: { basis: 'company' } } })
  const long = keptUntil(retention, dates({ deviceExpiry: '2032-06-30' }), 5)
  expect(long).toMatchObject({ until: '2034-06-30', because: { years: 2, rule: { from: 'device-expiry' } } })
  expect(long.reasons).toHaveLength(2)
})

test('the company’s years are those of its policy', () => {
  expect(keptUntil(retention, dates(), 8).until).toBe('2034-02-28')
})

test('a device without a last day of use counts from the closing of the record', () => {
  expect(keptUntil(retention, dates({ noExpiry: true }), 3).until).toBe('2031-02-28')
})

test('29 February ends on 28 February of a year that has none', () => {
  expect(keptUntil(retention, dates({ closedOn: '2028-02-29' }), 5).until).toBe('2033-02-28')
})

test('an open record has no end, and an implant never has one', () => {
  expect(keptUntil(retention, dates({ closedOn: null, deviceExpiry: '2020-01-01' }), 5)).toMatchObject({ until: null })
  expect(keptUntil(retention, dates({ closedOn: null, implant: true }), 5)).toMatchObject({ until: 'permanent' })
})
