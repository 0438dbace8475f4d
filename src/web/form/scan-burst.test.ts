import { expect, test } from 'vitest'
import { ScanBurst } from './scan-burst.ts'

const feed = (keys: readonly string[], apart: number, ctrl: (key: string) => boolean = () => false) => {
  const burst = new ScanBurst()
  return keys.map((key, index) => burst.take({ key, ctrl: ctrl(key), at: index * apart })).at(-1)
}
const CODE = '0106912345678902'

test('a burst that ends with Enter or Tab is a scan', () => {
  expect(feed([...CODE, 'Enter'], 8)).toBe(CODE)
  expect(feed([...CODE, 'Tab'], 30)).toBe(CODE)
})

test('a person types, however long', () => {
  expect(feed([...CODE, 'Enter'], 70)).toBeNull()
})

test('a few quick keys are no scan', () => {
  expect(feed([...'abc', 'Enter'], 5)).toBeNull()
})

test('the separator of GS1 arrives as Ctrl-] or F8', () => {
  const keys = [...'0106912345678902', '10', ']', ...'21A1'].flatMap(key => (key === '10' ? ['1', '0'] : [key]))
  expect(feed([...keys, 'Enter'], 8, key => key === ']')).toBe('010691234567890210\u001d21A1')
  expect(feed([...CODE, 'F8', ...'21A1', 'Enter'], 8)).toBe(`${CODE}\u001d21A1`)
})

test('Shift between the letters does not end the burst', () => {
  expect(feed([...CODE, 'Shift', 'L', 'Enter'], 8)).toBe(`${CODE}L`)
})

test('what was typed before the burst does not belong to it', () => {
  const burst = new ScanBurst()
  burst.take({ key: 'x', ctrl: false, at: 0 })
  let result: string | null = null
  ;[...CODE, 'Enter'].forEach((key, index) => {
    result = burst.take({ key, ctrl: false, at: 500 + index * 8 })
  })
  expect(result).toBe(CODE)
})

test('a short lot number is a scan too', () => {
  expect(feed([...'260205', 'Enter'], 8)).toBe('260205')
})

test('a running burst is known while it runs, so that its keys do nothing else', () => {
  const burst = new ScanBurst()
  const running = [...'01/j'].map((key, index) => {
    burst.take({ key, ctrl: false, at: index * 8 })
    return burst.running
  })
  expect(running).toEqual([false, false, true, true])
  burst.take({ key: 'j', ctrl: false, at: 900 })
  expect(burst.running).toBe(false)
})
