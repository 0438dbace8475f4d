import type { Text } from '../../kernel/text.ts'
import type { Clock, SignedItem, SignItem } from '../answers.ts'

/** One clock that waits for the person. */
export interface WorkItem {
  readonly procedure: string
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly subtitle: string
  readonly state: Text
  readonly mine: boolean
  readonly deadline: Clock
}

/** Answer of `GET /api/read/workbench.signatures`. */
export interface Signatures {
  readonly waiting: readonly SignItem[]
  readonly given: readonly SignedItem[]
}

/** Answer of `GET /api/read/workbench.mine`. Shares are in percent. */
export interface Workbench {
  readonly late: number
  readonly today: number
  readonly week: number
  readonly toSign: number
  readonly onTime: { readonly now: number | null; readonly before: number | null }
  readonly mine: readonly WorkItem[]
  readonly signs: readonly SignItem[]
  /** Steps that the person typically begins, most often first. */
  readonly starts: readonly { readonly id: string; readonly title: Text }[]
}
