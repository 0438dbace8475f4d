/** The same work on the screen of a telephone. */
import { expect, test } from 'vitest'
import { fitsWidth, goTo, logIn, openRoom, PHONE, settled } from './browser.ts'
import { filed } from './filed.ts'
import { fill, openStep, recorded, submitStep } from './steps.ts'

const room = openRoom()

test('on a telephone: sign in, find the complaint, record a contact', async () => {
  const page = await room.seat({ size: PHONE })
  await page.goto('/log-in')
  await fitsWidth(page)
  await logIn(page, 'quality')
  await fitsWidth(page)
  const { number } = await filed(page)

  await page.getByRole('navigation', { name: '常用' }).getByRole('link', { name: /投诉/ }).tap()
  await settled(page)
  await fitsWidth(page)
  await page.getByRole('link', { name: number }).tap()
  await page.getByRole('heading', { level: 1, name: /输液泵开机报警/ }).waitFor()
  await fitsWidth(page)

  await page.getByRole('button', { name: /下一步/ }).tap()
  const form = await openStep(page, '登记与客户联系')
  await fill(form, [
    { type: '已致电，约明天上门', in: /沟通内容/ },
    { type: '开机报警', in: /确定的问题/ },
  ])
  await fitsWidth(page)
  await submitStep(page, form, '登记与客户联系')
  await recorded(page)
  await goTo(page, `/complaint/${number}`)
  expect(await page.locator('main').textContent()).toContain('已致电，约明天上门')
})
