import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aReturn } from '../return.example.ts'
import { explainReturn } from './explain-return.ts'
import { testSample } from './test-sample-return.ts'

const contract = { route: 'contract', reason: 'quality', wish: 'refund' } as const

describe('the retained sample', () => {
  const record = aReturn({ ...contract, state: 'sample-test' })
  const input = { result: 'bad', sampleNo: 'LY-44', test: '正压检漏 20 支，3 支渗漏' }
  test('is bad: the approval begins with the finding of quality', () => {
    const { change, to } = given(testSample, { record }).when(input).accepts()
    expect(to).toBe('approving')
    expect(change).toMatchObject({
      set: { sampleResult: 'bad', qualityFinding: input.test, sampleTestedAt: NOON },
      seek: [{ chain: 'approval', steps: ['sales-head'] }],
    })
  })
  test('is good: sales explains first', () => {
    const { change, to } = given(testSample, { record })
      .when({ ...input, result: 'good' })
      .accepts()
    expect([to, change.seek]).toEqual(['explaining', undefined])
  })
  test('was not kept: it goes on, unless the company always tests', () => {
    const without = { result: 'unavailable', test: '该批未留样' }
    expect(given(testSample, { record }).when(without).accepts().to).toBe('approving')
    given(testSample, { record, policy: { 'return.retained_sample_test': 'always' } })
      .when(without)
      .refuses('sample-required', 'result')
  })
  test('has a number, and is tested by quality', () => {
    given(testSample, { record })
      .when({ ...input, sampleNo: undefined })
      .refuses('sample-number', 'sampleNo')
    given(testSample, { record, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('good goods', () => {
  const record = aReturn({ ...contract, state: 'explaining', sampleResult: 'good' })
  const said = '已说明检测结果和正确用法'
  test('stay in use when the customer agrees', () => {
    const { change, to } = given(explainReturn, { record }).when({ said, outcome: 'keeps-using' }).accepts()
    expect([to, change.set?.explanation]).toEqual(['kept-in-use', said])
  })
  test('come back on goodwill, not as quality, when he insists', () => {
    const { change, to } = given(explainReturn, { record }).when({ said, outcome: 'insists' }).accepts()
    expect(to).toBe('approving')
    expect(change).toMatchObject({ set: { goodwill: true }, seek: [{ chain: 'approval', steps: ['sales-head'] }] })
  })
  test('do not where the company grants no goodwill', () => {
    const policy = { 'return.goodwill_profile': 'none' }
    given(explainReturn, { record, policy }).when({ said, outcome: 'insists' }).refuses('no-goodwill', 'outcome')
    given(explainReturn, { record, policy }).when({ said, outcome: 'keeps-using' }).accepts()
  })
  test('are explained by sales', () => {
    given(explainReturn, { record, actor: someone('after-sales') })
      .when({ said, outcome: 'insists' })
      .refuses('role')
  })
})
