import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { monthSheet } from './month-sheet.ts'
import { EMPTY_SHEET, type MonthSheet } from './view.ts'

afterAll(closePress)

const printed = async (view: MonthSheet, language: 'zh' | 'en' = 'zh') =>
  readPdf(
    await printForm(
      monthSheet,
      view,
      { number: 'WS-2026-000140', hash: 'ab'.repeat(32), standing: 'settled', state: null },
      { company: '河南康瑞医疗器械有限公司', language, printedBy: '陈晓', printedAt: '2026-11-22T02:12:00.000Z' },
    ),
  )

test('the month’s sheet shows both windows of each day, full names, reasons, measures and the number of pages', async () => {
  const sample: MonthSheet = JSON.parse(readFileSync(monthSheet.sample, 'utf8'))
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, language)
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    const all = pages.join('').replaceAll(/\s/g, '')
    for (const words of ['郑州中心库', '柳青', '停电演练', '收货高峰', '除湿机', '78.5', '2026-11-20'])
      expect(all, words).toContain(words)
    if (language === 'zh') {
      expect(all).toContain('漏记')
      expect(all).toMatch(/第1页.*共\d+页/)
    }
  }
})

test('the blank sheet prints', async () => {
  const { pages } = await printed(EMPTY_SHEET)
  expect(pages[0]).toContain('温湿度记录表')
})
