/** A lot that was held because of a call and is good after all: free within the day, and everybody who was told to stop knows. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { fitsWidth, goTo, logIn, openRoom, PHONE, picture, settled } from './browser.ts'
import { telephoned } from './call.ts'
import { accept } from './filed.ts'
import { type Goods, goodsOf } from './goods.ts'
import { balanceOf, handedOver, linkOn } from './letters.ts'
import { fill, takeStep } from './steps.ts'
import { idAt, linkedTo, teamIn } from './team.ts'

const room = openRoom()
const team = teamIn(room)
const records = { complaint: '', stop: '', suspend: '', resume: '' }
let goods: Goods

beforeAll(async () => {
  goods = await goodsOf(await room.seat({ as: 'warehouse' }), { model: 'MC-BG', stock: 80, each: 5, buyers: 6 })
})

/** An order of the second buyer for five units of the lot, as sales enters it. */
const order = async (): Promise<Page> => {
  const sales = await team.at('sales', '/new/shipment.order')
  const form = sales.locator('main form')
  await fill(form, [{ find: goods.buyers[1]?.name ?? '', in: /购货者/ }])
  if (!(await form.getByRole('combobox', { name: /^批次/ }).isVisible()))
    await form.getByRole('button', { name: '添加一项' }).first().click()
  await fill(form, [
    { find: goods.lotNo, in: /^批次/ },
    { type: '5', in: '数量' },
    { type: '客户指定批号', in: /不按近效期先出的原因/ },
  ])
  await form.getByRole('button', { name: '开配送凭证', exact: true }).click()
  return sales
}

test('a call holds the lot, a prohibition is confirmed, and the buyers are asked to stop', async () => {
  team.leave()
  const desk = await room.seat({})
  await logIn(desk, 'service-desk')
  const number = await telephoned(desk, goods, '输液器管路变色，已停用')
  records.complaint = `/complaint/${number}`
  const quality = await team.at('quality', records.complaint)
  const complaint = await idAt(quality, records.complaint)
  records.stop = await linkedTo(quality, /TF-/)
  const stop = await idAt(quality, records.stop)
  await accept(quality, complaint)
  const visit = { visitedAt: new Date().toISOString(), finding: 'defect', note: '管路发黄，疑似老化' }
  await team.does('quality-inspector', 'complaint.verify', visit, complaint)
  await takeStep(await team.at('warehouse', records.stop), '挂牌并清点', [{ type: '80', in: /清点数量/ }])
  await team.does('sales', 'stop-sale.acknowledge', {}, stop)
  await team.does('quality', 'stop-sale.confirm', { note: '先停售' }, stop)
  await team.does('quality-head', 'stop-sale.countersign', { agree: true }, stop)

  records.suspend = await linkedTo(await team.at('quality', records.stop), /TZ-/)
  const suspend = await idAt(quality, records.suspend)
  for (const who of ['quality', 'quality-head']) await team.does(who, 'notice.approve', { opinion: 'agree' }, suspend)
  await team.does('sales', 'notice.send', {}, suspend)
  expect(await handedOver(quality, suspend)).toHaveLength(goods.buyers.length)
  await (await order())
    .getByText(/请先由质量管理部复查合格并解除 TF-/)
    .first()
    .waitFor()
})

test('the second check is good: the head releases, a resume notice drafts itself and goes to those who were told', async () => {
  team.leave()
  const inspector = await team.at('quality-inspector', records.stop)
  await takeStep(inspector, '登记复查结论', [
    { choose: '合格', of: /结论/ },
    { type: '省院复检合格，颜色为正常批间差', in: /情况|说明/ },
  ])
  const head = await team.at('quality-head', records.stop)
  await picture(head, 'freed-release')
  await takeStep(head, '解除停售', [{ type: '复检合格', in: /解除理由/ }])
  await head.reload()
  await settled(head)
  const numbers = await head.getByRole('main').getByRole('link', { name: /TZ-/ }).allTextContents()
  const resume = numbers.map(text => text.trim()).find(text => !records.suspend.endsWith(text))
  records.resume = `/notice/${resume}`
  const quality = await team.at('quality', records.resume)
  await quality.getByRole('heading', { level: 1, name: /恢复销售通知/ }).waitFor()
  await picture(quality, 'freed-resume')
  const id = await idAt(quality, records.resume)
  for (let signer = await nextSigner(quality, id); signer; signer = await nextSigner(quality, id))
    await team.does(signer, 'notice.approve', { opinion: 'agree' }, id)
  const sales = await team.at('sales', records.resume)
  await takeStep(sales, '发出通知', [])
  const letters = await handedOver(sales, id)
  expect(letters).toHaveLength(goods.buyers.length)
  const phone = await room.seat({ size: PHONE })
  const [letter] = letters
  if (!letter) throw new Error('there is no letter')
  await phone.goto((await linkOn(sales, letter)).href)
  await phone.getByRole('heading', { level: 1, name: /恢复销售通知/ }).waitFor()
  await fitsWidth(phone)
})

/** Who is to sign the notice next, as its page says. */
const nextSigner = async (page: Page, id: string): Promise<string | null> => {
  const answer = await page.request.get(`/api/read/notice.record?id=${id}`)
  const { rounds } = await answer.json()
  const waiting = rounds.flatMap((round: { steps: { outcome: string; roles: string[] }[] }) => round.steps)
  return waiting.find((step: { outcome: string }) => step.outcome === 'pending')?.roles[0] ?? null
}

test('the warehouse takes the marks off, sales confirms, everybody knows within the day, and the order goes', async () => {
  team.leave()
  await takeStep(await team.at('warehouse', records.stop), '摘牌', [])
  await takeStep(await team.at('sales', records.stop), '业务确认', [])
  const quality = await team.at('quality', records.stop)
  await picture(quality, 'freed-stop')
  await quality.getByRole('main').getByText('已解除', { exact: true }).first().waitFor()
  const answer = await quality.request.get(`/api/read/stop-sale.record?id=${await idAt(quality, records.stop)}`)
  const { due } = await answer.json()
  const release = due.find((clock: { name: string }) => clock.name === 'release')
  expect(release.metAt, 'met').not.toBeNull()
  expect(release.metAt < release.dueAt, 'within the day').toBe(true)
  const { recipients } = await balanceOf(quality, await idAt(quality, records.resume))
  expect(recipients.filter(({ state }) => state !== 'settled' && state !== 'removed')).toEqual([])

  const sales = await order()
  await sales.waitForURL(/\/shipment\/CK-/)
  await settled(sales)
  await goTo(sales, records.stop)
})
