import type { ImportColumn, ImportTrouble } from '../../kernel/import.ts'
import type { Text } from '../../kernel/text.ts'

/** A table that this person may import. */
export interface TableKind {
  readonly procedure: string
  readonly name: string
  readonly title: Text
  readonly about: Text
  readonly by: Text
  readonly columns: readonly ImportColumn[]
}

/** What came, or would come, of an import. */
export interface Outcome {
  readonly dryRun: boolean
  readonly ok: boolean
  readonly lines: number
  readonly fresh: number
  readonly known: number
  readonly records: readonly { readonly id: string; readonly number: string }[]
  readonly mapping: Readonly<Record<string, string>>
  readonly unused: readonly string[]
  readonly troubles: readonly ImportTrouble[]
  readonly moreTroubles: number
}

/** A table kind in an address: `lot.deliveries`. */
export const keyOf = (kind: Pick<TableKind, 'procedure' | 'name'>): string => `${kind.procedure}.${kind.name}`
