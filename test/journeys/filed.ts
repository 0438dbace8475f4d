/** What a journey needs and does not tell how to make. */
import type { Page } from 'playwright-core'
import { PASSWORD } from './browser.ts'

/** A record as a step answers it. */
export interface Taken {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly [column: string]: unknown
}

/** Takes a step without the pages, in the name of who is signed in on this page, and signs it. Answers the record. */
export const take = async (
  page: Page,
  command: string,
  input: Readonly<Record<string, unknown>>,
  on?: string,
): Promise<Taken> => {
  const data = { input, ...(on && { on }), sign: { password: PASSWORD } }
  const answer = await page.request.post(`/api/do/${command}`, { data })
  if (!answer.ok()) throw new Error(`${command}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()).record
}

/** Reads something as the pages do. */
export const readOf = async <T>(page: Page, name: string, params: Readonly<Record<string, string>>): Promise<T> => {
  const answer = await page.request.get(`/api/read/${name}?${new URLSearchParams(params)}`)
  if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** A complaint of a hospital about a pump, just registered. */
export const filed = (page: Page, title = '输液泵开机报警') =>
  take(page, 'complaint.open', {
    partyName: '郑州紫藤路医院',
    contactPerson: '张敏',
    phone: '14203710199',
    productName: '输液泵',
    serial: `SN${Date.now().toString(36)}`,
    title,
    description: `${title}，无法输液，已停用并换备机，患者无伤害。`,
    notDuplicate: true,
  })

/** Accepts a complaint as one of quality. */
export const accept = (page: Page, id: string) => {
  const no = { harmHappened: 'no', couldHarm: 'no', treatmentAffected: 'no', functionLost: 'no' }
  const input = { kind: 'quality', urgency: 'general', ...no, legalComplaint: false }
  return take(page, 'complaint.accept', input, id)
}

/** That complaint, accepted as one of quality. */
export const accepted = async (page: Page, title?: string) => accept(page, (await filed(page, title)).id)
