import type { DeadlineRow } from './deadline.ts'
import { withoutDisposed } from './disposed.ts'
import { hasOwnClock, isClocked } from './evidence.ts'
import { type ClockAsk, clockProofs, clockRows } from './evidence-clock.ts'
import { valueWords } from './evidence-control.ts'
import type { ClockProof } from './evidence-proof.ts'
import type { Json } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { PolicyVersion } from './policy.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** What departed from the ordinary course in a period. Each list holds at most {@link LISTED}. */
export interface Exceptions {
  /** Clocks that were ended because they no longer applied. */
  readonly cancelled: readonly ClockProof[]
  /** Values in force within the period that are not what the product ships. */
  readonly policies: readonly {
    readonly key: string
    readonly title: Text
    readonly value: Text
    readonly shipped: Text
    readonly since: Instant
    readonly version: number
  }[]
  /** Fields that were corrected on records which the clause governs. */
  readonly corrections: readonly {
    readonly recordId: string
    readonly field: string
    readonly was: Json
    readonly now: Json
    readonly reason: string
    readonly byName: string
    readonly at: Instant
  }[]
}

/** Most entries of one list of exceptions. */
export const LISTED = 20

/** Reads the exceptions of a clause in a period. */
export async function exceptionsOf(
  kernel: Pick<Kernel, 'pool' | 'db' | 'registry'>,
  ask: ClockAsk,
  steps: readonly string[],
  versions: readonly PolicyVersion[],
): Promise<Exceptions> {
  const { procedure, clause, from, to, now } = ask
  const clocked = hasOwnClock(procedure, clause)
  const [cancelled, corrections] = await Promise.all([
    isClocked(procedure, clause)
      ? clockRows(kernel, ask, { outcome: 'cancelled', limit: LISTED })
      : ([] as readonly DeadlineRow[]),
    kernel.pool.query({
      name: clocked ? 'evidence_corrections_clock' : 'evidence_corrections_step',
      text: `SELECT record_id AS "recordId", field, was, now, reason, by_name AS "byName", at FROM correction c
             WHERE procedure = $1 AND at >= $2 AND at <= $3 AND EXISTS (${
               clocked
                 ? 'SELECT 1 FROM deadline d WHERE d.record_id = c.record_id AND d.clause = $4'
                 : `SELECT 1 FROM trail t WHERE t.record_id = c.record_id AND t.command = ANY($4::text[]) AND t.outcome = 'accepted'`
             }) ORDER BY at DESC LIMIT ${LISTED}`,
      values: [procedure.name, from, to, clocked ? clause : steps],
    }),
  ])
  return {
    cancelled: await clockProofs(kernel, procedure, cancelled, now),
    policies: procedure.policies
      .filter(policy => policy.clauses.includes(clause))
      .flatMap(policy =>
        inForceWithin(
          versions.filter(item => item.key === policy.key),
          from,
          to,
        )
          .filter(item => JSON.stringify(item.value) !== JSON.stringify(policy.default))
          .map(item => ({
            key: policy.key,
            title: policy.title,
            value: valueWords(policy, item.value),
            shipped: valueWords(policy, policy.default),
            since: item.effectiveFrom,
            version: item.version,
          })),
      ),
    corrections: await withoutDisposed(
      kernel,
      corrections.rows as Exceptions['corrections'],
      ({ recordId }) => recordId,
    ),
  }
}

/** Versions that held at some moment of the period. */
export function inForceWithin(versions: readonly PolicyVersion[], from: Instant, to: Instant): PolicyVersion[] {
  const begun = versions
    .filter(item => item.effectiveFrom <= to)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version)
  return begun.filter((_, i) => (begun[i + 1]?.effectiveFrom ?? to) > from || i === begun.length - 1)
}
