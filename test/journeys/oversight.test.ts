/** Oversight in the browser: the question of an inspector, a changed limit, a regular report, the bell. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, logIn, openRoom, settled } from './browser.ts'
import { readOf, take } from './filed.ts'
import { guidePicture } from './guide-picture.ts'
import { fill, sign, takeStep } from './steps.ts'

const room = openRoom()

/** Counts how often the person presses something. */
const counting = () => {
  const clicks = {
    count: 0,
    on: async (target: Locator): Promise<void> => {
      await target.click()
      clicks.count += 1
    },
  }
  return clicks
}

const isPdf = async (page: Page, link: Locator): Promise<boolean> => {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  return (
    answer.headers()['content-type'] === 'application/pdf' &&
    (await answer.body()).subarray(0, 5).toString() === '%PDF-'
  )
}

test('"show me that complaints from out of town were verified within seven days last quarter": three clicks', async () => {
  const quality = await room.seat({})
  await logIn(quality, 'quality')
  const clicks = counting()
  await clicks.on(quality.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '程序与条款' }))
  await clicks.on(quality.getByRole('link', { name: /投诉方在外地：7天内/ }).first())
  await clicks.on(quality.getByRole('group', { name: '期间' }).getByRole('button', { name: '上季度' }))
  expect(clicks.count).toBe(3)

  await quality.getByRole('button', { name: '上季度', pressed: true }).waitFor()
  await quality.locator('.clause-cols:not(.dim)').waitFor()
  await guidePicture(quality, 'clause')
  const figures = await quality.locator('.clause-figures').textContent()
  expect(figures).toMatch(/按时率\s*\d+\.\d%/)
  const late = Number(/超期\s*(\d+)进行/.exec(figures ?? '')?.[1])
  expect(late).toBeGreaterThan(0)

  const lateOnes = quality.getByRole('region', { name: '超期与原因' }).getByRole('listitem')
  expect(await lateOnes.count()).toBe(late)
  expect(await lateOnes.first().textContent()).toMatch(/TS-\d{4}-\d{5}[\s\S]*超 \d+[\s\S]*原因：.{6,}/)
  const rows = quality.getByRole('table', { name: '记录' }).getByRole('row')
  expect(await rows.nth(1).textContent()).toMatch(/TS-\d{4}-\d{5}[\s\S]*按时[\s\S]*我到场核实，所记结论属实/)
  expect(await isPdf(quality, quality.getByRole('link', { name: '打印 PDF' }))).toBe(true)
})

test('a limit is changed: what it does is seen first, somebody else approves, the old value holds until the day', async () => {
  const quality = await room.seat({ as: 'quality' })
  await goTo(quality, '/policies/complaint.local_verify_h')
  const part = quality.getByRole('region', { name: '提出变更' })
  await fill(part, [
    { type: '12', in: /新值/ },
    { type: '本地客户希望当天见到质检员', in: /^原因/ },
  ])
  const effect = part.getByRole('region', { name: '这样改会怎样' })
  await effect.getByText(/上季度（.*）到期 \d+ 个.*当时超时 \d+ 个，按新值为 \d+ 个/).waitFor()
  expect(await effect.textContent()).toMatch(/\d+ 个在计时的时限保持不变；生效日起新开始的按新值/)
  await effect.getByText(/涉及的控制与文件/).click()
  const named = await effect.locator('.policy-named').textContent()
  expect(named).toMatch(/时限\s*现场核实/)
  expect(named).toMatch(/步骤\s*派质检员到场/)
  expect(named).toMatch(/文件\s*医疗器械售后服务管理工作程序/)
  expect(await quality.locator('main').textContent()).toContain('S01-4.4c')
  await guidePicture(quality, 'policy')
  await part.getByRole('button', { name: '提出参数变更并签名' }).click()
  await sign(quality, '提出参数变更')
  await quality.waitForURL(/\/policy-change\/CS-/)
  const number = new URL(quality.url()).pathname.split('/').at(-1) ?? ''

  const head = await room.seat({ as: 'quality-head' })
  await goTo(head, `/policy-change/${number}`)
  await head
    .getByRole('region', { name: '影响' })
    .getByText(/按新值为 \d+ 个/)
    .waitFor()
  await guidePicture(head, 'policy-approve')
  await takeStep(head, '批准参数变更', [])

  await goTo(quality, '/policies/complaint.local_verify_h')
  const page = await quality.locator('main').textContent()
  expect(page).toMatch(/现行值\s*24 小时/)
  expect(page).toMatch(/12 小时/)
  const history = quality.getByRole('region', { name: '历史' }).getByRole('row').filter({ hasText: number })
  expect(await history.textContent()).toMatch(
    /24 小时\s*→\s*12 小时[\s\S]*陈思远[\s\S]*赵维民[\s\S]*本地客户希望当天见到质检员/,
  )
  const inForce = await readOf<{ key: string; value: unknown }[]>(quality, 'policy-change.in-force', {})
  expect(inForce.find(item => item.key === 'complaint.local_verify_h')?.value).toBe(24)
})

