import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { itemisedRequest } from './itemised-request.ts'
import { EMPTY_PAPER, type ReturnPaper } from './paper.ts'
import { refusalStatement } from './refusal-statement.ts'
import { returnNoteForm } from './return-note.ts'
import { returnRecord } from './return-record.ts'
import { sampleTest } from './sample-test.ts'
import { stockInNote } from './stock-in-note.ts'
import { transportOrderForm } from './transport-order.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'TH-2026-00007', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: Form<ReturnPaper>): ReturnPaper => JSON.parse(readFileSync(form.sample, 'utf8'))

async function printed<Data>(form: Form<ReturnPaper, Data>, view: ReturnPaper, by: Partial<Letterhead> = {}) {
  return readPdf(await printForm(form, view, settled, { ...head, ...by }))
}
const wordsOf = async (form: unknown) => {
  const one = form as Form<ReturnPaper>
  return (await printed(one, sampleOf(one))).pages.join('')
}

describe.each([
  ['调退货明细表', itemisedRequest],
  ['退货运输单', transportOrderForm],
  ['退货入库单', stockInNote],
  ['退货单', returnNoteForm],
  ['退货拒签书面说明', refusalStatement],
  ['留样检测结果', sampleTest],
  ['退货记录', returnRecord],
])('%s', (title, anyForm) => {
  const form = anyForm as Form<ReturnPaper>

  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
    }
  })

  test('prints when nothing is known', async () => {
    const { pages } = await printed(form, EMPTY_PAPER)
    expect(pages[0]).toContain(title)
  })

  test('lists its signatures with name and short hash', async () => {
    const data = form.schema.parse(form.data(sampleOf(form))) as {
      signatures: { name: string | null; hash: string | null }[]
    }
    const { pages } = await printed(form, sampleOf(form))
    expect(data.signatures.length).toBeGreaterThan(0)
    for (const signature of data.signatures) {
      expect(pages.join('')).toContain(signature.name)
      expect(pages.join('')).toContain(signature.hash?.slice(0, 16))
    }
  })
})

test('the request holds what R20 asks for', async () => {
  const words = await wordsOf(itemisedRequest)
  for (const label of '退货单位 品名 规格型号 批号/序列号 数量 金额 调退原因 传真登记号 CZ-2026-0318 售后签收 比例与期限 特批'.split(
    ' ',
  ))
    expect(words, label).toContain(label)
})

test('the record holds the eighteen fields of GSP 107 and the cold-chain record', async () => {
  const words = await wordsOf(returnRecord)
  const labels =
    '退货日期 原出库单号 退货单位 器械名称 型号 规格 注册人 受托生产 注册证号 贮运条件 批号序列号 有效期至 UDI 退货原因 质量状态 退货数量 验收人员 不合格处置'
  const cold = '运输方式 启运时间 到货时间 启运温度 到货温度 在途温度 售出期间 温控待验'
  for (const label of `${labels} ${cold}`.split(' ')) expect(words, label).toContain(label)
  for (const value of ['SH20261020-003', '苏州澄源生物技术有限公司', 'HB2608', '14.6℃', '无温度记录'])
    expect(words, value).toContain(value)
})

test('the stock-in note shows only what was taken in, with its zone', async () => {
  const words = await wordsOf(stockInNote)
  expect(words).toContain('48支')
  expect(words).toContain('合格品区')
  expect(words).not.toContain('客户造成损坏')
})

test('the statement of refusal shows what was refused, why, and how it went back', async () => {
  const words = await wordsOf(refusalStatement)
  for (const said of ['10支', '客户造成损坏', '初包装已被客户拆开', 'YT2026111700231', '拆封照片1.jpg'])
    expect(words, said).toContain(said)
})

test('a corrected telephone number is printed struck through with its reason', async () => {
  for (const form of [itemisedRequest, transportOrderForm]) {
    const words = await wordsOf(form)
    expect(words).toContain('1420371014014203710104')
    expect(words).toContain('号码抄错，已回电核实')
  }
})
