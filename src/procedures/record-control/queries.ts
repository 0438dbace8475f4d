import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { sees } from '../../kernel/mask.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type AnyDatabase, type Queries, read } from '../../kernel/queries.ts'
import type { RecordBase } from '../../kernel/record.ts'
import type { Kept } from '../../kernel/retention.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type Day, endOfDay, SITE_ZONE, startOfDay } from '../../kernel/time.ts'
import { custodianPlaces, keptOf } from '../../vocabulary/kept-record.ts'
import { readHolds } from '../../vocabulary/legal-hold.ts'
import { type Custodian, companyYears, custodians } from '../../vocabulary/retention.ts'
import type { SampledRecord } from './record-control.ts'
import { media, registerOf, ruleWords } from './register.ts'

/** Records drawn at random, and from how many. */
export interface DrawnSample {
  readonly population: number
  readonly records: readonly Omit<SampledRecord, 'result' | 'finding'>[]
}

/** Where a record is kept and how long, with every reason. */
export interface Custody {
  readonly custodian: Text
  readonly medium: Text
  readonly until: Kept['until']
  readonly because: Text | null
  readonly reasons: readonly {
    readonly words: Text
    readonly anchor: Text
    readonly basis: 'procedure' | 'company' | 'law'
    readonly confidence: string | null
    readonly until: Kept['until']
    readonly holds: boolean
  }[]
  /** Numbers of the legal holds that keep it, whatever its retention. */
  readonly holds: readonly string[]
}

/** All SQL of records control; asked with every procedure, since it looks at the records of all of them. */
export const queriesFor = (procedures: () => readonly Procedure[]) => {
  const keptBy = (department: string) => procedures().filter(({ record }) => record.retention?.custodian === department)

  const sample = async (
    db: AnyDatabase,
    { input }: { input: { department: Custodian; periodFrom: Day; periodTo: Day; size: number } },
  ): Promise<DrawnSample> => {
    const own = keptBy(input.department)
    if (own.length === 0 || input.periodTo < input.periodFrom) return { population: 0, records: [] }
    const from = startOfDay(input.periodFrom, SITE_ZONE)
    const to = endOfDay(input.periodTo, SITE_ZONE)
    const parts = own.map(
      ({ name, record }): RawBuilder<unknown> =>
        sql`select ${name}::text as procedure, id, number from ${sql.table(record.table)} where created_at between ${from} and ${to}`,
    )
    const all = sql.join(parts, sql` union all `)
    const { rows } = await sql<{ procedure: string; id: string; number: string; population: number }>`
      select procedure, id, number, count(*) over ()::int as population from (${all}) as kept
      order by random() limit ${input.size}`.execute(db)
    return {
      population: rows[0]?.population ?? 0,
      records: rows
        .toSorted((one, other) => (one.number < other.number ? -1 : 1))
        .map(({ procedure, id, number }) => ({
          id,
          procedure,
          number,
          procedureTitle: own.find(item => item.name === procedure)?.noun ?? text(procedure, procedure),
        })),
    }
  }

  return {
    facts: {},
    finds: { sample, departments: (db: AnyDatabase) => custodianPlaces(db, procedures()) },
    reads: {
      /** Custody and retention of one record, for its page. */
      custody: read({
        title: text('记录的保管与保存期限', 'Custody and retention of a record'),
        by: [],
        params: z.strictObject({ procedure: z.string().max(60), id: z.uuid() }),
        run: async (db, { procedure: name, id }, { zone, policy, actor }): Promise<Custody | null> => {
          const procedure = procedures().find(item => item.name === name)
          const retention = procedure?.record.retention
          if (!procedure || !retention) return null
          const row = await db.selectFrom(procedure.record.table).selectAll().where('id', '=', id).executeTakeFirst()
          if (!row || !sees(procedure.record, row as unknown as RecordBase, actor)) return null
          const years = companyYears(procedure, policy)
          const kept = (await keptOf(db, procedure, [id], { zone, policy })).get(id)
          if (!kept) return null
          const held = await readHolds(db)
          return {
            custodian: custodians[retention.custodian as Custodian] ?? text(retention.custodian, retention.custodian),
            medium: media[retention.medium],
            until: kept.until,
            because: kept.because && ruleWords(kept.because.rule, years),
            reasons: kept.reasons.map(item => ({
              words: ruleWords(item.rule, years),
              anchor: item.rule.anchor,
              basis: item.rule.basis,
              confidence: item.rule.confidence ?? null,
              until: item.until,
              holds: item === kept.because,
            })),
            holds: held(id, kept),
          }
        },
      }),
      /** The register of records as data, for its page. */
      register: read({
        title: text('质量记录清单', 'Register of quality records'),
        by: [],
        params: z.strictObject({}),
        run: async (_, __, { policy }) => registerOf(procedures(), policy),
      }),
    },
  } satisfies Queries
}

/** What steps may ask for by name. */
export type RecordControlQueries = ReturnType<typeof queriesFor>
