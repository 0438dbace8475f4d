import { sql } from 'kysely'
import { recordOf } from '../../kernel/load.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf, dayOfLaterMonth, endOfDay, SITE_ZONE, startOfDay } from '../../kernel/time.ts'
import { chainOf } from '../../kernel/trail.ts'
import { custodianPlaces } from '../../vocabulary/kept-record.ts'
import type { Custodian } from '../../vocabulary/retention.ts'
import type { CompilationRow, CompiledRecord } from './compilation.ts'
import { EMPTY_PAPER } from './forms/compilation-index.ts'
import { missingIn } from './missing.ts'
import { readPaper } from './paper.ts'

/** Most records of one compilation. */
export const MOST_COMPILED = 5_000

/** The records of a month, and the numbers that are missing among them. */
export interface MonthOfRecords {
  readonly lines: readonly CompiledRecord[]
  readonly missing: readonly string[]
  readonly more: boolean
  /** A compilation of the same month and department that is in force. */
  readonly known: string | null
}

/** A record that has another head of its chain than when it was compiled. */
export interface ChangedSince {
  readonly number: string
  readonly entries: number
}

const none: never[] = []

/** Entries and head of the chains of these records. */
const heads = async (
  db: AnyDatabase,
  chains: readonly string[],
): Promise<ReadonlyMap<string, { readonly position: number; readonly hash: string }>> => {
  if (chains.length === 0) return new Map()
  const { rows } = await sql<{ chain: string; position: number; hash: string }>`
    select distinct on (chain) chain, position, hash from trail where chain = any(${[...chains]}::text[])
    order by chain, position desc`.execute(db)
  return new Map(rows.map(row => [row.chain, row]))
}

/** All SQL of compilations; asked with every procedure, since they list the records of all of them. */
export const queriesFor = (procedures: () => readonly Procedure[]) => {
  const ofProcedure = async (
    db: AnyDatabase,
    procedure: Procedure,
    first: Day,
    last: Day,
  ): Promise<CompiledRecord[]> => {
    const { record, name } = procedure
    const final = Object.entries(record.states).flatMap(([state, meaning]) => (meaning.final ? [state] : []))
    const [from, to] = [startOfDay(first, SITE_ZONE), endOfDay(last, SITE_ZONE)]
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(record.table)}
      where created_at between ${from} and ${to} or (state = any(${final}::text[]) and updated_at between ${from} and ${to})
      order by number limit ${MOST_COMPILED + 1}`.execute(db)
    const records = rows.map(row => {
      const { searchText: _, ...rest } = row
      return recordOf(rest)
    })
    const ids = records.map(item => item.id)
    const [chains, files] = await Promise.all([
      heads(
        db,
        ids.map(id => chainOf(name, id)),
      ),
      ids.length === 0
        ? []
        : (db
            .selectFrom('attachment')
            .select(['recordId', db.fn.countAll<string>().as('files')])
            .where('recordId', 'in', ids)
            .groupBy('recordId')
            .execute() as Promise<{ recordId: string; files: string }[]>),
    ])
    const filesOf = new Map(files.map(row => [row.recordId, Number(row.files)]))
    return records.map(item => {
      const meaning = record.states[item.state]
      const head = chains.get(chainOf(name, item.id))
      return {
        id: item.id,
        procedure: name,
        noun: procedure.noun,
        number: item.number,
        state: meaning?.title ?? text(item.state, item.state),
        voided: /^void/.test(item.state),
        madeOn: dayOf(item.createdAt, SITE_ZONE),
        closedOn: meaning?.final ? dayOf(item.updatedAt, SITE_ZONE) : null,
        entries: head?.position ?? 0,
        attachments: filesOf.get(item.id) ?? 0,
        forms: procedure.forms.filter(form => form.applies?.({ ...item }) ?? true).map(form => form.code),
        hash: head?.hash ?? '',
      }
    })
  }

  const changed: FactQuery<readonly ChangedSince[]> = async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = (await db.selectFrom('compilation').select(['id', 'lines']).where('id', 'in', ids).execute()) as Pick<
      CompilationRow,
      'id' | 'lines'
    >[]
    const all = rows.flatMap(row => row.lines.map(line => chainOf(line.procedure, line.id)))
    const now = await heads(db, [...new Set(all)])
    return new Map(
      rows.map(row => [
        row.id,
        row.lines.flatMap(line => {
          const head = now.get(chainOf(line.procedure, line.id))
          return head && head.hash !== line.hash ? [{ number: line.number, entries: head.position - line.entries }] : []
        }),
      ]),
    )
  }

  return {
    facts: {
      /** Records that went on after they were compiled. */
      changed: { read: changed, none },
      /** The compilation as its printed index sees it. */
      paper: { read: readPaper, none: EMPTY_PAPER },
    },
    finds: {
      month: async (
        db: AnyDatabase,
        { input }: { input: { department: Custodian; month: string } },
      ): Promise<MonthOfRecords> => {
        const first = `${input.month}-01`
        const last = dayOfLaterMonth(first, 0, 31)
        const own = procedures().filter(({ record }) => record.retention?.custodian === input.department)
        const lists = await Promise.all(own.map(procedure => ofProcedure(db, procedure, first, last)))
        const lines = lists.flat()
        const known = await db
          .selectFrom('compilation')
          .select('number')
          .where('department', '=', input.department)
          .where('month', '=', input.month)
          .where('state', '<>', 'voided')
          .executeTakeFirst()
        return {
          lines: lines.slice(0, MOST_COMPILED),
          missing: missingIn(lines.filter(line => line.madeOn >= first).map(line => line.number)),
          more: lines.length > MOST_COMPILED,
          known: (known?.number as string | undefined) ?? null,
        }
      },
      departments: (db: AnyDatabase) => custodianPlaces(db, procedures()),
    },
    reads: {},
  } satisfies Queries
}

/** What steps may ask for by name. */
export type CompilationQueries = ReturnType<typeof queriesFor>
