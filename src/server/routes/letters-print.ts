import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { hidingDisposed } from '../../kernel/disposed.ts'
import { sees } from '../../kernel/mask.ts'
import { refuse } from '../../kernel/refusal.ts'
import { fromRow } from '../../kernel/rows.ts'
import { text } from '../../kernel/text.ts'
import { type LetterView, letterForm } from '../../procedures/message/forms/letter.ts'
import type { MessageRow } from '../../procedures/message/message.ts'
import { TO_BRING } from '../../procedures/message/taxonomy.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { type LetterSheet, printLetters } from '../print/letters-pdf.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { copyLanguage, letterheadFor } from './letterhead.ts'
import { printed, sendPdf, standingsOf, withLink } from './print.ts'

/** Letters of one record that go into one file: some hundred pages. */
const MOST = 300

/** What is asked of a stack of letters. */
export const lettersParams = z.object({ record: z.uuid(), lang: copyLanguage })

/** All letters of a record that are still to be printed and brought, in one PDF: `/api/print/message/letters?record=…`. */
export const letterPrintRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Querystring: Record<string, unknown> }>('/api/print/message/letters', async (request, reply) => {
    const actor = await actorOf(parts, request)
    const { record, lang } = parsed(lettersParams, request.query)
    const procedure = printed(parts, 'message', actor, 'record')
    const { rows } = await parts.pool.query(
      `select * from message where record_id = $1 and site_id = $2 and state = any($3) order by number limit ${MOST + 1}`,
      [record, actor.siteId, TO_BRING],
    )
    const waiting = rows.map(row => fromRow<MessageRow>(row)).filter(row => sees(procedure.record, row, actor))
    if (waiting.length === 0) return refuseWith(nothingWaits)
    if (waiting.length > MOST) return refuseWith(tooMany)
    const ids = waiting.map(row => row.id)
    const [views, hiding, standings] = await Promise.all([
      procedure.queries.facts.paper?.read(parts.kernel.db, ids),
      hidingDisposed(parts.kernel, ids),
      standingsOf(parts, procedure, waiting),
    ])
    const letters: LetterSheet[] = await Promise.all(
      waiting.map(async ({ id, number }) => {
        const hide = hiding.get(id)
        const read = views?.get(id) as LetterView
        const view = (await withLink(parts, letterForm, hide ? hide(read) : read, actor)) as LetterView
        const record = standings.get(id)
        if (!record) throw new Error(`Letter ${number} has no standing`)
        return { view, record }
      }),
    )
    const about = waiting[0]?.recordNumber ?? ''
    return sendPdf(reply, await printLetters(letters, await letterheadFor(parts, actor, lang)), `${about} 函件`.trim())
  })
}

const nothingWaits = refuse(
  'no-letter-waits',
  text('这条记录没有待打印送达的函件。', 'No letter of this record waits to be printed.'),
  { kind: 'absent' },
)
const tooMany = refuse(
  'too-many-letters',
  text(
    `待打印的函件超过 ${MOST} 封。请先登记已送达的，或在函件台账中逐封打印。`,
    `More than ${MOST} letters wait. Enter those that were brought first, or print single ones from the register of letters.`,
  ),
  { kind: 'unfit' },
)
