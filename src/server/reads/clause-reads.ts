import { z } from 'zod'
import { isId } from '../../kernel/call.ts'
import { evidence, runs } from '../../kernel/evidence.ts'
import { type ClauseAsk, clausePage, clauseProofs, clauseSample, clauseSummary } from '../../kernel/evidence-page.ts'
import { type Actor, holds, type Sight } from '../../kernel/person.ts'
import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { refuse } from '../../kernel/refusal.ts'
import { withinSight } from '../../kernel/sight.ts'
import { foldText } from '../../kernel/substring.ts'
import { type Text, text } from '../../kernel/text.ts'
import { dayOf, parseInstant, startOfDay } from '../../kernel/time.ts'
import { awaited } from '../../procedures/awaited.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { endOf, moment, startOf } from './moment.ts'
import { type ProductRead, productRead } from './product-read.ts'
import { TRAIL_ROLES } from './trail-reads.ts'

/** All written procedures: those that run, then those that are awaited. */
const allWritten = ({ kernel }: Pick<ServerParts, 'kernel'>): readonly WrittenProcedure[] => [
  ...kernel.registry.procedures,
  ...awaited.filter(item => !kernel.registry.has(item.name)),
]

const period = { from: moment.optional(), to: moment.optional() }
/** One clause and the period in which it is looked at; the last twelve months when none is given. */
const place = { procedure: z.string().max(60), clause: z.string().max(60), ...period }

/** Parameters of a printed clause; with a seed its sample is printed too. */
export const clauseParams = z.object({
  ...place,
  seed: z.string().max(40).optional(),
  count: z.int().min(1).max(50).default(5),
})

const within = ({ kernel }: Pick<ServerParts, 'kernel'>, ask: { readonly from?: string; readonly to?: string }) => {
  const now = kernel.clock.now()
  const yearAgo = `${Number(dayOf(now, kernel.zone).slice(0, 4)) - 1}${now.slice(4, 8)}01`
  return {
    from: startOf(ask.from, kernel.zone, startOfDay(yearAgo, kernel.zone)),
    to: endOf(ask.to, kernel.zone, now),
  }
}

/** An inspector sees the clauses of his procedures. */
const inView = (written: WrittenProcedure, sight: Sight | undefined): boolean =>
  sight?.procedures.includes(written.name) ?? true

/** What is asked about a clause. @throws Refused `absent` when there is none */
export const clauseAsk = (
  parts: Pick<ServerParts, 'kernel'>,
  ask: { readonly procedure: string; readonly clause: string; readonly from?: string; readonly to?: string },
  { sight }: Pick<Actor, 'sight'>,
): ClauseAsk => {
  const written = allWritten(parts).find(item => item.name === ask.procedure && inView(item, sight))
  const clause = written && Object.hasOwn(written.clauses, ask.clause) ? written.clauses[ask.clause] : undefined
  if (!written || !clause) return refuseWith(noSuchClause)
  return { written, id: ask.clause, clause, ...withinSight(within(parts, ask), sight), ...(sight && { sight }) }
}

const cursor = z
  .string()
  .max(70)
  .refine(value => {
    const [at = '', id = '', ...more] = value.split('|')
    return parseInstant(at) !== null && (isId(id) || /^\d{1,18}$/.test(id)) && more.length === 0
  })

/** A clause with the procedure in which it stands. */
export interface FoundClause {
  readonly procedure: string
  readonly id: string
  readonly text: Text
}

/** Most clauses that one search answers. */
const MOST_FOUND = 8

/** Every clause with what proves it. */
export const clauseReads: readonly ProductRead[] = [
  productRead({
    name: 'search.clauses',
    title: text('查找条款', 'Search the clauses'),
    by: [],
    params: z.object({ q: z.string().max(200).default('') }),
    run: async (parts, { q }, { sight }): Promise<readonly FoundClause[]> => {
      const words = foldText(q).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const found: FoundClause[] = []
      for (const written of allWritten(parts).filter(item => inView(item, sight)))
        for (const [id, { zh, en }] of Object.entries(written.clauses)) {
          const all = foldText(`${id} ${zh} ${en}`)
          if (words.every(word => all.includes(word))) found.push({ procedure: written.name, id, text: { zh, en } })
          if (found.length === MOST_FOUND) return found
        }
      return found
    },
  }),
  productRead({
    name: 'evidence.clauses',
    title: text('条款与证据', 'Clauses and their evidence'),
    by: [],
    params: z.object({ procedure: z.string().max(60).optional(), ...period }),
    run: async (parts, ask, { sight }) => {
      const written = allWritten(parts).filter(
        item => (ask.procedure === undefined || item.name === ask.procedure) && inView(item, sight),
      )
      if (written.length === 0) return refuseWith(noSuchProcedure)
      const { from, to } = withinSight(within(parts, ask), sight)
      return {
        from,
        to,
        procedures: written.map(item => ({
          name: item.name,
          title: item.title,
          group: item.group,
          source: item.source,
          runs: runs(item),
        })),
        clauses: await evidence(parts.kernel, written, from, to, sight),
      }
    },
  }),
  productRead({
    name: 'evidence.clause',
    title: text('一条条款与证据', 'One clause and its evidence'),
    by: [],
    params: z.object(place),
    run: async (parts, ask, actor) => {
      const asked = clauseAsk(parts, ask, actor)
      const { from, to } = asked
      const { kernel } = parts
      const details = holds(actor, TRAIL_ROLES)
      return {
        from,
        to,
        asOf: kernel.clock.now(),
        source: asked.written.source,
        summary: details ? null : await clauseSummary(kernel, asked),
        page: details ? await clausePage(kernel, asked, actor) : null,
      }
    },
  }),
  productRead({
    name: 'evidence.records',
    title: text('条款的证据记录', 'Records that prove a clause'),
    by: TRAIL_ROLES,
    params: z.object({
      ...place,
      /** `steps`: the steps taken, also where the clause has clocks. */
      kind: z.enum(['clocks', 'steps']).default('clocks'),
      outcome: z.enum(['in-time', 'late', 'open', 'cancelled']).optional(),
      group: z.string().max(120).optional(),
      /** `next` of the page before. */
      after: cursor.optional(),
      limit: z.int().min(1).max(100).default(25),
    }),
    run: ({ kernel }, { kind, ...ask }, actor) =>
      clauseProofs(kernel, clauseAsk({ kernel }, ask, actor), { ...ask, acts: kind === 'steps' }, actor),
  }),
  productRead({
    name: 'evidence.sample',
    title: text('随机抽样', 'Random sample'),
    by: TRAIL_ROLES,
    params: z.object({ ...place, seed: z.string().min(1).max(40), count: z.int().min(1).max(50).default(5) }),
    run: ({ kernel }, { seed, count, ...ask }, actor) =>
      clauseSample(kernel, clauseAsk({ kernel }, ask, actor), seed, count, actor),
  }),
]

const noSuchProcedure = refuse(
  'absent',
  { zh: '没有这个程序。', en: 'There is no such procedure.' },
  { kind: 'absent' },
)

const noSuchClause = refuse(
  'absent',
  {
    zh: '没有这一条款。请从“程序与条款”里选择。',
    en: 'There is no such clause: choose one under "Procedures and clauses".',
  },
  { kind: 'absent' },
)
