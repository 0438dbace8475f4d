import type { Call } from '../kernel/call.ts'
import { canonical } from '../kernel/canonical.ts'
import type { ImportColumn, ImportTrouble, PlannedCall } from '../kernel/import.ts'
import type { Json } from '../kernel/json.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { text } from '../kernel/text.ts'

/** The step of one line; refusals go to the column of the same name, or to the one that `columns` names for a field. */
export const stepOfRow = (row: number, call: Call, columns: Readonly<Record<string, string>> = {}): PlannedCall => ({
  call,
  rows: [row],
  at: ({ field }: Refusal) => {
    const name = field?.split('.')[0]
    return { row, ...(name && { column: columns[field ?? ''] ?? columns[name] ?? name }) }
  },
})

/**
 * What speaks against taking a line for a record that is there already: columns in which the table says something else.
 * Cells left empty say nothing. Null when the line says what is known.
 */
export function differsFromKnown(
  row: number,
  values: Readonly<Record<string, Json>>,
  known: { readonly number: string; readonly values: Readonly<Record<string, unknown>> },
  columns: readonly ImportColumn[],
): ImportTrouble | null {
  const column = columns.find(({ key }) => {
    const given = values[key]
    const empty = given === null || given === undefined || (Array.isArray(given) && given.length === 0)
    return !empty && key in known.values && canonical(given) !== canonical((known.values[key] ?? null) as Json)
  })
  return (
    (column && {
      row,
      column: column.key,
      sentence: text(
        `已登记为 ${known.number}，但“${column.title.zh}”不同：导入不改已有记录，请在该记录上更正，或把本行改成一致。`,
        `This is ${known.number} already, with another "${column.title.en}": an import changes no record; correct it there, or make the line agree.`,
      ),
    }) ??
    null
  )
}

/** Lines of the table that say the same thing twice. */
export function twiceInTable<Line extends { readonly row: number }>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  column: ImportColumn['key'],
): { readonly once: readonly Line[]; readonly troubles: readonly ImportTrouble[] } {
  const first = new Map<string, number>()
  const once: Line[] = []
  const troubles: ImportTrouble[] = []
  for (const line of lines) {
    const key = keyOf(line)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, line.row)
      once.push(line)
    } else
      troubles.push({
        row: line.row,
        column,
        sentence: text(`与第 ${before} 行重复，请删去其中一行。`, `The same as row ${before}: remove one of the two.`),
      })
  }
  return { once, troubles }
}
