import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { JsonObject } from '../../kernel/json.ts'
import { seesGuarded, seesHealth } from '../../kernel/mask.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import { findRecord } from '../../kernel/record-page.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { isDay } from '../../kernel/time.ts'
import type { InspectionRow } from '../../procedures/inspection/inspection.ts'
import { OPENERS } from '../../procedures/inspection/inspection-command.ts'
import { openedChain } from '../../procedures/inspection/opened-chain.ts'
import { bytesOf, recordsMade, recordsSeen } from '../archive/chosen-records.ts'
import { type ArchivePlan, writeArchive } from '../archive/write-archive.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import { INSPECTOR, Sights } from '../inspection/open-sight.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { guardedForm, printed } from './print.ts'

/** Most records of one archive file; longer periods are archived in parts. */
const MOST_ARCHIVED = 500
/** Most records of a sealed export for an inspection. */
const MOST_SEALED = 2_000
/** Most bytes of attached files in one archive: beyond that a ZIP needs a longer layout than every program reads. */
const MOST_BYTES = 2 * 1024 ** 3

/** Roles that may take an archive out of the house. */
const EXPORTING = ['administrator', 'quality-head', 'computer-room']

const day = z.string().refine(isDay)
const period = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to)

/** Records of a period, or what an inspector may see, as one archive file. */
export const recordsRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { kernel } = parts
  const sights = new Sights(kernel)

  app.get<{ Params: { procedure: string }; Querystring: Record<string, unknown> }>(
    '/api/archive/:procedure.zip',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const procedure = printed(parts, request.params.procedure, actor, 'record')
      const { from, to } = parsed(period, request.query)
      if (!holds(actor, EXPORTING)) return refuseWith(notTheirs)
      if (!seesHealth(procedure.record, actor)) return refuseWith(healthData)
      if (!seesGuarded(procedure.record, actor)) return refuseWith(guardedForm)
      const ids = await recordsMade(kernel, procedure, from, to, MOST_ARCHIVED + 1)
      if (ids.length === 0) return refuseWith(nothingMade)
      if (ids.length > MOST_ARCHIVED || (await bytesOf(kernel, ids)) > MOST_BYTES) return refuseWith(tooMany)
      return sendArchive(parts, request, reply, `archive-${procedure.name}-${from}-${to}`, {
        title: text(`归档文件：${procedure.title.zh}`, `Archive: ${procedure.title.en}`),
        from,
        to,
        parts: [{ procedure, ids, seenBy: actor }],
        actor,
        madeFor: null,
        journal: {
          procedure: 'archive',
          command: 'archive.export',
          clauses: ['S11-5c'],
          title: text('导出归档文件', 'Archive exported'),
          told: count =>
            text(
              `导出${procedure.title.zh} ${from} 至 ${to} 的归档文件，记录 ${count} 条`,
              `exported ${procedure.title.en} of ${from} to ${to}: ${count} records`,
            ),
        },
      })
    },
  )

  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    '/api/sealed/inspection/:id.zip',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const own = printed(parts, 'inspection', actor, 'record')
      if (!holds(actor, OPENERS)) return refuseWith(notOpeners)
      const inspection = (await findRecord(kernel, own, request.params.id, actor)) as InspectionRow
      const { sight } = sights.of([INSPECTOR], {
        id: inspection.id,
        wholeCompany: inspection.wholeCompany,
        procedures: inspection.procedures,
        from: inspection.periodFrom,
        to: inspection.periodTo,
        until: inspection.validUntil,
      })
      // exactly what the inspector could open, under the name of whoever takes it out
      const seenBy: Actor = { ...actor, roles: [INSPECTOR], ...(sight && { sight }) }
      const chosen = kernel.registry.procedures.filter(({ name }) => sight?.procedures.includes(name))
      const found = await Promise.all(
        chosen.map(async procedure => ({
          procedure,
          ids: await recordsSeen(kernel, procedure, seenBy, MOST_SEALED + 1),
          seenBy,
        })),
      )
      const ids = found.flatMap(part => part.ids)
      if (ids.length > MOST_SEALED || (await bytesOf(kernel, ids)) > MOST_BYTES) return refuseWith(tooManySealed)
      const { rows } = await parts.pool.query(
        'select position, at, outcome, actor_name, body, previous_hash, hash from trail where chain = $1 order by position',
        [openedChain(inspection.id)],
      )
      return sendArchive(parts, request, reply, `inspection-${inspection.number}`, {
        title: text(`监督检查封存包 ${inspection.number}`, `Sealed export of ${inspection.number}`),
        from: inspection.periodFrom,
        to: inspection.periodTo,
        parts: [{ procedure: own, ids: [inspection.id], seenBy: actor }, ...found],
        actor,
        madeFor: { inspection: inspection.number, authority: inspection.authority },
        more: [{ path: 'opened.json', content: JSON.parse(JSON.stringify({ entries: rows })) as JsonObject }],
        journal: {
          procedure: 'inspection',
          recordId: inspection.id,
          command: 'inspection.export',
          clauses: ['JC-export'],
          title: text('导出封存包', 'Sealed export'),
          told: count => text(`导出封存包，记录 ${count} 条`, `exported sealed files of ${count} records`),
        },
      })
    },
  )
}

/** Answers while the archive is written; it ends early, and so can be told from a whole one, when something fails. */
const sendArchive = (
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  plan: ArchivePlan,
) => {
  const stream = new PassThrough()
  writeArchive(parts, plan, stream).catch(error => {
    request.log.warn({ err: error }, 'an archive ended early')
    stream.destroy(error instanceof Error ? error : undefined)
  })
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; ${nameInHeader(`${name}.zip`)}`)
    .header('cache-control', 'no-store')
    .send(stream)
}

const notOpeners = refuse(
  'role',
  text(
    '封存包由质量负责人或管理者代表导出，请转交其导出。',
    'Sealed files are exported by the quality head or the management representative: ask one of them.',
  ),
  { kind: 'forbidden' },
)
const tooManySealed = refuse(
  'too-many',
  text(
    `选定的程序和期间超过 ${MOST_SEALED} 条记录或附件超过 2 GB。请先缩小查看范围，再分几次导出。`,
    `More than ${MOST_SEALED} records or 2 GB of files: first narrow what may be seen, then export in parts.`,
  ),
  { kind: 'unfit' },
)
const notTheirs = refuse(
  'role',
  text(
    '归档文件由系统管理员（综合办）、质量负责人或电脑室导出，请转交其导出。',
    'Archives are exported by the administrator, the quality head or the computer room: ask one of them.',
  ),
  { kind: 'forbidden' },
)
const healthData = refuse(
  'health-data',
  text(
    '这些记录含患者健康信息，由办理该类记录的质量负责人导出，请转交其导出。',
    'These records carry health data of people: ask the quality head, who handles them, to export them.',
  ),
  { kind: 'forbidden' },
)
const nothingMade = refuse(
  'nothing-made',
  text('此期间没有建立记录，请更换期间。', 'No record was made in that period: choose another one.'),
  { kind: 'unfit' },
)
const tooMany = refuse(
  'too-many',
  text(
    `此期间超过 ${MOST_ARCHIVED} 条记录，请缩短期间，分几份归档。`,
    `More than ${MOST_ARCHIVED} records in that period: choose shorter ones and archive them in parts.`,
  ),
  { kind: 'unfit' },
)
