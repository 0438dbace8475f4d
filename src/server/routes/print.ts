import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { hidingDisposed } from '../../kernel/disposed.ts'
import type { AnyForm } from '../../kernel/form.ts'
import { settledFor } from '../../kernel/in-work.ts'
import { streamLedger } from '../../kernel/ledger-read.ts'
import { seesGuarded, seesHealth, withoutHealth } from '../../kernel/mask.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { editionOf } from '../../kernel/record-edition.ts'
import { findRecord } from '../../kernel/record-page.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { chainOf } from '../../kernel/trail.ts'
import type { LedgerRow } from '../../kernel/view.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import { readScopeRefusal } from '../auth/api-key.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { LEDGER_ROWS, printLedger } from '../print/ledger-pdf.ts'
import type { CopyLanguage, Letterhead } from '../print/letterhead.ts'
import { inLanguage } from '../print/letterhead.ts'
import { type PrintedRecord, printForm } from '../print/pdf.ts'
import { printReport } from '../print/report-pdf.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { copyColumns, filterWords, withNames } from './ledger-copy.ts'
import { copyLanguage, letterheadFor } from './letterhead.ts'
import { fillReport, ledgerAsk } from './read.ts'

const langOnly = z.object({ lang: copyLanguage })

interface FormParams {
  readonly procedure: string
  readonly form: string
  readonly id: string
}

/** Printed copies as PDF/A: forms of a record, reports, ledgers. */
export const printRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: FormParams; Querystring: Record<string, unknown> }>(
    '/api/print/:procedure/form/:form/:id',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang } = parsed(langOnly, request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'record')
      const form = procedure.forms.find(item => item.id === request.params.form) ?? refuseWith(nothingToPrint)
      if (!actor.sight && !seesHealth(procedure.record, actor)) return refuseWith(healthData)
      const { pdf, name } = await formCopy(parts, procedure, form, request.params.id, actor, lang)
      return sendPdf(reply, pdf, name)
    },
  )

  app.get<{ Params: Omit<FormParams, 'id'>; Querystring: Record<string, unknown> }>(
    '/api/print/:procedure/form/:form/blank',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang } = parsed(langOnly, request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'record')
      const form = procedure.forms.find(item => item.id === request.params.form) ?? refuseWith(nothingToPrint)
      const head = await letterheadFor(parts, actor, lang)
      return sendPdf(reply, await blankCopy(procedure, form, head), `${form.code} ${inLanguage(form.title, head)}`)
    },
  )

  app.get<{ Params: { procedure: string; name: string }; Querystring: Record<string, unknown> }>(
    '/api/print/:procedure/report/:name',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang, rest } = languageOf(request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'report')
      const content = await fillReport(parts, procedure, request.params.name, rest, actor)
      const head = await letterheadFor(parts, actor, lang)
      const pdf = await printReport(content, { signatures: [] }, head)
      return sendPdf(reply, pdf, `${inLanguage(content.title, head)} ${inLanguage(content.period, head)}`)
    },
  )

  app.get<{ Params: { procedure: string; name: string }; Querystring: Record<string, unknown> }>(
    '/api/print/:procedure/ledger/:name',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const { lang, rest } = languageOf(request.query)
      const procedure = printed(parts, request.params.procedure, actor, 'ledger')
      const { ledger, ask } = ledgerAsk(parts, procedure, rest, request.params.name)
      const columns = copyColumns(procedure, ledger)
      const named = await withNames(parts, columns)
      const rows: LedgerRow[] = []
      for await (const row of streamLedger(parts.kernel, procedure, ledger, ask, actor)) {
        if (rows.length === LEDGER_ROWS) return refuseWith(tooManyRows)
        rows.push(named(row))
      }
      const head = await letterheadFor(parts, actor, lang)
      const filter = filterWords(procedure, columns, ask)
      const pdf = await printLedger({ title: ledger.title, columns, rows, filter }, head)
      return sendPdf(reply, pdf, inLanguage(ledger.title, head))
    },
  )
}

/**
 * A form of one record as PDF, with the name of its file.
 * @throws Refused `absent` when the person may not see the record
 */
export const formCopy = async (
  parts: ServerParts,
  procedure: Procedure,
  form: AnyForm,
  idOrNumber: string,
  actor: Actor,
  lang: CopyLanguage,
): Promise<{ readonly pdf: Uint8Array; readonly name: string }> => {
  const record = await findRecord(parts.kernel, procedure, idOrNumber, actor)
  if (!seesGuarded(procedure.record, actor)) return refuseWith(guardedForm)
  const paper = procedure.queries.facts.paper
  if (!paper) throw new Error(`${procedure.name} has forms but no fact "paper" that fills them`)
  const read = (await paper.read(parts.kernel.db, [record.id])).get(record.id) ?? paper.none
  const seen = seesHealth(procedure.record, actor) ? read : withoutHealth(procedure.record, read)
  const hide = (await hidingDisposed(parts.kernel, [record.id])).get(record.id)
  const whole = hide ? hide(seen) : seen
  const view = procedure.record.inWork
    ? { ...(whole as object), record: settledFor(procedure.record, record, actor) }
    : whole
  const head = await letterheadFor(parts, actor, lang)
  const linked = await withLink(parts, form, view, actor)
  const standing = (await standingsOf(parts, procedure, [record])).get(record.id) as PrintedRecord
  const pdf = await printForm(form, linked, hide ? hide(standing) : standing, head)
  return { pdf, name: `${record.number} ${inLanguage(form.title, head)}` }
}

