import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { handOver } from './commands/hand-over-message.ts'
import { markFailed } from './commands/mark-failed-message.ts'
import { markSent } from './commands/mark-sent-message.ts'
import { noteAttempt } from './commands/note-attempt-message.ts'
import { printInstead } from './commands/print-instead-message.ts'
import { recordReturn } from './commands/record-return-message.ts'
import { resend } from './commands/resend-message.ts'
import { withdraw } from './commands/withdraw-message.ts'
import { writeMessage } from './commands/write-message.ts'
import { delivery } from './deadlines.ts'
import { letterForm } from './forms/letter.ts'
import { messageLedger } from './ledgers.ts'
import { Message } from './message.ts'
import { deliveryHours } from './policies.ts'
import { queries } from './queries.ts'
import { messageView, viewFacts } from './view.ts'

/** Letters to customers and suppliers: mailed or brought on paper, each with its proof. */
export const message: Procedure = procedure({
  name: 'message',
  title: text('函件与送达', 'Letters and their delivery'),
  noun: text('函件', 'letter'),
  nouns: text('函件', 'Letters'),
  group: 'after-sales',
  source: [
    sourceDocument('S12'),
    sourceDocument('S09', '5.3'),
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
  ],
  record: Message,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [deliveryHours],
  deadlines: [delivery],
  duties: [],
  chains: [],
  commands: [writeMessage, markSent, noteAttempt, markFailed, handOver, resend, printInstead, recordReturn, withdraw],
  gates: [],
  on: [],
  queries,
  forms: [letterForm],
  ledgers: [messageLedger],
  reports: [],
  viewFacts,
  view: messageView,
})
