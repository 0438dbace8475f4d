/** What people do on the pages, by the words that they read there. */
import type { Locator, Page } from 'playwright-core'
import { PASSWORD } from './browser.ts'

/** A way to fill one field. */
export type Entry =
  /** Text typed into the field of this label. */
  | { readonly type: string; readonly in: string | RegExp }
  /** One of several answers that stand beside each other, or in a list. */
  | { readonly choose: string; readonly of: string | RegExp }
  /** The first thing that is found for what is typed. */
  | { readonly find: string; readonly in: string | RegExp }

/** Fields into which people type. */
const TYPED = 'textarea, input:not([type="radio"], [type="checkbox"])'

/** Fills fields within a part of the page. */
export const fill = async (part: Locator, entries: readonly Entry[]): Promise<void> => {
  for (const entry of entries) {
    if ('type' in entry) await part.getByLabel(entry.in).and(part.locator(TYPED)).first().fill(entry.type)
    else if ('choose' in entry) await choose(part, entry.choose, entry.of)
    else {
      const field = part.getByRole('combobox', { name: entry.in })
      await field.fill(entry.find)
      const found = part.page().getByRole('listbox').getByRole('option').first()
      await found.click()
      await found.waitFor({ state: 'detached' })
    }
  }
}

const choose = async (part: Locator, answer: string, of: string | RegExp): Promise<void> => {
  const group = part
    .getByRole('radiogroup', { name: of })
    .or(part.getByRole('combobox', { name: of }))
    .first()
  if ((await group.getAttribute('role')) === 'radiogroup') await group.getByText(answer, { exact: true }).click()
  else await group.selectOption({ label: answer })
}

/** The next steps of the record that the page shows. */
export const nextSteps = (page: Page): Locator => page.getByRole('region', { name: '下一步' })

/** Opens the form of a step and answers it. */
export const openStep = async (page: Page, title: string): Promise<Locator> => {
  const opener = nextSteps(page).getByRole('button', { name: title, exact: true, expanded: false })
  const form = nextSteps(page).locator('form')
  const submit = form.getByRole('button', { name: new RegExp(`^${title}(并签名)?$`) })
  await opener.or(submit).first().waitFor()
  if (!(await submit.isVisible())) await opener.click()
  await submit.waitFor()
  return form
}

/** Takes a step on the record that the page shows; signs with the password where the step asks for it. */
export const takeStep = async (page: Page, title: string, entries: readonly Entry[]): Promise<void> => {
  const form = await openStep(page, title)
  await fill(form, entries)
  await submitStep(page, form, title)
  await recorded(page)
}

/** Presses the button of a step's form, and signs. */
export const submitStep = async (page: Page, form: Locator, title: string): Promise<void> => {
  const button = form.getByRole('button', { name: new RegExp(`^${title}(并签名)?$`) })
  const signed = (await button.textContent())?.endsWith('签名')
  await button.click()
  if (signed) await sign(page, title)
}

/** Signs the step of this title with the password. */
export const sign = async (page: Page, title: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: `签名：${title}` })
  await dialog.getByLabel('登录密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '签名', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Waits until the page says that the step was recorded; what it says instead is told. */
export const recorded = async (page: Page): Promise<void> => {
  const done = nextSteps(page).getByText('已记录：')
  const refused = nextSteps(page).locator('form .fault, form [role="alert"]')
  await done.or(refused).first().waitFor()
  if (!(await done.isVisible())) throw new Error(`not recorded: ${(await refused.allTextContents()).join(' ')}`)
}
