import { expect, test } from 'vitest'
import { valueText } from './policy-value.ts'
import { text } from './text.ts'

test('a number has its unit, a choice its title, yes and no are words', () => {
  expect(valueText({ schema: {}, unit: text('小时', 'h') }, 12)).toEqual(text('12 小时', '12 h'))
  expect(valueText({ schema: {}, options: { a: text('甲', 'one') } }, 'a').zh).toBe('甲')
  expect(valueText({ schema: {}, unit: text('个工作日', 'working days') }, 1).en).toBe('1 working day')
  expect(valueText({ schema: {}, unit: text('次', 'times') }, true)).toEqual(text('是', 'yes'))
})

test('lists, windows and tables read as people say them, not as JSON', () => {
  const options = { a: text('甲', 'one'), b: text('乙', 'two') }
  expect(valueText({ schema: {}, options }, ['a', 'b']).en).toBe('one, two')
  expect(valueText({ schema: {} }, []).zh).toBe('无')
  expect(valueText({ schema: {}, unit: text('%', '%') }, [30, 30, 40]).zh).toBe('30、30、40 %')
  const windows = [
    { from: '09:30', to: '10:30' },
    { from: '15:30', to: '16:30' },
  ]
  expect(valueText({ schema: {} }, windows).zh).toBe('09:30–10:30、15:30–16:30')
  const table = {
    properties: { small: { 'x-title': text('小额', 'Small'), 'x-options': options, items: { 'x-options': options } } },
  }
  expect(valueText({ schema: table }, { small: ['b'] })).toEqual(text('小额：乙', 'Small: two'))
})
