import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { filedReport } from '../../vocabulary/report-duty.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { approveReturn } from './commands/approve-return.ts'
import { askSpecial } from './commands/ask-special-return.ts'
import { checkFinance } from './commands/check-finance-return.ts'
import { closeReturn } from './commands/close-return.ts'
import { collectReturn } from './commands/collect-return.ts'
import { correctReturn } from './commands/correct-return.ts'
import { countReturn } from './commands/count-return.ts'
import { decideWay } from './commands/decide-way-return.ts'
import { exchangeReturn } from './commands/exchange-return.ts'
import { explainReturn } from './commands/explain-return.ts'
import { grantGoodwill } from './commands/grant-goodwill-return.ts'
import { inspectReturn } from './commands/inspect-return.ts'
import { noteReturn } from './commands/note-return.ts'
import { notifyArrival } from './commands/notify-arrival-return.ts'
import { orderTransport } from './commands/order-transport-return.ts'
import { passOn } from './commands/pass-on-return.ts'
import { readAlert } from './commands/read-alert-return.ts'
import { recordCorrectiveAction } from './commands/record-corrective-action-return.ts'
import { refundReturn } from './commands/refund-return.ts'
import { refuseReturn } from './commands/refuse-return.ts'
import { registerFax } from './commands/register-fax-return.ts'
import { requestReturn } from './commands/request-return.ts'
import { reviewNote } from './commands/review-note-return.ts'
import { reviewReturn } from './commands/review-return.ts'
import { sendNote } from './commands/send-note-return.ts'
import { signForReturn } from './commands/sign-for-return.ts'
import { signStockIn } from './commands/sign-stock-in-return.ts'
import { stockIn } from './commands/stock-in-return.ts'
import { tellCustomer } from './commands/tell-customer-return.ts'
import { tellRefusal } from './commands/tell-refusal-return.ts'
import { testSample } from './commands/test-sample-return.ts'
import { totalReturn } from './commands/total-return.ts'
import { vetoStockIn } from './commands/veto-stock-in-return.ts'
import { withdrawReturn } from './commands/withdraw-return.ts'
import { deadlines } from './deadlines.ts'
import { itemisedRequest } from './forms/itemised-request.ts'
import { refusalStatement } from './forms/refusal-statement.ts'
import { returnNoteForm } from './forms/return-note.ts'
import { returnRecord } from './forms/return-record.ts'
import { sampleTest } from './forms/sample-test.ts'
import { stockInNote } from './forms/stock-in-note.ts'
import { transportOrderForm } from './forms/transport-order.ts'
import { complaintWaits } from './gates.ts'
import { returnLedger } from './ledgers.ts'
import { monthlyDay, policies } from './policies.ts'
import { queries } from './queries.ts'
import { monthlyReturns } from './reports/monthly.ts'
import { Return } from './return.ts'
import { alertChain, approvalChain, reviewChain, stockInChain } from './sign-off-chains.ts'
import { returnView } from './view.ts'
import { viewFacts } from './view-tables.ts'

/** Exchanges and returns of dealers and contract customers, and goods that come back by a recall. */
export const returns: Procedure = procedure({
  name: 'return',
  title: text('调退货', 'Returns and exchanges'),
  noun: text('退货', 'return'),
  nouns: text('退货', 'Returns'),
  group: 'after-sales',
  source: [sourceDocument('S02'), sourceDocument('S12', '5.8'), sourceDocument('S01', '4.6')],
  record: Return,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies,
  deadlines,
  duties: [
    {
      name: 'monthly-customer-information',
      title: text('售后客户信息月报', 'Monthly customer information'),
      clause: 'S02-4.4a',
      rule: 'TL09',
      by: ['after-sales-head'],
      escalatesTo: 'sales-head',
      rhythm: policy => ({ every: 'month', dueMonth: 1, dueDay: policy(monthlyDay) }),
      policies: [monthlyDay.key],
      holidays: 'next-working-day',
      done: filedReport('return', 'monthly'),
    },
  ],
  chains: [reviewChain, approvalChain, stockInChain, alertChain],
  commands: [
    requestReturn,
    registerFax,
    signForReturn,
    reviewReturn,
    askSpecial,
    refuseReturn,
    testSample,
    explainReturn,
    approveReturn,
    decideWay,
    tellCustomer,
    notifyArrival,
    orderTransport,
    collectReturn,
    countReturn,
    inspectReturn,
    tellRefusal,
    grantGoodwill,
    signStockIn,
    vetoStockIn,
    stockIn,
    exchangeReturn,
    refundReturn,
    totalReturn,
    reviewNote,
    sendNote,
    recordCorrectiveAction,
    checkFinance,
    readAlert,
    noteReturn,
    passOn,
    closeReturn,
    correctReturn,
    withdrawReturn,
  ],
  gates: [complaintWaits],
  on: [],
  queries,
  forms: [itemisedRequest, transportOrderForm, stockInNote, returnNoteForm, refusalStatement, sampleTest, returnRecord],
  ledgers: [returnLedger],
  reports: [monthlyReturns],
  viewFacts,
  view: returnView,
})
