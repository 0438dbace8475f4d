import { sql } from 'kysely'
import { z } from 'zod'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type AnyDatabase, type Queries, read } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type Day, dayOf, dayOfLaterMonth, endOfDay, type Instant, SITE_ZONE } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { keptOf } from '../../vocabulary/kept-record.ts'
import { HOLDS, readHolds } from '../../vocabulary/legal-hold.ts'
import { type Custodian, companyYears, custodians } from '../../vocabulary/retention.ts'
import type { DisposalLine, DisposalRow } from './disposal.ts'
import { EMPTY_PAPER } from './forms/disposal-list.ts'
import { openMatters } from './open-matters.ts'
import { readPaper } from './paper.ts'

/** Most records on one list; the rest waits for the next. */
export const MOST_LISTED = 300

/** A record whose retention has ended, or why it may not be disposed of all the same. */
interface Weighed extends Omit<DisposalLine, 'outcome' | 'why'> {
  readonly why: Text | null
}

/** Records whose retention has ended. */
export interface DueForDisposal {
  readonly lines: readonly Omit<DisposalLine, 'outcome' | 'why'>[]
  /** Records past their retention that something keeps. */
  readonly kept: number
}

/** What the yearly look finds. */
export interface DueEverywhere {
  readonly departments: readonly { readonly department: Custodian; readonly due: number; readonly kept: number }[]
  /** Numbers of the lists under way. */
  readonly open: readonly string[]
}

/** What still stands against the disposal of a listed record; null where nothing does. */
export type StillDue = ReadonlyMap<string, Text | null>

/** An archive medium as the disposal asks for it. */
export interface FoundMedium {
  readonly number: string
  readonly state: string
  readonly kind: string
}

const IMPLANT = text('涉及植入类产品，永久保存', 'concerns an implant: kept for ever')
const REOPENED = text(
  '保存期限重新起算或已延长，尚未届满',
  'its retention counts anew or was lengthened, and has not ended',
)
const GONE = text('已处置过', 'was disposed of before')

