import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isId } from '../../kernel/call.ts'
import { keptBack } from '../../kernel/in-work.ts'
import { BLANK, type Ledger } from '../../kernel/ledger.ts'
import { courseFilter } from '../../kernel/ledger-course.ts'
import { type LedgerAsk, readLedger } from '../../kernel/ledger-read.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { ReadContext } from '../../kernel/queries.ts'
import { findRecord, recordPage } from '../../kernel/record-page.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, text } from '../../kernel/text.ts'
import { endOfDay, isDay, parseInstant, startOfDay } from '../../kernel/time.ts'
import { readTimeline } from '../../kernel/timeline.ts'
import { readScopeRefusal } from '../auth/api-key.ts'
import { reportBeyondSight } from '../inspection/report-sight.ts'
import { parsed, parsedQuery } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { boardReads } from '../reads/board-reads.ts'
import { clauseReads } from '../reads/clause-reads.ts'
import { healthReads } from '../reads/health-reads.ts'
import { notificationReads } from '../reads/notification-reads.ts'
import { openCounts } from '../reads/open-counts.ts'
import type { ProductRead } from '../reads/product-read.ts'
import { reportReads } from '../reads/report-reads.ts'
import { traceReads } from '../reads/trace-reads.ts'
import { trailReads } from '../reads/trail-reads.ts'
import { vocabularyReads } from '../reads/vocabulary-reads.ts'
import { workbenchReads } from '../reads/workbench-reads.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'

/** Reads that belong to no single procedure, by name. */
export const productReads: ReadonlyMap<string, ProductRead> = new Map(
  [
    ...workbenchReads,
    openCounts,
    ...notificationReads,
    ...vocabularyReads,
    ...trailReads,
    ...clauseReads,
    ...traceReads,
    ...boardReads,
    ...reportReads,
    ...healthReads,
  ].map(read => [read.name, read]),
)

/** Parameters of a record page. */
export const recordParams = z.object({ id: z.string().min(1).max(60) })

const when = z
  .string()
  .max(40)
  .refine(value => isDay(value) || parseInstant(value) !== null, {
    params: { text: text('日期请写成 2026-11-22。', 'Write the day as 2026-11-22.') },
  })

/** Parameters of the older part of a record's timeline: `before` is the seq of the last entry already shown. */
export const timelineParams = z.object({ id: z.string().min(1).max(60), before: z.int().positive().optional() })

/** Parameters of a ledger; each filter travels as `filter.<column>=a,b`. */
export const ledgerParams = z.object({
  ledger: z.string().max(60).optional(),
  search: z.string().max(200).optional(),
  from: when.optional(),
  to: when.optional(),
  after: z
    .string()
    .max(70)
    .refine(value => {
      const [at = '', id, ...more] = value.split('|')
      return parseInstant(at) !== null && isId(id) && more.length === 0
    })
    .optional(),
  limit: z.int().min(1).max(500).optional(),
})

/** `GET /api/read/<procedure>.<query>`. */
export const readRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: { name: string }; Querystring: Record<string, unknown> }>('/api/read/:name', async request => {
    const actor = await actorOf(parts, request)
    const { name } = request.params
    const beyond = readScopeRefusal(actor, name)
    if (beyond) return refuseWith(beyond)
    const own = productReads.get(name)
    if (own) {
      mayAsk(parts, own, actor)
      return (await own.run(parts, parsedQuery(own.params, request.query), actor)) ?? null
    }
    const [first = '', query = ''] = name.split('.', 2)
    if (!parts.kernel.registry.has(first)) return refuseWith(noSuchRead(name))
    return readOf(parts, parts.kernel.registry.procedure(first), query, request.query, actor)
  })
}

