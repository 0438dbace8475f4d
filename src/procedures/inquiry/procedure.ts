import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { answerInquiry } from './commands/answer-inquiry.ts'
import { attachInquiry } from './commands/attach-inquiry.ts'
import { closeInquiry } from './commands/close-inquiry.ts'
import { correctInquiry } from './commands/correct-inquiry.ts'
import { forwardInquiry } from './commands/forward-inquiry.ts'
import { handleInquiry } from './commands/handle-inquiry.ts'
import { openFromComplaint } from './commands/open-from-complaint-inquiry.ts'
import { openInquiry } from './commands/open-inquiry.ts'
import { planInquiry } from './commands/plan-inquiry.ts'
import { recordContact } from './commands/record-contact-inquiry.ts'
import { superviseInquiry } from './commands/supervise-inquiry.ts'
import { turnIntoComplaint } from './commands/turn-into-complaint-inquiry.ts'
import { voidInquiry } from './commands/void-inquiry.ts'
import { contact, expectedTime } from './deadlines.ts'
import { Inquiry } from './inquiry.ts'
import { inquiryLedger } from './ledgers.ts'
import { requestClock } from './policies.ts'
import { queries } from './queries.ts'
import { inquiryView, viewFacts } from './view.ts'

/** Normal requests of customers, quality queries and reports about devices. */
export const inquiry: Procedure = procedure({
  name: 'inquiry',
  title: text('咨询与查询', 'Inquiries'),
  noun: text('咨询', 'inquiry'),
  nouns: text('咨询', 'Inquiries'),
  group: 'after-sales',
  source: [sourceDocument('S28'), sourceDocument('S01')],
  record: Inquiry,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [requestClock],
  deadlines: [contact, expectedTime],
  duties: [],
  chains: [],
  commands: [
    openInquiry,
    openFromComplaint,
    recordContact,
    forwardInquiry,
    planInquiry,
    handleInquiry,
    superviseInquiry,
    answerInquiry,
    closeInquiry,
    turnIntoComplaint,
    correctInquiry,
    attachInquiry,
    voidInquiry,
  ],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [inquiryLedger],
  reports: [],
  viewFacts,
  view: inquiryView,
})
