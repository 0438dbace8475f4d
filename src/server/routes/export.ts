import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { exportRecord } from '../../kernel/export-record.ts'
import { streamLedger } from '../../kernel/ledger-read.ts'
import type { Column, LedgerRow } from '../../kernel/view.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import type { ServerParts } from '../parts.ts'
import { cellText, sheetKind } from '../print/ledger-cell.ts'
import { inLanguage, type Letterhead } from '../print/letterhead.ts'
import { writeXlsx, type XlsxColumn, type XlsxValue } from '../print/xlsx.ts'
import { actorOf } from '../who.ts'
import { copyColumns, withNames } from './ledger-copy.ts'
import { letterheadFor } from './letterhead.ts'
import { languageOf, printed } from './print.ts'
import { ledgerAsk } from './read.ts'

/** Ledgers as XLSX, of any length, and one record with its trail as JSON that can be checked without us. */
export const exportRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: { procedure: string; ledger: string }; Querystring: Record<string, unknown> }>(
    '/api/export/:procedure/:ledger.xlsx',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang, rest } = languageOf(request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'ledger')
      const { ledger, ask } = ledgerAsk(parts, procedure, rest, request.params.ledger)
      const columns = copyColumns(procedure, ledger)
      const [head, named] = await Promise.all([letterheadFor(parts, actor, lang), withNames(parts, columns)])
      const title = inLanguage(ledger.title, head)
      const rows = cells(streamLedger(parts.kernel, procedure, ledger, ask, actor), columns, named, head)
      const stream = new PassThrough()
      writeXlsx(stream, { title, columns: columns.map(xlsxColumn(head)), rows, zone: parts.kernel.zone }).catch(
        error => {
          request.log.warn({ error }, 'an export ended early')
          stream.destroy()
        },
      )
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; ${nameInHeader(`${title}.xlsx`)}`)
        .header('cache-control', 'no-store')
        .send(stream)
    },
  )

  app.get<{ Params: { procedure: string; id: string } }>(
    '/api/export/:procedure/record/:id.json',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const procedure = printed(parts, request.params.procedure, actor, 'record')
      const exported = await exportRecord(parts.kernel, procedure, request.params.id, actor)
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; ${nameInHeader(`${request.params.id}.json`)}`)
        .send(JSON.stringify(exported, null, 2))
    },
  )
}

const xlsxColumn =
  (head: Letterhead) =>
  (column: Column): XlsxColumn => ({
    key: column.key,
    title: inLanguage(column.title, head),
    width: column.width,
    kind: sheetKind(column),
  })

async function* cells(
  rows: AsyncIterable<LedgerRow>,
  columns: readonly Column[],
  named: (row: LedgerRow) => LedgerRow,
  head: Letterhead,
): AsyncGenerator<Record<string, XlsxValue>> {
  for await (const row of rows) {
    const shown = named(row)
    const cell: Record<string, XlsxValue> = {}
    for (const column of columns) {
      const value = shown[column.key]
      const plain = sheetKind(column) !== 'text'
      cell[column.key] =
        plain && (typeof value === 'string' || typeof value === 'number') ? value : cellText(column, value, head)
    }
    yield cell
  }
}
