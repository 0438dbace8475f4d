import { recordOf } from '../../kernel/load.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyDatabase, Queries } from '../../kernel/queries.ts'
import { titleOf } from '../../kernel/record.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { HOLDS } from '../../vocabulary/legal-hold.ts'

/** What a hold is asked for. */
export interface HoldAsk {
  readonly scope: 'matter' | 'party' | 'product' | 'lot'
  readonly matter?: string
  readonly partyId?: string
  readonly productId?: string
  readonly lotId?: string
}

/** What a hold covers, as it is called. */
export interface FoundSubject {
  readonly id: string
  readonly name: string
}

/** All SQL of legal holds; asked with every procedure, since a matter may be a record of any of them. */
export const queriesFor = (procedures: () => readonly Procedure[]) => {
  const goods = async (db: AnyDatabase, table: 'party' | 'product' | 'lot', id: string | undefined) => {
    if (!id) return null
    const name = table === 'lot' ? 'title' : 'name'
    const row = await db.selectFrom(table).select(['id', name]).where('id', '=', id).executeTakeFirst()
    return row ? { id: row.id as string, name: String(row[name]) } : null
  }

  /** The record of any procedure that has this number. */
  const matter = async (db: AnyDatabase, number: string | undefined): Promise<FoundSubject | null> => {
    const prefix = number?.split('-')[0]
    for (const { record } of procedures().filter(item => item.record.series.prefix === prefix)) {
      const row = await db.selectFrom(record.table).selectAll().where('number', '=', number).executeTakeFirst()
      if (row) {
        const found = recordOf(row)
        return { id: found.id, name: `${found.number} ${titleOf(record, found)}`.trim() }
      }
    }
    return null
  }

  return {
    facts: {},
    finds: {
      subject: (db: AnyDatabase, { input }: { input: HoldAsk }): Promise<FoundSubject | null> =>
        input.scope === 'matter' ? matter(db, input.matter) : goods(db, input.scope, input[`${input.scope}Id`]),
      /** Another hold in force on the same subject. */
      same: async (db: AnyDatabase, { input }: { input: HoldAsk }): Promise<string | null> => {
        await holdName(db, HOLDS)
        const subject =
          input.scope === 'matter'
            ? await matter(db, input.matter)
            : await goods(db, input.scope, input[`${input.scope}Id`])
        if (!subject) return null
        const row = await db
          .selectFrom('legalHold')
          .select('number')
          .where('subjectId', '=', subject.id)
          .where('state', '=', 'placed')
          .executeTakeFirst()
        return (row?.number as string | undefined) ?? null
      },
    },
    reads: {},
  } satisfies Queries
}

/** What steps may ask for by name. */
export type LegalHoldQueries = ReturnType<typeof queriesFor>
