import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../kernel/call.ts'
import { inScope } from '../../kernel/decide.ts'
import { keptBack } from '../../kernel/in-work.ts'
import { seesFiles } from '../../kernel/mask.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import { findRecord } from '../../kernel/record-page.ts'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { contentHash, contentStream, keepContent } from '../attachments/attachment-file.ts'
import { inlineOf, nameInHeader } from '../attachments/disposition.ts'
import { mediaTypeOf } from '../attachments/media-type.ts'
import { readScopeRefusal } from '../auth/api-key.ts'
import type { ServerParts } from '../parts.ts'
import { LARGEST_ATTACHMENT, refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'

const missingHeader: Refusal = refuse(
  'upload-header',
  {
    zh: '上传附件须带请求头 x-bihuan: 1。',
    en: 'Uploads carry the header x-bihuan: 1, which no foreign page can send.',
  },
  { kind: 'forbidden' },
)
const noFile: Refusal = refuse(
  'no-file',
  { zh: '请求中没有文件，请选择一个文件后上传。', en: 'There is no file in the request. Choose one and upload it.' },
  { field: 'file' },
)
const nothingToAttachTo: Refusal = refuse(
  'scope',
  {
    zh: '您的账号或接口密钥只能查看，不能上传附件。请由办理该记录的人上传，或请管理员扩大密钥的范围。',
    en: 'Your account or API key only reads and uploads nothing: ask who handles the record, or an administrator for wider scopes.',
  },
  { kind: 'forbidden' },
)
const absent: Refusal = refuse(
  'absent',
  { zh: '没有这个附件，或您无权查看。', en: 'There is no such attachment, or you may not see it.' },
  { kind: 'absent' },
)

/** A file as it is kept. */
export interface KeptFile {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly uploaded_by: string
  readonly procedure: string | null
  readonly record_id: string | null
}

/** Upload of one file, and its content. A file belongs to no record until a command attaches it. */
export const attachmentRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.post('/api/attachments', async (request, reply) => {
    const actor = await actorOf(parts, request)
    if (!actsAtAll(parts, actor)) return refuseWith(nothingToAttachTo)
    reply.code(200)
    return keepUpload(parts, request, actor)
  })

  app.get<{ Params: { id: string } }>('/api/attachments/:id', async (request, reply) => {
    const actor = await actorOf(parts, request)
    const { id } = request.params
    const row = isId(id) ? await rowOf(parts, id) : undefined
    if (row === undefined || !(await maySee(parts, row, actor))) return refuseWith(absent)
    return sendContent(parts, request, reply, row)
  })
}

/**
 * Keeps the one file that a request carries; it belongs to nobody's record yet.
 * @throws Refused when there is none, when it is too large, or of a kind that is not taken
 */
export const keepUpload = async (parts: ServerParts, request: FastifyRequest, actor: Pick<Actor, 'id'>) => {
  if (request.headers['x-bihuan'] !== '1') return refuseWith(missingHeader)
  const file = await request.file({ limits: { files: 1, fields: 0, parts: 1, fileSize: LARGEST_ATTACHMENT } })
  if (file === undefined) return refuseWith(noFile)
  const content = await file.toBuffer()
  const name = cleanName(file.filename)
  const kind = await mediaTypeOf(content, name)
  if (typeof kind !== 'string') return refuseWith(kind)
  const sha256 = contentHash(content)
  await keepContent(parts.dataDir, sha256, content)
  const id = parts.kernel.newId()
  await parts.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, sha256, name, kind, content.length, actor.id, parts.kernel.clock.now()],
  )
  return { id, sha256, name, mediaType: kind, size: content.length }
}

/** A file that somebody uploaded and no record has taken yet. */
export const looseFile = async (parts: ServerParts, id: string, actor: Pick<Actor, 'id'>): Promise<KeptFile | null> => {
  const row = isId(id) ? await rowOf(parts, id) : undefined
  return row && row.record_id === null && row.uploaded_by === actor.id ? row : null
}

/** Answers the content of a file, so that it can do nothing in the browser that shows it. */
export const sendContent = (parts: ServerParts, request: FastifyRequest, reply: FastifyReply, row: KeptFile) => {
  const inline = inlineOf(row.media_type)
  reply
    .header('content-type', row.media_type)
    .header('content-length', row.size)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; ${nameInHeader(row.name)}`)
    // browsers refuse to show a PDF inside a sandbox; it gets a policy that lets it load nothing
    .header(
      'content-security-policy',
      row.media_type === 'application/pdf'
        ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "sandbox; default-src 'none'; frame-ancestors 'self'",
    )
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cache-control', 'private, max-age=3600, immutable')
    .header('etag', `"${row.sha256}"`)
  if (request.headers['if-none-match'] === `"${row.sha256}"`) return reply.code(304).send()
  return reply.send(contentStream(parts.dataDir, row.sha256))
}

const rowOf = async ({ pool }: ServerParts, id: string): Promise<KeptFile | undefined> => {
  const { rows } = await pool.query<KeptFile>(
    'select id, sha256, name, media_type, size, uploaded_by, procedure, record_id from attachment where id = $1 and erased_at is null',
    [id],
  )
  return rows[0]
}

/** Whether the person may take any step to which a file could belong. */
const actsAtAll = ({ kernel }: ServerParts, { roles, scopes }: Actor): boolean =>
  kernel.registry.commands.some(({ id, by }) => holds({ roles }, by) && (scopes === undefined || inScope(scopes, id)))

/** A loose file is seen by who uploaded it; an attached one by whoever sees the record. */
const maySee = async ({ kernel }: ServerParts, row: KeptFile, actor: Actor): Promise<boolean> => {
  if (row.procedure === null || row.record_id === null) return row.uploaded_by === actor.id
  if (!kernel.registry.has(row.procedure) || readScopeRefusal(actor, `${row.procedure}.record`)) return false
  try {
    const procedure = kernel.registry.procedure(row.procedure)
    const record = await findRecord(kernel, procedure, row.record_id, actor)
    const kept = await keptBack(kernel, procedure, record, actor)
    return seesFiles(procedure.record, record, actor) && !kept.file(row.id)
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Keeps the last part of the name, without control characters and at most 200 characters. */
const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return clean.length > 200 ? clean.slice(-200) : clean || 'file'
}
