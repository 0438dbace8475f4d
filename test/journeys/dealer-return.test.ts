/** A dealer wants to exchange more unsaleable goods than its rate allows: refused with an explanation, or the general manager's case. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openRoom, picture, settled } from './browser.ts'
import { type Goods, goodsOf } from './goods.ts'
import { fill, takeStep } from './steps.ts'
import { teamIn } from './team.ts'

const room = openRoom()
const team = teamIn(room)
let goods: Goods

beforeAll(async () => {
  const asked = { model: 'WP-SB-8', stock: 50, each: 60_000, buyers: 1, first: 'dealer', daysAgo: 20 } as const
  goods = await goodsOf(await room.seat({ as: 'warehouse' }), asked)
})

/** After-sales writes the request of the dealer down. Answers its address. */
const requested = async (quantity: number): Promise<string> => {
  const page = await team.at('after-sales', '/return')
  await page.getByRole('link', { name: '登记调退货申请' }).first().click()
  await page.getByRole('heading', { level: 1, name: '登记调退货申请' }).waitFor()
  const form = page.locator('main form')
  await fill(form, [
    { find: goods.buyers[0]?.name ?? '', in: /退货单位/ },
    { choose: '不适销', of: /退货原因/ },
    { choose: '换货', of: /客户要求/ },
  ])
  await form
    .getByRole('group', { name: /调退货明细/ })
    .getByRole('button', { name: '添加一项' })
    .click()
  await fill(form, [
    { find: goods.lotNo, in: /^批号/ },
    { type: String(quantity), in: /^数量/ },
    { type: '终端库存偏大', in: /客户说明/ },
  ])
  await picture(page, 'dealer-request')
  await form.getByRole('button', { name: '登记调退货申请', exact: true }).click()
  await page.waitForURL(/\/return\/TH-/)
  await settled(page)
  return new URL(page.url()).pathname
}

/** After-sales and finance review side by side. Answers the page of after-sales. */
const reviewed = async (path: string): Promise<Page> => {
  await takeStep(await team.at('after-sales', path), '签收明细表', [])
  await takeStep(await team.at('finance', path), '会审不适销调换', [{ type: '已超年度比例', in: /评审意见/ }])
  await takeStep(await team.at('after-sales', path), '会审不适销调换', [{ type: '数量偏大', in: /评审意见/ }])
  const page = await team.at('after-sales', path)
  await page.getByRole('main').getByText('调换比例与期限').first().waitFor()
  return page
}

test('over its rate the request is refused, and the explanation goes to the dealer as a letter', async () => {
  team.leave()
  const path = await requested(25_000)
  const page = await reviewed(path)
  await picture(page, 'dealer-over')
  const { value } = await explanationOf(page)
  expect(value).toContain('已超')
  await takeStep(page, '驳回并向客户说明', [])
  const after = await team.at('after-sales', path)
  await after.getByRole('main').getByText('已驳回').first().waitFor()
  await after.getByRole('main').getByRole('link', { name: /HJ-/ }).first().waitFor()
})

/** The explanation with which the form of the refusal opens. */
const explanationOf = async (page: Page): Promise<{ readonly value: string }> => {
  const region = page.getByRole('region', { name: '下一步' })
  const opener = region.getByRole('button', { name: '驳回并向客户说明', exact: true, expanded: false })
  if (await opener.isVisible()) await opener.click()
  return { value: await region.getByLabel(/驳回理由/).inputValue() }
}

test('a special case is put to the general manager, who alone approves it', async () => {
  team.leave()
  const path = await requested(25_000)
  await takeStep(await reviewed(path), '报总经理特批', [{ type: '客户门店拆迁，一次性清库', in: /理由/ }])
  const head = await team.at('sales-head', path)
  expect(await head.getByRole('region', { name: '下一步' }).getByRole('button', { name: '审批调退货' }).count()).toBe(0)
  const manager = await team.at('general-manager', '/signing')
  await picture(manager, 'dealer-signing')
  await manager
    .getByRole('main')
    .getByRole('link', { name: new RegExp(path.split('/').at(-1) ?? '') })
    .first()
    .click()
  await manager.waitForURL(/\/return\/TH-/)
  await settled(manager)
  await takeStep(manager, '审批调退货', [{ type: '同意，下不为例', in: /审批意见/ }])
  await takeStep(await team.at('after-sales', path), '通知客户退货', [{ type: '请用原包装发运', in: /退货要求/ }])
  const page = await team.at('after-sales', path)
  await picture(page, 'dealer-special')
  await page.getByRole('main').getByText('周启明').first().waitFor()
})
