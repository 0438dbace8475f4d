import { sql } from 'kysely'
import type { DutyPlace } from '../kernel/duty.ts'
import type { PolicyBook } from '../kernel/policy.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { AnyDatabase } from '../kernel/queries.ts'
import type { RecordType } from '../kernel/record.ts'
import { type Kept, keptUntil, type RetentionDates } from '../kernel/retention.ts'
import { type Day, dayOf, type Instant, type Zone } from '../kernel/time.ts'
import { companyYears, custodians } from './retention.ts'

/** Departments that keep records of these procedures, as places of a duty. */
export async function custodianPlaces(db: AnyDatabase, procedures: readonly Procedure[]): Promise<DutyPlace[]> {
  const site = await db.selectFrom('site').select('id').orderBy('number').executeTakeFirst()
  const keeping = new Set(procedures.flatMap(({ record }) => record.retention?.custodian ?? []))
  return Object.entries(custodians)
    .filter(([key]) => site && keeping.has(key))
    .map(([key, title]) => ({ key, title, siteId: site?.id as string }))
}

/** What a record concerns, as its traced columns say. */
export interface Concerned {
  readonly lots: ReadonlySet<string>
  readonly products: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
}

/** A record with the dates from which its retention counts. */
export interface RetentionFacts extends Concerned {
  readonly dates: RetentionDates
}

interface GoodsRow {
  readonly id: string
  readonly lotId: string | null
  readonly expiresOn: Day | null
  readonly productId: string | null
  readonly isImplant: boolean | null
  readonly registrationValidUntil: Day | null
}

const settledStates = (type: RecordType): string[] =>
  Object.entries(type.states).flatMap(([name, { final }]) => (final ? [name] : []))

/** Reads what records of one type concern and when they were settled; a few queries, however many records there are. */
export async function retentionFacts(
  db: AnyDatabase,
  type: RecordType,
  ids: readonly string[],
  zone: Zone,
): Promise<ReadonlyMap<string, RetentionFacts>> {
  if (ids.length === 0) return new Map()
  const traced = type.traced ?? []
  const goods = traced.filter(item => item.lot || item.product)
  const [records, things, parties] = await Promise.all([
    db.selectFrom(type.table).select(['id', 'state', 'updatedAt']).where('id', 'in', ids).execute() as Promise<
      { id: string; state: string; updatedAt: Instant }[]
    >,
    Promise.all(
      goods.map(async ({ table, record, lot, product }) => {
        const column = (name: string | undefined) => (name ? sql.ref(`t.${name}`) : sql`null::uuid`)
        const { rows } = await sql<GoodsRow>`
          select distinct ${column(record)} as id, l.id as lot_id, l.expires_on, p.id as product_id, p.is_implant,
            p.registration_valid_until
          from ${sql.table(table)} as t left join lot as l on l.id = ${column(lot)}
          left join product as p on p.id = coalesce(l.product_id, ${column(product)})
          where ${column(record)} = any(${ids}::uuid[]) and p.id is not null`.execute(db)
        return rows
      }),
    ),
    Promise.all(
      traced.flatMap(({ table, record, party }) =>
        party
          ? [
              sql<{ id: string; partyId: string }>`
                select distinct ${sql.ref(`t.${record}`)} as id, ${sql.ref(`t.${party}`)} as party_id
                from ${sql.table(table)} as t
                where ${sql.ref(`t.${record}`)} = any(${ids}::uuid[]) and ${sql.ref(`t.${party}`)} is not null`.execute(
                db,
              ),
            ]
          : [],
      ),
    ),
  ])
  const settled = new Set(settledStates(type))
  const byRecord = Map.groupBy(things.flat(), row => row.id)
  const partiesOf = Map.groupBy(
    parties.flatMap(answer => answer.rows),
    row => row.id,
  )
  return new Map(
    records.map(({ id, state, updatedAt }) => {
      const list = byRecord.get(id) ?? []
      const dates: RetentionDates = {
        closedOn: settled.has(state) ? dayOf(updatedAt, zone) : null,
        deviceExpiry: latest(list.map(row => row.expiresOn)),
        noExpiry: list.length === 0 || list.some(row => row.expiresOn === null),
        certificateExpiry: latest(list.map(row => row.registrationValidUntil)),
        implant: list.some(row => row.isImplant),
      }
      return [
        id,
        {
          dates,
          lots: new Set(list.flatMap(row => row.lotId ?? [])),
          products: new Set(list.flatMap(row => row.productId ?? [])),
          parties: new Set((partiesOf.get(id) ?? []).map(row => row.partyId)),
        },
      ]
    }),
  )
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

/** How long each of these records is kept and why; a type without a declared retention answers nothing. */
export async function keptOf(
  db: AnyDatabase,
  procedure: Pick<Procedure, 'record' | 'forms'>,
  ids: readonly string[],
  { zone, policy }: { readonly zone: Zone; readonly policy: PolicyBook },
): Promise<ReadonlyMap<string, Kept & RetentionFacts>> {
  const { retention } = procedure.record
  if (!retention) return new Map()
  const years = companyYears(procedure, policy)
  const facts = await retentionFacts(db, procedure.record, ids, zone)
  return new Map([...facts].map(([id, item]) => [id, { ...item, ...keptUntil(retention, item.dates, years) }]))
}
