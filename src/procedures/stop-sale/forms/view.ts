import type { PaperSignature } from '../../../kernel/paper.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Audience, FormVariant, Scope, Source, Verdict } from '../wording.ts'

/** A stop-sale as its printed forms see it: names instead of ids; what is not known (yet) is null. */
export interface StopSalePaper {
  readonly number: string | null
  /** The goods are held now. */
  readonly held: boolean
  readonly scope: Scope | null
  readonly product: {
    readonly name: string | null
    readonly model: string | null
    readonly registration: string | null
    readonly manufacturer: string | null
    readonly lots: string | null
    readonly serials: string | null
  }
  readonly source: Source | null
  readonly causeNumber: string | null
  readonly reason: string | null
  readonly document: string | null
  readonly placedAt: string | null
  readonly placedBy: string | null
  readonly expected: {
    readonly inStock: number | null
    readonly underWay: number | null
    readonly atBuyers: number | null
    readonly buyers: number | null
  }
  readonly counted: number | null
  readonly formVariant: FormVariant | null
  readonly problem: string | null
  readonly recheckQuantity: number | null
  readonly requestedAt: string | null
  readonly requestedBy: string | null
  readonly finding: Verdict | null
  readonly findingNote: string | null
  readonly findingAt: string | null
  readonly findingBy: string | null
  readonly confirmedBy: string | null
  readonly head: string | null
  readonly releasedAt: string | null
  readonly releasedBy: string | null
  readonly releaseReason: string | null
  readonly releaseDocument: string | null
  readonly places: readonly {
    readonly warehouse: string
    readonly zone: Text | string
    readonly lot: string
    readonly expected: number
    readonly counted: number | null
    readonly difference: string | null
    readonly markedBy: string | null
    readonly unmarkedBy: string | null
  }[]
  readonly transit: readonly {
    readonly number: string
    readonly party: string
    readonly lot: string
    readonly quantity: number
  }[]
  readonly told: readonly {
    readonly audience: Audience
    readonly name: string
    readonly at: string
    readonly acknowledgedAt: string | null
    readonly acknowledgedBy: string | null
    readonly resumedAt: string | null
    readonly resumedBy: string | null
  }[]
  readonly signatures: readonly (PaperSignature & { readonly command: string })[]
}

/** Signatures of these steps, without the name of the step. */
export const signaturesOf = (view: StopSalePaper, ...commands: readonly string[]): readonly PaperSignature[] =>
  view.signatures
    .filter(item => commands.includes(item.command))
    .map(({ meaning, role, name, at, hash }) => ({ meaning, role, name, at, hash }))

/** A stop of which nothing is known: prints the blank form. */
export const EMPTY_PAPER: StopSalePaper = {
  number: null,
  held: true,
  scope: null,
  product: { name: null, model: null, registration: null, manufacturer: null, lots: null, serials: null },
  source: null,
  causeNumber: null,
  reason: null,
  document: null,
  placedAt: null,
  placedBy: null,
  expected: { inStock: null, underWay: null, atBuyers: null, buyers: null },
  counted: null,
  formVariant: null,
  problem: null,
  recheckQuantity: null,
  requestedAt: null,
  requestedBy: null,
  finding: null,
  findingNote: null,
  findingAt: null,
  findingBy: null,
  confirmedBy: null,
  head: null,
  releasedAt: null,
  releasedBy: null,
  releaseReason: null,
  releaseDocument: null,
  places: [],
  transit: [],
  told: [],
  signatures: [],
}
