import { z } from 'zod'
import type { Json } from '../../kernel/json.ts'
import { type AnyDatabase, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { type DeclaredPolicies, policyOf, schemaOf, shownValue } from './declared-policy.ts'
import type { PolicyChangeRow } from './policy-change.ts'

interface Version {
  readonly key: string
  readonly version: number
  readonly value: Json
  readonly effectiveFrom: string
  readonly changeId: string
}

const versions = (db: AnyDatabase) =>
  db.selectFrom('policyVersion').select(['key', 'version', 'value', 'effectiveFrom', 'changeId'])

/** What is known of a policy: its last approved version, and a proposal that still waits. */
export interface KnownPolicy {
  readonly last: Version | null
  readonly open: { readonly number: string } | null
}

const finds = {
  known: async (
    db: AnyDatabase,
    { input, record }: { input: { key?: string }; record?: PolicyChangeRow },
  ): Promise<KnownPolicy> => {
    const key = record?.key ?? input.key ?? ''
    await holdName(db, `policy/${key}`)
    const last = await versions(db).where('key', '=', key).orderBy('version', 'desc').executeTakeFirst()
    const open = await db
      .selectFrom('policyChange')
      .select('number')
      .where('key', '=', key)
      .where('state', '=', 'proposed')
      .executeTakeFirst()
    return { last: (last as Version | undefined) ?? null, open: (open as { number: string } | undefined) ?? null }
  },
}

/** All SQL of policy changes; the reads also need the policies that the procedures declare. */
export const queriesFor = (declared: DeclaredPolicies) =>
  ({
    facts: {},
    finds,
    reads: {
      'in-force': read({
        title: text('现行参数', 'Policies in force'),
        by: [],
        params: z.object({}),
        run: async (db, _, { now, policy: book }) => {
          const [all, open] = await Promise.all([
            versions(db).orderBy('version').execute() as Promise<Version[]>,
            db.selectFrom('policyChange').selectAll().where('state', '=', 'proposed').execute() as Promise<
              PolicyChangeRow[]
            >,
          ])
          return declared().map(({ procedure, policy }) => {
            const value = book(policy)
            const version = book.version(policy.key)
            const own = all.filter(row => row.key === policy.key)
            const next = own.find(row => row.effectiveFrom > now)
            const proposed = open.find(row => row.key === policy.key)
            return {
              procedure: procedure.name,
              procedureTitle: procedure.title,
              key: policy.key,
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
              next: next ? { value: next.value, version: next.version, effectiveFrom: next.effectiveFrom } : null,
              proposed: proposed
                ? { id: proposed.id, number: proposed.number, value: proposed.value, effectiveOn: proposed.effectiveOn }
                : null,
            }
          })
        },
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
            reason: row.reason,
            proposedAt: row.createdAt,
            proposedByName: row.proposedByName,
            decidedAt: row.decidedAt,
            decidedByName: row.decidedByName,
            decisionNote: row.decisionNote,
            version: row.policyVersion,
            effectiveFrom: row.effectiveFrom,
            effectiveOn: row.effectiveOn,
          }))
        },
      }),
    },
  }) satisfies Queries

/** The look-ups of policy changes, as steps see them. */
export type PolicyChangeFinds = typeof finds
