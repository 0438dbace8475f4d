/** Two people at one complaint, and a network that goes away. */
import { expect, test } from 'vitest'
import { goTo, openRoom } from './browser.ts'
import { filed } from './filed.ts'
import { fill, nextSteps, openStep, recorded, submitStep, takeStep } from './steps.ts'

const room = openRoom()
const CONTACT = '登记与客户联系'
const TOLD = '已告知客户将派人上门'

test('the second of two writers sees what the first one changed, keeps the own words and submits again', async () => {
  const first = await room.seat({ as: 'quality' })
  const second = await room.seat({ as: 'quality-2' })
  const { number } = await filed(first)
  await goTo(first, `/complaint/${number}`)
  await goTo(second, `/complaint/${number}`)
  const form = await openStep(second, CONTACT)
  const words = [
    { type: TOLD, in: /沟通内容/ },
    { type: '开机报警', in: /确定的问题/ },
  ] as const
  await fill(form, words)
  await takeStep(first, CONTACT, [
    { type: '客户来电催办', in: /沟通内容/ },
    { type: '开机报警', in: /确定的问题/ },
  ])

  await submitStep(second, form, CONTACT)
  const notice = nextSteps(second).getByRole('alert')
  await notice.getByText('这条记录刚被别人改动过').waitFor()
  expect(await notice.textContent()).toContain('客户来电催办')
  expect(await notice.textContent()).toContain('陈思远')
  expect(await form.getByLabel(/沟通内容/).inputValue()).toBe(TOLD)

  await notice.getByRole('button', { name: '看最新内容，保留我的输入' }).click()
  await notice.waitFor({ state: 'detached' })
  expect(await form.getByLabel(/沟通内容/).inputValue()).toBe(TOLD)
  await submitStep(second, form, CONTACT)
  await recorded(second)
  const timeline = await second.locator('main').textContent()
  expect(timeline).toContain(TOLD)
  expect(timeline).toContain('客户来电催办')
})

test('without a network the page says so, keeps what was typed, and submits it once the network is back', async () => {
  const page = await room.seat({ as: 'quality' })
  const { number } = await filed(page)
  await goTo(page, `/complaint/${number}`)
  const form = await openStep(page, CONTACT)
  await fill(form, [{ type: TOLD, in: /沟通内容/ }])
  await page.context().setOffline(true)
  const banner = page.getByRole('alert').filter({ hasText: '网络中断' })
  await banner.waitFor()
  await fill(form, [{ type: '开机报警', in: /确定的问题/ }])
  await submitStep(page, form, CONTACT)
  await form.getByText('没有连上服务器').waitFor()
  expect(await form.getByLabel(/沟通内容/).inputValue()).toBe(TOLD)

  await page.context().setOffline(false)
  await banner.waitFor({ state: 'detached' })
  await submitStep(page, form, CONTACT)
  await recorded(page)
  const record = await (await page.request.get(`/api/read/complaint.record?id=${number}`)).json()
  const contacts = record.timeline.filter((entry: { command: string }) => entry.command === 'complaint.record-contact')
  expect(contacts).toHaveLength(1)
})
