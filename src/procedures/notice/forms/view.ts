import type { PaperSignature } from '../../../kernel/paper.ts'
import type { Stated } from '../balance.ts'
import type {
  AnswerWay,
  CallOutcome,
  Measure,
  NoticeKind,
  RecipientState,
  ReportKind,
  ReportWay,
  Standing,
} from '../kinds.ts'

/** Units of one lot at one recipient. */
export interface PaperLine extends Stated {
  readonly lotNo: string
  readonly unit: string
  readonly delivered: number
  readonly returnedBefore: number
  readonly expected: number
  readonly receivedBack: number
  readonly statedAt: string | null
  readonly differenceReason: string | null
  readonly signedRemainder: number
  readonly remainderReason: string | null
}

/** A recipient as the forms see it. */
export interface PaperRecipient {
  readonly name: string
  readonly city: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly state: RecipientState
  readonly removedReason: string | null
  readonly originReason: string | null
  readonly toldAt: string | null
  readonly toldHow: string | null
  readonly acknowledgedAt: string | null
  readonly acknowledgedBy: string | null
  readonly reminders: number
  readonly calls: number
  readonly callOutcome: CallOutcome | null
  readonly excusedReason: string | null
  readonly lines: readonly PaperLine[]
}

/** A notice as its printed forms see it: plain data with names instead of ids; what is not known is null. */
export interface NoticeView {
  readonly number: string | null
  readonly kind: NoticeKind
  readonly drill: boolean
  readonly recallClass: number | null
  readonly standing: Standing | null
  readonly initiator: 'own' | 'holder' | 'authority' | null
  readonly reason: string | null
  readonly instructions: string | null
  readonly measures: readonly Measure[]
  readonly planReference: string | null
  readonly cause: string | null
  readonly decidedAt: string | null
  readonly preparedBy: string | null
  readonly createdAt: string | null
  readonly approvedAt: string | null
  readonly sentAt: string | null
  readonly sentBy: string | null
  readonly allToldAt: string | null
  readonly completedAt: string | null
  readonly closedAt: string | null
  readonly closingNote: string | null
  readonly remainderSignedAt: string | null
  readonly remainderSignedBy: string | null
  readonly reminders: number
  readonly plan: {
    readonly evaluation: string | null
    readonly scope: string | null
    readonly publication: string | null
    readonly effect: string | null
    readonly afterwards: string | null
    readonly place: string | null
    readonly doneOn: string | null
  }
  readonly drillResult: {
    readonly tracedAt: string | null
    readonly finishedAt: string | null
    readonly located: number | null
    readonly contacts: number | null
    readonly note: string | null
  }
  readonly lots: readonly {
    readonly product: string
    readonly model: string
    readonly certificate: string
    readonly manufacturer: string
    readonly udi: string | null
    readonly lotNo: string
    readonly madeOn: string | null
    readonly expiresOn: string | null
    readonly unit: string
    readonly serials: readonly string[]
  }[]
  readonly recipients: readonly PaperRecipient[]
  readonly statements: readonly {
    readonly at: string
    readonly recipient: string
    readonly way: AnswerWay
    readonly by: string | null
  }[]
  readonly reports: readonly {
    readonly kind: ReportKind
    readonly receiver: string
    readonly at: string
    readonly way: ReportWay | null
    readonly receipt: string | null
    readonly note: string | null
  }[]
  readonly signatures: readonly PaperSignature[]
}

/** A notice of which nothing is known: prints the blank form. */
export const EMPTY_NOTICE: NoticeView = {
  number: null,
  kind: 'recall',
  drill: false,
  recallClass: null,
  standing: null,
  initiator: null,
  reason: null,
  instructions: null,
  measures: [],
  planReference: null,
  cause: null,
  decidedAt: null,
  preparedBy: null,
  createdAt: null,
  approvedAt: null,
  sentAt: null,
  sentBy: null,
  allToldAt: null,
  completedAt: null,
  closedAt: null,
  closingNote: null,
  remainderSignedAt: null,
  remainderSignedBy: null,
  reminders: 0,
  plan: {
    evaluation: null,
    scope: null,
    publication: null,
    effect: null,
    afterwards: null,
    place: null,
    doneOn: null,
  },
  drillResult: { tracedAt: null, finishedAt: null, located: null, contacts: null, note: null },
  lots: [],
  recipients: [],
  statements: [],
  reports: [],
  signatures: [],
}
