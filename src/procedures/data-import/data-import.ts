import { z } from 'zod'
import { type RecordType, recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** An import is done when it is filed: nothing follows. */
export const states = {
  filed: {
    title: text('已导入', 'Imported'),
    meaning: text('全部行已写入，原始文件已存档', 'All lines are written, the file is kept'),
    final: true,
    tone: 'ok',
  },
} as const satisfies Record<string, StateMeaning>

/** One table that was imported. */
export const dataImportRow = z.object({
  ...recordColumns,
  state: z.enum(['filed']),
  /** What was imported from which file, in one line. */
  title: z.string().min(1),
  procedure: z.string().min(1),
  tableName: z.string().min(1),
  tableTitle: z.object({ zh: z.string(), en: z.string() }),
  fileName: z.string().nullable(),
  /** SHA-256 of the file, in hexadecimal. */
  sha256: z.string().nullable(),
  lines: z.int().nonnegative(),
  fresh: z.int().nonnegative(),
  known: z.int().nonnegative(),
  importedByName: z.string().min(1),
})

/** A row of table `data_import`. */
export type DataImportRow = z.infer<typeof dataImportRow>

/** An import of a table. */
export const DataImport: RecordType<DataImportRow, keyof typeof states> = recordType({
  name: 'data-import',
  title: text('数据导入', 'data import'),
  table: 'data_import',
  row: dataImportRow,
  states,
  series: { prefix: 'DR', digits: 5 },
  retention: retained('computer-room'),
  searchText: row => [row.number, row.title, row.tableTitle.zh, row.tableTitle.en, row.importedByName].join(' '),
})
