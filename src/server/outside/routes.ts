import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { execute } from '../../kernel/execute.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { type JsonSchema, jsonSchemaOf } from '../openapi/json-schema.ts'
import { parsed } from '../parsed.ts'
import { type ServerParts, USUAL_LIMITS } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { keepUpload, looseFile, sendContent } from '../routes/attachments.ts'
import { type Guest, guestOf } from './guest.ts'
import { offeredTo, stepsFor } from './steps.ts'

/** What a guest sends to take a step. */
export const guestBody = z.strictObject({
  input: z.record(z.string(), z.unknown()).default({}),
  /** The same key takes the step once. */
  key: z.string().min(8).max(100).optional(),
})

interface TokenParams {
  readonly token: string
}

/** Requests a minute from one address; a hospital's telephones may share one. A site that raises its limit raises these with it. */
const READS = 120
const STEPS = 30
/** Files that one guest may have on our side before a step takes them. */
const LOOSE_FILES = 20

const limited = (usual: number, { limits }: Pick<ServerParts, 'limits'>) => ({
  config: {
    rateLimit: {
      max: Math.max(usual, Math.floor((usual * limits.requests) / USUAL_LIMITS.requests)),
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => request.ip,
    },
  },
})

/** One sentence for every link that does not open: which of the reasons it is concerns nobody who may not know. */
const deadLink = refuse(
  'outside-link',
  {
    zh: '链接已失效或不完整。请完整复制函件中的网址，或联系发函单位索取新的链接。',
    en: 'The link has expired or is not complete. Copy the whole address from the letter, or ask the company that sent it for a new link.',
  },
  { kind: 'absent' },
)

const notOffered = refuse(
  'not-offered',
  {
    zh: '该项现在不需要填写，请刷新页面查看最新内容。',
    en: 'This is not asked now: reload the page to see what is.',
  },
  { kind: 'conflict' },
)

const noFiles = refuse(
  'not-offered',
  { zh: '现在不需要上传文件。', en: 'No file is asked for now.' },
  { kind: 'conflict' },
)

const tooManyFiles = refuse(
  'too-many-files',
  {
    zh: `一次最多上传 ${LOOSE_FILES} 个文件，请先提交已上传的文件。`,
    en: `At most ${LOOSE_FILES} files at a time: submit those that are uploaded first.`,
  },
  { kind: 'too-many' },
)

/**
 * `GET /api/outside/<token>` and `POST /api/outside/<token>/<verb>`: one record for one guest. No session, no cookie; what is
 * sent to other addresses with the token is nothing to them.
 */
export const outsideRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  app.get<{ Params: TokenParams }>('/api/outside/:token', limited(READS, parts), async (request, reply) => {
    quiet(reply)
    return answerFor(parts, await guestIn(parts, request.params.token))
  })

  app.post<{ Params: TokenParams }>('/api/outside/:token/files', limited(STEPS, parts), async (request, reply) => {
    quiet(reply)
    const guest = await guestIn(parts, request.params.token)
    if (!offeredTo(guest).some(({ input }) => takesFiles(jsonSchemaOf(input)))) return refuseWith(noFiles)
    const { rowCount } = await parts.pool.query(
      'select 1 from attachment where uploaded_by = $1 and record_id is null limit $2',
      [guest.actor.id, LOOSE_FILES],
    )
    if (rowCount === LOOSE_FILES) return refuseWith(tooManyFiles)
    return keepUpload(parts, request, guest.actor)
  })

  app.get<{ Params: TokenParams & { id: string } }>(
    '/api/outside/:token/files/:id',
    limited(READS, parts),
    async (request, reply) => {
      const guest = await guestIn(parts, request.params.token)
      const file = await looseFile(parts, request.params.id, guest.actor)
      if (file === null) return refuseWith(deadLink)
      sendContent(parts, request, reply, file)
      quiet(reply)
      return reply
    },
  )

  app.post<{ Params: TokenParams & { verb: string } }>(
    '/api/outside/:token/:verb',
    limited(STEPS, parts),
    async (request, reply) => {
      quiet(reply)
      const { token, verb } = request.params
      const guest = await guestIn(parts, token)
      const id = `${guest.procedure.record.name}.${verb}`
      if (!guest.outside.commands.includes(id)) return refuseWith(notOffered)
      const { input, key } = parsed(guestBody, request.body)
      const offered = offeredTo(guest).some(command => command.id === id)
      // a request that is sent again finds its step taken and no longer offered
      if (!offered && key === undefined) return refuseWith(notOffered)
      if (!offered && !(await isRepeated(parts, guest, key))) return refuseWith(notOffered)
      const { guestField } = guest.outside
      const call = {
        command: id,
        on: guest.record.id,
        key,
        input: guestField === null ? input : { ...input, [guestField]: guest.actor.id },
      }
      await execute(parts.kernel, call, guest.actor)
      const after = await guestOf(parts, token)
      // the step may have been the last thing that the link was for
      return after === null ? OVER : answerFor(parts, after)
    },
  )
}

/** What is answered when a step was taken after which the link shows nothing more. */
const OVER = { page: null, steps: [] } as const

const guestIn = async (parts: ServerParts, token: string): Promise<Guest> =>
  (await guestOf(parts, token)) ?? refuseWith(deadLink)

/** Whether the guest has sent this key before; the kernel then gives the answer of that time. */
const isRepeated = async ({ pool }: ServerParts, { actor }: Guest, key: string | undefined): Promise<boolean> => {
  const { rowCount } = await pool.query('select 1 from idempotency where actor_id = $1 and key = $2', [actor.id, key])
  return rowCount === 1
}

/** Whether one of the fields asks for files. */
const takesFiles = ({ properties }: JsonSchema): boolean =>
  Object.values((properties ?? {}) as Record<string, JsonSchema>).some(field => field['x-widget'] === 'attachments')

/** Keeps the link out of caches, search engines and the addresses that other sites are told. */
const quiet = (reply: FastifyReply): void => {
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
}

/** What the page of a link shows: never more than the procedure laid out for this guest. */
const answerFor = async (parts: ServerParts, guest: Guest) => {
  const { steps: _, ...page } = guest.page
  const [{ rows }, steps] = await Promise.all([
    parts.pool.query<{ name: Text }>('select name from company'),
    stepsFor(parts, guest),
  ])
  return {
    page,
    steps,
    company: rows[0]?.name ?? null,
    expiresAt: guest.link.expiresAt,
    zone: parts.kernel.zone,
    demo: parts.demoPassword !== null,
  }
}
