import { withoutDisposed } from './disposed.ts'
import { stepsOf } from './evidence.ts'
import type { ActProof, ClockProof, GivenSignature, ProofName } from './evidence-proof.ts'
import type { Kernel } from './kernel.ts'
import { namedRecords } from './named-record.ts'
import type { Actor, Sight } from './person.ts'
import type { Procedure } from './procedure.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** An attempt that the clause stood against. */
export interface RefusedProof {
  readonly seq: number
  readonly at: Instant
  readonly procedure: string
  readonly recordId: string | null
  readonly command: string
  readonly title: Text
  readonly actorName: string
  /** What the person was told. */
  readonly sentence: Text
}

/** Accepted steps of these commands in a period, latest first; `after` is `at|seq` of the last shown. No sorting: each step's are read in order. */
export async function actRows(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  ask: {
    readonly steps: readonly string[]
    readonly from: Instant
    readonly to: Instant
    readonly after?: string
    readonly limit: number
  },
): Promise<ActProof[]> {
  const [at, seq] = ask.after?.split('|') ?? []
  const { rows } = await kernel.pool.query({
    name: 'evidence_act_rows',
    text: `SELECT ${WORDS}, t.body->'told' AS told, t.body->'signed'->'meaning' AS meaning
           FROM unnest($1::text[]) AS step CROSS JOIN LATERAL (
             SELECT * FROM trail WHERE command = step AND outcome = 'accepted' AND at >= $2 AND at <= $3
               AND (at, seq) < ($4::timestamptz, $5::bigint) ORDER BY at DESC, seq DESC LIMIT $6) AS t
           ORDER BY t.at DESC, t.seq DESC LIMIT $6`,
    values: [ask.steps, ask.from, ask.to, at ?? NEVER, seq ?? 0, ask.limit],
  })
  const acts = rows.map(
    (row): ActProof => ({
      ...(row as Omit<ActProof, 'told'>),
      title: row.title ?? text(row.command, row.command),
      told: row.told ?? row.title ?? text(row.command, row.command),
    }),
  )
  return withoutDisposed(kernel, acts, act => act.recordId)
}

const NEVER = '9999-12-31T00:00:00.000Z'
const WORDS = `t.seq, t.at, t.procedure, t.record_id AS "recordId", t.command, t.actor_name AS "actorName",
  t.body->'title' AS title`

/** Accepted steps of these commands on chosen records in a period. */
export async function actsOfRecords(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  ask: { readonly steps: readonly string[]; readonly from: Instant; readonly to: Instant },
  recordIds: readonly string[],
): Promise<ActProof[]> {
  const { rows } = await kernel.pool.query({
    name: 'evidence_acts_of',
    text: `SELECT ${WORDS}, t.body->'told' AS told, t.body->'signed'->'meaning' AS meaning FROM trail t
           WHERE t.record_id = ANY($4::uuid[]) AND t.command = ANY($1::text[]) AND t.outcome = 'accepted'
             AND t.at >= $2 AND t.at <= $3 ORDER BY t.seq`,
    values: [ask.steps, ask.from, ask.to, recordIds],
  })
  const acts = rows.map(row => ({ ...row, told: row.told ?? row.title }) as ActProof)
  return withoutDisposed(kernel, acts, act => act.recordId)
}

