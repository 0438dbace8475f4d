import type { FastifyInstance } from 'fastify'
import { clausePage, clauseProofs, clauseSample } from '../../kernel/evidence-page.ts'
import { readScopeRefusal } from '../auth/api-key.ts'
import { parsedQuery } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { clauseReport } from '../print/clause-report.ts'
import { inLanguage } from '../print/letterhead.ts'
import { printReport } from '../print/report-pdf.ts'
import { clauseAsk, clauseParams } from '../reads/clause-reads.ts'
import { TRAIL_ROLES } from '../reads/trail-reads.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { letterheadFor } from './letterhead.ts'
import { languageOf, sendPdf } from './print.ts'
import { mayAsk } from './read.ts'

/** Records that a printed clause lists; an inspector who wants more draws a sample or reads on in the product. */
const PRINTED = 100

/** `GET /api/print/clause/<procedure>/<clause>?from&to&seed&count&lang`: a clause with its evidence as PDF/A. */
export const clausePrintRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: { procedure: string; clause: string }; Querystring: Record<string, unknown> }>(
    '/api/print/clause/:procedure/:clause',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const beyond = readScopeRefusal(actor, 'evidence.clause')
      if (beyond) return refuseWith(beyond)
      mayAsk(parts, CLAUSE_COPY, actor)
      const { lang, rest } = languageOf(request.query)
      const { seed, count, ...place } = parsedQuery(clauseParams, { ...rest, ...request.params })
      const ask = clauseAsk(parts, place, actor)
      const { kernel } = parts
      const [page, records, sample, head] = await Promise.all([
        clausePage(kernel, ask, actor),
        clauseProofs(kernel, ask, { limit: PRINTED }, actor),
        seed ? clauseSample(kernel, ask, seed, count, actor) : null,
        letterheadFor(parts, actor, lang),
      ])
      const { from, to } = ask
      const report = clauseReport(page, records, sample, { from, to, zone: kernel.zone })
      const pdf = await printReport(report, { signatures: [] }, head)
      return sendPdf(reply, pdf, `${inLanguage(report.title, head)} ${inLanguage(report.period, head)}`)
    },
  )
}

const CLAUSE_COPY = { by: TRAIL_ROLES, title: { zh: '条款执行证据', en: 'Evidence of a clause' } }
