import { createHash, sign } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { exportRecord } from '../../kernel/export-record.ts'
import { seesHealth } from '../../kernel/mask.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { type Day, endOfDay, isDay, startOfDay } from '../../kernel/time.ts'
import { recordAttempt } from '../../kernel/trail.ts'
import { contentStream } from '../attachments/attachment-file.ts'
import { nameInHeader } from '../attachments/disposition.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { ZipWriter } from '../print/zip-writer.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'
import { formCopy, printed } from './print.ts'

/** Most records of one archive file; longer periods are archived in parts. */
const MOST_ARCHIVED = 500

/** Roles that may take an archive out of the house. */
const EXPORTING = ['administrator', 'quality-head', 'computer-room']

const day = z.string().refine(isDay)
const period = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to)

/** Records of a period as one archive file. */
export const recordsRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: { procedure: string }; Querystring: Record<string, unknown> }>(
    '/api/archive/:procedure.zip',
    async (request, reply) => {
      const actor = await actorOf(parts, request)
      const procedure = printed(parts, request.params.procedure, actor, 'record')
      const { from, to } = parsed(period, request.query)
      if (!holds(actor, EXPORTING)) return refuseWith(notTheirs)
      if (!seesHealth(procedure.record, actor)) return refuseWith(healthData)
      const ids = await recordsMade(parts, procedure, from, to)
      if (ids.length === 0) return refuseWith(nothingMade)
      if (ids.length > MOST_ARCHIVED) return refuseWith(tooMany)
      const stream = new PassThrough()
      writeArchive(parts, procedure, { from, to, ids }, actor, stream).catch(error => {
        request.log.warn({ error }, 'an archive ended early')
        stream.destroy(error instanceof Error ? error : undefined)
      })
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; ${nameInHeader(`archive-${procedure.name}-${from}-${to}.zip`)}`)
        .header('cache-control', 'no-store')
        .send(stream)
    },
  )
}

async function recordsMade(
  { kernel, pool }: ServerParts,
  { record }: Procedure,
  from: Day,
  to: Day,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "${record.table}" where created_at between $1 and $2 order by number limit $3`,
    [startOfDay(from, kernel.zone), endOfDay(to, kernel.zone), MOST_ARCHIVED + 1],
  )
  return rows.map(row => row.id)
}

/** Writes records, forms and files one by one, then the manifest and its signature; journals that it was taken. */
async function writeArchive(
  parts: ServerParts,
  procedure: Procedure,
  asked: { readonly from: Day; readonly to: Day; readonly ids: readonly string[] },
  actor: Actor,
  stream: PassThrough,
): Promise<void> {
  const { kernel } = parts
  const zip = new ZipWriter()
  const files: { path: string; sha256: string; size: number }[] = []
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    zip.open(path)
    await zip.write(bytes)
    await zip.close()
    for (const chunk of zip.taken()) stream.write(chunk)
    files.push({ path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length })
  }
  const numbers: string[] = []
  for (const id of asked.ids) {
    const exported = await exportRecord(kernel, procedure, id, actor)
    const number = String(exported.number)
    numbers.push(number)
    await put(`records/${number}.json`, JSON.stringify(exported, null, 2))
    for (const form of procedure.forms) {
      if (!(form.applies?.(exported.record as Record<string, unknown>) ?? true)) continue
      const { pdf } = await formCopy(parts, procedure, form, id, actor, 'zh')
      await put(`forms/${number} ${form.id}.pdf`, pdf)
    }
    const { rows } = await parts.pool.query<{ sha256: string; name: string }>(
      'select sha256, name from attachment where record_id = $1 and erased_at is null order by uploaded_at, id',
      [id],
    )
    for (const [at, row] of rows.entries())
      await put(
        `attachments/${number}/${at + 1} ${row.name.replaceAll(/[\\/]/g, '_')}`,
        await buffer(contentStream(parts.dataDir, row.sha256)),
      )
  }
  const manifest = JSON.stringify(
    {
      format: 'bihuan-archive/1',
      procedure: procedure.name,
      title: procedure.title,
      from: asked.from,
      to: asked.to,
      exportedAt: kernel.clock.now(),
      exportedBy: actor.name,
      records: numbers,
      files: [...files],
      key: kernel.keys.checking.export({ type: 'spki', format: 'pem' }),
    },
    null,
    2,
  )
  await put('manifest.json', manifest)
  await put('manifest.sig', sign(null, Buffer.from(manifest), kernel.keys.sealing).toString('base64'))
  zip.end()
  for (const chunk of zip.taken()) stream.write(chunk)
  await recordAttempt(kernel, {
    procedure: 'archive',
    command: 'archive.export',
    outcome: 'accepted',
    actor,
    clauses: ['S11-5c'],
    body: {
      title: { zh: '导出归档文件', en: 'Archive exported' },
      told: {
        zh: `导出${procedure.title.zh} ${asked.from} 至 ${asked.to} 的归档文件，记录 ${numbers.length} 条`,
        en: `exported ${procedure.title.en} of ${asked.from} to ${asked.to}: ${numbers.length} records`,
      },
      procedure: procedure.name,
      from: asked.from,
      to: asked.to,
      records: numbers,
    },
  })
  stream.end()
}

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
