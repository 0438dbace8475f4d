import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { acknowledgeNotice } from './commands/acknowledge-notice.ts'
import { addRecipient } from './commands/add-recipient-notice.ts'
import { approveNotice } from './commands/approve-notice.ts'
import { cancelNotice } from './commands/cancel-notice.ts'
import { closeNotice } from './commands/close-notice.ts'
import { countMoved } from './commands/count-moved-notice.ts'
import { draftNotice } from './commands/draft-notice.ts'
import { escalateNotice } from './commands/escalate-notice.ts'
import { finishDrill } from './commands/finish-drill-notice.ts'
import { liftNotice } from './commands/lift-notice.ts'
import { markTold } from './commands/mark-told-notice.ts'
import { markUndelivered } from './commands/mark-undelivered-notice.ts'
import { planRecall } from './commands/plan-recall-notice.ts'
import { recordCall } from './commands/record-call-notice.ts'
import { refreshRecipients } from './commands/refresh-recipients-notice.ts'
import { remindNotice } from './commands/remind-notice.ts'
import { removeRecipient } from './commands/remove-recipient-notice.ts'
import { reportToAuthority } from './commands/report-to-authority-notice.ts'
import { restoreRecipient } from './commands/restore-recipient-notice.ts'
import { reviseNotice } from './commands/revise-notice.ts'
import { sendNotice } from './commands/send-notice.ts'
import { signRemainder } from './commands/sign-remainder-notice.ts'
import { startDrill } from './commands/start-drill-notice.ts'
import { stateQuantities } from './commands/state-quantities-notice.ts'
import { submitNotice } from './commands/submit-notice.ts'
import { traceRecipients } from './commands/trace-recipients-notice.ts'
import {
  answers,
  defectReport,
  escalation,
  firstReport,
  planReport,
  progressReport,
  reminder,
  summaryReport,
  tellAdvisory,
  tellRecall,
  tellResume,
  tellSuspend,
} from './deadlines.ts'
import { eventReportForm, progressForm, recallPlanForm, summaryForm } from './forms/authority.ts'
import { deliveryRecord } from './forms/delivery-record.ts'
import { drillRecord } from './forms/drill-record.ts'
import { advisoryNotice, recallNotice, refusalNotice, resumeNotice, suspendNotice } from './forms/letters.ts'
import { noticeLedger } from './ledgers.ts'
import { Notice } from './notice.ts'
import { outside } from './outside.ts'
import {
  advisoryChain,
  answerHours,
  escalateHours,
  firstReportHours,
  gravestApproval,
  issuedKinds,
  linkDays,
  progressDays,
  recallApproval,
  refusalApproval,
  remindHours,
  resumeApproval,
  signHours,
  suspendApproval,
  suspendHours,
  usualStanding,
} from './policies.ts'
import { queries } from './queries.ts'
import { closingGate, reactions } from './reactions.ts'
import { effectiveness } from './reports/effectiveness.ts'
import { approvalChain } from './sign-off-chains.ts'
import { noticeView, viewFacts } from './view.ts'

/** Notices to everyone who has the goods: suspend, recall, resume, advise, refuse; and mock recalls. */
export const notice: Procedure = procedure({
  name: 'notice',
  title: text('通知与召回', 'Notices and recalls'),
  noun: text('通知', 'notice'),
  nouns: text('通知与召回', 'Notices and recalls'),
  group: 'quality',
  source: [
    sourceDocument('S01', '4.5、4.7'),
    sourceDocument('S26', '2（3）'),
    sourceDocument('S04', '4.9'),
    sourceDocument('S09', '1、4.2'),
  ],
  record: Notice,
  dependsOn: ['lot'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [
    issuedKinds,
    advisoryChain,
    suspendApproval,
    recallApproval,
    gravestApproval,
    resumeApproval,
    refusalApproval,
    signHours,
    usualStanding,
    suspendHours,
    remindHours,
    escalateHours,
    answerHours,
    firstReportHours,
    progressDays,
    linkDays,
  ],
  deadlines: [
    tellRecall,
    tellSuspend,
    tellResume,
    tellAdvisory,
    answers,
    reminder,
    escalation,
    firstReport,
    defectReport,
    planReport,
    progressReport,
    summaryReport,
  ],
  duties: [
    {
      name: 'mock-recall',
      title: text('模拟召回演练', 'Mock recall'),
      clause: 'TZ-drill',
      rule: 'TZ-drill',
      by: ['quality', 'quality-head'],
      escalatesTo: 'general-manager',
      rhythm: () => ({ every: 'year', dueMonth: 0, dueDay: 31 }),
      policies: [],
      holidays: 'as-usual',
      done: {
        command: 'notice.close',
        opens: 'notice.start-drill',
        at: ({ record, now }) => (record.drill ? now : null),
      },
    },
  ],
  chains: [approvalChain],
  commands: [
    draftNotice,
    reviseNotice,
    submitNotice,
    approveNotice,
    addRecipient,
    removeRecipient,
    restoreRecipient,
    refreshRecipients,
    sendNotice,
    markTold,
    markUndelivered,
    acknowledgeNotice,
    stateQuantities,
    recordCall,
    remindNotice,
    escalateNotice,
    countMoved,
    signRemainder,
    planRecall,
    reportToAuthority,
    closeNotice,
    cancelNotice,
    liftNotice,
    startDrill,
    traceRecipients,
    finishDrill,
  ],
  gates: [closingGate],
  on: reactions,
  outside,
  queries,
  forms: [
    suspendNotice,
    recallNotice,
    resumeNotice,
    advisoryNotice,
    refusalNotice,
    deliveryRecord,
    eventReportForm,
    recallPlanForm,
    progressForm,
    summaryForm,
    drillRecord,
  ],
  ledgers: [noticeLedger],
  reports: [effectiveness],
  viewFacts,
  view: noticeView,
})