test('the report of a month is commented, signed, filed; its PDF opens', async () => {
  const author = await room.seat({ as: 'after-sales-head' })
  await goTo(author, '/reports')
  await guidePicture(author, 'report-calendar')
  await author.getByRole('region', { name: '消费者投诉月度分析' }).getByRole('link', { name: /起草/ }).click()
  await author.getByRole('heading', { level: 1, name: /消费者投诉月度分析/ }).waitFor()
  await settled(author)
  const path = new URL(author.url()).pathname
  for (const [section, what] of [
    ['情况与趋势', '本月投诉与上月相当，未见集中。'],
    ['原因分析', '运输破损与使用操作各半。'],
    ['改进措施', '易碎件加固包装。'],
  ] as const) {
    await takeStep(author, '填写意见', [
      { choose: section, of: /部分/ },
      { type: what, in: /^情况/ },
    ])
  }
  await guidePicture(author, 'report')
  await takeStep(author, '签字提交', [])

  const head = await room.seat({ as: 'quality-head' })
  await goTo(head, '/signing')
  await head
    .getByRole('main')
    .getByRole('link', { name: new RegExp(path.split('/').at(-1) ?? '') })
    .first()
    .click()
  await head.getByRole('heading', { level: 1, name: /消费者投诉月度分析/ }).waitFor()
  await takeStep(head, '审阅签字', [])
  const filed = head.getByRole('link', { name: '归档 PDF' })
  // the page stays open: it tells by itself when the files are there
  await filed.waitFor({ timeout: 120_000 })
  expect(await isPdf(head, filed)).toBe(true)
})

test('the bell rings while the page stays open', async () => {
  const head = await room.seat({ as: 'quality-head' })
  await goTo(head, '/')
  const bell = head.getByRole('button', { name: /^通知：/ })
  const unread = async () => Number(/(\d+) 条未读/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0)
  await bell.waitFor()
  await head.waitForLoadState('networkidle').catch(() => undefined)
  const before = await unread()
  await head.evaluate('window.sameDocument = true')

  const quality = await room.seat({ as: 'quality' })
  const [today] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T')
  const { number } = await take(quality, 'policy-change.propose', {
    key: 'complaint.local_complete_d',
    value: 6,
    effectiveOn: today,
    reason: '客户希望更快处理完',
  })
  await expect.poll(unread, { timeout: 120_000 }).toBeGreaterThan(before)
  expect(await head.evaluate('window.sameDocument')).toBe(true)
  await bell.click()
  await head.getByText('未读通知').waitFor()
  await guidePicture(head, 'bell')
  await head
    .getByRole('link', { name: new RegExp(`${number}.*待您签字`) })
    .first()
    .click()
  await head.getByRole('heading', { level: 1, name: /本地投诉处理完的上限/ }).waitFor()
})
