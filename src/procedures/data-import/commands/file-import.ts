import { z } from 'zod'
import { commandsOf } from '../../../kernel/command.ts'
import { text } from '../../../kernel/text.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { roleIds } from '../../../vocabulary/role.ts'
import { DataImport, type DataImportRow } from '../data-import.ts'

const dataImportCommand = commandsOf<DataImportRow, Record<never, never>, Record<never, never>>(DataImport)

const count = z.int().min(0).max(1_000_000)

/**
 * Files an import beside the lines that it wrote. Taken by the import itself as its last step, in the same transaction;
 * whoever may take the steps of the lines may also file them.
 */
export const fileImport = dataImportCommand('file', {
  title: text('导入存档', 'File the import'),
  fulfils: ['DI-source', 'DI-identity'],
  from: 'new',
  to: 'filed',
  by: roleIds.filter(role => role !== 'authority-inspector'),
  input: z.object({
    procedure: lineOf(60),
    table: lineOf(60),
    title: z.object({ zh: lineOf(100), en: lineOf(100) }),
    fileId: z.uuid().nullable(),
    fileName: lineOf(200).nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    lines: count,
    fresh: count,
    known: count,
  }),
  change: ({ input, actor }) => ({
    set: {
      title: [input.title.zh, input.fileName].filter(Boolean).join(' · '),
      procedure: input.procedure,
      tableName: input.table,
      tableTitle: input.title,
      fileName: input.fileName,
      sha256: input.sha256,
      lines: input.lines,
      fresh: input.fresh,
      known: input.known,
      importedByName: actor.name,
    },
    attach: input.fileId === null ? [] : [{ id: input.fileId, purpose: 'import' }],
  }),
  tell: ({ input }) =>
    text(
      `导入${input.title.zh} ${input.lines} 行：新增 ${input.fresh}，已有 ${input.known}`,
      `imported ${input.lines} lines of ${input.title.en.toLowerCase()}: ${input.fresh} new, ${input.known} known already`,
    ),
  place: 'none',
})
