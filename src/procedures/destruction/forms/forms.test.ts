import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { destruction } from '../procedure.ts'
import { type DestructionView, EMPTY_DESTRUCTION } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-25T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'XH-2026-00001', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: Form<DestructionView>): DestructionView => JSON.parse(readFileSync(form.sample, 'utf8'))
const printed = async (form: Form<DestructionView>, view: DestructionView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(form, view, settled, { ...head, ...by }))

const forms = destruction.forms.map(item => [item.title.zh, item as Form<DestructionView>] as const)

describe.each(forms)('%s', (title, form) => {
  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
    }
  })
  test('prints when nothing is known', async () => {
    const { pages } = await printed(form, EMPTY_DESTRUCTION)
    expect(pages[0]).toContain(title)
  })
  test('lists every line that stands, and no other', async () => {
    const sample = sampleOf(form)
    const [first, ...rest] = sample.lines
    if (!first) throw new Error('the sample has lines')
    const off = { ...first, takenOffAt: '2026-11-21T00:00:00.000Z', nonconformingNumber: 'BH-2026-09999' }
    const { pages } = await printed(form, { ...sample, lines: [first, ...rest, off] })
    for (const line of [first, ...rest]) expect(pages.join('')).toContain(line.nonconformingNumber)
    expect(pages.join('')).not.toContain('BH-2026-09999')
  })
})

/** What R75 and the clauses name stands on the form. */
const LABELS: Readonly<Record<string, string>> = {
  'destruction-report':
    '销毁理由 拟用方法 拟定地点 报请监毁 总数量 25 96.25 分管业务副总 仓储核对 财务核对 方正 康宁 沈洁',
  'destruction-record':
    '销毁时间 销毁地点 销毁方法 销毁过程 见证人 蒋涛 刘洋 监毁部门 丁一 金市监销 影像 投炉.jpg ZL-2026-11',
}

test.each(forms)('%s holds what the clauses ask for', async (_, form) => {
  const { pages } = await printed(form, sampleOf(form))
  for (const label of (LABELS[form.id] ?? '').split(' ')) expect(pages.join(''), label).toContain(label)
})
