import { execute } from '../../kernel/execute.ts'
import { recordOf } from '../../kernel/load.ts'
import type { Actor } from '../../kernel/person.ts'
import type { PeriodicReportRow } from '../../procedures/periodic-report/periodic-report.ts'
import { contentHash, keepContent } from '../attachments/attachment-file.ts'
import type { ServerParts } from '../parts.ts'
import { reportFiles } from '../print/report-files.ts'
import { letterheadFor } from '../routes/letterhead.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The server itself, at a site. */
export const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})

/** Makes the files of a signed report, keeps them and files the report; nothing happens when it is filed already. */
export async function fileReport(parts: ServerParts, id: string): Promise<void> {
  const { kernel, pool } = parts
  const { rows } = await pool.query('select * from periodic_report where id = $1', [id])
  const record = rows[0] && (recordOf(rows[0]) as PeriodicReportRow)
  if (record?.state !== 'signed') return
  const actor = systemAt(record.siteId)
  const files = await reportFiles(kernel, record, await letterheadFor(parts, actor, 'zh'))
  const keep = async (content: Uint8Array, ending: string, mediaType: string) => {
    const sha256 = contentHash(content)
    await keepContent(parts.dataDir, sha256, content)
    const fileId = kernel.newId()
    await pool.query(
      `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [fileId, sha256, `${files.name}.${ending}`, mediaType, content.length, actor.id, kernel.clock.now()],
    )
    return { fileId, sha256 }
  }
  const pdf = await keep(files.pdf, 'pdf', 'application/pdf')
  const xlsx = await keep(files.xlsx, 'xlsx', XLSX)
  await execute(
    kernel,
    {
      command: 'periodic-report.file',
      on: id,
      input: {
        contentHash: files.contentHash,
        pdf: pdf.fileId,
        pdfSha256: pdf.sha256,
        xlsx: xlsx.fileId,
        xlsxSha256: xlsx.sha256,
      },
    },
    actor,
  )
}
