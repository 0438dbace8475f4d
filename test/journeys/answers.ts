/** Buyers answer a notice. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody is called and says what is there; sales writes it down. */
export const answerByTelephone = async (sales: Page, name: string): Promise<void> => {
  const row = sales.getByRole('listitem').filter({ hasText: name }).first()
  await row.getByRole('button', { name: '填数量' }).click()
  const dialog = sales.getByRole('dialog')
  await dialog.getByLabel(/在库/).fill('10')
  await dialog.getByRole('button', { name: '填报数量', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** What somebody states about a lot. */
interface Stated {
  readonly saidBy: string
  readonly lotId: string
  readonly quantities: object
}

/** Somebody answers by the link on the letter, as its page sends it. */
export const answerByLink = async (page: Page, link: URL, { saidBy, lotId, quantities }: Stated): Promise<void> => {
  const path = link.pathname.replace('/o/', '/api/outside/')
  const input = { saidBy, lines: [{ lotId, ...quantities }] }
  const said = await page.request.post(`${path}/state-quantities`, { data: { input } })
  expect(said.ok(), `${saidBy}: ${await said.text()}`).toBe(true)
}
