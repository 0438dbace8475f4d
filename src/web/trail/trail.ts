import type { TimelineEntry } from '../answers.ts'

/** An entry of the trail across all records. */
export interface TrailEntry extends TimelineEntry {
  readonly procedure: string
  readonly recordId: string | null
  readonly actorId: string | null
  readonly number: string | null
  /** Number of the seal that covers it; null until the next seal. */
  readonly seal: number | null
}

/** Answer of `GET /api/read/trail.entries`. */
export interface TrailPage {
  readonly rows: readonly TrailEntry[]
  /** `seq` of the last entry shown, when there are more. */
  readonly next: number | null
}

/** Answer of `GET /api/read/trail.seals`. */
export interface Seals {
  readonly rows: readonly {
    readonly number: number
    readonly at: string
    readonly entries: number
    readonly root: string
    readonly hash: string
  }[]
}
