import { z } from 'zod'
import { withoutDisposed } from '../../kernel/disposed.ts'
import { text } from '../../kernel/text.ts'
import { timelineEntry } from '../../kernel/timeline.ts'
import type { ServerParts } from '../parts.ts'
import { EVER, endOf, moment, NEVER, startOf } from './moment.ts'
import { type ProductRead, productRead } from './product-read.ts'

/** Roles that look at the trail across records. */
export const TRAIL_ROLES = [
  'administrator',
  'quality-head',
  'quality',
  'general-manager',
  'authority-inspector',
] as const

const trailParams = z.object({
  procedure: z.string().max(60).optional(),
  recordId: z.uuid().optional(),
  actorId: z.uuid().optional(),
  command: z.string().max(100).optional(),
  outcome: z.enum(['accepted', 'refused']).optional(),
  clause: z.string().max(60).optional(),
  from: moment.optional(),
  to: moment.optional(),
  /** `seq` of the last entry already shown. */
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
})

const readTrail = async ({ kernel, pool }: ServerParts, ask: z.infer<typeof trailParams>) => {
  const values: unknown[] = []
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    ask.procedure !== undefined && `t.procedure = ${param(ask.procedure)}`,
    ask.recordId !== undefined && `t.record_id = ${param(ask.recordId)}`,
    ask.actorId !== undefined && `t.actor_id = ${param(ask.actorId)}`,
    ask.command !== undefined && `t.command = ${param(ask.command)}`,
    ask.outcome !== undefined && `t.outcome = ${param(ask.outcome)}`,
    ask.clause !== undefined && `t.clauses @> array[${param(ask.clause)}]::text[]`,
    ask.from !== undefined && `t.at >= ${param(startOf(ask.from, kernel.zone, EVER))}`,
    ask.to !== undefined && `t.at <= ${param(endOf(ask.to, kernel.zone, NEVER))}`,
    ask.before !== undefined && `t.seq < ${param(ask.before)}`,
  ].filter(condition => condition !== false)
  const { rows } = await pool.query(
    `select t.seq, t.at, t.procedure, t.record_id, t.actor_id, t.actor_name, t.via, t.command, t.outcome, t.clauses, t.hash,
       t.body->'title' as title, t.body->'told' as told, t.body->'refusals' as refusals,
       t.body->'signed'->'meaning' as meaning, t.body->'signed'->'deputyFor' as deputy, t.body->>'number' as number,
       (select s.number from seal s where s.to_seq >= t.seq order by s.number limit 1) as seal
     from trail t ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by t.seq desc limit ${param(ask.limit + 1)}`,
    values,
  )
  const shown = rows.slice(0, ask.limit)
  return {
    rows: await withoutDisposed(
      kernel,
      shown.map(row => ({
        ...timelineEntry(row),
        procedure: row.procedure as string,
        recordId: row.record_id as string | null,
        actorId: row.actor_id,
        number: row.number,
        seal: row.seal,
      })),
      entry => entry.recordId,
    ),
    next: rows.length > ask.limit ? (shown.at(-1)?.seq ?? null) : null,
  }
}

/** The trail and its seals across all records. */
export const trailReads: readonly ProductRead[] = [
  productRead({
    name: 'trail.entries',
    title: text('操作轨迹', 'Trail'),
    by: TRAIL_ROLES,
    params: trailParams,
    run: readTrail,
  }),
  productRead({
    name: 'trail.seals',
    title: text('封存', 'Seals'),
    by: TRAIL_ROLES,
    params: z.object({ limit: z.int().min(1).max(200).default(20) }),
    run: async ({ pool }, { limit }) => {
      const { rows } = await pool.query(
        `select number, at, from_seq as "fromSeq", to_seq as "toSeq", entries, root, hash from seal
         order by number desc limit $1`,
        [limit],
      )
      return { rows }
    },
  }),
]
