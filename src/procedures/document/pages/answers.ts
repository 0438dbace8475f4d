import type { Text } from '../../../kernel/text.ts'
import type { ContentChange } from '../compare.ts'
import type { Standing } from '../taxonomy.ts'

/** Answer of `GET /api/read/document.versions`, as far as the panel shows it. */
export interface VersionsAnswer {
  readonly procedure: string | null
  readonly procedureTitle: Text | null
  /** The program can be compared with a version. */
  readonly describes: boolean
  readonly versions: readonly {
    readonly id: string
    readonly label: string
    readonly standing: Standing
    readonly contentHash: string | null
  }[]
}

/** Answer of `GET /api/read/document.compare`. */
export interface CompareAnswer {
  readonly from: string
  readonly to: string
  readonly comparable: boolean
  readonly changes: readonly ContentChange[]
  /** Records made under the first of the two that are not finished. */
  readonly openRecords: { readonly count: number; readonly numbers: readonly string[] } | null
}
