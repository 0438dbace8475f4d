import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import type { ShipmentPaper } from '../paper.ts'
import { line, ordered } from '../shipment.example.ts'
import { deliveryNote } from './delivery-note.ts'
import { yuanOf } from './line.ts'
import { outboundCheckRecord } from './outbound-check-record.ts'
import { salesRecord } from './sales-record.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '姚静',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'CK-2026-00017', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: Form<ShipmentPaper>): ShipmentPaper => JSON.parse(readFileSync(form.sample, 'utf8'))

async function printed<Data>(form: Form<ShipmentPaper, Data>, view: ShipmentPaper, by: Partial<Letterhead> = {}) {
  return readPdf(await printForm(form, view, settled, { ...head, ...by }))
}

/** An order that nobody has picked yet. */
const bare: ShipmentPaper = {
  shipment: ordered,
  lines: [
    {
      ...line,
      unitPrice: null,
      storage: '',
      contractManufacturer: null,
      productionLicenceNo: null,
      udiDi: null,
    },
  ],
  licences: [],
  operator: null,
  signatures: [],
}

describe.each([
  ['出库复核记录', outboundCheckRecord],
  ['随货同行单', deliveryNote],
  ['销售记录', salesRecord],
])('%s', (title, anyForm) => {
  const form = anyForm as Form<ShipmentPaper>

  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
    }
  })

  test('prints an order that nobody has picked yet', async () => {
    const { pages } = await printed(form, bare)
    expect(pages[0]).toContain(ordered.partyName)
  })
})

const labelsOf = async (form: Form<ShipmentPaper>) => (await printed(form, sampleOf(form))).pages.join('')

test('the outbound check record holds what the law asks for (R-CN-16) and the sterilisation lot', async () => {
  const pages = await labelsOf(outboundCheckRecord as Form<ShipmentPaper>)
  const labels =
    '医疗器械名称 型号规格 注册证/备案编号 注册人/备案人 受托生产企业 批号/序列号 灭菌批号 有效期至 单位 数量 质量状况 UDI 配送单位 出库日期 复核员'
  for (const label of labels.split(' ')) expect(pages, label).toContain(label)
  for (const value of ['MJ260305', 'HZ5-00117', '邢志刚', '方敏']) expect(pages, value).toContain(value)
})

test('the delivery note holds what the law asks for (R-CN-17)', async () => {
  const pages = await labelsOf(deliveryNote as Form<ShipmentPaper>)
  const labels =
    '河南康瑞医疗器械有限公司 注册人/备案人 受托生产企业 医疗器械名称 型号规格 注册证/备案编号 批号/序列号 有效期至 数量 运输及贮存条件 贮运企业 收货单位 收货地址 联系方式 发货日期 出库印章 订单号'
  for (const label of labels.split(' ')) expect(pages, label).toContain(label)
})

test('the record of sale holds what the law asks for (R-CN-14), with its sum', async () => {
  const pages = await labelsOf(salesRecord as Form<ShipmentPaper>)
  const labels =
    '医疗器械名称 型号规格 注册证/备案编号 数量 单价 金额 批号/序列号 有效期至 销售日期 注册人/备案人 受托生产企业 生产许可证/备案 购货者 收货地址 联系方式 许可证件'
  for (const label of labels.split(' ')) expect(pages, label).toContain(label)
  expect(pages).toContain('26370.00元')
})

test('a signature given before the goods were picked anew is not printed', () => {
  const [pick] = sampleOf(outboundCheckRecord as Form<ShipmentPaper>).signatures
  if (!pick) throw new Error('the sample has no signature')
  const again = { ...pick, name: '石坚' }
  const data = outboundCheckRecord.data({ ...bare, signatures: [pick, again] })
  expect(data.signatures.map(item => item.name)).toEqual(['石坚'])
})

test('fen are printed as yuan', () => {
  expect([0, 5, 100, 128_050].map(yuanOf)).toEqual(['0.00', '0.05', '1.00', '1280.50'])
  expect(yuanOf(null)).toBeNull()
})
