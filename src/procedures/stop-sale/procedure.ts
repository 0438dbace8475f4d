import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { atOnceHours } from '../../vocabulary/soon.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { acknowledgeStopSale } from './commands/acknowledge-stop-sale.ts'
import { askSupplier } from './commands/ask-supplier-stop-sale.ts'
import { closeStopSale } from './commands/close-stop-sale.ts'
import { confirmStopSale } from './commands/confirm-stop-sale.ts'
import { countersignStopSale } from './commands/countersign-stop-sale.ts'
import { hearFinding } from './commands/hear-finding-stop-sale.ts'
import { markStopSale } from './commands/mark-stop-sale.ts'
import { noteNotice } from './commands/note-notice-stop-sale.ts'
import { placeStopSale } from './commands/place-stop-sale.ts'
import { recordRecheck } from './commands/record-recheck-stop-sale.ts'
import { releaseStopSale } from './commands/release-stop-sale.ts'
import { requestRecheck } from './commands/request-recheck-stop-sale.ts'
import { takeOffMarks } from './commands/take-off-marks-stop-sale.ts'
import { tellOutside } from './commands/tell-outside-stop-sale.ts'
import { tellReleased } from './commands/tell-released-stop-sale.ts'
import { waiveInquiry } from './commands/waive-inquiry-stop-sale.ts'
import { widenStopSale } from './commands/widen-stop-sale.ts'
import { deadlines } from './deadlines.ts'
import { holdMark } from './forms/hold-mark.ts'
import { recheckForm } from './forms/recheck-form.ts'
import { releaseNotice } from './forms/release-notice.ts'
import { stopSaleNotice } from './forms/stop-sale-notice.ts'
import { gates } from './gates.ts'
import { stopSaleLedger } from './ledgers.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { reactions } from './reactions.ts'
import { confirmationChain } from './sign-off-chains.ts'
import { StopSale } from './stop-sale.ts'
import { stopSaleView, viewFacts } from './view.ts'

/** Goods that may not be sold or shipped: from the first suspicion to their release or their end. */
export const stopSale: Procedure = procedure({
  name: 'stop-sale',
  title: text('停售与解除', 'Stop-sale'),
  noun: text('停售', 'stop-sale'),
  nouns: text('停售', 'Stop-sales'),
  group: 'quality',
  source: [sourceDocument('S01', '4.5–4.7'), sourceDocument('S26', '2、6'), sourceDocument('S25', '2（6）')],
  record: StopSale,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [atOnceHours, ...Object.values(policies)],
  deadlines,
  duties: [],
  chains: [confirmationChain],
  commands: [
    placeStopSale,
    markStopSale,
    acknowledgeStopSale,
    requestRecheck,
    recordRecheck,
    hearFinding,
    confirmStopSale,
    countersignStopSale,
    tellOutside,
    noteNotice,
    askSupplier,
    waiveInquiry,
    widenStopSale,
    releaseStopSale,
    takeOffMarks,
    tellReleased,
    closeStopSale,
  ],
  gates,
  on: reactions,
  queries,
  forms: [stopSaleNotice, releaseNotice, recheckForm, holdMark],
  ledgers: [stopSaleLedger],
  reports: [],
  viewFacts,
  view: stopSaleView,
})
