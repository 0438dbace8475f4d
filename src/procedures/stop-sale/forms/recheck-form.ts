import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, instant, saidSchema, signatureSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { formVariants, sources, verdicts } from '../wording.ts'
import { goodsCells, goodsSchema, numberCell } from './goods-cells.ts'
import { type StopSalePaper, signaturesOf } from './view.ts'

const schema = z.strictObject({
  /** Name under which the procedure in use knows the form (X05). */
  name: saidSchema,
  titles: z.strictObject({ goods: saidSchema, request: saidSchema, finding: saidSchema }),
  ...goodsSchema,
  variant: cellSchema,
  source: cellSchema,
  quantity: cellSchema,
  problem: cellSchema,
  finding: cellSchema,
  findingNote: cellSchema,
  decision: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})
type Data = Readonly<z.infer<typeof schema>>

const done = (zh: string, en: string, name: string | null, at: string | null) => ({
  meaning: text(zh, en),
  role: null,
  name,
  at: instant(at),
  hash: null,
})

const decisions = {
  release: text('解除停售，继续销售', 'Released, sale goes on'),
  confirm: text('确认停售，转不合格品程序', 'Stop confirmed, nonconforming'),
}

const fromStop = (view: StopSalePaper): Data => ({
  name: formVariants[view.formVariant ?? 'recheck-report'],
  titles: {
    goods: text('一、货品', '1  Goods'),
    request: text('二、申请复查', '2  Re-check asked for'),
    finding: text('三、复查结论', '3  Finding'),
  },
  ...goodsCells(view),
  variant: choice(text('单据名称', 'Form'), formVariants, view.formVariant),
  source: choice(text('发现环节', 'Found at'), sources, view.source),
  quantity: numberCell('复检数量', 'Quantity', view.recheckQuantity),
  problem: cell(text('发现的问题', 'Problem found'), view.problem ?? view.reason, {
    signature: done('申请人', 'Asked for by', view.requestedBy, view.requestedAt),
  }),
  finding: choice(text('复查结论', 'Finding'), verdicts, view.finding),
  findingNote: cell(text('复查情况', 'What was found'), view.findingNote, {
    signature: done('复查人', 'Checked by', view.findingBy, view.findingAt),
  }),
  decision: choice(
    text('处理意见', 'Decision'),
    decisions,
    view.finding === 'good' ? 'release' : view.finding === 'bad' ? 'confirm' : null,
  ),
  signatures: signaturesOf(view, 'stop-sale.record-recheck', 'stop-sale.confirm', 'stop-sale.countersign'),
})

/** 质量复查报告单, 复检通知单 or 拒收报告单: one record, printed under the name that the procedure uses (X05; S25-2.6a). */
export const recheckForm = form<StopSalePaper, Data>({
  id: 'recheck-form',
  code: 'QR-ZG-13',
  revision: 'A/0',
  title: text('质量复查单', 'Re-check request and finding'),
  template: new URL('./recheck-form.typ', import.meta.url),
  sample: new URL('./stop-sale.sample.json', import.meta.url),
  fulfils: ['S25-2.6a', 'S26-2.1a'],
  schema,
  data: fromStop,
})