/** A form to be filled in by hand, with the rules for paper in its foot (S11-5.1.1c, d). */
const blankCopy = (procedure: Procedure, form: AnyForm, head: Letterhead): Promise<Uint8Array> => {
  const empty = procedure.queries.facts.paper?.none
  if (empty === undefined || empty === null) return refuseWith(noBlank)
  try {
    form.schema.parse(form.data(empty))
  } catch {
    return refuseWith(noBlank)
  }
  return printForm(form, empty, { number: '', hash: null, standing: 'blank', state: null }, head)
}

/** The view with the address of its link, where the form carries one, it still opens, and the person may hand it on. */
export const withLink = async ({ kernel, links }: ServerParts, form: AnyForm, view: unknown, actor: Actor) => {
  const link = form.link?.of(view)
  if (!form.link || !link || link.expiresAt <= kernel.clock.now()) return view
  if (actor.via !== 'session' || !holds(actor, form.link.by)) return view
  return form.link.put(view, await links.address(link))
}

/** The procedure, if the person may read that part of it. */
export const printed = ({ kernel }: ServerParts, name: string, actor: Actor, part: string): Procedure => {
  if (!kernel.registry.has(name)) return refuseWith(nothingToPrint)
  const beyond = readScopeRefusal(actor, `${name}.${part}`)
  return beyond ? refuseWith(beyond) : kernel.registry.procedure(name)
}

/** Parts the language from the other parameters of a copy. */
export const languageOf = (
  query: Readonly<Record<string, unknown>>,
): { lang: CopyLanguage; rest: Record<string, unknown> } => {
  const { lang, ...rest } = query
  return { lang: parsed(langOnly, lang === undefined ? {} : { lang }).lang, rest }
}

/** How copies are marked, by id: by the record's state and the hash of its last trail entry. */
export const standingsOf = async (
  { kernel, pool }: ServerParts,
  procedure: Procedure,
  records: readonly { readonly id: string; readonly number: string; readonly state: string }[],
): Promise<ReadonlyMap<string, PrintedRecord>> => {
  const ids = records.map(record => record.id)
  const [hashes, entered, editions] = await Promise.all([
    pool.query<{ chain: string; hash: string }>(
      `select asked.chain, last.hash from unnest($1::text[]) as asked (chain) cross join lateral
       (select hash from trail where trail.chain = asked.chain order by position desc limit 1) as last`,
      [ids.map(id => chainOf(procedure.name, id))],
    ),
    pool.query(
      `select record_id, what, event_at, at, by_name, reason from late_entry where record_id = any($1)
       order by at, event_at`,
      [ids],
    ),
    editionOf(kernel, procedure.name, ids),
  ])
  const hashOf = new Map(hashes.rows.map(row => [row.chain, row.hash]))
  const lateOf = Map.groupBy(entered.rows, row => row.record_id as string)
  return new Map(
    records.map(({ id, number, state: key }) => {
      const late = (lateOf.get(id) ?? []).map(row => ({
        what: row.what as Text,
        eventAt: { instant: row.event_at as string },
        at: { instant: row.at as string },
        byName: row.by_name as string,
        reason: row.reason as string,
      }))
      const state = procedure.record.states[key]
      const standing = /^void/.test(key) ? 'voided' : state?.final ? 'settled' : 'open'
      const made = editions.get(id)
      const edition = made ? `${made.code} ${made.label}` : null
      const hash = hashOf.get(chainOf(procedure.name, id)) ?? null
      return [id, { number, hash, standing, state: state?.title ?? null, edition, late }]
    }),
  )
}

/** Answers a PDF to be shown in the browser under its name. */
export const sendPdf = (reply: FastifyReply, pdf: Uint8Array, name: string) =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; ${nameInHeader(`${name}.pdf`)}`)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cache-control', 'no-store')
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))

const noBlank = refuse(
  'no-blank',
  {
    zh: '这种表单由系统按记录生成，没有可手填的空白表。',
    en: 'This form is made from a record: there is no blank one to fill in by hand.',
  },
  { kind: 'absent' },
)
const nothingToPrint = refuse(
  'absent',
  { zh: '没有这种表单、台账或报表。', en: 'There is no such form, ledger or report.' },
  { kind: 'absent' },
)
const healthData = refuse(
  'health-data',
  {
    zh: '此表单含患者健康信息，由办理该记录的岗位打印，请转交其打印。',
    en: 'This form carries health data of a person: ask somebody who handles the record to print it.',
  },
  { kind: 'forbidden' },
)
export const guardedForm = refuse(
  'guarded',
  {
    zh: '此表单含有仅限指定岗位查看的内容，请转交质量管理部打印。',
    en: 'This form holds what only some roles see: ask quality management to print it.',
  },
  { kind: 'forbidden' },
)
const tooManyRows = refuse(
  'too-many-rows',
  {
    zh: `超过 ${LEDGER_ROWS} 行，无法打印。请缩小筛选范围，或导出为 XLSX。`,
    en: `More than ${LEDGER_ROWS} rows cannot be printed. Narrow the filter, or export to XLSX.`,
  },
  { kind: 'unfit' },
)
