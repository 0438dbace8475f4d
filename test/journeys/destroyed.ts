/** Written-off goods are listed, approved for destruction and destroyed before witnesses. */
import { dayOf } from '../../src/kernel/time.ts'
import { picture, settled } from './browser.ts'
import { fill, openStep, recorded, submitStep, takeStep } from './steps.ts'
import type { Team } from './team.ts'

/** One pixel. */
const PHOTOGRAPH = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Destroys the goods of these records. Answers the address of the destruction. */
export const destroyed = async (team: Team, goods: readonly string[]): Promise<string> => {
  const keeper = await team.at('warehouse', '/destruction')
  await keeper.getByRole('link', { name: '列销毁清单' }).first().click()
  await keeper.getByRole('heading', { level: 1, name: '列销毁清单' }).waitFor()
  const form = keeper.locator('main form')
  for (const [nth, path] of goods.entries()) {
    await form.getByRole('button', { name: '添加一项' }).first().click()
    const field = form.getByRole('combobox', { name: '不合格品' }).nth(nth)
    await field.fill(path.split('/').at(-1) ?? '')
    const found = keeper.getByRole('listbox').getByRole('option').first()
    await found.click()
    await found.waitFor({ state: 'detached' })
  }
  await submitStep(keeper, form, '列销毁清单')
  await keeper.waitForURL(/\/destruction\/XH-/)
  await settled(keeper)
  const list = new URL(keeper.url()).pathname
  const at = (username: string) => team.at(username, list)
  await takeStep(await at('quality'), '写销毁报告', [
    { type: '已报损，无使用价值', in: /销毁理由/ },
    { choose: '交医疗废物处置单位', of: /拟用方法/ },
    { type: '豫康医废处置厂', in: /拟定地点/ },
    { type: dayOf(new Date().toISOString(), 'Asia/Shanghai'), in: /拟定日期/ },
    { type: '金水区市场监管局，11 月 22 日函报', in: /报请药监部门监毁/ },
  ])
  await takeStep(await at('business-deputy'), '审批销毁', [])
  await takeStep(await at('finance'), '部门核对会签', [])
  await takeStep(await at('warehouse'), '部门核对会签', [])
  const quality = await at('quality')
  const step = await openStep(quality, '组织销毁并记录')
  await step.getByRole('button', { name: '现在' }).first().click()
  await fill(step, [
    { type: '豫康医废处置厂', in: /销毁地点/ },
    { choose: '交医疗废物处置单位', of: /销毁方法/ },
    { type: '过磅后投入焚烧炉，全程录像。', in: /销毁过程/ },
    { type: '金水区市场监管局', in: /监毁药监部门/ },
    { type: '丁一', in: /监毁人员/ },
    { type: '金市监销〔2026〕7 号', in: /监毁记录编号/ },
  ])
  const witnesses = step.getByRole('group', { name: '见证人' })
  for (const [n, [name, unit]] of [['蒋涛', '仓储部'] as const, ['刘洋', '豫康处置厂'] as const].entries()) {
    if ((await witnesses.getByLabel('见证人').count()) <= n)
      await witnesses.getByRole('button', { name: '添加一项' }).click()
    await witnesses.getByLabel('见证人').nth(n).fill(name)
    await witnesses
      .getByLabel(/单位、部门/)
      .nth(n)
      .fill(unit)
  }
  await step
    .locator('[data-path="photographs"] input[type="file"]')
    .setInputFiles({ name: '销毁现场.png', mimeType: 'image/png', buffer: PHOTOGRAPH })
  await step.getByRole('link', { name: '销毁现场.png' }).waitFor()
  await picture(quality, 'recall-destroy')
  await submitStep(quality, step, '组织销毁并记录')
  await recorded(quality)
  await takeStep(await at('quality'), '归档', [{ type: 'ZL-2026-11', in: /档案号/ }])
  await picture(await at('quality'), 'recall-destruction')
  return list
}
