import { z } from 'zod'
import type { Json } from '../../kernel/json.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { type AnyDatabase, type Queries, type ReadContext, read } from '../../kernel/queries.ts'
import { Refused } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { endOfDay, type Instant } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import {
  type DeclaredPolicies,
  type DeclaredPolicy,
  declaredBy,
  policyOf,
  refuseValue,
  schemaOf,
  shownValue,
} from './declared-policy.ts'
import type { EffectSummary, PolicyEffect } from './effect.ts'
import { effectOn, type Movable, movableClocks } from './effect-queries.ts'
import { isUsed, namedParts, runs } from './named-parts.ts'
import type { PolicyChangeRow } from './policy-change.ts'

interface Version {
  readonly key: string
  readonly version: number
  readonly value: Json
  readonly effectiveFrom: string
  readonly changeId: string
}

const versionsIn = (db: AnyDatabase) =>
  db.selectFrom('policyVersion').select(['key', 'version', 'value', 'effectiveFrom', 'changeId'])

/** What is known of a policy: its last approved version, the value in force, and a proposal that still waits. */
export interface KnownPolicy {
  readonly last: Version | null
  /** The value that holds now. */
  readonly before: Json
  /** The value that would hold from the day of the change that is looked at, had it not been approved. */
  readonly without: Json
  readonly open: { readonly number: string } | null
}

/** All policies with what holds at a moment, what comes, and what is proposed. */
export async function policiesAt(db: AnyDatabase, declared: DeclaredPolicies, now: Instant) {
  const [all, open] = await Promise.all([
    versionsIn(db).orderBy('version').execute() as Promise<Version[]>,
    db.selectFrom('policyChange').selectAll().where('state', '=', 'proposed').execute() as Promise<PolicyChangeRow[]>,
  ])
  const book = policyBook(all, now)
  const ofKey = Map.groupBy(all, row => row.key)
  return declared().map(({ procedure, policy }) => {
    const value = book(policy)
    const version = book.version(policy.key)
    const own = ofKey.get(policy.key) ?? []
    const coming = own
      .filter(row => row.effectiveFrom > now)
      .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || b.version - a.version)[0]
    const proposed = open.find(row => row.key === policy.key)
    return {
      procedure: procedure.name,
      procedureTitle: procedure.title,
      /** False where nothing reads it yet: the value is set for later. */
      used: isUsed(procedure, policy),
      key: policy.key,
      rules: policy.rules ?? [],
      title: policy.title,
      basis: policy.basis,
      clauses: policy.clauses.map(id => ({ id, ...procedure.clauses[id] })),
      unit: policy.unit ?? null,
      options: policy.options ?? null,
      schema: schemaOf(policy),
      default: policy.default,
      value,
      shown: shownValue(policy, value),
      version,
      since: own.find(row => row.version === version)?.effectiveFrom ?? null,
      next: coming ? { value: coming.value, version: coming.version, effectiveFrom: coming.effectiveFrom } : null,
      proposed: proposed
        ? {
            id: proposed.id,
            number: proposed.number,
            value: proposed.value,
            effectiveOn: proposed.effectiveOn,
            byName: proposed.proposedByName,
          }
        : null,
    }
  })
}

const askedValue = (
  declared: DeclaredPolicies,
  key: string,
  json: string,
): { own: DeclaredPolicy; value: Json } | null => {
  const own = declared().find(item => item.policy.key === key)
  if (!own) return null
  let value: Json
  try {
    value = JSON.parse(json)
  } catch {
    value = json
  }
  const refused = refuseValue(own.policy, value)
  if (refused) throw new Refused([refused])
  return { own, value }
}

