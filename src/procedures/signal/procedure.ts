import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { approveSignal } from './commands/approve-signal.ts'
import { askSupplierSignal } from './commands/ask-supplier-signal.ts'
import { concludeSignal } from './commands/conclude-signal.ts'
import { proposeSignal } from './commands/propose-signal.ts'
import { raiseSignal } from './commands/raise-signal.ts'
import { requestCapaSignal } from './commands/request-capa-signal.ts'
import { stopSaleSignal } from './commands/stop-sale-signal.ts'
import { deadlines } from './deadlines.ts'
import { signalForm } from './forms/signal-form.ts'
import { signalLedger } from './ledgers.ts'
import * as policies from './policies.ts'
import { queries } from './queries.ts'
import { decisionChain } from './sign-off-chain.ts'
import { Signal } from './signal.ts'
import { signalView } from './view.ts'

/** Rates that leave their control limits, and what is decided about them. */
export const signal: Procedure = procedure({
  name: 'signal',
  title: text('质量信号', 'Quality signals'),
  noun: text('质量信号', 'quality signal'),
  nouns: text('质量信号', 'Quality signals'),
  group: 'quality',
  source: [
    { id: 'S10', title: text('顾客反馈和投诉处理控制程序 5.2', 'Customer feedback and complaint handling, 5.2') },
    { id: 'S02', title: text('售后服务管理 4.3.4', 'After-sales service, 4.3.4') },
  ],
  record: Signal,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: Object.values(policies),
  deadlines,
  duties: [],
  chains: [decisionChain],
  commands: [
    raiseSignal,
    proposeSignal,
    approveSignal,
    requestCapaSignal,
    stopSaleSignal,
    askSupplierSignal,
    concludeSignal,
  ],
  gates: [],
  on: [],
  queries,
  forms: [signalForm],
  ledgers: [signalLedger],
  reports: [],
  viewFacts: [],
  view: signalView,
})