const readOf = async (
  parts: ServerParts,
  procedure: Procedure,
  query: string,
  given: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<unknown> => {
  const { kernel } = parts
  if (query === 'record') return recordPage(kernel, procedure, parsed(recordParams, given).id, actor)
  if (query === 'timeline') {
    const { id, before } = parsedQuery(timelineParams, given)
    const record = await findRecord(kernel, procedure, id, actor)
    const timeline = await readTimeline(kernel, procedure.name, record.id, { limit: 60, before })
    const kept = await keptBack(kernel, procedure, record, actor)
    return timeline.filter(entry => !kept.step(entry))
  }
  if (query === 'ledger') {
    const { ledger, ask } = ledgerAsk(parts, procedure, given)
    return readLedger(kernel, procedure, ledger, ask, actor)
  }
  if (query === 'report') {
    const { name, ...rest } = given
    return fillReport(parts, procedure, String(name ?? ''), rest, actor)
  }
  const read = Object.hasOwn(procedure.queries.reads, query) ? procedure.queries.reads[query] : undefined
  if (!read) return refuseWith(noSuchRead(`${procedure.name}.${query}`))
  mayAsk(parts, read, actor)
  const params = parsedQuery(read.params, given)
  return (await read.run(kernel.db, params, await readContext(parts, actor))) ?? null
}

/** What a ledger is asked, from a query string; shared by screen, print and export. */
export const ledgerAsk = (
  { kernel }: Pick<ServerParts, 'kernel'>,
  procedure: Procedure,
  given: Readonly<Record<string, unknown>>,
  named?: string,
): { readonly ledger: Ledger; readonly ask: LedgerAsk } => {
  const entries = Object.entries(given)
  const plain = Object.fromEntries(entries.filter(([key]) => !key.startsWith('filter.')))
  const { ledger: asked, from, to, ...rest } = parsedQuery(ledgerParams, plain)
  const name = named ?? asked
  const ledger = name === undefined ? procedure.ledgers[0] : procedure.ledgers.find(item => item.name === name)
  if (!ledger) return refuseWith(noSuchRead(`${procedure.name}.ledger`))
  const filter: Record<string, string[]> = {}
  for (const [key, value] of entries) {
    if (!key.startsWith('filter.')) continue
    const column = key.slice('filter.'.length)
    const course = courseFilter(procedure, column)
    if (!course && !ledger.filters.includes(column)) return refuseWith(noSuchFilter(column, ledger))
    const held = course ? z.enum(Object.keys(course.options)) : heldBy(procedure, column)
    filter[column] = filterValues(held, key, value)
  }
  const { zone } = kernel
  return {
    ledger,
    ask: {
      ...rest,
      filter,
      ...(from !== undefined && { from: isDay(from) ? startOfDay(from, zone) : (parseInstant(from) ?? from) }),
      ...(to !== undefined && { to: isDay(to) ? endOfDay(to, zone) : (parseInstant(to) ?? to) }),
    },
  }
}

/** What a column of the record's table holds. */
const heldBy = ({ record }: Procedure, column: string): z.ZodType =>
  (record.row instanceof z.ZodObject ? (record.row.shape[column] as z.ZodType | undefined) : undefined) ?? z.string()

/** Values of a filter; each must be one that it can take, or stand for none. */
const filterValues = (held: z.ZodType, key: string, value: unknown): string[] => {
  const values = (Array.isArray(value) ? value : [value]).flatMap(item => String(item).split(',')).filter(Boolean)
  parsedQuery(z.object({ [key]: z.array(held).max(MOST_VALUES) }), { [key]: values.filter(value => value !== BLANK) })
  return values
}

/** Most values of one filter. */
const MOST_VALUES = 200

/** Fills a report by its name; shared by screen and print. */
export const fillReport = async (
  parts: ServerParts,
  procedure: Procedure,
  name: string,
  given: Readonly<Record<string, unknown>>,
  actor: Actor,
) => {
  const report = procedure.reports.find(item => item.name === name)
  if (!report) return refuseWith(noSuchRead(`${procedure.name}.report?name=${name}`))
  mayAsk(parts, report, actor)
  const params = parsedQuery(report.params, given)
  const { kernel } = parts
  const beyond = reportBeyondSight(actor, params, kernel.clock.now(), kernel.zone)
  if (beyond) return refuseWith(beyond)
  // a report of one record is open to an inspector where the record is
  if (actor.sight && typeof params.number === 'string') await findRecord(kernel, procedure, params.number, actor)
  return report.fill(kernel.db, params, await readContext(parts, actor))
}

const readContext = async ({ kernel }: ServerParts, actor: Actor): Promise<ReadContext> => {
  const now = kernel.clock.now()
  const { policies } = await kernel.settings()
  return { actor, now, zone: kernel.zone, policy: policyBook(policies, now) }
}

/** Refuses who holds none of the roles that may ask. */
export const mayAsk = (
  { kernel }: ServerParts,
  asked: { readonly by: readonly string[]; readonly title: { readonly zh: string; readonly en: string } },
  actor: Actor,
): void => {
  if (asked.by.length === 0 || holds(actor, asked.by)) return
  const roles = joinText(asked.by.map(kernel.words.roleTitle))
  refuseWith(
    refuse(
      'role',
      {
        zh: `“${asked.title.zh}”由${roles.zh}查看，请联系管理员开通。`,
        en: `"${asked.title.en}" is open to ${roles.en}: ask an administrator for the role.`,
      },
      { kind: 'forbidden' },
    ),
  )
}

const noSuchRead = (name: string): Refusal =>
  refuse(
    'no-such-read',
    { zh: `没有名为 ${name} 的查询。`, en: `There is no read called ${name}.` },
    { kind: 'absent' },
  )

const noSuchFilter = (column: string, ledger: Ledger): Refusal =>
  refuse(
    'unknown-field',
    {
      zh: `“${ledger.title.zh}”不能按 ${column} 筛选。可用：${ledger.filters.join('、')}。`,
      en: `"${ledger.title.en}" cannot be filtered by ${column}. There are: ${ledger.filters.join(', ')}.`,
    },
    { field: `filter.${column}` },
  )
