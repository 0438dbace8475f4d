import { describe, expect, test } from 'vitest'
import { policyBook } from '../../kernel/policy.ts'
import { approversOf, type Routed, sampleFirst } from './route.ts'

const now = '2026-11-20T04:00:00.000Z'
const book = (values: Record<string, never | string | boolean | object> = {}) =>
  policyBook(
    Object.entries(values).map(([key, value]) => ({
      key,
      value: value as never,
      effectiveFrom: '2020-01-01T00:00:00.000Z',
      version: 1,
    })),
    now,
  )
const dealer: Routed = {
  route: 'dealer',
  reason: 'unsaleable',
  special: false,
  goodwill: false,
  bulk: false,
  expiredLot: false,
}
const who = (over: Partial<Routed>, policy = book()) => approversOf({ ...dealer, ...over }, policy)

describe('who signs a return', () => {
  test('unsaleable within limits: after-sales, then the head of sales (SC01)', () => {
    expect(who({})).toEqual(['after-sales', 'sales-head'])
  })
  test('a special case: the general manager alone (SC02, SG08)', () => {
    expect(who({ special: true })).toEqual(['general-manager'])
  })
  test('quality: head of after-sales, then the head of sales unless the company waives it (SC03, X07)', () => {
    expect(who({ reason: 'quality' })).toEqual(['after-sales-head', 'sales-head'])
    expect(who({ reason: 'quality' }, book({ 'return.quality_requires_sales_head': false }))).toEqual([
      'after-sales-head',
    ])
  })
  test('contract customers: the head of sales, for bulk also the general manager (SC05)', () => {
    expect(who({ route: 'contract' })).toEqual(['sales-head'])
    expect(who({ route: 'contract', bulk: true })).toEqual(['sales-head', 'general-manager'])
    expect(who({ route: 'contract', goodwill: true })).toEqual(['sales-head'])
    expect(who({ route: 'contract', goodwill: true, bulk: true })).toEqual(['sales-head', 'general-manager'])
  })
  test('recall: the finding of quality and the head of sales', () => {
    expect(who({ route: 'recall', reason: 'recall', bulk: true })).toEqual(['quality', 'sales-head'])
  })
  test('expired lots on the quality route: first the enterprise quality head (S01-4.6a)', () => {
    expect(who({ reason: 'quality', expiredLot: true })).toEqual(['quality-head', 'after-sales-head', 'sales-head'])
    expect(who({ route: 'recall', reason: 'recall', expiredLot: true })).toEqual(['quality', 'sales-head'])
  })
  test('what a company has set, in the fixed order of signing', () => {
    const matrix = {
      unsaleable: ['general-manager', 'after-sales-head'],
      quality: ['after-sales-head'],
      contract: ['sales-head'],
      contractBulk: ['sales-head', 'general-manager'],
      goodwill: ['sales-head'],
      recall: ['quality'],
    }
    expect(who({}, book({ 'return.approval_matrix': matrix }))).toEqual(['after-sales-head', 'general-manager'])
  })
})

test('the retained sample is tested first for quality claims of contract customers, unless the company waives it', () => {
  const claim = { route: 'contract', reason: 'quality' } as const
  expect(sampleFirst(claim, book())).toBe(true)
  expect(sampleFirst(claim, book({ 'return.retained_sample_test': 'never' }))).toBe(false)
  expect(sampleFirst({ route: 'contract', reason: 'unsaleable' }, book())).toBe(false)
  expect(sampleFirst({ route: 'dealer', reason: 'quality' }, book())).toBe(false)
})
