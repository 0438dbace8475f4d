import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { holdMark } from './hold-mark.ts'
import { recheckForm } from './recheck-form.ts'
import { releaseNotice } from './release-notice.ts'
import { stopSaleNotice } from './stop-sale-notice.ts'
import { EMPTY_PAPER, type StopSalePaper } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'TF-2026-00003', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: { readonly sample: URL }): StopSalePaper => JSON.parse(readFileSync(form.sample, 'utf8'))
const printed = async <Data>(form: Form<StopSalePaper, Data>, view: StopSalePaper, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(form, view, settled, { ...head, ...by }))

describe.each([
  ['停售通知单', stopSaleNotice],
  ['解除停售通知单', releaseNotice],
  ['质量复查单', recheckForm],
])('%s', (title, anyForm) => {
  const form = anyForm as Form<StopSalePaper>

  test('prints its sample in both languages as PDF/A, and nothing at all on the blank form', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
      expect(pages.join('')).toContain('20260301')
    }
    const { pages } = await printed(form, EMPTY_PAPER)
    expect(pages[0]).toContain(title)
  })
})

test('the stop-sale notice tells warehouse and sales what to do and where the goods are', async () => {
  const { pages } = await printed(stopSaleNotice, sampleOf(stopSaleNotice))
  for (const words of ['不得拣货', '郑州中心库', '留样2支在质检室', 'CK-2026-00031', '综合业务部', 'TS-2026-00042'])
    expect(pages.join(''), words).toContain(words)
})

test('the release notice names finding, releaser and everybody who was told', async () => {
  const { pages } = await printed(releaseNotice, sampleOf(releaseNotice))
  for (const words of ['复查合格，同批可继续销售', '陈晓', '郑州金水河湾医院', '我解除停售'])
    expect(pages.join(''), words).toContain(words)
})

test('the re-check is printed under the name that the procedure uses', async () => {
  const sample = sampleOf(recheckForm)
  for (const [variant, name] of [
    ['recheck-notice', '复检通知单'],
    ['refusal-report', '拒收报告单'],
  ] as const) {
    const { pages } = await printed(recheckForm, { ...sample, formVariant: variant })
    expect(pages[0]).toContain(name)
  }
})

test('one yellow card is printed for each place, with the number in large type', async () => {
  const sample = sampleOf(holdMark)
  const { pages } = await printed(holdMark, sample)
  expect(pages).toHaveLength(sample.places.length)
  expect(pages[0]).toContain('禁止发货')
  expect(pages[0]).toContain('20260301')
  expect(pages[2]).toContain('20260402')
  const { pages: one } = await printed(holdMark, { ...sample, places: [] }, { language: 'en' })
  expect(one).toHaveLength(1)
  expect(one[0]).toContain('DONOTSHIP')
})
