/** A backup of the running company, restored elsewhere; and a store read with a telephone in the hand. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, startProduct } from '../crash/server-process.ts'
import { fitsWidth, goTo, logIn, openRoom, PHONE } from './browser.ts'
import { demoFolder } from './company.ts'
import { filed, readOf, type Taken, take } from './filed.ts'
import { guidePicture } from './guide-picture.ts'
import { nextSteps } from './steps.ts'

/** Backup, restore with its proofs, and a start, on a machine that does other things too. */
const SLOW = 900_000

const room = openRoom()
let folder: string
let restored: string
let said: { readonly backup: string; readonly restore: string }
let complaint: Taken
let server: ServerProcess

/** Runs a program of `scripts` as `npm run` does. Answers what it says. */
const script = async (name: string, ...args: string[]): Promise<string> => {
  const file = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url))
  const env = {
    ...process.env,
    DATABASE_URL: '',
    NODE_OPTIONS: '',
    BIHUAN_BACKUP_PASSPHRASE: 'four quite unrelated words',
  }
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { env })
  return stdout
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-restored-'))
  restored = join(folder, 'data')
  const desk = await room.seat({ as: 'service-desk' })
  complaint = await filed(desk, '恢复演练用的投诉')
  const file = join(folder, 'bihuan.zip.age')
  said = {
    backup: await script('backup', file, '--data', demoFolder()),
    restore: await script('restore', file, '--data', restored),
  }
  server = await startProduct(restored)
}, SLOW)
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a backup by hand of the running company, restored into an empty folder, opens with the same complaint', async () => {
  expect(said.backup).toMatch(/\d+ tables, \d+ rows, \d+ files/)
  expect(said.restore).toMatch(/compared and genuine/)
  const quality = await room.seat({ url: server.url })
  await logIn(quality, 'quality')
  await goTo(quality, `/complaint/${complaint.number}`)
  await quality.getByRole('heading', { level: 1, name: /恢复演练用的投诉/ }).waitFor()
  await nextSteps(quality).getByRole('button', { name: '受理分类' }).first().waitFor()
  const again = await readOf<{ record: Taken }>(quality, 'complaint.record', { id: complaint.number })
  expect(again.record.id).toBe(complaint.id)
  expect(await script('verify', '--data', restored)).toMatch(/^Genuine/)
})

test('a password that nobody is left to give is given at the server, and has to be changed', async () => {
  const given = (await script('give-password', 'administrator', '--data', restored)).trim()
  const page = await room.seat({ url: server.url })
  await page.goto('/log-in')
  await page.getByLabel('用户名').fill('administrator')
  await page.getByLabel('密码').fill(given)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/')
  await goTo(page, '/account')
  expect(await page.locator('main').textContent()).toContain('请先修改密码')
})

test('on a telephone: the temperature of a store is entered from the duty, and the duty is ticked off', {
  timeout: SLOW,
}, async () => {
  // The window of the demo company may be over by now: one that lasts the day, planned when the server starts.
  const quality = await room.seat({ as: 'quality', url: server.url })
  const [today] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T')
  const change = await take(quality, 'policy-change.propose', {
    key: 'store.log_windows',
    value: [{ from: '00:00', to: '23:59' }],
    effectiveOn: today,
    reason: '试行全天一次',
  })
  await take(await room.seat({ as: 'quality-head', url: server.url }), 'policy-change.approve', {}, change.id)
  await server.stop()
  server = await startProduct(restored)

  const page = await room.seat({ size: PHONE, url: server.url })
  await logIn(page, 'stock-maintenance')
  const own = page.getByRole('region', { name: '例行工作' })
  const turn = own.getByRole('listitem').filter({ hasText: '郑州中心库' }).filter({ hasText: '待完成' })
  await expect
    .poll(
      async () => {
        await goTo(page, '/')
        return turn.getByRole('link', { name: '去做' }).isVisible()
      },
      { timeout: 180_000, interval: 1_000 },
    )
    .toBe(true)
  await own.scrollIntoViewIfNeeded()
  await guidePicture(page, 'phone-duty')

  let taps = 0
  const tap = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    await target.tap()
    taps += 1
  }
  await tap(turn.getByRole('link', { name: '去做' }))
  const form = page.locator('main form')
  await tap(form.getByLabel(/^温度/))
  await page.keyboard.type('21.5')
  await tap(form.getByLabel(/相对湿度/))
  await page.keyboard.type('58')
  await fitsWidth(page)
  await guidePicture(page, 'phone-reading')
  await tap(form.getByRole('button', { name: '记录', exact: true }))
  const kept = form.getByRole('link', { name: /^WS-/ })
  await kept.waitFor()
  expect(taps).toBe(4)

  const number = (await kept.textContent()) ?? ''
  await goTo(page, '/duties?whose=mine')
  const done = page.getByRole('region', { name: '今天' }).getByRole('listitem').filter({ hasText: number })
  expect(await done.textContent()).toMatch(/记录库房温湿度[\s\S]*柳青青[\s\S]*已完成/)
  await fitsWidth(page)
})
