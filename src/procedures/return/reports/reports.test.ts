import { expect, test } from 'vitest'
import type { CustomerFigures } from './figures.ts'
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

test('over the rate are those above the limit and those who exchange without having bought', () => {
  const list = [
    customer('at the limit', 5, 100),
    customer('above', 6, 100),
    customer('bought nothing', 1, 0),
    customer('quality alone', 90, 100, 0),
  ]
  expect(overLimit(list, 5).map(item => item.partyName)).toEqual(['above', 'bought nothing'])
})
