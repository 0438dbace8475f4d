import { expect, test } from 'vitest'
import { openRoom } from './browser.ts'
import { goodsOf } from './goods.ts'
const room = openRoom()
test('goods', async () => {
  const keeper = await room.seat({ as: 'warehouse' })
  const goods = await goodsOf(keeper, { model: 'MC-JM5', stock: 200, each: 10, buyers: 37 })
  console.log(goods)
  expect(goods.buyers).toHaveLength(37)
})
