import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { accessReviewForm } from './access-review.ts'
import { EMPTY_REVIEW, type ReviewView } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '李红梅',
  printedAt: '2026-11-25T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'QXFH-2026-001', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sample: ReviewView = JSON.parse(readFileSync(accessReviewForm.sample, 'utf8'))
const printed = async (view: ReviewView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(accessReviewForm, view, settled, { ...head, ...by }))

test('prints its sample in both languages as PDF/A', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, { language })
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    expect(pages[0]).toContain(language === 'zh' ? '账号与权限复核记录' : 'Reviewofaccountsandpermissions')
  }
})

test('holds each account with decision and reason, and both signatures', async () => {
  const text = (await printed(sample)).pages.join('')
  for (const part of ['蒋涛', '收回角色', '发货员', '调离发货岗', '李红梅', '韩冰', 'SG05'])
    expect(text).toContain(part)
})

test('prints when nothing is known', async () => {
  expect((await printed(EMPTY_REVIEW)).pages[0]).toContain('账号与权限复核记录')
})
