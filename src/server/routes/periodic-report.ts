import type { FastifyInstance } from 'fastify'
import { findRecord } from '../../kernel/record-page.ts'
import type { PeriodicReportRow } from '../../procedures/periodic-report/periodic-report.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import type { ServerParts } from '../parts.ts'
import { inLanguage } from '../print/letterhead.ts'
import { reportFiles } from '../print/report-files.ts'
import { reportXlsx } from '../print/report-xlsx.ts'
import { actorOf } from '../who.ts'
import { letterheadFor } from './letterhead.ts'
import { languageOf, printed } from './print.ts'
import { fillReport } from './read.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Copies of regular reports as they stand, and any report as a workbook. */
export const periodicReportRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: { id: string; ending: string }; Querystring: Record<string, unknown> }>(
    '/api/copy/periodic-report/:id/:ending(pdf|xlsx)',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang } = languageOf(request.query)
      const procedure = printed(parts, 'periodic-report', actor, 'record')
      const record = await findRecord(parts.kernel, procedure, request.params.id, actor)
      const head = await letterheadFor(parts, actor, lang)
      const files = await reportFiles(parts.kernel, record as PeriodicReportRow, head)
      const isPdf = request.params.ending === 'pdf'
      return reply
        .header('content-type', isPdf ? 'application/pdf' : XLSX)
        .header(
          'content-disposition',
          `${isPdf ? 'inline' : 'attachment'}; ${nameInHeader(`${files.name}.${request.params.ending}`)}`,
        )
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .header('x-frame-options', 'SAMEORIGIN')
        .header('cache-control', 'no-store')
        .send(Buffer.from(isPdf ? files.pdf : files.xlsx))
    },
  )

  app.get<{ Params: { procedure: string; name: string }; Querystring: Record<string, unknown> }>(
    '/api/export/:procedure/report/:name.xlsx',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang, rest } = languageOf(request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'report')
      const content = await fillReport(parts, procedure, request.params.name, rest, actor)
      const head = await letterheadFor(parts, actor, lang)
      const file = await reportXlsx(content, [], head)
      const name = `${inLanguage(content.title, head)} ${inLanguage(content.period, head)}.xlsx`
      return reply
        .header('content-type', XLSX)
        .header('content-disposition', `attachment; ${nameInHeader(name)}`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(file))
    },
  )
}
