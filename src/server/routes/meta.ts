import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { AnyCommand } from '../../kernel/command.ts'
import { holds, type Sight } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { dayOf, type Zone } from '../../kernel/time.ts'
import { roles } from '../../vocabulary/role.ts'
import { readScopeRefusal } from '../auth/api-key.ts'
import { nothingOpen } from '../inspection/door.ts'
import { isOpen } from '../inspection/open-sight.ts'
import { jsonSchemaOf } from '../openapi/json-schema.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { actorOf } from '../who.ts'

interface Place {
  readonly company: Text | null
  readonly site: Text | null
  readonly department: unknown
}

/** `GET /api/meta` and `GET /api/meta/<procedure>`: what a client needs to draw itself. */
export const metaRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { kernel, pool } = parts

  app.get('/api/meta', async request => {
    const actor = await actorOf(parts, request)
    const [{ rows }, { calendar }] = await Promise.all([
      pool.query<Place>(
        `select (select name from company) as company, (select name from site where id = p.site_id) as site, p.department
         from person p where p.id = $1`,
        [actor.id],
      ),
      kernel.settings(),
    ])
    const place = rows[0]
    const { id, name, username, siteId } = actor
    return {
      me: {
        id,
        name,
        username,
        roles: actor.roles,
        deputyFor: actor.deputyFor ?? {},
        siteId,
        department: place?.department ?? null,
        ...(actor.sight && { inspecting: inspecting(actor.sight, kernel.zone) }),
      },
      company: place?.company ?? NO_NAME,
      site: place?.site ?? NO_NAME,
      zone: kernel.zone,
      demo: parts.demoPassword !== null,
      version: parts.version,
      roles: Object.fromEntries(Object.entries(roles).map(([role, { title }]) => [role, title])),
      calendar: { unpublished: calendar.years.filter(year => !year.published).map(({ year }) => year) },
      procedures: kernel.registry.procedures
        .filter(({ name }) => actor.sight?.procedures.includes(name) ?? true)
        .map(procedure => ({
          name: procedure.name,
          title: procedure.title,
          noun: procedure.noun,
          nouns: procedure.nouns,
          group: procedure.group,
          ledgers: procedure.ledgers.map(({ name, title }) => ({ name, title })),
          reports: procedure.reports
            .filter(({ by }) => by.length === 0 || holds(actor, by))
            .map(({ name, title }) => ({ name, title })),
          news: procedure.commands
            .filter(command => command.from === 'new' && command.place !== 'none' && holds(actor, command.by))
            .map(({ id, title }) => ({ id, title })),
        })),
    }
  })

  const told = new Map<string, object>()
  app.get<{ Params: { procedure: string } }>('/api/meta/:procedure', async request => {
    const actor = await actorOf(parts, request)
    const { procedure: name } = request.params
    if (!kernel.registry.has(name)) return refuseWith(noSuchProcedure)
    const beyond = readScopeRefusal(actor, `${name}.meta`)
    if (beyond) return refuseWith(beyond)
    let meta = told.get(name)
    if (meta === undefined) {
      meta = procedureMeta(kernel.registry.procedure(name))
      told.set(name, meta)
    }
    return meta
  })
}

/** What an inspector's own pages say of what he may look at. */
const inspecting = (sight: Sight, zone: Zone) =>
  isOpen(sight)
    ? { open: true, from: dayOf(sight.from, zone), to: dayOf(sight.to, zone), until: sight.until }
    : { open: false, sentence: nothingOpen.sentence }

const NO_NAME: Text = { zh: '', en: '' }

const noSuchProcedure = refuse(
  'absent',
  { zh: '没有这个程序。', en: 'There is no such procedure.' },
  { kind: 'absent' },
)

const commandMeta = ({ id, title, about, fulfils, by, from, to, input, sign, place, rank }: AnyCommand) => ({
  id,
  title,
  about: about ?? null,
  fulfils,
  by,
  from,
  to: to ?? null,
  schema: jsonSchemaOf(input),
  sign: sign ? { meaning: sign.meaning } : null,
  place,
  rank,
})

/** Everything about a procedure that does not depend on who asks. */
const procedureMeta = (procedure: Procedure) => ({
  name: procedure.name,
  title: procedure.title,
  noun: procedure.noun,
  nouns: procedure.nouns,
  group: procedure.group,
  source: procedure.source,
  states: procedure.record.states,
  commands: procedure.commands.map(commandMeta),
  clauses: procedure.clauses,
  deadlines: procedure.deadlines.map(({ name, title, clause, rule, escalatesTo }) => ({
    name,
    title,
    clause,
    rule,
    escalatesTo,
  })),
  chains: procedure.chains,
  forms: procedure.forms.map(({ id, code, revision, title, fulfils }) => ({ id, code, revision, title, fulfils })),
  ledgers: procedure.ledgers,
  reports: procedure.reports.map(({ name, title, fulfils, by, params }) => ({
    name,
    title,
    fulfils,
    by,
    schema: jsonSchemaOf(params),
  })),
  policies: procedure.policies.map(({ schema, default: value, ...policy }) => ({
    ...policy,
    default: value,
    schema: jsonSchemaOf(schema as z.ZodType),
  })),
})
