import { instant, type PaperCorrection, type PaperSignature } from '../../../kernel/paper.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Severity } from '../severity.ts'
import type {
  AdverseEventState,
  Channel,
  ContactWay,
  Finding,
  Kind,
  Locality,
  Remedy,
  Satisfaction,
  Urgency,
} from '../taxonomy.ts'
import type { Demand, ProblemType } from './wording.ts'

/** A yes, a no, or not yet decided. */
export type Decided = boolean | null

/** Somebody did something at an instant. */
export interface Done {
  readonly by: string | null
  readonly at: string | null
}

/**
 * A complaint as its three printed forms see it: plain data with names instead of ids.
 * Instants are UTC, days `YYYY-MM-DD`; whatever is not known (yet) is null.
 */
export interface ComplaintView {
  readonly number: string | null
  readonly channel: Channel | null
  readonly kind: Kind | null
  readonly problemType: ProblemType | null
  readonly urgency: Urgency | null
  readonly severity: Severity | null
  readonly receivedAt: string | null
  readonly receivedBy: string | null
  /** When it happened at the customer's, as told. */
  readonly occurredAt: string | null
  readonly customer: {
    readonly name: string | null
    readonly locality: Locality | null
    readonly contact: string | null
    readonly telephone: string | null
    readonly fax: string | null
    readonly email: string | null
    readonly address: string | null
  }
  readonly product: {
    readonly name: string | null
    readonly model: string | null
    readonly registration: string | null
    readonly manufacturer: string | null
    readonly supplier: string | null
    readonly lot: string | null
    readonly serial: string | null
    readonly udi: string | null
    readonly madeOn: string | null
    readonly expiresOn: string | null
    /** Quantity complained of, with its unit: `3 台`. */
    readonly quantity: string | null
  }
  readonly description: string | null
  readonly request: string | null
  /** File names. */
  readonly attachments: readonly string[]
  readonly apology: Done
  readonly assignment: {
    readonly department: string | null
    readonly handler: string | null
    readonly expectedAt: string | null
    readonly measures: string | null
  }
  readonly contacts: readonly (Done & {
    readonly channel: ContactWay | null
    readonly with: string | null
    readonly content: string | null
  })[]
  readonly verification: Done & {
    readonly visitedAt: string | null
    readonly inspector: string | null
    readonly finding: Finding | null
    readonly note: string | null
  }
  readonly retainedSample: Done & { readonly result: string | null }
  readonly cause: string | null
  readonly responsibility: {
    readonly proposed: string | null
    readonly decided: string | null
  }
  /** Is the ground sufficient, is the demand reasonable, does the complaint stand. */
  readonly judgement: Done & {
    readonly groundSufficient: Decided
    readonly demandReasonable: Decided
    readonly established: Decided
    readonly reason: string | null
  }
  readonly demands: readonly Demand[]
  readonly demandNote: string | null
  /** What was agreed with the consumer. */
  readonly remedies: readonly Remedy[]
  readonly adverseEvent: Done & {
    readonly state: AdverseEventState | null
    readonly rationale: string | null
  }
  readonly opinion: Done & { readonly text: string | null; readonly interim: boolean | null }
  /** Numbers of the stop-sales. */
  readonly holds: readonly string[]
  /** Notices to warehouse, sales, buyers, supplier, registrant. */
  readonly notices: readonly {
    readonly to: string
    readonly content: string | null
    readonly at: string | null
    readonly receipt: string | null
  }[]
  readonly registrantToldAt: string | null
  readonly supplierToldAt: string | null
  /** Handling by the department: when, what. */
  readonly handling: Done & { readonly measures: string | null }
  readonly reply: Done & { readonly to: string | null; readonly content: string | null }
  readonly result: string | null
  readonly satisfaction: Done & {
    readonly level: Satisfaction | null
    readonly comment: string | null
  }
  readonly followUp: string | null
  readonly closing: Done & { readonly note: string | null }
  /** Old values, each with the path of its field in this view, e.g. `product.lot`; oldest first. */
  readonly corrections: readonly (PaperCorrection & { readonly field: string })[]
  /** Every signature on the record; `place` says at the foot of which box it also stands. */
  readonly signatures: readonly (PaperSignature & { readonly place: SignaturePlace | null })[]
}

/** Boxes of the forms that end with a signature. */
export type SignaturePlace = 'opinion' | 'verification' | 'handling' | 'result' | 'judgement' | 'closing'

/** The corrections of one box. */
export const correctionsOf = (view: ComplaintView, ...fields: readonly string[]): readonly PaperCorrection[] =>
  view.corrections
    .filter(correction => fields.includes(correction.field))
    .map(({ old, by, at, reason }) => ({ old, by, at, reason }))

/** The newest signature that stands at the foot of a box; without one, the place for it. */
export function signatureAt(view: ComplaintView, place: SignaturePlace, meaning: Text): PaperSignature {
  const given = view.signatures.findLast(signature => signature.place === place)
  if (!given) return { meaning, role: null, name: null, at: null, hash: null }
  return { meaning: given.meaning, role: given.role, name: given.name, at: given.at, hash: given.hash }
}

/** The foot of a box that somebody filled in without signing electronically: name and time. */
export const doneBy = (meaning: Text, done: Done): PaperSignature => ({
  meaning,
  role: null,
  name: done.by,
  at: instant(done.at),
  hash: null,
})

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: ComplaintView): readonly PaperSignature[] =>
  view.signatures.map(({ meaning, role, name, at, hash }) => ({ meaning, role, name, at, hash }))

const nobody: Done = { by: null, at: null }

/** A complaint of which nothing is known: prints the blank form. */
export const EMPTY_COMPLAINT: ComplaintView = {
  number: null,
  channel: null,
  kind: null,
  problemType: null,
  urgency: null,
  severity: null,
  receivedAt: null,
  receivedBy: null,
  occurredAt: null,
  customer: { name: null, locality: null, contact: null, telephone: null, fax: null, email: null, address: null },
  product: {
    name: null,
    model: null,
    registration: null,
    manufacturer: null,
    supplier: null,
    lot: null,
    serial: null,
    udi: null,
    madeOn: null,
    expiresOn: null,
    quantity: null,
  },
  description: null,
  request: null,
  attachments: [],
  apology: nobody,
  assignment: { department: null, handler: null, expectedAt: null, measures: null },
  contacts: [],
  verification: { ...nobody, visitedAt: null, inspector: null, finding: null, note: null },
  retainedSample: { ...nobody, result: null },
  cause: null,
  responsibility: { proposed: null, decided: null },
  judgement: { ...nobody, groundSufficient: null, demandReasonable: null, established: null, reason: null },
  demands: [],
  demandNote: null,
  remedies: [],
  adverseEvent: { ...nobody, state: null, rationale: null },
  opinion: { ...nobody, text: null, interim: null },
  holds: [],
  notices: [],
  registrantToldAt: null,
  supplierToldAt: null,
  handling: { ...nobody, measures: null },
  reply: { ...nobody, to: null, content: null },
  result: null,
  satisfaction: { ...nobody, level: null, comment: null },
  followUp: null,
  closing: { ...nobody, note: null },
  corrections: [],
  signatures: [],
}
