import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import type { LotPaper } from '../paper.ts'
import { stockInNote } from './stock-in-note.ts'
import { stocktakeRecord } from './stocktake-record.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '蒋涛',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const open: PrintedRecord = { number: 'PC-2026-00012', hash: 'ab'.repeat(32), standing: 'open', state: null }
const sampleOf = (form: Form<LotPaper>): LotPaper => JSON.parse(readFileSync(form.sample, 'utf8'))
const printed = async <Data>(form: Form<LotPaper, Data>, view: LotPaper, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(form, view, open, { ...head, ...by }))

describe.each([
  ['入库单', stockInNote],
  ['盘点记录', stocktakeRecord],
])('%s', (title, anyForm) => {
  const form = anyForm as Form<LotPaper>

  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
    }
  })

  test('prints a lot that never came in', async () => {
    const { pages } = await printed(form, { ...sampleOf(form), stockIns: [], counts: [], signatures: [] })
    expect(pages[0]).toContain('20260301')
  })
})

test('the stock-in note holds what the law asks for (R-CN-09) and both signatures of each entry', async () => {
  const view = sampleOf(stockInNote as Form<LotPaper>)
  const pages = (await printed(stockInNote, view)).pages.join('')
  const labels =
    '器械名称 型号 规格 注册证编号/备案编号 注册人/备案人 受托生产企业 生产许可证号 生产批号 有效期至 数量 入库日期 UDI 验收员签字 保管员签字'
  for (const label of labels.split(' ')) expect(pages.replaceAll('　', ''), label).toContain(label)
  for (const value of ['谷雨', '蒋涛', 'A区03排2层', 'HZ-7801']) expect(pages, value).toContain(value)
})

test('the stock-in note lists the serial numbers of each entry', async () => {
  const view = sampleOf(stockInNote as Form<LotPaper>)
  const [first] = view.stockIns
  if (!first) throw new Error('the sample has no entry')
  const withSerials = { ...view, stockIns: [{ ...first, quantity: 2, serials: ['HZ5-001', 'HZ5-002'] }] }
  expect((await printed(stockInNote, withSerials)).pages.join('')).toContain('HZ5-002')
})

test('the stocktake record holds what the law asks for (R-CN-11)', async () => {
  const pages = (await printed(stocktakeRecord, sampleOf(stocktakeRecord as Form<LotPaper>))).pages.join('')
  const labels = '器械名称 规格 型号 生产批号 有效期至 账面数量 实盘数量 差异原因'
  for (const label of labels.split(' ')) expect(pages.replaceAll('　', ''), label).toContain(label)
  expect(pages).toContain('-2')
})
