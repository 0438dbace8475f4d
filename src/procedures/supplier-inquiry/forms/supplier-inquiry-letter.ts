import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, day, instant, saidSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { effects, verdicts } from '../wording.ts'
import type { SupplierInquiryPaper } from './view.ts'

const schema = z.strictObject({
  titles: z.strictObject({ question: saidSchema, answer: saidSchema, evaluation: saidSchema }),
  supplier: cellSchema,
  contact: cellSchema,
  product: cellSchema,
  model: cellSchema,
  registration: cellSchema,
  lot: cellSchema,
  cause: cellSchema,
  dueOn: cellSchema,
  question: cellSchema,
  attachments: cellSchema,
  answer: cellSchema,
  answerCause: cellSchema,
  measures: cellSchema,
  verdict: cellSchema,
  effect: cellSchema,
  evaluation: cellSchema,
})
type Data = Readonly<z.infer<typeof schema>>

const by = (zh: string, en: string, name: string | null, at: string | null) => ({
  meaning: text(zh, en),
  role: null,
  name,
  at: instant(at),
  hash: null,
})

const fromInquiry = (view: SupplierInquiryPaper): Data => ({
  titles: {
    question: text('一、查询', '1  Question'),
    answer: text('二、供货单位答复（加盖公章）', '2  Answer of the supplier (with its seal)'),
    evaluation: text('三、评价', '3  Evaluation'),
  },
  supplier: cell(text('供货单位', 'Supplier'), view.supplier),
  contact: cell(text('联系人', 'Attention of'), view.contact),
  product: cell(text('产品名称', 'Device'), view.product),
  model: cell(text('规格型号', 'Model'), view.model),
  registration: cell(text('注册证号', 'Registration'), view.registration),
  lot: cell(text('批号', 'Lot'), view.lot),
  cause: cell(text('来源记录', 'Came from'), view.causeNumber),
  dueOn: cell(text('答复期限', 'Answer due on'), day(view.dueOn)),
  question: cell(text('查询内容', 'Question'), view.question, {
    signature: by('质量管理部', 'Quality management', view.sentBy, view.sentAt),
  }),
  attachments: cell(text('随附证据', 'Evidence'), view.attachments.join('、')),
  answer: cell(text('答复内容', 'Answer'), view.answer, {
    signature: by('答复人', 'Answered by', view.answeredBy, view.answeredAt),
  }),
  answerCause: cell(text('查明原因', 'Cause found'), view.cause),
  measures: cell(text('纠正措施', 'Measures'), view.measures),
  verdict: choice(text('评　价', 'Verdict'), verdicts, view.verdict),
  effect: choice(text('档案影响', 'Effect'), effects, view.effect),
  evaluation: cell(text('评价说明', 'Evaluation'), view.evaluation, {
    signature: by('评价人', 'Evaluated by', view.evaluatedBy, view.evaluatedAt),
  }),
})

/** 质量查询函 (S01-4.6b): the letter to the supplier with room for its answer. */
export const supplierInquiryLetter = form<SupplierInquiryPaper, Data>({
  id: 'supplier-inquiry-letter',
  code: 'QR-ZG-15',
  revision: 'A/0',
  title: text('质量查询函', 'Quality inquiry'),
  template: new URL('./supplier-inquiry-letter.typ', import.meta.url),
  sample: new URL('./supplier-inquiry-letter.sample.json', import.meta.url),
  fulfils: ['S01-4.6b'],
  schema,
  data: fromInquiry,
})
