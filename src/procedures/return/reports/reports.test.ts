import { expect, test } from 'vitest'
import type { CustomerFigures } from './figures.ts'
import { monthOf } from './month.ts'
import { overLimit } from './monthly.ts'

const customer = (partyName: string, exchanged: number, purchased: number, unsaleable = 1): CustomerFigures => ({
  partyId: partyName,
  partyName,
  returns: 1,
  quantity: 1,
  amount: 0,
  unsaleable,
  quality: 0,
  complaints: 0,
  exchanged,
  purchased,
})

test('a month is whole local days, the short one too', () => {
  expect(monthOf(2028, 2, 'Asia/Shanghai')).toEqual({
    title: { zh: '2028 年 2 月', en: '2028-02' },
    from: '2028-01-31T16:00:00.000Z',
    to: '2028-02-29T15:59:59.999Z',
    firstDay: '2028-02-01',
    lastDay: '2028-02-29',
  })
})

test('over the rate are those above the limit and those who exchange without having bought', () => {
  const list = [
    customer('at the limit', 5, 100),
    customer('above', 6, 100),
    customer('bought nothing', 1, 0),
    customer('quality alone', 90, 100, 0),
  ]
  expect(overLimit(list, 5).map(item => item.partyName)).toEqual(['above', 'bought nothing'])
})
