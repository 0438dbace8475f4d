import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Form } from '../../../kernel/form.ts'
import type { Letterhead } from '../../../server/print/letterhead.ts'
import { type PrintedRecord, printForm } from '../../../server/print/pdf.ts'
import { closePress } from '../../../server/print/press.ts'
import { readPdf } from '../../../server/print/read-pdf.ts'
import { notice } from '../procedure.ts'
import { eventReportForm, progressForm, recallPlanForm, summaryForm } from './authority.ts'
import { deliveryRecord } from './delivery-record.ts'
import { drillRecord } from './drill-record.ts'
import { recallNotice, resumeNotice } from './letters.ts'
import type { Sheet } from './sheet.ts'
import { EMPTY_NOTICE, type NoticeView } from './view.ts'

afterAll(closePress)

const head: Letterhead = {
  company: '河南康瑞医疗器械有限公司',
  language: 'zh',
  printedBy: '陈晓',
  printedAt: '2026-11-22T02:12:00.000Z',
}
const open: PrintedRecord = { number: 'TZ-2026-00012', hash: 'ab'.repeat(32), standing: 'open', state: null }
const sampleOf = (form: Form<NoticeView, Sheet>): NoticeView => JSON.parse(readFileSync(form.sample, 'utf8'))

async function printed(form: Form<NoticeView, Sheet>, view: NoticeView, by: Partial<Letterhead> = {}) {
  const pdf = await readPdf(await printForm(form, view, open, { ...head, ...by }))
  return { ...pdf, words: pdf.pages.join('').replaceAll(/\s/g, '') }
}

describe.each((notice.forms as Form<NoticeView, Sheet>[]).map(form => [form.title.zh, form] as const))(
  '%s',
  (title, form) => {
    test('prints its sample in both languages as PDF/A', async () => {
      for (const language of ['zh', 'en'] as const) {
        const { claims, fonts, words } = await printed(form, sampleOf(form), { language })
        expect(claims).toBe('2U')
        expect(fonts.every(font => font.embedded)).toBe(true)
        expect(words).toContain(language === 'zh' ? title : form.title.en.replaceAll(' ', ''))
      }
    })
    test('prints when nothing is known', async () => {
      const { words } = await printed(form, EMPTY_NOTICE)
      expect(words).toContain(title)
    })
  },
)

const has = async (form: Form<NoticeView, Sheet>, labels: string) => {
  const { words } = await printed(form, sampleOf(form))
  for (const label of labels.split(' ')) expect(words, label).toContain(label)
  return words
}

test('the recall notice names goods, reason, requirements and handling, and nobody but its reader', async () => {
  const words = await has(recallNotice, '产品名称 规格型号 批号 收回原因 要求 处理方式 召回计划 召回分级 回执 找不到')
  for (const { name } of sampleOf(recallNotice).recipients) expect(words).not.toContain(name)
})

test('a notice to resume sale asks for no quantities', async () => {
  const resume = { ...sampleOf(resumeNotice), kind: 'resume' as const }
  const { words } = await printed(resumeNotice, resume)
  expect(words).not.toContain('回执')
  expect(words).not.toContain('不能作为')
  // the same paper for another kind of notice says that it is none
  expect((await printed(resumeNotice, sampleOf(resumeNotice))).words).toContain('本页不能作为“恢复销售通知”使用')
})

test('the record of delivery holds what the recall record of a trading company asks for', async () => {
  const words = await has(deliveryRecord, '召回计划 送达时间 收回 签批的差额 名单的增减 数量核对 处理方式')
  for (const { name } of sampleOf(deliveryRecord).recipients) expect(words).toContain(name.replaceAll(' ', ''))
})

test('the report of the event, the plan, the progress and the summary hold what the order of recall asks for', async () => {
  await has(eventReportForm, '召回原因 召回分级 决定时间 涉及数量 报告单位身份 控制要求')
  await has(
    recallPlanForm,
    '调查评估结果 销售数量 拟召回数量 措施（组织、范围、时限） 信息公布途径与范围 预期效果 召回后的处理措施 预计完成',
  )
  await has(progressForm, '应通知 已通知 已回应 未回应 有效性检查 预计完成 各单位退回与处理数量 回执编号')
  await has(summaryForm, '处理方式 处理地点 收回率 销毁监督 召回完成 差额签批 评估')
})

test('the record of a drill says how long it took and that nothing was sent', async () => {
  const words = await has(drillRecord, '未向任何外部单位发送函件 列出名单用时 12分钟 数量落实率 96% 联系方式完整率')
  expect(words).toContain('QR-TZ-11')
})
