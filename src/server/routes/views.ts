import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { parsed, parsedQuery } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'

/** A person's own view of a register: what it is filtered by. */
interface SavedView {
  readonly id: string
  readonly name: string
  readonly filter: Readonly<Record<string, readonly string[]>>
}

const place = { procedure: z.string().min(1).max(60), ledger: z.string().min(1).max(60) }

/** Which register's views are asked for. */
export const viewsParams = z.strictObject(place)

/** A view to keep; one of the same name is replaced. `search` and the period travel as filters of these names. */
export const keepViewBody = z.strictObject({
  ...place,
  name: z.string().trim().min(1).max(40),
  filter: z.record(z.string().max(60), z.array(z.string().max(200)).max(50)),
})

/** Most views that a person keeps of one register. */
const MOST = 30

/** `GET`, `POST` and `DELETE /api/views`: the views that a person keeps of a register; nobody else sees them. */
export const viewRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { pool, kernel } = parts

  app.get('/api/views', async request => {
    const { actor } = await sessionOf(parts, request)
    const { procedure, ledger } = parsedQuery(viewsParams, request.query)
    const { rows } = await pool.query<SavedView>(
      'select id, name, filter from saved_view where person_id = $1 and procedure = $2 and ledger = $3 order by name',
      [actor.id, procedure, ledger],
    )
    return rows
  })

  app.post('/api/views', async request => {
    const { actor } = await sessionOf(parts, request)
    const { procedure, ledger, name, filter } = parsed(keepViewBody, request.body)
    const known = kernel.registry.has(procedure) ? kernel.registry.procedure(procedure).ledgers : []
    if (!known.some(item => item.name === ledger)) return refuseWith(noSuchRegister)
    const { rows: counted } = await pool.query<{ kept: number }>(
      `select count(*)::int as kept from saved_view
       where person_id = $1 and procedure = $2 and ledger = $3 and name <> $4`,
      [actor.id, procedure, ledger, name],
    )
    if ((counted[0]?.kept ?? 0) >= MOST) return refuseWith(tooManyViews)
    const { rows } = await pool.query<SavedView>(
      `insert into saved_view (id, person_id, procedure, ledger, name, filter) values ($1, $2, $3, $4, $5, $6)
       on conflict (person_id, procedure, ledger, name) do update set filter = excluded.filter
       returning id, name, filter`,
      [kernel.newId(), actor.id, procedure, ledger, name, JSON.stringify(filter)],
    )
    return rows[0]
  })

  app.delete<{ Params: { id: string } }>('/api/views/:id', async request => {
    const { actor } = await sessionOf(parts, request)
    const id = z.uuid().safeParse(request.params.id)
    const { rowCount } = id.success
      ? await pool.query('delete from saved_view where id = $1 and person_id = $2', [id.data, actor.id])
      : { rowCount: 0 }
    return rowCount === 1 ? { removed: true } : refuseWith(noSuchView)
  })
}

const noSuchRegister: Refusal = refuse(
  'absent',
  { zh: '没有这个台账。', en: 'There is no such register.' },
  { kind: 'absent' },
)
const noSuchView: Refusal = refuse(
  'absent',
  {
    zh: '没有这个视图，它可能已被删除。请刷新页面。',
    en: 'There is no such view; it may have been removed. Reload the page.',
  },
  { kind: 'absent' },
)
const tooManyViews: Refusal = refuse('too-many-views', {
  zh: `一个台账最多保存 ${MOST} 个视图。要再保存，请先删除不用的。`,
  en: `A register keeps at most ${MOST} views of a person. To keep another, first remove one.`,
})
