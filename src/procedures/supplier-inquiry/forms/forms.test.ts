import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { supplierInquiryLetter } from './supplier-inquiry-letter.ts'
import { EMPTY_PAPER, type SupplierInquiryPaper } from './view.ts'

afterAll(closePress)

const printed = async (view: SupplierInquiryPaper, language: 'zh' | 'en' = 'zh') =>
  readPdf(
    await printForm(
      supplierInquiryLetter,
      view,
      { number: 'CX-2026-00004', hash: 'ab'.repeat(32), standing: 'open', state: null },
      { company: '河南康瑞医疗器械有限公司', language, printedBy: '陈晓', printedAt: '2026-11-22T02:12:00.000Z' },
    ),
  )

test('the letter carries question, evidence and day, and has room for the answer', async () => {
  const sample: SupplierInquiryPaper = JSON.parse(readFileSync(supplierInquiryLetter.sample, 'utf8'))
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, language)
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    for (const words of ['江苏沐澄', '漏液照片.jpg', '2026-11-27']) expect(pages.join(''), words).toContain(words)
  }
  const { pages } = await printed({ ...sample, answer: null, cause: null, measures: null, verdict: null })
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('加盖公章')
})

test('the blank letter prints', async () => {
  const { pages } = await printed(EMPTY_PAPER)
  expect(pages[0]).toContain('质量查询函')
})
