/** The first day of a company: set up, then the first colleague. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, startProduct } from '../crash/server-process.ts'
import { goTo, openRoom } from './browser.ts'
import { fill } from './steps.ts'

const room = openRoom()
let folder: string
let server: ServerProcess
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-set-up-'))
  server = await startProduct(folder, '--empty')
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('an administrator sets the company up and adds a colleague', async () => {
  const page = await room.seat({ url: server.url })
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: '建立公司' }).waitFor()
  const entries = {
    公司名称: '河南某某医疗器械有限公司',
    场所名称: '总部',
    地址: '郑州市金水区某路1号',
    省: '河南省',
    市: '郑州市',
    行政区划代码: '410105',
    姓名: '韩冰',
    用户名: 'han-bing',
    密码: 'four unrelated words',
    再输一次密码: 'four unrelated words',
  }
  for (const [label, value] of Object.entries(entries)) {
    const field = page.getByLabel(label, { exact: true }).or(page.getByLabel(new RegExp(`^${label}[、（]`)))
    await field.first().fill(value)
  }
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByRole('heading', { level: 1, name: /韩冰/ }).waitFor()

  await goTo(page, '/new/person.register')
  await fill(page.locator('main form'), [
    { type: 'chen-xiao', in: /用户名/ },
    { type: '陈晓', in: /姓名/ },
    { type: '质量管理部', in: /部门/ },
  ])
  await page.getByRole('button', { name: '登记人员', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /陈晓/ }).waitFor()
  expect(await page.locator('main').textContent()).toContain('chen-xiao')
})
