/** Everything by keyboard, and pages that say no. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, openRoom, settled } from './browser.ts'
import { callOf } from './case.ts'
import { accepted, filed } from './filed.ts'
import { nextSteps } from './steps.ts'

const room = openRoom()

/** Presses Tab until the field of this label has the focus. */
const tabTo = async (page: Page, label: string): Promise<void> => {
  const passed: string[] = []
  for (let count = 0; count < 60; count += 1) {
    const name = await page.evaluate<string>(`(({ labels, textContent }) =>
      (labels?.[0]?.textContent ?? textContent ?? '').trim())(document.activeElement)`)
    if (name.startsWith(label)) return
    passed.push(name)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${label}: ${passed.join(' | ')}`)
}

test('Ctrl-K finds a complaint by two characters of its title, and Enter opens it', async () => {
  const page = await room.seat({ as: 'quality' })
  const { number } = await filed(page, '靛蓝色报警灯常亮')
  await goTo(page, '/')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '搜索与命令' })
  await palette.waitFor()
  await page.keyboard.type('靛蓝')
  await palette.getByRole('option', { name: new RegExp(number), selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '靛蓝色报警灯常亮' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/complaint/${number}`)
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
})

test('a complaint is registered without a mouse', async () => {
  const page = await room.seat({ as: 'service-desk' })
  const call = callOf(5)
  await goTo(page, '/')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '搜索与命令' }).waitFor()
  await page.keyboard.type('登记投诉')
  await page.getByRole('option', { name: '登记投诉', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '登记投诉' }).waitFor()
  await tabTo(page, '客户')
  await page.keyboard.type(call.initials)
  await page.getByRole('option', { name: call.customer, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await tabTo(page, 'UDI')
  await page.keyboard.type(call.udi)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: call.product }).waitFor()
  await tabTo(page, '问题描述')
  await page.keyboard.type('开机自检后报警，已换备机')
  if (await page.getByText('可能重复').isVisible()) {
    await tabTo(page, '已核对，是另一件投诉')
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: '打开记录' }).waitFor()
  await tabTo(page, '打开记录')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/complaint\/TS-\d{4}-\d{5}$/)
  // the address changes first, the page of the record follows
  await page.getByRole('main').getByText(call.serial).first().waitFor()
})

test('a step that is not possible yet says what comes first', async () => {
  const page = await room.seat({ as: 'quality' })
  const { number } = await accepted(page)
  await goTo(page, `/complaint/${number}`)
  await nextSteps(page).getByText('要出最终意见，请先登记核实结果；现在可出临时意见。').waitFor()
  expect(await nextSteps(page).getByRole('button', { name: '出最终处置意见' }).count()).toBe(0)
})

test('what is refused at the form is said at its field, and the cursor goes there', async () => {
  const page = await room.seat({ as: 'service-desk' })
  await goTo(page, '/complaint/new')
  await page.getByRole('button', { name: '登记投诉', exact: true }).click()
  await page.getByText('请填写“问题描述”').or(page.locator('.fault').first()).first().waitFor()
  expect(await page.locator('.fault').count()).toBeGreaterThan(0)
})

test('what is not there and what a role may not see have pages of their own, with a way on', async () => {
  const page = await room.seat({ as: 'service-desk' })
  await page.goto('/complaint/TS-2020-99999')
  await page.getByRole('heading', { name: '没有找到' }).waitFor()
  await page.goto('/nowhere/at/all')
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  await page.getByRole('link', { name: '回工作台' }).click()
  await settled(page)
  await page.goto('/trail')
  await page.getByRole('heading', { name: '您的角色看不到这里' }).waitFor()
})
