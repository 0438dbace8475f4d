import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Import } from '../../kernel/import.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, text } from '../../kernel/text.ts'
import { attachmentPath } from '../attachments/attachment-file.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import { readTableApart } from '../import/read-apart.ts'
import { type ImportedFile, runImport } from '../import/run-import.ts'
import { MOST_COLUMNS, type Table } from '../import/table-file.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { inLanguage } from '../print/letterhead.ts'
import { writeXlsx } from '../print/xlsx.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { letterheadFor } from './letterhead.ts'
import { languageOf } from './print.ts'

const MEGABYTE = 1024 * 1024
const cell = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])

/** What is sent to import a table: an uploaded file, or the lines themselves by the keys of their columns. */
export const importBody = z.strictObject({
  /** Id of an uploaded CSV or XLSX file. */
  fileId: z.uuid().optional(),
  lines: z
    .array(z.record(z.string().max(100), cell))
    .min(1)
    .max(200_000)
    .optional(),
  /** Column key → header of the table, where the headers do not say it themselves. */
  mapping: z.record(z.string().max(100), z.string().max(200)).optional(),
  /** Try everything, write nothing. */
  dryRun: z.boolean(),
})

const absentTable: Refusal = refuse(
  'absent',
  text('没有这种导入，或您无权使用。', 'There is no such import, or you may not use it.'),
  { kind: 'absent' },
)
const noSource: Refusal = refuse(
  'no-file',
  text('请选择要导入的文件（.xlsx 或 .csv）。', 'Choose the file to import (.xlsx or .csv).'),
  { field: 'file' },
)
const notATable: Refusal = refuse(
  'table-unfit',
  text('这个文件不是表格：请上传 .xlsx 或 .csv 文件。', 'This file is no table: upload an .xlsx or .csv file.'),
  { field: 'file' },
)
const tooManyColumns: Refusal = refuse(
  'too-many-columns',
  text(
    `各行合计最多 ${MOST_COLUMNS} 个不同的列名：请让每一行使用相同的列名。`,
    `All lines together name at most ${MOST_COLUMNS} columns: use the same column names in every line.`,
  ),
  { field: 'lines' },
)

interface Named {
  readonly procedure: string
  readonly table: string
}

/** Import of tables: what can be imported, a template for each, and the import itself, dry or real. */
export const importRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get('/api/import', async request => {
    const actor = await actorOf(parts, request)
    return parts.kernel.registry.procedures.flatMap(procedure =>
      (procedure.imports ?? [])
        .filter(table => holds(actor, table.by))
        .map(({ name, title, about, columns, by }) => ({
          procedure: procedure.name,
          name,
          title,
          about,
          by: joinText(by.map(parts.kernel.words.roleTitle), text('、', ', ')),
          columns,
        })),
    )
  })

  app.get<{ Params: Named; Querystring: Record<string, unknown> }>(
    '/api/import/:procedure/:table/template.xlsx',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const table = declared(parts, request.params, actor)
      if (!table) return refuseWith(absentTable)
      const { lang } = languageOf(request.query)
      const head = await letterheadFor(parts, actor, lang)
      const title = inLanguage(table.title, head)
      const stream = new PassThrough()
      const example = Object.fromEntries(table.columns.map(column => [column.key, column.example]))
      writeXlsx(stream, {
        title,
        columns: table.columns.map(column => ({
          key: column.key,
          title: `${inLanguage(column.title, head)}${column.needed ? '*' : ''}`,
          width: 18,
          kind: 'text' as const,
        })),
        rows: [example],
        zone: parts.kernel.zone,
      }).catch(error => {
        request.log.warn({ error }, 'a template ended early')
        stream.destroy()
      })
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; ${nameInHeader(`${title}.xlsx`)}`)
        .send(stream)
    },
  )

  app.post<{ Params: Named }>('/api/import/:procedure/:table', { bodyLimit: 32 * MEGABYTE }, async request => {
    const actor = await actorOf(parts, request)
    const table = declared(parts, request.params, actor)
    if (!table) return refuseWith(absentTable)
    const { fileId, lines, mapping, dryRun } = parsed(importBody, request.body)
    const source = fileId ? await fileTable(parts, fileId, actor) : lines ? sentTable(lines) : noSource
    if ('code' in source) return refuseWith(source)
    return runImport(
      parts.kernel,
      actor,
      { procedure: request.params.procedure, table },
      { ...source, ...(mapping && { mapping }), dryRun },
    )
  })
}

const declared = ({ kernel }: ServerParts, { procedure, table }: Named, actor: Actor): Import | undefined =>
  kernel.registry.has(procedure)
    ? kernel.registry.procedure(procedure).imports?.find(item => item.name === table && holds(actor, item.by))
    : undefined

/** Lines that were sent as they are; rows count from 1. Refused when they name more columns than a table has. */
function tableOf(lines: readonly Readonly<Record<string, string | number | boolean | null>>[]): Table | Refusal {
  const named = new Set<string>()
  for (const line of lines) {
    for (const key in line) named.add(key)
    // each column is a cell of every line: lines with keys of their own would burst the memory
    if (named.size > MOST_COLUMNS) return tooManyColumns
  }
  const headers = [...named]
  return {
    headers,
    lines: lines.map((line, i) => ({ row: i + 1, cells: headers.map(header => line[header] ?? null) })),
  }
}

const sentTable = (lines: Parameters<typeof tableOf>[0]) => {
  const table = tableOf(lines)
  return 'code' in table ? table : { table, file: null }
}

/** The table in a file that the person uploaded and that belongs to no record yet. */
async function fileTable(
  { pool, dataDir }: ServerParts,
  fileId: string,
  actor: Actor,
): Promise<Refusal | { readonly table: Table; readonly file: ImportedFile }> {
  const { rows } = await pool.query<ImportedFile & { media_type: string }>(
    'select id, name, sha256, media_type from attachment where id = $1 and uploaded_by = $2 and record_id is null',
    [fileId, actor.id],
  )
  const file = rows[0]
  if (!file) return noSource
  const kind = file.media_type === 'text/csv' ? 'csv' : file.media_type.endsWith('spreadsheetml.sheet') ? 'xlsx' : null
  if (!kind) return notATable
  return {
    table: await readTableApart(attachmentPath(dataDir, file.sha256), kind),
    file: { id: file.id, name: file.name, sha256: file.sha256 },
  }
}