/** How often these steps were accepted in a period; from the index alone. */
export async function countActs(
  kernel: Pick<Kernel, 'pool'>,
  ask: { readonly steps: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<number> {
  if (ask.steps.length === 0) return 0
  const { rows } = await kernel.pool.query<{ times: number }>({
    name: 'evidence_count_acts',
    text: `SELECT count(*)::int AS times FROM trail
           WHERE command = ANY($1::text[]) AND outcome = 'accepted' AND at >= $2 AND at <= $3`,
    values: [ask.steps, ask.from, ask.to],
  })
  return rows[0]?.times ?? 0
}

/** Attempts that a clause stood against in a period: how many, and the latest. */
export async function refusedRows(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  ask: {
    readonly clause: string
    /** Procedures whose refused steps belong to a clause of the same number elsewhere. */
    readonly elsewhere: readonly string[]
    /** Set for an inspector: attempts in procedures that are not his are not counted. */
    readonly sight?: Sight
    readonly from: Instant
    readonly to: Instant
  },
  limit: number,
): Promise<{ readonly count: number; readonly rows: readonly RefusedProof[] }> {
  const { rows } = await kernel.pool.query({
    name: 'evidence_refused_rows',
    text: `SELECT ${WORDS}, t.body->'refusals' AS refusals, (count(*) OVER ())::int AS times FROM trail t
           WHERE t.clauses @> ARRAY[$1]::text[] AND t.outcome = 'refused' AND t.at >= $2 AND t.at <= $3
             AND NOT t.procedure = ANY($4::text[])
             AND ($6::text[] IS NULL OR t.procedure = ANY($6::text[])) ORDER BY t.at DESC, t.seq DESC LIMIT $5`,
    values: [ask.clause, ask.from, ask.to, ask.elsewhere, limit, ask.sight?.procedures ?? null],
  })
  const refused = rows.map(({ refusals, times: _, ...row }): RefusedProof => {
    const list = (refusals ?? []) as readonly { readonly clause?: string; readonly sentence: Text }[]
    const title = row.title ?? text(row.command, row.command)
    return { ...row, title, sentence: (list.find(item => item.clause === ask.clause) ?? list[0])?.sentence ?? title }
  })
  return { count: rows[0]?.times ?? 0, rows: await withoutDisposed(kernel, refused, item => item.recordId) }
}

/** Signatures that were given on these records in steps or chains that carry out the clause. */
export async function signaturesOn(
  kernel: Pick<Kernel, 'pool'>,
  recordIds: readonly string[],
  steps: readonly string[],
  chains: readonly string[],
): Promise<GivenSignature[]> {
  if (recordIds.length === 0 || (steps.length === 0 && chains.length === 0)) return []
  const { rows } = await kernel.pool.query({
    name: 'evidence_signatures',
    text: `SELECT ${SIGNED} FROM signature WHERE record_id = ANY($1::uuid[]) AND (command = ANY($2::text[]) OR chain = ANY($3::text[]))
           ORDER BY at`,
    values: [recordIds, steps, chains],
  })
  return rows as GivenSignature[]
}

/**
 * Signatures behind clocks of a clause: those given in its steps and chains on the clocks' records, and all on the records whose work
 * met clocks of others.
 */
export async function signaturesFor(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  written: Procedure,
  id: string,
  clocks: readonly Pick<ClockProof, 'recordId' | 'work'>[],
) {
  const own = clocks.filter(clock => !clock.work).map(clock => clock.recordId)
  const worked = clocks.flatMap(({ work, recordId }) => (work ? (work.record?.id ?? recordId) : []))
  const lists = await Promise.all([
    signaturesOn(
      kernel,
      [...new Set(own)],
      stepsOf(written, id),
      written.chains.filter(chain => chain.clause === id).map(chain => chain.name),
    ),
    allSignaturesOn(kernel, [...new Set(worked)]),
  ])
  return withoutDisposed(kernel, lists.flat(), signature => signature.recordId)
}

/** All signatures that were given on these records, whatever the step. */
async function allSignaturesOn(kernel: Pick<Kernel, 'pool'>, recordIds: readonly string[]): Promise<GivenSignature[]> {
  if (recordIds.length === 0) return []
  const { rows } = await kernel.pool.query({
    name: 'evidence_all_signatures',
    text: `SELECT ${SIGNED} FROM signature WHERE record_id = ANY($1::uuid[]) ORDER BY at`,
    values: [recordIds],
  })
  return rows as GivenSignature[]
}

const SIGNED = `record_id AS "recordId", person_name AS "personName", meaning, at, deputy_for AS "deputyFor", note, command`

/** Names of the records behind proofs, by id: one query for each procedure. */
export async function proofNames(
  kernel: Kernel,
  wanted: readonly { readonly procedure: string; readonly id: string | null }[],
  actor: Actor,
): Promise<Readonly<Record<string, ProofName>>> {
  const ids = wanted.flatMap(({ procedure, id }) => (id ? [{ procedure, id }] : []))
  const named = await namedRecords(kernel, ids, actor)
  return Object.fromEntries(
    named.map(({ id, number, title, state, tone }) => [id, { number, title, state, tone }] as const),
  )
}
