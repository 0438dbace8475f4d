import { expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aReturn } from '../return.example.ts'
import { correctReturn } from './correct-return.ts'

const record = aReturn({ state: 'approving', remark: '库存偏大' })

test('a wrong entry is struck through: the old value stays with its reason', () => {
  const { change, to, told } = given(correctReturn, { record })
    .when({ phone: '0371-10550199', contactPerson: '赵经理', reason: '号码抄错' })
    .accepts()
  expect(to).toBe('approving')
  expect(change.set).toEqual({ phone: '0371-10550199' })
  expect(change.correct).toEqual([{ field: 'phone', was: '14203710104', now: '0371-10550199', reason: '号码抄错' }])
  expect(told(record).zh).toBe('更正联系电话：号码抄错')
})

test('what nobody entered yet is not entered this way, and nothing is corrected without a reason', () => {
  given(correctReturn, { record }).when({ location: 'T-02', reason: '补填' }).refuses('nothing-changed')
  given(correctReturn, { record }).when({ phone: '14203710104', reason: '核对' }).refuses('nothing-changed')
  given(correctReturn, { record }).when({ phone: '0371-10550199' }).refuses('bad-input', 'reason')
})

test('is the work of after-sales while the return is open', () => {
  const input = { phone: '0371-10550199', reason: '号码抄错' }
  given(correctReturn, { record, actor: someone('warehouse') })
    .when(input)
    .refuses('role')
  given(correctReturn, { record: aReturn({ state: 'closed' }) })
    .when(input)
    .refuses('state')
})