/** All SQL of policy changes; the reads also need the policies that the procedures declare. */
export const queriesFor = (procedures: () => readonly WrittenProcedure[]) => {
  const declared: DeclaredPolicies = () => declaredBy(procedures())
  const running = () => procedures().filter(runs)
  const versionAfter = async (db: AnyDatabase, key: string): Promise<number> => {
    const last = await db
      .selectFrom('policyVersion')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('key', '=', key)
      .executeTakeFirst()
    return Number(last?.last ?? 0) + 1
  }
  const finds = {
    known: async (
      db: AnyDatabase,
      { input, record, now }: { input: { key?: string }; record?: PolicyChangeRow; now: Instant },
    ): Promise<KnownPolicy> => {
      const key = record?.key ?? input.key ?? ''
      await holdName(db, `policy/${key}`)
      const all = (await versionsIn(db).where('key', '=', key).orderBy('version', 'desc').execute()) as Version[]
      const policy = policyOf(declared, key)
      const open = await db
        .selectFrom('policyChange')
        .select('number')
        .where('key', '=', key)
        .where('state', '=', 'proposed')
        .executeTakeFirst()
      return {
        last: all[0] ?? null,
        before: policy ? policyBook(all, now)(policy) : null,
        without: policy
          ? policyBook(
              all.filter(row => row.changeId !== record?.id),
              record?.effectiveFrom ?? now,
            )(policy)
          : null,
        open: (open as { number: string } | undefined) ?? null,
      }
    },
    /** What the value that is proposed would do; null for a value or policy that is refused anyway. */
    effect: async (
      db: AnyDatabase,
      { input, now, actor }: { input: { key: string; value: Json }; now: Instant; actor: Actor },
    ): Promise<EffectSummary | null> => {
      const policy = policyOf(declared, input.key)
      if (!policy?.schema.safeParse(input.value).success) return null
      const version = await versionAfter(db, input.key)
      const { summary } = await effectOn(db, running(), { ...input, version }, { now, actor })
      return summary
    },
    /** Running clocks that the approved value moves earlier, as many as one step takes. */
    movable: async (db: AnyDatabase, { record, now }: { record?: PolicyChangeRow; now: Instant }): Promise<Movable> =>
      record?.moveOpen
        ? movableClocks(db, running(), { key: record.key, after: record.moveCursor, by: record.number }, now)
        : { moves: [], cursor: null, done: true },
  }
  const reads = {
    'in-force': read({
      title: text('现行参数', 'Policies in force'),
      by: [],
      params: z.object({ on: daySchema.optional() }),
      run: (db, { on }, { now, zone }) => policiesAt(db, declared, on ? endOfDay(on, zone) : now),
    }),
    history: read({
      title: text('参数变更历史', 'History of a policy'),
      by: [],
      params: z.object({ key: z.string().min(1).max(120) }),
      run: async (db, { key }) => {
        const rows = (await db
          .selectFrom('policyChange')
          .selectAll()
          .where('key', '=', key)
          .orderBy('createdAt', 'desc')
          .orderBy('number', 'desc')
          .execute()) as PolicyChangeRow[]
        const policy = policyOf(declared, key)
        return rows.map(row => ({
          id: row.id,
          number: row.number,
          state: row.state,
          value: row.value,
          shown: shownValue(policy, row.value),
          was: row.was,
          wasShown: shownValue(policy, row.was),
          reason: row.reason,
          proposedAt: row.createdAt,
          proposedByName: row.proposedByName,
          decidedAt: row.decidedAt,
          decidedByName: row.decidedByName,
          decisionNote: row.decisionNote,
          version: row.policyVersion,
          effectiveFrom: row.effectiveFrom,
          effectiveOn: row.effectiveOn,
          moveOpen: row.moveOpen,
          movedCount: row.movedCount,
        }))
      },
    }),
    effect: read({
      title: text('参数变更的影响', 'What a value would do'),
      by: [],
      params: z.object({
        key: z.string().min(1).max(120),
        /** The value as JSON text. */
        value: z.string().min(1).max(20_000),
        /** Where the page begins: `next` of the page before. */
        after: z
          .string()
          .max(80)
          .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z\|[0-9a-f-]{36}$/)
          .optional(),
      }),
      run: async (
        db,
        { key, value: json, after },
        { now, actor, policy: book }: ReadContext,
      ): Promise<PolicyEffect | null> => {
        const asked = askedValue(declared, key, json)
        if (!asked) return null
        const { own, value } = asked
        const version = await versionAfter(db, key)
        const found = await effectOn(db, running(), { key, value, version, after }, { now, actor })
        return { ...found, named: namedParts(procedures(), own.procedure, own.policy, book, { key, value, version }) }
      },
    }),
  }
  return { facts: {}, finds, reads } satisfies Queries
}

/** The look-ups of policy changes, as steps see them. */
export type PolicyChangeFinds = ReturnType<typeof queriesFor>['finds']
