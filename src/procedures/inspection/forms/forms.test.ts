import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { inspectionForm } from './inspection.ts'
import { EMPTY_INSPECTION, type InspectionView } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '李红梅',
  printedAt: '2026-11-30T04:12:00.000Z',
}
const settled: PrintedRecord = { number: 'JC-2026-0001', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sample: InspectionView = JSON.parse(readFileSync(inspectionForm.sample, 'utf8'))
const printed = async (view: InspectionView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(inspectionForm, view, settled, { ...head, ...by }))

test('prints its sample in both languages as PDF/A', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { claims, fonts, pages } = await printed(sample, { language })
    expect(claims).toBe('2U')
    expect(fonts.every(font => font.embedded)).toBe(true)
    expect(pages[0]).toContain(language === 'zh' ? '监督检查记录' : 'Recordofaninspection')
  }
})

test('holds who came, what was asked, found, put right and opened', async () => {
  const text = (await printed(sample)).pages.join('')
  for (const part of ['豫0012345', '已提供签字原件', '一般缺陷', 'TS-2026-00042', '查看投诉台账', '李红梅'])
    expect(text).toContain(part)
})

test('prints when nothing is known', async () => {
  expect((await printed(EMPTY_INSPECTION)).pages[0]).toContain('监督检查记录')
})
