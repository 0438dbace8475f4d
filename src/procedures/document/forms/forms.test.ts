import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { documentApproval } from './document-approval.ts'
import { revisionControl } from './revision-control.ts'
import { type DocumentView, EMPTY_DOCUMENT } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-25T02:12:00.000Z',
}
const settled: PrintedRecord = {
  number: 'WJ-2026-0001',
  hash: 'ab'.repeat(32),
  standing: 'settled',
  state: null,
  edition: 'QP01 A/2',
}
const sampleOf = (form: Form<DocumentView>): DocumentView => JSON.parse(readFileSync(form.sample, 'utf8'))
const printed = async (form: Form<DocumentView>, view: DocumentView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(form, view, settled, { ...head, ...by }))

const forms = [documentApproval, revisionControl].map(form => [form.title.zh, form as Form<DocumentView>] as const)

describe.each(forms)('%s', (title, form) => {
  test('prints its sample in both languages as PDF/A, with the version under which the record was made', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
      expect(pages[0]).toContain(language === 'zh' ? '依据文件QP01A/2' : 'UnderQP01A/2')
    }
  })
  test('prints when nothing is known', async () => {
    const { pages } = await printed(form, EMPTY_DOCUMENT)
    expect(pages[0]).toContain(title)
  })
})

test('the approval carries number, version, day and the three signatures', async () => {
  const { pages } = await printed(documentApproval as Form<DocumentView>, sampleOf(documentApproval))
  for (const label of 'QP15 A/0 2026-11-20 编制 审核 批准 陈晓 严明 周建国 QP08'.split(' '))
    expect(pages.join(''), label).toContain(label)
})

test('the revision page carries every version and every copy', async () => {
  const { pages } = await printed(revisionControl as Form<DocumentView>, sampleOf(revisionControl))
  for (const label of 'A/0 A/1 首次发布 本地核实时限改为12小时 赵倩 孙丽 2026-12-01'.split(' '))
    expect(pages.join(''), label).toContain(label)
})
