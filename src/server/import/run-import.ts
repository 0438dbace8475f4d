import { executeTogether } from '../../kernel/execute-together.ts'
import type { Import, ImportLine, ImportTrouble, PlannedCall } from '../../kernel/import.ts'
import type { Json } from '../../kernel/json.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { Refused } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { readCell } from './cell.ts'
import { mapColumns } from './columns.ts'
import type { Table } from './table-file.ts'

/** What came of an import, or would come of it. */
export interface ImportOutcome {
  /** True when nothing was written because nothing should be. */
  readonly dryRun: boolean
  /** True when the table can be (or was) imported as it is. */
  readonly ok: boolean
  readonly lines: number
  /** Lines that make something new. */
  readonly fresh: number
  /** Lines that say what is known already; nothing happens for them. */
  readonly known: number
  /** Records that were made or changed. */
  readonly records: readonly { readonly id: string; readonly number: string }[]
  /** Which header stands for which column. */
  readonly mapping: Readonly<Record<string, string>>
  readonly unused: readonly string[]
  /** At most {@link MOST_TROUBLES}, in order of rows. */
  readonly troubles: readonly ImportTrouble[]
  readonly moreTroubles: number
}

/** Troubles that one answer lists. */
export const MOST_TROUBLES = 500

/** Which file the lines came from; kept with the import as evidence. */
export interface ImportedFile {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

/**
 * Imports a table: finds the columns, understands the cells, looks up what they name, and takes the steps of all lines in one
 * transaction, together with the step that files the import itself. Anything wrong anywhere leaves everything as it was.
 * @throws Refused when needed columns are missing
 */
export async function runImport(
  kernel: Kernel,
  actor: Actor,
  declared: { readonly procedure: string; readonly table: Import },
  given: {
    readonly table: Table
    readonly mapping?: Readonly<Record<string, string>>
    readonly dryRun: boolean
    readonly file: ImportedFile | null
  },
): Promise<ImportOutcome> {
  const { columns } = declared.table
  const { mapping, refusals, unused } = mapColumns(columns, given.table.headers, given.mapping)
  const [missing, ...more] = refusals
  if (missing) throw new Refused([missing, ...more])
  const { lines, troubles } = understand(declared.table, given.table, mapping)
  const now = kernel.clock.now()
  const found = await declared.table.look(kernel.db, lines)
  const plan = declared.table.plan({ lines, found, now, today: dayOf(now, kernel.zone), zone: kernel.zone })
  const wrong = [...troubles, ...plan.troubles]
  const filing = filed(declared, given.file, { lines: given.table.lines.length, plan })
  const calls = [...plan.calls.map(item => item.call), ...(filing ? [filing] : [])]
  // with troubles already found nothing may be written, but the rest is still tried, to tell all of them at once
  const dryRun = given.dryRun || wrong.length > 0
  const taken = await executeTogether(kernel, calls, actor, { dryRun })
  const refused = taken.refused.flatMap(({ index, refusals }) => troublesOf(plan.calls[index], refusals))
  const all = [...wrong, ...refused].sort((a, b) => a.row - b.row)
  return {
    dryRun: given.dryRun,
    ok: all.length === 0,
    lines: given.table.lines.length,
    fresh: plan.calls.reduce((sum, item) => sum + item.rows.length, 0),
    known: plan.known.length,
    records:
      all.length > 0
        ? []
        : taken.taken.slice(0, plan.calls.length).map(({ recordId, number }) => ({ id: recordId, number })),
    mapping: Object.fromEntries(Object.entries(mapping).map(([key, i]) => [key, given.table.headers[i] ?? ''])),
    unused,
    troubles: all.slice(0, MOST_TROUBLES),
    moreTroubles: Math.max(0, all.length - MOST_TROUBLES),
  }
}

/** The lines whose cells all make sense, and what is wrong with the others. */
function understand(table: Import, { lines }: Table, mapping: Readonly<Record<string, number>>) {
  const understood: ImportLine[] = []
  const troubles: ImportTrouble[] = []
  for (const { row, cells } of lines) {
    const values: Record<string, Json> = {}
    let good = true
    for (const column of table.columns) {
      const index = mapping[column.key]
      const read = readCell(column, index === undefined ? null : (cells[index] ?? null))
      if ('value' in read) values[column.key] = read.value
      else {
        good = false
        troubles.push({ row, column: column.key, sentence: read.trouble })
      }
    }
    if (good) understood.push({ row, values })
  }
  return { lines: understood, troubles }
}

/** The step that keeps the import as a record of its own, with its file; none when lines were sent without a file. */
const filed = (
  { procedure, table }: { readonly procedure: string; readonly table: Import },
  file: ImportedFile | null,
  { lines, plan }: { readonly lines: number; readonly plan: ReturnType<Import['plan']> },
) =>
  plan.calls.length === 0
    ? null
    : {
        command: 'data-import.file',
        input: {
          procedure,
          table: table.name,
          title: table.title,
          fileId: file?.id ?? null,
          fileName: file?.name ?? null,
          sha256: file?.sha256 ?? null,
          lines,
          fresh: plan.calls.reduce((sum, item) => sum + item.rows.length, 0),
          known: plan.known.length,
        },
      }

const troublesOf = (
  planned: PlannedCall | undefined,
  refusals: Refused['refusals'] | readonly Refused['refusals'][number][],
) =>
  refusals.map(
    (refusal): ImportTrouble => ({
      ...(planned ? planned.at(refusal) : { row: 0 }),
      sentence: refusal.sentence,
    }),
  )
