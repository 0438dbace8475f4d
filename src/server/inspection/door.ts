import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isId } from '../../kernel/call.ts'
import type { Actor, Sight } from '../../kernel/person.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { ServerParts } from '../parts.ts'
import { whoIs } from '../who.ts'
import { isOpen } from './open-sight.ts'
import { OpenedJournal } from './opened-journal.ts'
import { type Reading, readingOf } from './reading.ts'

type Inspector = Actor & { readonly sight: Sight }

const NOUN = text('', '')

/** Routes that need no sight: signing in and out, the own password and sessions, and what nobody needs an account for. */
const isPlain = (route: string): boolean =>
  (route.startsWith('/api/auth/') && route !== '/api/auth/give-password') ||
  route.startsWith('/api/outside/') ||
  route === '/api/start' ||
  route === '/api/calendar/:file'

/** What draws the one page of an inspector for whom nothing is open. */
const isFrame = (route: string): boolean => route === '/api/meta'

/**
 * The door that inspectors pass with every request: what they may open is listed, everything else is refused, and what they
 * open is written down. It stands before all routes, so that a new one is closed to them until it is listed.
 */
export function inspectorDoor(app: FastifyInstance, parts: ServerParts): void {
  const journal = new OpenedJournal(parts.kernel)
  const opened = new WeakMap<FastifyRequest, { readonly actor: Inspector; readonly reading: Reading }>()

  app.addHook('preHandler', async request => {
    const route = request.routeOptions.url ?? ''
    if (!route.startsWith('/api/') || isPlain(route)) return
    const actor = await whoIs(parts, request)
    if (!actor?.sight) return
    const inspector = actor as Inspector
    if (!isOpen(inspector.sight)) {
      if (isFrame(route)) return
      throw new Refused([nothingOpen])
    }
    const reading = readingOf(
      {
        method: request.method,
        route,
        params: request.params as Record<string, string>,
        query: request.query as Record<string, unknown>,
      },
      parts.kernel.registry,
    )
    const known = reading?.procedure == null || parts.kernel.registry.has(reading.procedure)
    if (!reading || (known && reading.procedure && !inspector.sight.procedures.includes(reading.procedure))) {
      journal.note({
        actor: inspector,
        told: () => notOpenWords(parts, reading, (request.params as { name?: string }).name?.slice(0, 60) ?? route),
        address: `${request.method} ${reading?.procedure ?? route}`,
        outcome: 'refused',
      })
      throw new Refused([request.method === 'GET' ? notOpen : onlyReads])
    }
    if (!reading.told) return
    if (!(await journal.holds())) throw new Refused([notWritten])
    opened.set(request, { actor: inspector, reading })
  })

  // before the first byte leaves: whoever breaks off what he reads has read it
  app.addHook('onSend', async (request, reply) => {
    const seen = opened.get(request)
    if (!seen || reply.statusCode >= 400) return
    journal.note({
      actor: seen.actor,
      told: () => wordsOf(parts, seen.reading),
      address: request.url,
      outcome: 'accepted',
    })
  })

  app.addHook('onClose', () => journal.done())
}

/** What was asked for and is not open: by the procedure's name where it is one, else by the name of the read or the kind of address. */
const notOpenWords = ({ kernel }: ServerParts, reading: Reading | null, route: string): Text => {
  const procedure = reading?.procedure
  if (!procedure || !kernel.registry.has(procedure))
    return text(`请求未开放的内容（${route}）`, `asked for what is not open (${route})`)
  const { title } = kernel.registry.procedure(procedure)
  return text(`请求未开放的程序：${title.zh}`, `asked for a procedure that is not open: ${title.en}`)
}

/** What was opened, with the number of the record. */
async function wordsOf({ kernel, pool }: ServerParts, { told, procedure, record, report }: Reading): Promise<Text> {
  const declared = procedure && kernel.registry.has(procedure) ? kernel.registry.procedure(procedure) : null
  const asked = report === undefined ? undefined : declared?.reports.find(({ name }) => name === report)?.title
  const said = told?.(asked ? text(`“${asked.zh}”`, `"${asked.en}"`) : (declared?.noun ?? NOUN)) ?? NOUN
  if (!record || !declared) return said
  let number = record
  if (isId(record)) {
    const { rows } = await pool.query<{ number: string }>(
      `select number from "${declared.record.table}" where id = $1`,
      [record],
    )
    number = rows[0]?.number ?? record
  }
  return text(`${said.zh} ${number}`, `${said.en} ${number}`)
}

/** An inspector signs in, and the company has opened nothing for him. */
export const nothingOpen = refuse(
  'no-inspection',
  text(
    '现在没有为您的账号开通的检查，因此不能查看任何内容。请联系公司质量负责人或管理者代表开通。',
    'No inspection is open for your account now, so nothing can be looked at: ask the company’s quality head or management representative to open one.',
  ),
  { kind: 'forbidden' },
)

const notOpen = refuse(
  'beyond-sight',
  text(
    '此内容未对本次检查开放。需要查看的，请向公司质量负责人提出，由其登记要求并答复。',
    'This is not open to your inspection: ask the company’s quality head, who writes the request down and answers it.',
  ),
  { kind: 'forbidden' },
)

const onlyReads = refuse(
  'only-reads',
  text(
    '监管检查员账号只能查看，不能办理任何步骤。有要求请向公司质量负责人提出，由其登记并答复。',
    'The account of an inspector only reads and takes no step: tell the company’s quality head, who writes it down and answers.',
  ),
  { kind: 'forbidden' },
)

const notWritten = refuse(
  'not-journalled',
  text(
    '查看记录暂时写不进日志，因此不能继续查看。请稍后再试；仍不行请告知公司系统管理员。',
    'What you open cannot be written into the trail just now, so nothing more is shown: try again shortly, or tell the company’s administrator.',
  ),
  { kind: 'forbidden' },
)
