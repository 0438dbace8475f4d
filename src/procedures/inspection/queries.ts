import { sql } from 'kysely'
import { z } from 'zod'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { read } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { EMPTY_INSPECTION, type InspectionView } from './forms/view.ts'
import { type FindingRow, type InspectionRow, type RequestRow, WATCHERS } from './inspection.ts'
import { openedChain } from './opened-chain.ts'

/** The account that an inspector signs in with. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly roles: readonly string[]
}

/** Something that the inspector opened. */
export interface Opened {
  readonly at: string
  readonly told: Text
  readonly outcome: 'accepted' | 'refused'
  readonly address: string
}

/** Latest readings that the page of an inspection lists. */
const LISTED = 200

const ofInspection =
  <Row extends { inspectionId: string }>(table: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = (await db
      .selectFrom(table)
      .selectAll()
      .where('inspectionId', 'in', [...ids])
      .orderBy('place')
      .execute()) as Row[]
    return Map.groupBy(rows, row => row.inspectionId)
  }

const requests = ofInspection<RequestRow>('inspectionRequest')
const findings = ofInspection<FindingRow>('inspectionFinding')

/** An {@link Opened} with its place in the trail. */
type Placed = Opened & { readonly seq: number }

/** What was opened after a place of the trail in each of these inspections, the latest first. */
async function openedOf(db: AnyDatabase, ids: readonly string[], after = 0): Promise<ReadonlyMap<string, Placed[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Placed & { id: string }>`
    select c.id, t.* from unnest(${[...ids]}::text[], ${ids.map(openedChain)}::text[]) as c(id, chain)
    cross join lateral (
      select seq, at, outcome, body->'told' as told, body->>'address' as address from trail
      where trail.chain = c.chain and seq > ${after} order by position desc limit ${LISTED}
    ) t order by c.id, t.seq desc`.execute(db)
  const byId = Map.groupBy(rows, row => row.id)
  return new Map([...byId].map(([id, list]) => [id, list.map(({ id: _, ...row }) => row)]))
}

/** What was opened, the latest first. */
const opened: FactQuery<readonly Opened[]> = (db, ids) => openedOf(db, ids)

/** What the printed form shows. */
const paper: FactQuery<InspectionView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, asked, found, seen, signatures] = await Promise.all([
    db
      .selectFrom('inspection')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute(),
    requests(db, ids),
    findings(db, ids),
    opened(db, ids),
    signaturesOf(db, ids),
  ])
  return new Map(
    rows.map(({ searchText: _, ...row }) => {
      const record = row as unknown as InspectionRow
      const signed = (signatures.get(record.id) ?? []).map(({ meaning, role, name, at, hash }) => ({
        meaning,
        role,
        name,
        at,
        hash,
      }))
      return [
        record.id,
        {
          record,
          requests: asked.get(record.id) ?? [],
          findings: found.get(record.id) ?? [],
          opened: seen.get(record.id) ?? [],
          signed,
        },
      ]
    }),
  )
}

const personOf = async (db: AnyDatabase, id: string): Promise<Account | null> => {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'state', 'roles'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Account | undefined) ?? null
}

/** The record in which a finding is put right. */
export interface Matter {
  readonly procedure: string
  readonly id: string
  readonly number: string
}

/** All SQL of inspections, by name; asked with every procedure, since a finding may be put right in a record of any of them. */
export const queriesFor = (procedures: () => readonly Procedure[]) =>
  ({
    facts: {
      requests: { read: requests, none: [] as readonly RequestRow[] },
      findings: { read: findings, none: [] as readonly FindingRow[] },
      opened: { read: opened, none: [] as readonly Opened[] },
      paper: { read: paper, none: EMPTY_INSPECTION },
    },
    finds: {
      matter: async (db: AnyDatabase, { input }: { input: { matter?: string } }): Promise<Matter | null> => {
        const prefix = input.matter?.split('-')[0]
        for (const { name, record } of procedures().filter(item => item.record.series.prefix === prefix)) {
          const row = await db
            .selectFrom(record.table)
            .select(['id', 'number'])
            .where('number', '=', input.matter)
            .executeTakeFirst()
          if (row) return { procedure: name, id: row.id as string, number: row.number as string }
        }
        return null
      },
      account: (db: AnyDatabase, { input }: { input: { accountId: string } }): Promise<Account | null> =>
        personOf(db, input.accountId),
      answerer: (db: AnyDatabase, { input }: { input: { answererId: string } }): Promise<Account | null> =>
        personOf(db, input.answererId),
      /** The inspection for which the account is open already. */
      sameAccount: async (
        db: AnyDatabase,
        { input }: { input: { accountId: string } },
      ): Promise<{ readonly number: string } | null> => {
        await holdName(db, `inspection/${input.accountId}`)
        const row = await db
          .selectFrom('inspection')
          .select('number')
          .where('accountId', '=', input.accountId)
          .where('state', '=', 'open')
          .executeTakeFirst()
        return (row as { number: string } | undefined) ?? null
      },
    },
    reads: {
      opened: read({
        title: text('检查员打开的内容', 'What the inspector opened'),
        by: WATCHERS,
        params: z.object({ id: z.uuid(), after: z.int().nonnegative().default(0) }),
        run: async (db, { id, after }) => (await openedOf(db, [id], after)).get(id) ?? [],
      }),
    },
  }) satisfies Queries

/** What steps may ask for by name. */
export type InspectionQueries = ReturnType<typeof queriesFor>