/** All SQL of disposal; asked with every procedure, since it looks at the records of all of them. */
export const queriesFor = (procedures: () => readonly Procedure[]) => {
  const weigh = async (
    db: AnyDatabase,
    procedure: Procedure,
    ids: readonly string[],
    { today, policy }: { readonly today: Day; readonly policy: PolicyBook },
  ): Promise<Weighed[]> => {
    if (ids.length === 0) return []
    const { record } = procedure
    const [kept, heldBy, matters, rows, gone] = await Promise.all([
      keptOf(db, procedure, ids, { zone: SITE_ZONE, policy }),
      readHolds(db),
      openMatters(db, procedures(), ids),
      db
        .selectFrom(record.table)
        .select(['id', 'number'])
        .where('id', 'in', ids)
        .orderBy('number')
        .execute() as Promise<{ id: string; number: string }[]>,
      db.selectFrom('disposedRecord').select('recordId').where('recordId', 'in', ids).execute(),
    ])
    const done = new Set(gone.map(row => row.recordId as string))
    return rows.flatMap(({ id, number }) => {
      const item = kept.get(id)
      if (!item) return []
      const { closedOn } = item.dates
      const held = heldBy(id, item)
      const open = matters.get(id) ?? []
      const ended = item.until !== null && item.until !== 'permanent' && item.until < today && closedOn !== null
      const why = done.has(id)
        ? GONE
        : item.dates.implant || item.until === 'permanent'
          ? IMPLANT
          : held.length > 0
            ? text(`被 ${held.join('、')} 保留`, `held by ${held.join(', ')}`)
            : open.length > 0
              ? text(`关联的 ${open.join('、')} 未结`, `linked ${open.join(', ')} still open`)
              : ended
                ? null
                : REOPENED
      return [
        {
          id,
          procedure: procedure.name,
          noun: procedure.noun,
          number,
          closedOn: closedOn ?? today,
          until: item.until === null || item.until === 'permanent' ? today : item.until,
          because: item.because?.rule.anchor ?? text('—', '—'),
          why,
        },
      ]
    })
  }

  /** Records of the department that were settled so long ago that the company's years are over; each is then weighed. */
  const due = async (
    db: AnyDatabase,
    { input, now, policy }: { input: { department: Custodian }; now: Instant; policy: PolicyBook },
  ): Promise<DueForDisposal> => {
    const today = dayOf(now, SITE_ZONE)
    const own = procedures().filter(({ record }) => record.retention?.custodian === input.department)
    const weighed: Weighed[] = []
    for (const procedure of own) {
      const { record } = procedure
      const final = Object.entries(record.states).flatMap(([state, { final }]) => (final ? [state] : []))
      if (final.length === 0) continue
      const years = companyYears(procedure, policy)
      const before = endOfDay(dayOfLaterMonth(today, -12 * years, Number(today.slice(8))), SITE_ZONE)
      const { rows } = await sql<{ id: string }>`
        select r.id from ${sql.table(record.table)} as r
        where r.state = any(${final}::text[]) and r.updated_at < ${before}
          and not exists (select 1 from disposed_record as d where d.record_id = r.id)
          and not exists (
            select 1 from disposal as l, jsonb_array_elements(l.lines) as line
            where l.state in ('listed', 'approved') and line->>'id' = r.id::text)
        order by r.updated_at limit ${MOST_LISTED}`.execute(db)
      weighed.push(
        ...(await weigh(
          db,
          procedure,
          rows.map(row => row.id),
          { today, policy },
        )),
      )
    }
    const free = weighed.filter(item => item.why === null)
    return {
      lines: free.slice(0, MOST_LISTED).map(({ why: _, ...line }) => line),
      kept: weighed.length - free.length,
    }
  }

  return {
    facts: { paper: { read: readPaper, none: EMPTY_PAPER } },
    finds: {
      due,
      /** What every department keeps beyond its retention, and the lists that are under way. */
      everywhere: async (
        db: AnyDatabase,
        { now, policy }: { now: Instant; policy: PolicyBook },
      ): Promise<DueEverywhere> => {
        const departments: DueEverywhere['departments'][number][] = []
        // one after the other: they share a connection
        for (const department of keysOf(custodians)) {
          const { lines, kept } = await due(db, { input: { department }, now, policy })
          departments.push({ department, due: lines.length, kept })
        }
        const open = (await db
          .selectFrom('disposal')
          .select('number')
          .where('state', 'in', ['listed', 'approved'])
          .orderBy('number')
          .execute()) as { number: string }[]
        return { departments, open: open.map(row => row.number) }
      },
      /** Looks again at every listed record, under the conditions of this moment. */
      still: async (
        db: AnyDatabase,
        { record, now, policy }: { record?: DisposalRow; now: Instant; policy: PolicyBook },
      ): Promise<StillDue> => {
        await holdName(db, HOLDS)
        const today = dayOf(now, SITE_ZONE)
        const context = { today, policy }
        const lists = await Promise.all(
          [...Map.groupBy(record?.lines ?? [], line => line.procedure)].map(([name, lines]) => {
            const procedure = procedures().find(item => item.name === name)
            return procedure
              ? weigh(
                  db,
                  procedure,
                  lines.map(line => line.id),
                  context,
                )
              : []
          }),
        )
        return new Map(lists.flat().map(item => [item.id, item.why]))
      },
      medium: async (
        db: AnyDatabase,
        { input }: { input: { archiveNumber?: string } },
      ): Promise<FoundMedium | null> => {
        if (!input.archiveNumber) return null
        const row = await db
          .selectFrom('archive')
          .select(['number', 'state', 'kind'])
          .where('number', '=', input.archiveNumber)
          .executeTakeFirst()
        return (row as FoundMedium | undefined) ?? null
      },
    },
    reads: {
      /** How many records of each department wait for disposal, for the page of records control. */
      due: read({
        title: text('到期待处置的记录', 'Records whose retention has ended'),
        by: ['administrator', 'quality-head', 'general-manager'],
        params: z.strictObject({ department: z.string().max(60) }),
        run: (db, { department }, { now, policy }) =>
          due(db, { input: { department: department as Custodian }, now, policy }),
      }),
    },
  } satisfies Queries
}

/** What steps may ask for by name. */
export type DisposalQueries = ReturnType<typeof queriesFor>
