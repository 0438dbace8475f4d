/** Letters that wait to be printed, and the links that stand on them. */
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readOf, take } from './filed.ts'

/** A letter of a record. */
export interface Letter {
  readonly id: string
  readonly number: string
  readonly toName: string
  readonly state: string
}

/** The letters that a record wrote. */
export const lettersOf = async (page: Page, recordId: string): Promise<readonly Letter[]> => {
  const asked = { 'filter.recordId': recordId, limit: '100' }
  const { rows } = await readOf<{ rows: readonly Letter[] }>(page, 'message.ledger', asked)
  return rows
}

/** The company has no mail server: once that is known of each letter, it waits to be printed. */
export const toPrint = async (page: Page, recordId: string): Promise<readonly Letter[]> => {
  await expect
    .poll(async () => (await lettersOf(page, recordId)).filter(({ state }) => state === 'waiting'), { timeout: 60_000 })
    .toEqual([])
  return lettersOf(page, recordId)
}

/** Each printed letter is brought to its reader. */
export const handedOver = async (page: Page, recordId: string): Promise<readonly Letter[]> => {
  const all = await toPrint(page, recordId)
  for (const letter of all.filter(({ state }) => state === 'to-print'))
    await take(page, 'message.hand-over', { how: 'wecom', toWhom: '设备科' }, letter.id)
  return all
}

/** The address on a printed letter: what its reader scans or clicks. */
export const linkOn = async (page: Page, letter: Letter): Promise<URL> => {
  const answer = await page.request.get(`/api/print/message/form/letter/${letter.id}?lang=zh`)
  if (!answer.ok()) throw new Error(`${letter.number} is not printed: ${await answer.text()}`)
  const found = /\/URI\s*\(([^)]*\/o\/[^)]*)\)/.exec(plain(await answer.body()))
  if (!found?.[1]) throw new Error(`no link stands on ${letter.number}`)
  return new URL(found[1])
}

/** What a PDF says of its structure, with its compressed parts laid open. */
const plain = (pdf: Buffer): string => {
  const parts = [pdf.toString('latin1')]
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const begin = at + (pdf[at + 6] === 13 ? 8 : 7)
    try {
      parts.push(inflateSync(pdf.subarray(begin, pdf.indexOf('endstream', begin))).toString('latin1'))
    } catch {
      // a picture or a font: no link stands in it
    }
  }
  return parts.join('\n')
}

/** Who is on the list of a notice, and what each got. */
export interface NoticeBalance {
  readonly recipients: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
  }[]
  readonly lines: readonly { readonly recipientId: string; readonly lotId: string; readonly expected: number }[]
}

/** The balance of a notice as its page shows it. */
export const balanceOf = (page: Page, id: string): Promise<NoticeBalance> => readOf(page, 'notice.balance', { id })
