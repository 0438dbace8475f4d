import { procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { generalContactHours, urgentContactHours } from '../../vocabulary/contact-limit.ts'
import { filedReport } from '../../vocabulary/report-duty.ts'
import { promptlyWorkdays } from '../../vocabulary/soon.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { acceptComplaint } from './commands/accept-complaint.ts'
import { agreeRemedy } from './commands/agree-remedy-complaint.ts'
import { apologiseComplaint } from './commands/apologise-complaint.ts'
import { askSatisfaction } from './commands/ask-satisfaction-complaint.ts'
import { assignComplaint } from './commands/assign-complaint.ts'
import { attachComplaint } from './commands/attach-complaint.ts'
import { closeComplaint } from './commands/close-complaint.ts'
import { correctComplaint } from './commands/correct-complaint.ts'
import { countersignOpinion } from './commands/countersign-opinion-complaint.ts'
import { decideAdverseEvent } from './commands/decide-adverse-event-complaint.ts'
import { decideResponsibility } from './commands/decide-responsibility-complaint.ts'
import { dispatchInspector } from './commands/dispatch-inspector-complaint.ts'
import { finishAction } from './commands/finish-action-complaint.ts'
import { giveInterimOpinion } from './commands/give-interim-opinion-complaint.ts'
import { giveOpinion } from './commands/give-opinion-complaint.ts'
import { handOverComplaint } from './commands/hand-over-complaint.ts'
import { judgeClaim } from './commands/judge-claim-complaint.ts'
import { judgeNotComplaint } from './commands/judge-not-complaint.ts'
import { mergeComplaint } from './commands/merge-complaint.ts'
import { noteDelay } from './commands/note-delay-complaint.ts'
import { notifyHolder } from './commands/notify-holder-complaint.ts'
import { openComplaint } from './commands/open-complaint.ts'
import { planComplaint } from './commands/plan-complaint.ts'
import { proposeResponsibility } from './commands/propose-responsibility-complaint.ts'
import { recordContact } from './commands/record-contact-complaint.ts'
import { recordSampleTest } from './commands/record-sample-test-complaint.ts'
import { reopenComplaint } from './commands/reopen-complaint.ts'
import { replyComplaint } from './commands/reply-complaint.ts'
import { reportAdverseEvent } from './commands/report-adverse-event-complaint.ts'
import { requestCapa } from './commands/request-capa-complaint.ts'
import { screenAdverseEventComplaint } from './commands/screen-adverse-event-complaint.ts'
import { solveComplaint } from './commands/solve-complaint.ts'
import { verifyComplaint } from './commands/verify-complaint.ts'
import { voidComplaint } from './commands/void-complaint.ts'
import { Complaint } from './complaint.ts'
import { deadlines } from './deadlines.ts'
import { customerComplaintSheet } from './forms/customer-complaint-sheet.ts'
import { customerProblemRecord } from './forms/customer-problem-record.ts'
import { qualityComplaintRecord } from './forms/quality-complaint-record.ts'
import { complaintLedger } from './ledgers.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { monthlyConsumerAnalysis } from './reports/monthly-consumer.ts'
import { qualityOverview } from './reports/quality-overview.ts'
import { quarterlySheet } from './reports/quarterly.ts'
import { opinionChain } from './sign-off-chains.ts'
import { complaintView, viewFacts } from './view.ts'

const { ownerByClass, ...single } = { ...policies }

/** Complaint handling: S01, S10, the complaint half of S28, S02-4.3, S09-4.2. */
export const complaint = procedure({
  name: 'complaint',
  title: text('质量投诉处理', 'Complaint handling'),
  noun: text('投诉', 'complaint'),
  nouns: text('投诉', 'Complaints'),
  group: 'after-sales',
  source: [
    sourceDocument('S01'),
    sourceDocument('S10'),
    sourceDocument('S28'),
    sourceDocument('S02', '4.3'),
    sourceDocument('S09', '4.2'),
  ],
  record: Complaint,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [
    generalContactHours,
    urgentContactHours,
    promptlyWorkdays,
    ...Object.values(single),
    ...Object.values(ownerByClass),
  ],
  deadlines,
  duties: [
    {
      name: 'quarterly-sheet',
      title: text('季度投诉查询商品质量记录表', 'Quarterly complaint sheet'),
      clause: 'S01-4.4g',
      rule: 'TL05',
      by: ['quality'],
      escalatesTo: 'quality-head',
      rhythm: policy => ({ every: 'quarter', dueMonth: 1, dueDay: policy(policies.quarterlySheetDay) }),
      policies: [policies.quarterlySheetDay.key],
      holidays: 'next-working-day',
      done: filedReport('complaint', 'quarterly'),
    },
    {
      name: 'monthly-consumer-analysis',
      title: text('消费者投诉月度分析', 'Monthly analysis of consumer complaints'),
      clause: 'S02-4.3.4a',
      rule: 'TL08',
      by: ['after-sales-head'],
      escalatesTo: 'quality-head',
      rhythm: policy => ({ every: 'month', dueMonth: 1, dueDay: policy(policies.monthlyAnalysisDay) }),
      policies: [policies.monthlyAnalysisDay.key],
      holidays: 'next-working-day',
      done: filedReport('complaint', 'monthly-consumer'),
    },
  ],
  chains: [opinionChain],
  commands: [
    openComplaint,
    acceptComplaint,
    judgeNotComplaint,
    recordContact,
    apologiseComplaint,
    assignComplaint,
    planComplaint,
    screenAdverseEventComplaint,
    decideAdverseEvent,
    reportAdverseEvent,
    dispatchInspector,
    verifyComplaint,
    recordSampleTest,
    judgeClaim,
    agreeRemedy,
    giveInterimOpinion,
    giveOpinion,
    countersignOpinion,
    notifyHolder,
    proposeResponsibility,
    decideResponsibility,
    solveComplaint,
    replyComplaint,
    askSatisfaction,
    requestCapa,
    finishAction,
    closeComplaint,
    reopenComplaint,
    correctComplaint,
    attachComplaint,
    handOverComplaint,
    noteDelay,
    mergeComplaint,
    voidComplaint,
  ],
  gates: [],
  on: [],
  queries,
  forms: [qualityComplaintRecord, customerProblemRecord, customerComplaintSheet],
  ledgers: [complaintLedger],
  reports: [qualityOverview, quarterlySheet, monthlyConsumerAnalysis],
  viewFacts,
  view: complaintView,
})
