import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { answerSupplierInquiry } from './commands/answer-supplier-inquiry.ts'
import { closeSupplierInquiry } from './commands/close-supplier-inquiry.ts'
import { evaluateSupplierInquiry } from './commands/evaluate-supplier-inquiry.ts'
import { noteLetter } from './commands/note-letter-supplier-inquiry.ts'
import { recordAnswer } from './commands/record-answer-supplier-inquiry.ts'
import { remindSupplierInquiry } from './commands/remind-supplier-inquiry.ts'
import { sendSupplierInquiry } from './commands/send-supplier-inquiry.ts'
import { voidSupplierInquiry } from './commands/void-supplier-inquiry.ts'
import { deadlines } from './deadlines.ts'
import { supplierInquiryLetter } from './forms/supplier-inquiry-letter.ts'
import { supplierInquiryLedger } from './ledgers.ts'
import { outside } from './outside.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { reactions } from './reactions.ts'
import { supplierQuality } from './reports/supplier-quality.ts'
import { SupplierInquiry } from './supplier-inquiry.ts'
import { supplierInquiryView, viewFacts } from './view.ts'

/** Questions to suppliers about the quality of their goods. */
export const supplierInquiry: Procedure = procedure({
  name: 'supplier-inquiry',
  title: text('质量查询（供货单位）', 'Supplier inquiries'),
  noun: text('质量查询', 'supplier inquiry'),
  nouns: text('质量查询（供货单位）', 'Supplier inquiries'),
  group: 'quality',
  source: [sourceDocument('S01', '4.6')],
  record: SupplierInquiry,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: Object.values(policies),
  deadlines,
  duties: [],
  chains: [],
  commands: [
    sendSupplierInquiry,
    answerSupplierInquiry,
    recordAnswer,
    evaluateSupplierInquiry,
    remindSupplierInquiry,
    noteLetter,
    closeSupplierInquiry,
    voidSupplierInquiry,
  ],
  gates: [],
  on: reactions,
  outside,
  queries,
  forms: [supplierInquiryLetter],
  ledgers: [supplierInquiryLedger],
  reports: [supplierQuality],
  viewFacts,
  view: supplierInquiryView,
})
