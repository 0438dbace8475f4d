import type { ImportColumn } from '../../kernel/import.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'

/** Which header of the table stands for which column; a header that means nothing to us is left out. */
export type Mapping = Readonly<Record<string, number>>

/** Headers differ by blanks, case, brackets and marks for "required"; the words count. */
export const folded = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .replace(/[\s*＊:：_·./-]/g, '')
    .toLowerCase()

/**
 * Finds the columns by their headers in Chinese or English; `chosen` (column → header) goes before the headers' own words.
 * Answers which needed columns are missing, and headers that are used by nothing.
 */
export function mapColumns(
  columns: readonly ImportColumn[],
  headers: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): { readonly mapping: Mapping; readonly refusals: readonly Refusal[]; readonly unused: readonly string[] } {
  const found = headers.map(folded)
  const mapping: Record<string, number> = {}
  for (const column of columns) {
    const wanted = chosen[column.key] === undefined ? namesOf(column) : [chosen[column.key] ?? '']
    const index = found.findIndex(
      (header, i) => header !== '' && !taken(mapping, i) && wanted.map(folded).includes(header),
    )
    if (index >= 0) mapping[column.key] = index
  }
  const missing = columns.filter(column => column.needed && mapping[column.key] === undefined)
  return {
    mapping,
    unused: headers.filter((header, i) => header.trim() !== '' && !taken(mapping, i)),
    refusals: missing.map(column =>
      refuse(
        'column-missing',
        text(
          `表中缺少“${column.title.zh}”一列：请补上该列，或指定用哪一列。`,
          `The table has no column "${column.title.en}": add it, or say which column it is.`,
        ),
        { field: `mapping.${column.key}` },
      ),
    ),
  }
}

const namesOf = (column: ImportColumn): readonly string[] => [
  column.title.zh,
  column.title.en,
  column.key,
  ...(column.names ?? []),
]

const taken = (mapping: Mapping, index: number): boolean => Object.values(mapping).includes(index)
