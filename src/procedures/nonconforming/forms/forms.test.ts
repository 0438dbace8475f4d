import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { nonconforming } from '../procedure.ts'
import { EMPTY_NONCONFORMING, type NonconformingView } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const settled: PrintedRecord = { number: 'BH-2026-00007', hash: 'ab'.repeat(32), standing: 'settled', state: null }
const sampleOf = (form: Form<NonconformingView>): NonconformingView => JSON.parse(readFileSync(form.sample, 'utf8'))
const printed = async (form: Form<NonconformingView>, view: NonconformingView, by: Partial<Letterhead> = {}) =>
  readPdf(await printForm(form, view, settled, { ...head, ...by }))

const forms = nonconforming.forms.map(item => [item.title.zh, item as Form<NonconformingView>] as const)

describe.each(forms)('%s', (title, form) => {
  test('prints its sample in both languages as PDF/A', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { claims, fonts, pages } = await printed(form, sampleOf(form), { language })
      expect(claims).toBe('2U')
      expect(fonts.every(font => font.embedded)).toBe(true)
      expect(pages[0]).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
      expect(pages.join('')).toContain('20260301')
    }
  })
  test('prints when nothing is known', async () => {
    const { pages } = await printed(form, EMPTY_NONCONFORMING)
    expect(pages[0]).toContain(title)
    expect(pages.join('')).toContain('/')
  })
})

/** What R65 and R71–R76 name stands on the form. */
const LABELS: Readonly<Record<string, string>> = {
  'refusal-report': '拒收原因 不合格类别 复查结论 货物移往 封口强度不合格',
  'yellow-mark': '待复查 暂停发货 挂牌人 疑问情况',
  'recheck-report': '复查方法 复查结论 复查情况 挂黄牌 放行说明',
  'transfer-slip': '移库单号 BH-2026-00007-YK 移库原因 业务员 保管员',
  'purchase-return-notice': '退往单位 河南衡泽医疗科技有限公司 退出数量 驾驶员 签收单号 结算',
  'write-off-form': '报损原因 77.00 业务部门 质管部门 财会部门 总经理 周建国 单价请业务核对',
  'quality-issue-file': '发现与标识 复查与隔离 处理意见 处置 报告与销毁 预防措施 见证人 蒋涛 XH-2026-00001 离墙存放',
}

test.each(forms)('%s holds what the clauses ask for', async (_, form) => {
  const { pages } = await printed(form, sampleOf(form))
  for (const label of (LABELS[form.id] ?? '').split(' ')) expect(pages.join(''), label).toContain(label)
})

test('a corrected number is struck through with its reason', async () => {
  const form = nonconforming.forms.find(item => item.id === 'quality-issue-file') as Form<NonconformingView>
  const sample = sampleOf(form)
  const { pages } = await printed(form, sample)
  expect(sample.corrections.length).toBeGreaterThan(0)
  for (const { reason } of sample.corrections) expect(pages.join('')).toContain(String(reason))
})
