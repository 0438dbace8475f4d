import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'

/** What a proposal would do to clocks, as its proposer saw and signed it. */
export const effectSummary = z.object({
  /** Running clocks that this policy sets. */
  open: z.int(),
  /** Of these, how many were counted anew for the figures below: the first to end. */
  counted: z.int(),
  earlier: z.int(),
  later: z.int(),
  /** Would have ended already. */
  past: z.int(),
  quarter: z.object({
    from: z.string(),
    to: z.string(),
    clocks: z.int(),
    counted: z.int(),
    late: z.int(),
    lateThen: z.int(),
  }),
})
export type EffectSummary = z.infer<typeof effectSummary>

/** One clock, as it stands and as it would be counted with the value. */
export interface EffectClock {
  readonly id: string
  readonly procedure: string
  /** Null for a record that the reader may not see. */
  readonly number: string | null
  readonly title: Text
  readonly openedAt: Instant
  readonly dueNow: Instant
  /** Null where the working days leave the years that the calendar covers. */
  readonly dueThen: Instant | null
  readonly metAt: Instant | null
}

/** Something of the product that names the policy or acts for its clauses. */
export interface NamedPart {
  readonly kind: 'clock' | 'duty' | 'chain' | 'step' | 'form' | 'ledger' | 'report' | 'document'
  readonly procedure: string
  readonly procedureTitle: Text
  readonly title: Text
  /** What becomes of it: "was → becomes". */
  readonly change?: { readonly was: Text; readonly becomes: Text }
}

/** Everything that a value would do. */
export interface PolicyEffect {
  readonly summary: EffectSummary
  /** The running clocks that end first, a page of them. */
  readonly clocks: readonly EffectClock[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
  /** Clocks of the last quarter that were in time and would have been late. */
  readonly newlyLate: readonly EffectClock[]
  readonly named: readonly NamedPart[]
}
