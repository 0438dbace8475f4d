import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { acknowledgeDocument, distributeDocument } from './commands/distribute-document.ts'
import { abandonDraft, changeDraft, correctDocument, reviseDocument } from './commands/draft-document.ts'
import { clearDifference, noteDifference } from './commands/note-difference-document.ts'
import { registerDocument } from './commands/register-document.ts'
import { approveDocument, reviewDocument, submitDocument } from './commands/sign-document.ts'
import { withdrawDocument } from './commands/withdraw-document.ts'
import { deadlines } from './deadlines.ts'
import type { Described } from './described.ts'
import { Document } from './document.ts'
import { documentApproval } from './forms/document-approval.ts'
import { revisionControl } from './forms/revision-control.ts'
import { documentLedger } from './ledgers.ts'
import { differenceDays, documentOwner, readingDays, signRemindHours } from './policies.ts'
import { queriesFor } from './queries.ts'
import { versionChain } from './sign-off-chains.ts'
import { documentView, viewFacts } from './view.ts'

/**
 * Controlled documents: numbered versions that three people sign, in force from a day, kept with the records made under them
 * and compared with what the program does. The list of procedures is asked late, because it holds this one too:
 *
 *     export const procedures: readonly Procedure[] = [complaint, …, document(() => [...procedures, ...awaited])]
 */
export const document = (described: Described): Procedure =>
  procedure({
    name: 'document',
    title: text('受控文件', 'Controlled documents'),
    noun: text('受控文件', 'controlled document'),
    nouns: text('受控文件', 'Controlled documents'),
    group: 'oversight',
    source: [
      sourceDocument('S04', '5'),
      sourceDocument('S06', '封面、4'),
      sourceDocument('S08', '3、4.2、5.2.1'),
      sourceDocument('S09', '3'),
      sourceDocument('S10', '封面'),
      sourceDocument('S11', '封面'),
      sourceDocument('S12', '7'),
      sourceDocument('S14', '（一）1'),
    ],
    record: Document,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [documentOwner, signRemindHours, readingDays, differenceDays],
    deadlines,
    duties: [],
    chains: [versionChain],
    commands: [
      registerDocument(described),
      reviseDocument,
      changeDraft,
      abandonDraft,
      submitDocument,
      reviewDocument,
      approveDocument(described),
      distributeDocument,
      acknowledgeDocument,
      correctDocument,
      noteDifference,
      clearDifference,
      withdrawDocument,
    ],
    gates: [],
    on: [],
    queries: queriesFor(described),
    forms: [documentApproval, revisionControl],
    ledgers: [documentLedger],
    reports: [],
    viewFacts,
    view: documentView(described),
  })
