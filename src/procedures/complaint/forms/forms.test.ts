import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { customerComplaintSheet } from './customer-complaint-sheet.ts'
import { customerProblemRecord } from './customer-problem-record.ts'
import { qualityComplaintRecord } from './quality-complaint-record.ts'
import { type ComplaintView, EMPTY_COMPLAINT } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'TS-2026-00042', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: Form<ComplaintView>): ComplaintView => JSON.parse(readFileSync(form.sample, 'utf8'))

async function printed<Data>(form: Form<ComplaintView, Data>, view: ComplaintView, by: Partial<Letterhead> = {}) {
  return readPdf(await printForm(form, view, settled, { ...head, ...by }))
}

describe.each([
  ['顾客质量投诉及处理记录', qualityComplaintRecord],
  ['客户问题记录', customerProblemRecord],
  ['顾客投诉记录表', customerComplaintSheet],
])('%s', (title, anyForm) => {
  const form = anyForm as Form<ComplaintView>

  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
    }
  })

  test('prints the corrected lot struck through with its reason', async () => {
    const sample = sampleOf(form)
    const correction = sample.corrections.find(({ field }) => field === 'product.lot')
    const { pages } = await printed(form, sample)
    expect(pages.join('')).toContain(`${correction?.old}${sample.product.lot}`)
    expect(pages.join('')).toContain('更正2026-11-')
  })

  test('prints when nothing is known', async () => {
    const { pages } = await printed(form, EMPTY_COMPLAINT)
    expect(pages[0]).toContain(title)
    expect(pages.join('')).toContain('/')
  })

  test('lists every signature with name, meaning, second and short hash', async () => {
    const sample = sampleOf(form)
    const { pages } = await printed(form, sample)
    for (const signature of sample.signatures) {
      expect(pages.join('')).toContain(signature.hash?.slice(0, 16))
      expect(pages.join('')).toContain(signature.name)
    }
    expect(sample.signatures.length).toBeGreaterThan(2)
  })
})

test('the quality record holds what R01 and the law ask for', async () => {
  const { pages } = await printed(qualityComplaintRecord, sampleOf(qualityComplaintRecord as Form<ComplaintView>))
  const labels =
    '受理时间 受理方式 购货单位 地域 产品名称 规格型号 生产批号 有效期至 UDI 投诉内容 核实人员 核实时间 核实结论'
  const more =
    '原因分析 责任判定 不良事件判定 处置意见 处理措施 停售编号 通知注册人 通知供货者 通知发送 答复内容 事后跟踪 处理结果'
  for (const label of `${labels} ${more}`.split(' ')) expect(pages.join(''), label).toContain(label)
})

test('the problem record holds what R07 asks for', async () => {
  const { pages } = await printed(customerProblemRecord, sampleOf(customerProblemRecord as Form<ComplaintView>))
  const labels = '单位 联系人 电话 传真 电子邮件 请求与期望 附件 问题类型 急迫程度 预计时间 预计措施 办理时间 办理措施'
  const more = '客户联系记录 办理结果 告知对象 告知时间 满意情况'
  for (const label of `${labels} ${more}`.split(' ')) expect(pages.join(''), label).toContain(label)
})

test('the consumer sheet holds what R04 asks for', async () => {
  const { pages } = await printed(customerComplaintSheet, sampleOf(customerComplaintSheet as Form<ComplaintView>))
  const labels =
    '投诉时间 顾客姓名 联系电话 产品名称 顾客要求 理由是否充足 要求是否合理 投诉是否成立 致歉 解决方案 答复时间'
  for (const label of labels.split(' ')) expect(pages.join(''), label).toContain(label)
})
