import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { filedReport } from '../../vocabulary/report-duty.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { attachNonconforming } from './commands/attach-nonconforming.ts'
import { confirmNonconforming } from './commands/confirm-nonconforming.ts'
import { correctNonconforming } from './commands/correct-nonconforming.ts'
import { fileNonconforming, putOnList, recordDestroyed, takeOffList } from './commands/destruction-nonconforming.ts'
import { followGoods } from './commands/follow-goods-nonconforming.ts'
import { giveOpinion } from './commands/give-opinion-nonconforming.ts'
import { handOver } from './commands/hand-over-nonconforming.ts'
import { markNonconforming } from './commands/mark-nonconforming.ts'
import { finishMeasure, noteMeasure } from './commands/measure-nonconforming.ts'
import { recordRecheck } from './commands/record-recheck-nonconforming.ts'
import { recordSupplierReceipt } from './commands/record-supplier-receipt-nonconforming.ts'
import { releaseNonconforming } from './commands/release-nonconforming.ts'
import { reportNonconforming } from './commands/report-nonconforming.ts'
import { requestWriteOff } from './commands/request-write-off-nonconforming.ts'
import { returnToSupplier } from './commands/return-to-supplier-nonconforming.ts'
import { signWriteOff } from './commands/sign-write-off-nonconforming.ts'
import { storeNonconforming } from './commands/store-nonconforming.ts'
import { voidNonconforming } from './commands/void-nonconforming.ts'
import { deadlines } from './deadlines.ts'
import { purchaseReturnNotice } from './forms/purchase-return-notice.ts'
import { qualityIssueFile } from './forms/quality-issue-file.ts'
import { recheckReport } from './forms/recheck-report.ts'
import { refusalReport } from './forms/refusal-report.ts'
import { transferSlip } from './forms/transfer-slip.ts'
import { writeOffForm } from './forms/write-off-form.ts'
import { yellowMark } from './forms/yellow-mark.ts'
import { gates } from './gates.ts'
import { nonconformingLedger } from './ledgers.ts'
import { Nonconforming } from './nonconforming.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { reactions } from './reactions.ts'
import { halfYearAnalysis } from './reports/half-year.ts'
import { writeOffChain } from './sign-off-chains.ts'
import { nonconformingView, viewFacts } from './view.ts'

/** Nonconforming goods from the finding to the quality-issue file (S26). */
export const nonconforming: Procedure = procedure({
  name: 'nonconforming',
  title: text('不合格品处理', 'Nonconforming goods'),
  noun: text('不合格品', 'nonconforming goods'),
  nouns: text('不合格品', 'Nonconforming goods'),
  group: 'quality',
  source: [
    sourceDocument('S26'),
    sourceDocument('S22', '（三）6'),
    sourceDocument('S01', '4.6、4.7'),
    sourceDocument('S12', '5.8.2'),
  ],
  record: Nonconforming,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: Object.values(policies),
  deadlines,
  duties: [
    {
      name: 'half-year-analysis',
      title: text('不合格品半年汇总分析', 'Half-year analysis of nonconforming goods'),
      clause: 'S26-8a',
      rule: 'TL51',
      by: ['quality'],
      escalatesTo: 'quality-head',
      rhythm: policy => ({ every: 'half-year', dueMonth: 1, dueDay: policy(policies.halfYearReportDay) }),
      policies: [policies.halfYearReportDay.key],
      holidays: 'next-working-day',
      done: filedReport('nonconforming', 'half-year'),
    },
  ],
  chains: [writeOffChain],
  commands: [
    reportNonconforming,
    markNonconforming,
    recordRecheck,
    releaseNonconforming,
    confirmNonconforming,
    storeNonconforming,
    giveOpinion,
    returnToSupplier,
    handOver,
    recordSupplierReceipt,
    requestWriteOff,
    signWriteOff,
    putOnList,
    takeOffList,
    recordDestroyed,
    fileNonconforming,
    noteMeasure,
    finishMeasure,
    attachNonconforming,
    correctNonconforming,
    voidNonconforming,
    followGoods,
  ],
  gates,
  on: reactions,
  queries,
  forms: [refusalReport, yellowMark, recheckReport, transferSlip, purchaseReturnNotice, writeOffForm, qualityIssueFile],
  ledgers: [nonconformingLedger],
  reports: [halfYearAnalysis],
  viewFacts,
  view: nonconformingView,
})
