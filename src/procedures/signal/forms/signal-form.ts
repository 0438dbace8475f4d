import { z } from 'zod'
import { findingOf } from '../../../kernel/chart-finding.ts'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, day, instant, saidSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { decisions, rules, subjects } from '../signal.ts'
import type { SignalPaper } from './view.ts'

const chartSchema = z.strictObject({
  kind: z.string(),
  title: saidSchema,
  categories: z.array(saidSchema).readonly(),
  series: z.array(z.strictObject({ title: saidSchema, values: z.array(z.number().nullable()).readonly() })).readonly(),
  unit: saidSchema.nullable(),
  limit: z.null(),
  marked: z.array(z.int()).readonly(),
})
const schema = z.strictObject({
  titles: z.strictObject({ signal: saidSchema, decision: saidSchema, conclusion: saidSchema }),
  subject: cellSchema,
  name: cellSchema,
  month: cellSchema,
  rule: cellSchema,
  points: cellSchema,
  count: cellSchema,
  rate: cellSchema,
  finding: cellSchema,
  chart: chartSchema.nullable(),
  decision: cellSchema,
  reason: cellSchema,
  until: cellSchema,
  responsible: cellSchema,
  complaint: cellSchema,
  approval: cellSchema,
  conclusion: cellSchema,
})
type Data = Readonly<z.infer<typeof schema>>

const by = (zh: string, en: string, name: string | null, at: string | null) => ({
  meaning: text(zh, en),
  role: null,
  name,
  at: instant(at),
  hash: null,
})

const fromSignal = (view: SignalPaper): Data => ({
  titles: {
    signal: text('一、信号', '1  Signal'),
    decision: text('二、处理意见', '2  Decision'),
    conclusion: text('三、结论', '3  Conclusion'),
  },
  subject: choice(text('对　象', 'Whose rate'), subjects, view.subject),
  name: cell(text('名　称', 'Name'), view.subjectName),
  month: cell(text('月　份', 'Month'), view.month?.slice(0, 7) ?? null),
  rule: choice(text('判异准则', 'Rule'), rules, view.rule),
  points: cell(text('失控点', 'Points'), view.points.map(point => point.slice(0, 7)).join('、')),
  count: cell(
    text('当月投诉 / 发货', 'Complaints / units'),
    view.count === null ? null : `${view.count} / ${view.units}`,
  ),
  rate: cell(
    text('每千件 / 上控制限', 'Per 1,000 / limit'),
    view.rate === null ? null : `${view.rate} / ${view.upper}`,
  ),
  finding: cell(text('图示说明', 'Finding'), view.chart ? findingOf(view.chart) : null),
  chart: view.chart && {
    kind: view.chart.kind,
    title: view.chart.title,
    categories: view.chart.categories,
    series: view.chart.series,
    unit: view.chart.unit ?? null,
    limit: null,
    marked: view.chart.marked ?? [],
  },
  decision: choice(text('处理意见', 'Decision'), decisions, view.decision),
  reason: cell(text('理　由', 'Reason'), view.reason, {
    signature: by('提出人（质量管理部）', 'Proposed by quality', view.proposedBy, view.proposedAt),
  }),
  until: cell(text('期　限', 'Until'), day(view.until)),
  responsible: cell(text('负责人', 'Responsible'), view.responsible),
  complaint: cell(text('相关投诉', 'Complaint'), view.complaint),
  approval: cell(text('批　准', 'Approval'), view.approvedBy ? text('同意', 'Agreed') : null, {
    signature: by('质量负责人', 'Quality head', view.approvedBy, view.approvedAt),
  }),
  conclusion: cell(text('结　论', 'Conclusion'), view.conclusion, {
    signature: by('质量负责人', 'Quality head', view.closedBy, view.closedAt),
  }),
})

/** 质量信号处理单: the chart as it was, the rule, the decision and who signed it. */
export const signalForm = form<SignalPaper, Data>({
  id: 'signal-form',
  code: 'QR-ZG-31',
  revision: 'A/0',
  title: text('质量信号处理单', 'Decision on a quality signal'),
  template: new URL('./signal-form.typ', import.meta.url),
  sample: new URL('./signal-form.sample.json', import.meta.url),
  fulfils: ['XH-decision', 'XH-once'],
  schema,
  data: fromSignal,
})
