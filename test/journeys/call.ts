/** The telephone rings: the service desk writes a complaint down. */
import type { Page } from 'playwright-core'
import type { Goods } from './goods.ts'
import { fill } from './steps.ts'

/** Writes down what a buyer of the goods says. Answers the number of the complaint. */
export const telephoned = async (desk: Page, goods: Goods, said: string): Promise<string> => {
  const [caller] = goods.buyers
  await desk.getByRole('navigation', { name: '导航' }).getByRole('link', { name: /^投诉/ }).click()
  await desk.getByRole('link', { name: '登记投诉' }).first().click()
  await desk.getByRole('combobox', { name: '客户' }).fill(caller?.initials ?? '')
  await desk.getByRole('option', { name: caller?.name ?? '' }).click()
  await desk.getByRole('combobox', { name: '产品' }).fill(goods.model)
  await desk
    .getByRole('option', { name: new RegExp(goods.model) })
    .first()
    .click()
  await desk.getByRole('combobox', { name: '批号' }).fill(goods.lotNo)
  await desk.getByRole('option', { name: new RegExp(goods.lotNo) }).click()
  await fill(desk.locator('form'), [{ type: said, in: /问题描述/ }])
  const notDuplicate = desk.getByLabel('已核对，是另一件投诉')
  if (await notDuplicate.isVisible()) await notDuplicate.check()
  await desk.getByRole('button', { name: '登记投诉', exact: true }).click()
  await desk.getByRole('link', { name: '打开记录' }).waitFor()
  return (await desk.getByText(/^TS-\d{4}-\d{5}$/).textContent()) ?? ''
}
